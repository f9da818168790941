using Finsam.Domain.Associations;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Head(Association association)
    {
        if (association.Logo is { } base64 && Logo.Read(base64).Fault is { } fault)
        {
            yield return new("association.json", "$.logo", fault switch
            {
                LogoFault.TooLarge => Say(SetupTexts.LogoTooLarge, Logo.LargestFile / 1024),
                LogoFault.OddSize => Say(SetupTexts.LogoOddSize, Logo.ShortestSide, Logo.LongestSide),
                _ => SetupTexts.LogoNotPng,
            });
        }
    }
}

using Finsam.Domain.Formats;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Initiatives;

/// <summary>The note below a table whose rows don't stand alone over time.</summary>
public static class SuccessionNote
{
    /// <summary>What happened, from when, and by which decision, without a full stop: "Samverkansteamet ersätter Rehabvägledare och Utredningen
    /// från 1 september 2023 (styrelsebeslut 2023-06-16 § 42)". After a split it also says that the parts are compared together.</summary>
    /// <param name="succession">What happened.</param>
    /// <param name="nameOf">An initiative's name, by its id.</param>
    public static string Of(Succession succession, Func<string, string> nameOf)
    {
        string[] to = [.. succession.To.Select(nameOf)];
        var (from, date, decision) = (Join(succession.From.Select(nameOf)), SwedishFormat.LongDate(succession.Date), Decision(succession));
        return succession.Kind switch
        {
            SuccessionKind.Merged => Format(SuccessionTexts.Merged, Join(to), from, date, decision),
            SuccessionKind.Split => Format(SuccessionTexts.Split, Join(to), from, date, decision, to[0], Join(to[1..])),
            SuccessionKind.Renamed => Format(SuccessionTexts.Renamed, Join(to), from, date, decision),
            _ => throw new ArgumentOutOfRangeException(nameof(succession), succession.Kind, null),
        };
    }

    private static string Decision(Succession succession) =>
        (succession.Decided, succession.Paragraph?.TrimStart('§', ' ', SwedishFormat.NoBreakSpace)) switch
        {
            ({ } decided, { Length: > 0 } paragraph) => Format(SuccessionTexts.DecidedParagraph, SwedishFormat.Date(decided), paragraph),
            ({ } decided, _) => Format(SuccessionTexts.Decided, SwedishFormat.Date(decided)),
            (null, { Length: > 0 } paragraph) => Format(SuccessionTexts.Paragraph, paragraph),
            _ => "",
        };
}

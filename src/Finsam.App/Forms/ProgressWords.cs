using System.Globalization;
using Finsam.Domain.Rules;

namespace Finsam.App.Forms;

/// <summary>How far a part of the form has come, in words.</summary>
public static class ProgressWords
{
    /// <summary>"Påbörjad – 8 fält kvar".</summary>
    public static string Of(PartProgress progress) => progress switch
    {
        { IsDone: true } => FormTexts.Done,
        { IsOptional: true } => FormTexts.Optional,
        { IsBegun: true } => string.Format(CultureInfo.InvariantCulture, FormTexts.Begun, progress.Left),
        _ => FormTexts.NotBegun,
    };
}

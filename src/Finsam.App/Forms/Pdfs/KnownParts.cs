using Finsam.Documents.Pdf;
using Finsam.Domain.Formats;
using Finsam.Domain.Goals;

namespace Finsam.App.Forms.Pdfs;

/// <summary>What the record says of the initiative, and nobody is asked.</summary>
internal static class KnownParts
{
    /// <summary>The facts.</summary>
    /// <param name="form">The form.</param>
    /// <param name="heading">What they are called.</param>
    public static IEnumerable<PdfPart> Of(FormView form, string heading)
    {
        var initiative = form.Initiative;
        yield return new PdfPart.Heading(1, heading);
        yield return new PdfPart.LabelledValue(FormPdfTexts.Owner, initiative.Owner);
        yield return new PdfPart.LabelledValue(FormPdfTexts.Time, SwedishFormat.Span(initiative.Start, initiative.End));
        if (initiative.Purpose is { } purpose)
        {
            yield return new PdfPart.LabelledValue(FormPdfTexts.Purpose, purpose);
        }

        if (!initiative.Goals.IsEmpty)
        {
            yield return new PdfPart.LabelledValue(FormPdfTexts.Goals, string.Join('\n', initiative.Goals.Select((goal, index) => $"{index + 1}. {WithTarget(form, goal)}")));
        }

        if (initiative.GrantedIn(form.Period.Year) is not null)
        {
            yield return Granted(form);
        }
    }

    /// <summary>A goal word for word, and below it what is to be reached.</summary>
    public static string WithTarget(FormView form, InitiativeGoal goal) => form.TargetOf(goal) is { } target ? $"{goal.Text}\n{target}" : goal.Text;

    /// <summary>What was granted for the period's year.</summary>
    public static PdfPart.LabelledValue Granted(FormView form) => new(
        PdfWords.Say(FormPdfTexts.Granted, form.Period.Year),
        form.Initiative.GrantedIn(form.Period.Year) is { } granted ? PdfWords.Say(FormPdfTexts.Kronor, SwedishFormat.Number(granted)) : FormPdfTexts.GrantUnknown);
}

using Finsam.Documents.Pdf;
using Finsam.Domain.Formats;
using Finsam.Domain.Reports;

namespace Finsam.App.Forms.Pdfs;

/// <summary>A report as it was sent: what its owner keeps, and what is shown to whoever asks for the allmän handling.</summary>
public static class AnswersPdf
{
    /// <summary>The document, of the parts that the reader answers.</summary>
    /// <param name="form">The form with the answers that were sent.</param>
    /// <param name="sent">What was sent.</param>
    public static PdfDocumentContent Of(FormView form, ReportSnapshot sent) => new()
    {
        Title = PdfWords.Say(FormPdfTexts.AnswersTitle, form.Initiative.Name, form.Period.Name),
        AssociationName = form.Association.Name,
        FooterText = PdfWords.Say(FormPdfTexts.AnswersFooter, PdfWords.Time(sent.SubmittedAt), form.Report.Reference),
        Parts = [.. Head(form, sent), .. KnownParts.Of(form, FormPdfTexts.About), .. form.Parts.SelectMany(part => AnswerParts.Of(form, part)), .. Warnings(form, sent)],
    };

    private static IEnumerable<PdfPart> Head(FormView form, ReportSnapshot sent)
    {
        yield return new PdfPart.Paragraph(PdfWords.Say(FormPdfTexts.AnswersLead, form.Template.Title, form.Association.Name), PdfTextStyle.Lead);
        if (!form.Reader.SeesAll)
        {
            yield return new PdfPart.Paragraph(FormPdfTexts.AnswersOwnParts);
        }

        yield return new PdfPart.LabelledValue(FormPdfTexts.Initiative, form.Initiative.Name);
        yield return new PdfPart.LabelledValue(FormPdfTexts.Period, PdfWords.Say(
            FormPdfTexts.PeriodDays, form.Period.Name, SwedishFormat.LongDate(form.Period.Start), SwedishFormat.LongDate(form.Period.End)));
        yield return new PdfPart.LabelledValue(FormPdfTexts.Reference, form.Report.Reference ?? "");
        yield return new PdfPart.LabelledValue(FormPdfTexts.Sent, PdfWords.Say(FormPdfTexts.SentBy, PdfWords.Time(sent.SubmittedAt), form.ContactName(sent.SubmittedBy)));
    }

    // A warning may tell of any part, so those who see a part see none.
    private static IEnumerable<PdfPart> Warnings(FormView form, ReportSnapshot sent) => form.Reader.SeesAll && !sent.ExplainedWarnings.IsEmpty
        ?
        [
            new PdfPart.Heading(1, FormPdfTexts.Warnings),
            .. sent.ExplainedWarnings.Select(w => new PdfPart.LabelledValue(w.Message, w.Comment.Length == 0 ? FormPdfTexts.NotExplained : w.Comment)),
        ]
        : [];
}

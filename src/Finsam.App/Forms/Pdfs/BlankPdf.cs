using Finsam.Documents.Pdf;
using Finsam.Domain.Formats;

namespace Finsam.App.Forms.Pdfs;

/// <summary>The form on paper, to be filled in by hand before it is written into the form.</summary>
public static class BlankPdf
{
    /// <summary>The document, of the parts that the reader answers.</summary>
    public static PdfDocumentContent Of(FormView form) => new()
    {
        Title = PdfWords.Say(FormPdfTexts.BlankTitle, form.Template.Title, form.Initiative.Name),
        AssociationName = form.Association.Name,
        FooterText = PdfWords.Say(FormPdfTexts.Footer, form.Initiative.Name, form.Period.Name),
        Parts =
        [
            new PdfPart.Paragraph(PdfWords.Say(FormPdfTexts.BlankLead, form.Period.Name, SwedishFormat.WeekdayDate(form.Report.Due)), PdfTextStyle.Lead),
            new PdfPart.Paragraph(FormPdfTexts.BlankHow),
            new PdfPart.Paragraph(FormPdfTexts.BlankMark),
            new PdfPart.Paragraph(FormPdfTexts.CountsOnly, PdfTextStyle.Strong),
            new PdfPart.AnswerBox(FormPdfTexts.FilledInBy),
            .. AskedPart.Of(form).SelectMany(part => BlankParts.Of(form, part)),
            new PdfPart.Paragraph(PdfWords.Contact(form), PdfTextStyle.Help),
        ],
    };
}

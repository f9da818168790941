using Finsam.Documents.Pdf;
using Finsam.Domain.Formats;

namespace Finsam.App.Forms.Pdfs;

/// <summary>"Det här frågar vi om": every question with its help, to read before the form opens and to count by.</summary>
public static class QuestionsPdf
{
    /// <summary>The document, of the parts that the reader answers.</summary>
    public static PdfDocumentContent Of(FormView form) => new()
    {
        Title = PdfWords.Say(FormPdfTexts.QuestionsTitle, form.Initiative.Name),
        AssociationName = form.Association.Name,
        FooterText = PdfWords.Say(FormPdfTexts.Footer, form.Template.Title, form.Period.Name),
        Parts =
        [
            new PdfPart.Paragraph(
                form.IsOpened
                    ? PdfWords.Say(FormPdfTexts.QuestionsLeadOpened, form.Template.Title, form.Period.Name, SwedishFormat.WeekdayDate(form.Report.Due))
                    : PdfWords.Say(
                        FormPdfTexts.QuestionsLead, form.Template.Title, form.Period.Name, SwedishFormat.LongDate(form.Period.Opens), SwedishFormat.WeekdayDate(form.Report.Due)),
                PdfTextStyle.Lead),
            new PdfPart.Paragraph(FormPdfTexts.QuestionsCount),
            new PdfPart.Paragraph(form.Template.Takes is { } takes && form.Reader.SeesAll ? PdfWords.Say(FormPdfTexts.QuestionsTakes, takes) : ""),
            new PdfPart.Paragraph(FormPdfTexts.QuestionsMark),
            .. AtHand(form),
            .. KnownParts.Of(form, FormPdfTexts.Known),
            .. AskedPart.Of(form).SelectMany(part => QuestionParts.Of(form, part)),
            new PdfPart.Paragraph(PdfWords.Contact(form), PdfTextStyle.Help),
        ],
    };

    private static PdfPart[] AtHand(FormView form) => form.HaveAtHand.IsEmpty || !form.Reader.SeesAll
        ? []
        : [new PdfPart.Heading(1, FormPdfTexts.HaveAtHand), new PdfPart.BulletList(form.HaveAtHand)];
}

using Finsam.App.Reports;
using Finsam.Documents.Pdf;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.App.Forms.Pdfs;

/// <summary>Writes a document of a report as a PDF.</summary>
public sealed class WriteFormPdf(LoadForm load, IReportStore reports)
{
    /// <summary>The document; null when there is none of that name, nothing has been sent yet, or nothing of it is this reader's.</summary>
    /// <param name="key">The report.</param>
    /// <param name="reader">The contact whose link was used; null for the association's own people.</param>
    /// <param name="document">Which: one of <see cref="PdfDocuments"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<FormPdf?> HandleAsync(ReportKey key, string? reader, string document, CancellationToken cancellation) => document switch
    {
        PdfDocuments.Answers => await load.HandleAsync(key, reader, cancellation) is { Report: { IsSent: true, SnapshotHash: { } hash } } form
            ? Answers(form, await reports.SnapshotAsync(key.Association, hash, cancellation))
            : null,
        PdfDocuments.Questions => await FormAsync(key, reader, cancellation) is { } form ? Questions(form) : null,
        PdfDocuments.Blank => await FormAsync(key, reader, cancellation) is { } form ? Blank(form) : null,
        _ => null,
    };

    /// <summary>What is asked.</summary>
    public static FormPdf Questions(FormView form) => new(PdfFileName.Of(FormPdfTexts.QuestionsName, form), PdfWriter.Write(QuestionsPdf.Of(form), DateOf(form)));

    private static FormPdf Blank(FormView form) => new(PdfFileName.Of(FormPdfTexts.BlankName, form), PdfWriter.Write(BlankPdf.Of(form), DateOf(form)));

    private static FormPdf Answers(FormView form, ReportSnapshot sent) =>
        new(PdfFileName.Of(FormPdfTexts.AnswersName, form), PdfWriter.Write(AnswersPdf.Of(form, sent), sent.SubmittedAt));

    // The period's own date and no clock's, so that the same form is the same file; its first day, since the questions are read before it opens.
    private static DateTimeOffset DateOf(FormView form) => SwedishTime.At(form.Period.Start, TimeOnly.MinValue);

    // A report that is out is answered in the template it was opened with; before that, the period's is what will be asked.
    private async Task<FormView?> FormAsync(ReportKey key, string? reader, CancellationToken cancellation) =>
        await load.HandleAsync(key, reader, cancellation) ?? await load.BlankAsync(key, reader, cancellation);
}

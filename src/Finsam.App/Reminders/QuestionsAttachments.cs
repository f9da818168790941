using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;
using Finsam.App.Forms.Workbooks;
using Finsam.App.Lists;

namespace Finsam.App.Reminders;

/// <summary>What goes with the mail about the questions.</summary>
internal static class QuestionsAttachments
{
    /// <summary>The files, of the parts that the reader answers: the questions, and the list to count in by month where anything can be.</summary>
    public static ImmutableArray<MailAttachment> Of(FormView form)
    {
        var questions = WriteFormPdf.Questions(form);
        var months = MonthWorkbook.Write(form, form.Period.Year);
        return
        [
            new MailAttachment(questions.Name, PdfDocuments.MediaType, [.. questions.Content]),
            .. months is null
                ? Array.Empty<MailAttachment>()
                : [new MailAttachment(NameOf(form), ListPages.WorkbookMediaType, [.. months])],
        ];
    }

    /// <summary>The name of the list to count in by month; null where nothing can be counted so.</summary>
    public static string? MonthListOf(FormView form) => MonthWorkbook.Tables(form).Any() ? NameOf(form) : null;

    private static string NameOf(FormView form) => $"{form.Initiative.Id}-pinnlista-{form.Period.Year.ToString(CultureInfo.InvariantCulture)}.xlsx";
}

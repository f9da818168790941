using System.Collections.Immutable;
using System.Globalization;
using Finsam.Documents.Excel;
using Finsam.Domain.Formats;

namespace Finsam.App.Forms.Workbooks;

/// <summary>The form as a workbook: a sheet for each part that the reader answers, with what is saved.</summary>
public static class FormWorkbook
{
    /// <summary>The workbook.</summary>
    public static byte[] Write(FormView form) => GridWriter.Write([ReadFirst(form), .. Sheets(form).Select(s => s.Sheet)]);

    /// <summary>The sheets to fill in.</summary>
    public static ImmutableArray<InputSheet> Sheets(FormView form) => [.. form.Parts.Select(part => PartSheet.Of(form, part)).OfType<InputSheet>()];

    private static GridSheet ReadFirst(FormView form) => ReadFirstSheet.Of(
        WorkbookMark.OfForm(form), form.Initiative.Name, $"{form.Template.Title}, {form.Period.Name}",
        [
            string.Format(CultureInfo.InvariantCulture, WorkbookTexts.LastDay, SwedishFormat.WeekdayDate(form.Report.Due)),
            WorkbookTexts.HowForm, WorkbookTexts.HowUpload, WorkbookTexts.HowBlank, WorkbookTexts.HowNumbers, WorkbookTexts.HowCountsOnly, WorkbookTexts.HowSend,
        ]);
}

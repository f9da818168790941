using System.Collections.Immutable;
using System.Globalization;
using Finsam.Documents.Excel;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>The list by month ("pinnlista"): a sheet for each table of persons, a row for each cell of it and a column for each month. It holds numbers
/// only, and fits every period that has its months.</summary>
public static class MonthWorkbook
{
    /// <summary>The most months that a sheet has columns for: a final report may cover many years.</summary>
    public const int MostMonths = 60;

    private const int MonthWidth = 15;

    /// <summary>The workbook; null when nothing in the form can be counted by month.</summary>
    /// <param name="form">The form.</param>
    /// <param name="year">The year it is for; null for the months that the form asks about.</param>
    public static byte[]? Write(FormView form, int? year)
    {
        var sheets = Tables(form).Select(table => Sheet(form, table, year is { } y ? MonthsOf(form, y) : MonthsOf(form, table.Matrix)))
            .OfType<GridSheet>().ToArray();
        return sheets.Length == 0 ? null : GridWriter.Write([ReadFirst(form), .. sheets]);
    }

    /// <summary>The months of a year that the initiative goes on in.</summary>
    public static ImmutableArray<Month> MonthsOf(FormView form, int year) =>
        Month.In(new DateSpan(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)).Overlap(new DateSpan(form.Initiative.Start, form.Initiative.End)));

    /// <summary>The months that a table of the form covers.</summary>
    public static ImmutableArray<Month> MonthsOf(FormView form, MatrixBlock matrix) =>
        Month.In(ScopeSpan.Of(matrix.Scope, form.Period.Start, form.Period.End, form.Initiative.Start, form.Initiative.End));

    /// <summary>The tables that the reader answers and that can be counted by month, at least some of them.</summary>
    public static IEnumerable<MonthTable> Tables(FormView form) =>
        from part in form.Parts
        from matrix in part.Blocks.OfType<MatrixBlock>()
        where CountedByMonth.Has(matrix)
        let table = new MonthTable(form, part, matrix)
        where table.Rows.Any(r => r.Rule != MonthRule.Nothing)
        select table;

    private static GridSheet ReadFirst(FormView form) => ReadFirstSheet.Of(
        WorkbookMark.OfMonths(form.Report.Key), form.Initiative.Name, WorkbookTexts.MonthsTitle,
        [WorkbookTexts.HowMonths, WorkbookTexts.HowMonthsUpload, WorkbookTexts.HowMonthsBlank, WorkbookTexts.HowMonthsYear, WorkbookTexts.HowCountsOnly]);

    private static GridSheet? Sheet(FormView form, MonthTable table, ImmutableArray<Month> months)
    {
        if (months.IsEmpty || months.Length > MostMonths)
        {
            return null;
        }

        const string sum = "summa";
        var sheet = new SheetDraft(table.Title, WorkbookMark.OfMonths(form.Report.Key), [.. months.Select(m => m.Id), sum]);
        for (var i = 0; i < months.Length; i++)
        {
            sheet.Widen(i, MonthWidth);
        }

        sheet.Text(table.Title, GridStyle.Title);
        sheet.Text(form.Initiative.Name, GridStyle.Help);
        if (table.Rows.Where(r => r.Rule == MonthRule.Nothing).Select(r => r.Row.Label).ToArray() is { Length: > 0 } left)
        {
            sheet.Text(string.Format(CultureInfo.InvariantCulture, WorkbookTexts.NotByMonth, string.Join(", ", left)), GridStyle.Label);
        }
        else if (table.Matrix.Help is { } help)
        {
            // Of the whole table: it may speak of the very rows that are not counted here.
            sheet.Text(help, GridStyle.Help);
        }

        sheet.Block(table.Key);
        sheet.Frozen = sheet.NextRow;
        sheet.Heads(SheetKeys.Head(table.Key), table.Matrix.UnitLabel ?? FormTexts.Persons, [.. months.Select(m => m.Name), FormTexts.Sum]);
        foreach (var row in table.Rows.Where(r => r.Rule != MonthRule.Nothing))
        {
            Row(sheet, table, row, months.Length);
        }

        return sheet.Done().Sheet;
    }

    private static void Row(SheetDraft sheet, MonthTable table, MonthRow row, int months)
    {
        var (first, help) = (sheet.NextRow, row.Rule switch
        {
            MonthRule.First => WorkbookTexts.FirstMonth,
            MonthRule.Last => WorkbookTexts.LastMonth,
            _ => row.Row.Help,
        });
        foreach (var (index, field) in row.Fields.Index())
        {
            sheet.Row(
                field.Key, field.Label,
                [
                    .. Enumerable.Repeat(new GridCell(new CellValue.Blank(), GridStyle.Number), months),
                    .. row.Rule == MonthRule.Sum ? [TotalCell.Sum($"{SheetDraft.Address(0, sheet.NextRow)}:{SheetDraft.Address(months - 1, sheet.NextRow)}", [])] : Array.Empty<GridCell>(),
                ],
                index == 0 ? help : null);
        }

        if (table.Matrix.Columns.Length > 1)
        {
            var last = sheet.NextRow - 1;
            sheet.Row(
                SheetKeys.Ours, string.Format(CultureInfo.InvariantCulture, WorkbookTexts.TotalOf, row.Row.Label),
                Enumerable.Range(0, months + (row.Rule == MonthRule.Sum ? 1 : 0)).Select(c => TotalCell.Sum($"{SheetDraft.Address(c, first)}:{SheetDraft.Address(c, last)}", [])));
        }
    }
}

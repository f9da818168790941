using System.Collections.Immutable;
using Finsam.Documents.Excel;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word.Charts;

/// <summary>The workbook within a chart: what "Redigera data" in Word opens.</summary>
internal static class ChartWorkbook
{
    private const int ColumnWidth = 18;

    /// <summary>The workbook as bytes.</summary>
    public static byte[] Write(DraftPart.Chart chart, ImmutableArray<string> categories, ImmutableArray<string> names) => WorkbookWriter.Write(
    [
        new SheetTable(
            WordTexts.ChartSheet,
            [
                new SheetColumn(WordTexts.ChartCategories, ColumnFormat.Text, ColumnWidth * 2),
                .. names.Select(name => new SheetColumn(name, ColumnFormat.DecimalNumber, ColumnWidth)),
            ],
            [
                .. categories.Select((category, row) => ImmutableArray.Create<CellValue>(
                [
                    new CellValue.Text(category),
                    .. chart.Series.Select(series => series.Points[row].Value is { } value ? (CellValue)new CellValue.Number(value) : new CellValue.Blank()),
                ])),
            ]),
    ]);

    /// <summary>The series' names as a sheet has them: each other than the rest.</summary>
    public static ImmutableArray<string> Names(DraftPart.Chart chart) =>
        [.. ExcelNames.Headers([WordTexts.ChartCategories, .. chart.Series.Select(series => series.Name)]).Skip(1)];

    /// <summary>Where a series' name stands.</summary>
    public static string NameCell(int series) => Range(series + 1, 1, 1);

    /// <summary>Where the categories stand.</summary>
    public static string Categories(int count) => Range(0, 2, count + 1);

    /// <summary>Where a series' figures stand.</summary>
    public static string Values(int series, int count) => Range(series + 1, 2, count + 1);

    private static string Range(int column, int first, int last)
    {
        var letters = CellAddress.Letters(column);
        var from = FormattableString.Invariant($"{WordTexts.ChartSheet}!${letters}${first}");
        return last <= first ? from : FormattableString.Invariant($"{from}:${letters}${last}");
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Excel;

/// <summary>Writes a draft's figures as a workbook: a sheet a table and a chart, numbers as numbers, and beside each row where its figures come from.</summary>
public static class DraftWorkbookWriter
{
    private const int LabelWidth = 40;
    private const int FigureWidth = 16;
    private const int SourceWidth = 60;

    /// <summary>The workbook as bytes. The same draft gives the same bytes.</summary>
    public static byte[] Write(DraftDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var parts = Numbered(document).ToImmutableArray();
        var figures = FiguresInText(document).ToImmutableArray();
        ImmutableArray<string> names =
        [
            .. ExcelNames.Sheets(
            [
                ExcelTexts.DraftContents,
                .. parts.Select(part => part.Name),
                .. figures.IsEmpty ? [] : new[] { ExcelTexts.DraftFigures },
            ]),
        ];
        return WorkbookWriter.Write(
        [
            Contents(document, parts, names),
            .. parts.Select((part, i) => Sheet(part.Table, names[i + 1])),
            .. figures.IsEmpty ? [] : new[] { Figures(figures) },
        ]);
    }

    // Numbered as Word numbers the captions, so that one finds the table of the document.
    private static IEnumerable<(string Name, DraftPart.Table Table)> Numbered(DraftDocument document)
    {
        var (tables, charts) = (0, 0);
        foreach (var part in document.Parts)
        {
            if (part is DraftPart.Table table)
            {
                yield return (Named(ExcelTexts.DraftTable, ++tables, table.Caption), table);
            }
            else if (part is DraftPart.Chart chart)
            {
                yield return (Named(ExcelTexts.DraftChart, ++charts, chart.Caption), ChartData.Of(chart));
            }
        }
    }

    private static string Named(string format, int number, string caption) => string.Format(CultureInfo.InvariantCulture, format, number, caption);

    private static SheetTable Contents(DraftDocument document, ImmutableArray<(string Name, DraftPart.Table Table)> parts, ImmutableArray<string> names) => new(
        ExcelTexts.DraftContents,
        [
            new(ExcelTexts.DraftSheet, ColumnFormat.Text, LabelWidth),
            new(ExcelTexts.DraftCaption, ColumnFormat.Text, SourceWidth),
            new(ExcelTexts.DraftNotes, ColumnFormat.Text, SourceWidth),
        ],
        [
            [Text(names[0]), Text(string.Format(CultureInfo.InvariantCulture, ExcelTexts.DraftSubtitle, document.AssociationName, document.Title, document.Subtitle)), new CellValue.Blank()],
            .. parts.Select((part, i) => ImmutableArray.Create(Text(names[i + 1]), Text(part.Table.Caption), Text(string.Join('\n', part.Table.Notes)))),
        ]);

    private static SheetTable Sheet(DraftPart.Table table, string name)
    {
        // A table without figures that have sources needs no column for them.
        var hasSources = table.Rows.Any(row => row.Cells.Any(cell => cell.Source is not null));
        return new SheetTable(
            name,
            [
                .. table.Columns.Select((column, i) => Column(table, column, i)),
                .. hasSources ? [new SheetColumn(ExcelTexts.DraftSource, ColumnFormat.Text, SourceWidth)] : Array.Empty<SheetColumn>(),
            ],
            [
                .. table.Rows.Select(row => ImmutableArray.Create<CellValue>(
                [
                    .. row.Cells.Select(Cell),
                    .. hasSources ? [Sources(row.Cells.Select(cell => cell.Source))] : Array.Empty<CellValue>(),
                ])),
            ]);
    }

    private static SheetColumn Column(DraftPart.Table table, TableColumn column, int place)
    {
        var values = table.Rows.Where(row => row.Cells.Length > place).Select(row => row.Cells[place].Value).OfType<decimal>().ToList();
        var format = values.Count == 0 ? ColumnFormat.Text : values.TrueForAll(value => value == decimal.Truncate(value)) ? ColumnFormat.Amount : ColumnFormat.DecimalNumber;
        return new SheetColumn(column.Header, format, column.Alignment == Alignment.Right ? FigureWidth : LabelWidth);
    }

    private static CellValue Cell(TableCell cell) => cell.Value is { } value ? new CellValue.Number(value) : Text(cell.Text);

    private static SheetTable Figures(ImmutableArray<Inline.Figure> figures) => new(
        ExcelTexts.DraftFigures,
        [
            new(ExcelTexts.DraftFigure, ColumnFormat.Text, LabelWidth),
            new(ExcelTexts.DraftValue, ColumnFormat.DecimalNumber, FigureWidth),
            new(ExcelTexts.DraftSource, ColumnFormat.Text, SourceWidth),
        ],
        [
            .. figures.Select(figure => ImmutableArray.Create(
                Text(figure.Display), figure.Value is { } value ? new CellValue.Number(value) : new CellValue.Blank(), Sources([figure.Source]))),
        ]);

    private static IEnumerable<Inline.Figure> FiguresInText(DraftDocument document) => document.Parts
        .SelectMany(part => part switch
        {
            DraftPart.Paragraph paragraph => paragraph.Inlines,
            DraftPart.List list => [.. list.Items.SelectMany(item => item)],
            _ => [],
        })
        .OfType<Inline.Figure>();

    private static CellValue Sources(IEnumerable<FigureSource?> sources) => Text(string.Join('\n', FigureSource.Sum(sources).Addresses));

    // What is too long for a cell is in the Word document whole.
    private static CellValue Text(string text)
    {
        var lines = XmlText.Lines(text);
        return lines.Length == 0 ? new CellValue.Blank()
            : new CellValue.Text(lines.Length <= WorkbookWriter.LongestText ? lines : XmlText.Shortened(lines, WorkbookWriter.LongestText));
    }
}

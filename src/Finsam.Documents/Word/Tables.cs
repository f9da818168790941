using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;
using Alignment = Finsam.Domain.Drafts.Alignment;
using Row = Finsam.Domain.Drafts.TableRow;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word;

/// <summary>Tables as a screen reader needs them: one head row that is repeated on each page, a first column of row headings, a name and a
/// description, no merged cells and none that are there for looks.</summary>
internal sealed class Tables(Numbering numbering)
{
    // About fifteen lines in a cell of a third of the page's width.
    private const int LongCell = 600;

    private int _count;

    /// <summary>"Tabell 3. Deltagare", above the table and kept with it.</summary>
    public Paragraph Caption(DraftPart.Table table)
    {
        var number = (++_count).ToString(CultureInfo.InvariantCulture);
        return Paragraphs.Of(
            StyleIds.Caption,
            [
                Runs.Of(WordTexts.Table + " "),
                .. Runs.Field($@"SEQ {WordTexts.Table} \* ARABIC", number),
                Runs.Of(". " + XmlText.Line(table.Caption)),
            ]);
    }

    /// <summary>The table and its notes.</summary>
    public IEnumerable<OpenXmlElement> WithNotes(DraftPart.Table table, int textWidth)
    {
        Check(table);
        if (table.Rows.IsEmpty)
        {
            yield return Paragraphs.Of(StyleIds.TableNote, WordTexts.TableWithoutRows);
        }
        else
        {
            yield return Body(table, textWidth);
        }

        foreach (var note in table.Notes.Where(note => XmlText.Line(note).Length > 0))
        {
            yield return Paragraphs.Of(StyleIds.TableNote, note);
        }
    }

    /// <summary>A cell's paragraphs. Blank lines are left out; an empty cell still has one.</summary>
    public static IReadOnlyList<string> CellLines(string text)
    {
        var lines = XmlText.Lines(text).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return lines.Count == 0 ? [""] : lines;
    }

    private static void Check(DraftPart.Table table)
    {
        if (table.Columns.IsEmpty)
        {
            throw new ArgumentException($"Table '{table.Id}' has no columns.", nameof(table));
        }

        var odd = table.Rows.FirstOrDefault(row => row.Cells.Length != table.Columns.Length);
        if (odd is not null)
        {
            var position = table.Rows.IndexOf(odd) + 1;
            throw new ArgumentException(
                $"Table '{table.Id}', row {position}: {odd.Cells.Length} cells for {table.Columns.Length} columns.", nameof(table));
        }
    }

    private Table Body(DraftPart.Table table, int textWidth)
    {
        var widths = TableWidths.Of(table, textWidth);
        var whole = TextMeasure.IsKeptTogether(table);
        var body = new Table(Properties(table, textWidth), new TableGrid(widths.Select(width => new GridColumn { Width = Text(width) })));
        if (table.ShowHeader)
        {
            body.AppendChild(HeadRow(table.Columns, widths));
        }

        for (var i = 0; i < table.Rows.Length; i++)
        {
            var isLast = i == table.Rows.Length - 1;
            var leadsToSum = !isLast && table.Rows[i + 1].Kind != RowKind.Normal;
            var wouldLeaveOneAlone = i == table.Rows.Length - 2 && CanMove(table.Rows[i]) && CanMove(table.Rows[i + 1]);
            var keep = isLast ? table.Notes.Length > 0 : whole || leadsToSum || wouldLeaveOneAlone;
            var opensAside = table.Rows[i].Kind == RowKind.Aside && (i == 0 || table.Rows[i - 1].Kind != RowKind.Aside);
            body.AppendChild(BodyRow(table.Rows[i], table.Columns, widths, keep, opensAside));
        }

        return body;
    }

    // A long row is allowed to break over pages, and is not moved for another's sake.
    private static bool CanMove(Row row) => row.Cells.All(cell => cell.Text.Length <= LongCell);

    private static TableProperties Properties(DraftPart.Table table, int textWidth)
    {
        var caption = XmlText.Line(table.Caption);
        var heads = string.Join(", ", table.Columns.Select(column => XmlText.Line(column.Header)));
        var description = table.ShowHeader
            ? string.Format(CultureInfo.InvariantCulture, WordTexts.TableDescription, table.Rows.Length, table.Columns.Length, heads)
            : string.Format(CultureInfo.InvariantCulture, WordTexts.FormSheetDescription, table.Rows.Length);
        return new TableProperties(
            new TableStyle { Val = table.ShowHeader ? StyleIds.TableGrid : StyleIds.FormSheet },
            new TableWidth { Width = Text(textWidth), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook
            {
                Val = table.ShowHeader ? "06A0" : "0680",
                FirstRow = table.ShowHeader,
                LastRow = false,
                FirstColumn = true,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            },
            new TableCaption { Val = caption },
            new TableDescription { Val = description });
    }

    private static W.TableRow HeadRow(ImmutableArray<TableColumn> columns, ImmutableArray<int> widths)
    {
        var row = new W.TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < columns.Length; i++)
        {
            var head = Paragraphs.Of(StyleIds.TableHead, XmlText.Line(columns[i].Header));
            row.AppendChild(Cell(widths[i], CellProperties(RowKind.Normal, false, FollowsFigures(columns, i)), [columns[i].Alignment == Alignment.Right ? head.ToTheRight() : head]));
        }

        return row;
    }

    private W.TableRow BodyRow(
        Row source, ImmutableArray<TableColumn> columns, ImmutableArray<int> widths, bool keepWithNext, bool opensAside)
    {
        // A row stays on one page, but for one so long that keeping it together would leave half a page empty.
        var row = source.Cells.Any(c => c.Text.Length > LongCell) ? new W.TableRow() : new W.TableRow(new TableRowProperties(new CantSplit()));
        var characters = source.Kind switch { RowKind.Total => StyleIds.Strong, RowKind.Aside => StyleIds.Quiet, _ => null };
        for (var i = 0; i < columns.Length; i++)
        {
            var paragraphs = CellParagraphs(source.Cells[i], columns[i].Alignment, characters).ToList();
            if (keepWithNext)
            {
                paragraphs.ForEach(paragraph => paragraph.KeptWithNext());
            }

            row.AppendChild(Cell(widths[i], CellProperties(source.Kind, opensAside, FollowsFigures(columns, i)), paragraphs));
        }

        return row;
    }

    private IEnumerable<Paragraph> CellParagraphs(Domain.Drafts.TableCell cell, Alignment alignment, string? characters)
    {
        var lines = CellLines(cell.Text);
        if (cell.Numbered && lines[0].Length > 0)
        {
            var list = numbering.NewCellList();
            return lines.Select(line => Paragraphs.Of(StyleIds.TableNumber, [Runs.WithWholeDates(line, characters)]).InList(list));
        }

        var style = alignment == Alignment.Right ? StyleIds.TableFigure : StyleIds.TableText;
        return lines.Select(line => Paragraphs.Of(style, [Runs.WithWholeDates(line, characters)]));
    }

    private static W.TableCell Cell(int width, TableCellProperties properties, IEnumerable<Paragraph> paragraphs)
    {
        properties.TableCellWidth = new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa };
        return new W.TableCell([properties, .. paragraphs]);
    }

    private static TableCellProperties CellProperties(RowKind kind, bool opensAside, bool followsFigures)
    {
        var properties = new TableCellProperties();
        if (kind == RowKind.Total || opensAside)
        {
            properties.TableCellBorders = new TableCellBorders(new TopBorder
            {
                Val = BorderValues.Single,
                Size = kind == RowKind.Total ? 8u : 4u,
                Space = 0,
                Color = Palette.Accent,
            });
        }

        if (opensAside || followsFigures)
        {
            properties.TableCellMargin = new TableCellMargin();
        }

        if (opensAside)
        {
            properties.TableCellMargin!.TopMargin = new TopMargin { Width = "100", Type = TableWidthUnitValues.Dxa };
        }

        if (followsFigures)
        {
            properties.TableCellMargin!.LeftMargin = new LeftMargin { Width = "240", Type = TableWidthUnitValues.Dxa };
        }

        return properties;
    }

    // Text that begins where a figure ends would be read as one with it.
    private static bool FollowsFigures(ImmutableArray<TableColumn> columns, int column) =>
        column > 0 && columns[column].Alignment == Alignment.Left && columns[column - 1].Alignment == Alignment.Right;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

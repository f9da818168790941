using System.Collections.Immutable;
using System.Globalization;
using Finsam.Documents.Pdf.Text;

namespace Finsam.Documents.Pdf.Layout;

/// <summary>A table as blocks: its caption, its header row and its rows.</summary>
internal static class TableBlocks
{
    private const double TextHeight = PageLayout.Bottom - PageLayout.Top;

    // A short table stays whole, as in the Word documents.
    private const double HighestKept = 0.4 * TextHeight;

    // What one writes in is turned over as little as can be.
    private const double HighestKeptToFillIn = 0.5 * TextHeight;

    // A header row that is higher would leave no room for the rows.
    private const double HighestRepeated = 0.3 * TextHeight;
    private const double RowToFillIn = 9 * PageLayout.Millimetre;

    /// <summary>The blocks.</summary>
    public static IEnumerable<Block> Of(PdfPart.Table table)
    {
        var headers = table.Columns.Select(column => PrintableText.Lines(column.Header)).ToImmutableArray();
        var cells = table.Rows.Select(row => row.Cells.Select(PrintableText.Lines).ToImmutableArray()).ToImmutableArray();
        var groups = ColumnWidths.Of(
            table, i => [(headers[i], true), .. cells.Select((row, r) => (row[i], table.Rows[r].IsTotal))]);

        return groups.SelectMany((group, index) => OneTable(table, headers, cells, group, Caption(table, index, groups.Length)));
    }

    private static string Caption(PdfPart.Table table, int index, int count)
    {
        var caption = PrintableText.Lines(table.Caption);
        return count == 1 ? caption : string.Format(CultureInfo.InvariantCulture, PdfTexts.TablePart, caption, index + 1, count).TrimStart();
    }

    private static List<Block> OneTable(
        PdfPart.Table table, ImmutableArray<string> headers, ImmutableArray<ImmutableArray<string>> cells, ColumnWidths widths, string caption)
    {
        var blocks = new List<Block>();
        if (caption.Length > 0)
        {
            blocks.Add(new TextBlock(LineBreaker.Break(caption, TextStyle.Strong, PageLayout.TextWidth), TextStyle.Strong, Tag.Caption)
            {
                SpaceBefore = 12,
                KeepWithNext = true,
            });
        }

        var head = Row(headers, widths, table, isTotal: false, isHead: true) with
        {
            Opens = [Tag.Head],
            Closes = 1,
            KeepWithNext = cells.Length > 0,
            SpaceBefore = caption.Length > 0 ? 4 : 12,
        };
        blocks.Add(head);

        Block? repeated = head.Height <= HighestRepeated ? head with { IsRepeated = true, Opens = [], Closes = 0 } : null;
        var first = blocks.Count;
        blocks.AddRange(cells.Select((row, i) => Row(row, widths, table, table.Rows[i].IsTotal, isHead: false) with { Head = repeated }));
        if (cells.Length > 0)
        {
            blocks[first] = blocks[first] with { Opens = [Tag.Body] };
            blocks[^1] = blocks[^1] with { Closes = 1 };
        }

        Keep(blocks, first, table.ToFillIn ? HighestKeptToFillIn : HighestKept);
        blocks[0] = blocks[0] with { Opens = [Tag.Table, .. blocks[0].Opens] };
        blocks[^1] = blocks[^1] with { Closes = blocks[^1].Closes + 1 };
        return blocks;
    }

    // All rows of a short table; of a long one the last two, so that a sum is never alone.
    private static void Keep(List<Block> blocks, int first, double highest)
    {
        var from = blocks.Sum(block => block.Height) <= highest ? first : Math.Max(first, blocks.Count - 2);
        for (var i = from; i < blocks.Count - 1; i++)
        {
            blocks[i] = blocks[i] with { KeepWithNext = true };
        }
    }

    private static RowBlock Row(ImmutableArray<string> texts, ColumnWidths widths, PdfPart.Table table, bool isTotal, bool isHead)
    {
        var cells = ImmutableArray.CreateBuilder<RowCell>();
        var left = PageLayout.Left;
        var style = (isHead || isTotal ? TextStyle.Strong : TextStyle.Body).At(widths.Size);
        for (var i = 0; i < widths.Columns.Length; i++)
        {
            var column = widths.Columns[i];
            cells.Add(new RowCell(
                LineBreaker.Break(texts[column], style, widths.Widths[i] - (2 * widths.Padding)),
                style,
                left,
                widths.Widths[i],
                isHead ? Tag.ColumnHeader : column == 0 ? Tag.RowHeader : Tag.Cell)
            {
                Padding = widths.Padding,
                IsRight = table.Columns[column].IsNumeric,
            });
            left += widths.Widths[i];
        }

        return new RowBlock(cells.ToImmutable(), Tag.Row)
        {
            Look = isHead ? RowLook.Head : table.ToFillIn ? RowLook.Grid : isTotal ? RowLook.Total : RowLook.Plain,
            MinimumHeight = table.ToFillIn && !isHead ? RowToFillIn : 0,
        };
    }
}

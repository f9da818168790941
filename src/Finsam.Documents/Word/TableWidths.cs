using System.Collections.Immutable;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>How wide a table's columns are: as the draft shares the width, but never so narrow that a figure is broken over two lines.</summary>
internal static class TableWidths
{
    // A digit in strong type of the tables' size, in the wider of the types that stand in for Calibri; and the air beside it.
    private const int DigitWidth = 134;
    private const int Air = 190;

    /// <summary>The columns' widths, which add up to the width of the text.</summary>
    public static ImmutableArray<int> Of(DraftPart.Table table, int textWidth)
    {
        var shared = Shared(table.Columns, textWidth);
        var least = table.Columns.Select((column, i) => column.Alignment == Alignment.Right ? Least(table, i) : 0).ToList();
        var lacking = shared.Select((width, i) => Math.Max(0, least[i] - width)).Sum();

        // The others give in proportion to what they can spare, and none more than a third.
        var spare = shared.Select((width, i) => Math.Clamp(width - least[i], 0, width / 3)).ToList();
        var total = (long)spare.Sum();
        if (lacking == 0 || lacking > total)
        {
            return shared;
        }

        var widths = shared.Select((width, i) => width < least[i] ? least[i] : width - (int)(lacking * (long)spare[i] / total)).ToArray();
        widths[spare.IndexOf(spare.Max())] -= widths.Sum() - textWidth; // What the rounding left.
        return [.. widths];
    }

    private static ImmutableArray<int> Shared(ImmutableArray<TableColumn> columns, int textWidth)
    {
        var shares = columns.Select(column => (long)Math.Max(1, column.Width)).ToList();
        var total = shares.Sum();
        var edges = shares.Select((_, i) => (int)(textWidth * shares.Take(i + 1).Sum() / total)).ToList();
        return [.. edges.Select((edge, i) => edge - (i == 0 ? 0 : edges[i - 1]))];
    }

    // Words may break where they have a space; a figure has none that breaks.
    private static int Least(DraftPart.Table table, int column) => Air + (DigitWidth * table.Rows
        .Where(row => row.Cells.Length > column && row.Cells[column].Value is not null)
        .Select(row => XmlText.Line(row.Cells[column].Text).Length)
        .DefaultIfEmpty().Max());
}

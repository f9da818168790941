using System.Collections.Immutable;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>How wide a table's columns are: as the draft shares the width, but never so narrow that a figure or a word is broken over two lines, as long as
/// there is room.</summary>
internal static class TableWidths
{
    // A digit in strong type of the tables' size, in the wider of the types that stand in for Calibri; and the air beside it.
    private const int DigitWidth = 134;
    private const int Air = 190;

    // A letter in strong type of the tables' size. Longer than this are addresses, which break anyhow.
    private const int LetterWidth = 98;
    private const int LongestWord = 30;

    /// <summary>The columns' widths, which add up to the width of the text.</summary>
    public static ImmutableArray<int> Of(DraftPart.Table table, int textWidth)
    {
        var shared = Shared(table.Columns, textWidth);
        var least = table.Columns.Select((column, i) => Math.Max(column.Alignment == Alignment.Right ? LeastForFigures(table, i) : 0, LeastForWords(table, i))).ToList();
        var lacking = shared.Select((width, i) => Math.Max(0, least[i] - width)).Sum();

        // The others give in proportion to what they can spare.
        var spare = shared.Select((width, i) => Math.Max(0, width - least[i])).ToList();
        var total = (long)spare.Sum();
        if (lacking == 0 || total == 0)
        {
            return shared;
        }

        // Where there is not room for all, each gets as large a part of what it lacks.
        var given = Math.Min(lacking, total);
        var widths = shared.Select((width, i) => width < least[i]
            ? width + (int)((least[i] - width) * given / lacking)
            : width - (int)(given * spare[i] / total)).ToArray();
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
    private static int LeastForFigures(DraftPart.Table table, int column) => Air + (DigitWidth * table.Rows
        .Where(row => row.Cells.Length > column && row.Cells[column].Value is not null)
        .Select(row => XmlText.Line(row.Cells[column].Text).Length)
        .DefaultIfEmpty().Max());

    private static int LeastForWords(DraftPart.Table table, int column) => Air + (LetterWidth * table.Rows
        .Where(row => row.Cells.Length > column).Select(row => row.Cells[column].Text)
        .Append(table.ShowHeader ? table.Columns[column].Header : "")
        .SelectMany(text => text.Split([' ', '\n', '/', '\t']))
        .Select(word => word.Length).Where(length => length <= LongestWord).DefaultIfEmpty().Max());
}

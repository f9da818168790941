using System.Collections.Immutable;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>How wide a table's columns are: as the draft shares the width, as long as every text stands on a line of its own in it. Where it does not, the
/// short columns get what they need, and the long ones share the rest so that the table is low. No figure or word is broken over two lines while there is
/// room.</summary>
internal static class TableWidths
{
    // A digit in strong type of the tables' size, in the wider of the types that stand in for Calibri; and the air beside it.
    private const int DigitWidth = 134;
    private const int Air = 250;

    // A letter in strong type of the tables' size.
    private const int LetterWidth = 102;
    private const int FewestFigureLetters = 6;

    // A letter of running text, with what is left empty at the ends of lines.
    private const int TextWidth = 100;

    // A head may stand on several lines, but a short one is not broken for nothing.
    private const int HeadLetters = 18;
    private const int BrokenHeadAir = 3;

    // Names, dates and spans of dates are not squeezed by a long text beside them: the widest of these that leaves the long ones something to share is
    // kept for each column.
    private static readonly ImmutableArray<int> Unsqueezed = [2450, 1800, 1300];
    private const double MostUnsqueezed = 0.85;

    /// <summary>The columns' widths, which add up to the width of the text.</summary>
    public static ImmutableArray<int> Of(DraftPart.Table table, int textWidth)
    {
        var shared = Shared(table.Columns, textWidth);
        var least = Least(table, DraftPart.Table.LongestWholeWord);
        least = least.Sum() > textWidth ? Least(table, DraftPart.Table.LongestCompound) : least; // The longest compounds are hyphenated before other words are broken.
        if (!table.ShowHeader || least.Sum() >= textWidth)
        {
            return Balanced(shared, least, textWidth); // The sheets of an appendix are alike, whatever they say.
        }

        var whole = table.Columns.Select((_, i) => Math.Max(least[i], LeastForLines(table, i) + MarginOf(table, i))).ToImmutableArray();
        return whole.Sum() <= textWidth ? Balanced(shared, whole, textWidth) : ByContent(table, least, whole, textWidth);
    }

    private static ImmutableArray<int> Least(DraftPart.Table table, int longestWord) =>
        [.. table.Columns.Select((column, i) => Math.Max(column.Alignment == Alignment.Right ? LeastForFigures(table, i) : 0, LeastForWords(table, i, longestWord)) + MarginOf(table, i))];

    private static ImmutableArray<int> Shared(ImmutableArray<TableColumn> columns, int textWidth) => InProportion([.. columns.Select(column => (long)Math.Max(1, column.Width))], textWidth);

    private static ImmutableArray<int> InProportion(ImmutableArray<long> shares, int width)
    {
        var total = shares.Sum();
        var edges = shares.Select((_, i) => (int)(width * shares.Take(i + 1).Sum() / total)).ToList();
        return [.. edges.Select((edge, i) => edge - (i == 0 ? 0 : edges[i - 1]))];
    }

    // Those that have more than they need give in proportion to what they can spare.
    private static ImmutableArray<int> Balanced(ImmutableArray<int> shared, ImmutableArray<int> least, int textWidth)
    {
        var lacking = shared.Select((width, i) => Math.Max(0, least[i] - width)).Sum();
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

    // What is left goes where it makes the table lower, and then to those that do not stand on a line yet.
    private static ImmutableArray<int> ByContent(DraftPart.Table table, ImmutableArray<int> least, ImmutableArray<int> whole, int textWidth)
    {
        var widths = Unsqueezed.Select(unsqueezed => least.Select((width, i) => Math.Max(width, Math.Min(whole[i], unsqueezed))).ToImmutableArray())
            .FirstOrDefault(f => f.Sum() <= textWidth * MostUnsqueezed, least);
        while (Widening(table, widths, whole, textWidth - widths.Sum()) is var (column, more) && more > 0)
        {
            widths = widths.SetItem(column, widths[column] + more);
        }

        ImmutableArray<long> wanting = [.. widths.Select((width, i) => (long)Math.Max(0, whole[i] - width))];
        var left = InProportion(wanting.Sum() == 0 ? [.. wanting.Select(_ => 1L)] : wanting, textWidth - widths.Sum());
        return [.. widths.Select((width, i) => width + left[i])];
    }

    // The column, and how much wider, that takes away most lines for its width.
    private static (int Column, int More) Widening(DraftPart.Table table, ImmutableArray<int> widths, ImmutableArray<int> whole, int room)
    {
        var lines = Height(table, widths);
        var tries = from column in Enumerable.Range(0, widths.Length)
                    from text in Texts(table, column).Append(table.Columns[column].Header)
                    let now = Lines(text, widths[column] - MarginOf(table, column))
                    where now > text.Split('\n').Length
                    let more = Math.Min(whole[column], WidthFor(text, now - 1) + MarginOf(table, column)) - widths[column]
                    where more > 0 && more <= room
                    select (column, more);
        return (from way in tries.Distinct()
                let gained = lines - Height(table, widths.SetItem(way.column, widths[way.column] + way.more))
                where gained > 0
                orderby (double)gained / way.more descending, way.column
                select way).FirstOrDefault();
    }

    private static int Height(DraftPart.Table table, ImmutableArray<int> widths) =>
        table.Rows.Select(row => row.Cells.Select(cell => cell.Text)).Append(table.Columns.Select(column => column.Header))
            .Sum(row => row.Take(widths.Length).Select((text, i) => Lines(text, widths[i] - MarginOf(table, i))).DefaultIfEmpty(1).Max());

    // About so many: words that do not fit leave a part of their line empty.
    private static int Lines(string text, int width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * (double)TextWidth / Math.Max(TextWidth, width - Air))));

    private static int WidthFor(string text, int lines)
    {
        var width = Air + (int)Math.Ceiling(text.Length * (double)TextWidth / lines);
        while (Lines(text, width) > lines)
        {
            width += TextWidth;
        }

        return width;
    }

    // Text that follows figures stands further in.
    private static int MarginOf(DraftPart.Table table, int column) => Tables.FollowsFigures(table.Columns, column) ? Tables.MarginAfterFigures - Tables.Margin : 0;

    // Words may break where they have a space; a figure has none that breaks.
    private static int LeastForFigures(DraftPart.Table table, int column) => Math.Max(Air + (LetterWidth * FewestFigureLetters), Air + (DigitWidth * table.Rows
        .Where(row => row.Cells.Length > column && row.Cells[column].Value is not null)
        .Select(row => XmlText.Line(row.Cells[column].Text).Length)
        .DefaultIfEmpty().Max()));

    private static int LeastForWords(DraftPart.Table table, int column, int longestWord) => Air + (LetterWidth * Texts(table, column)
        .Append(table.ShowHeader ? table.Columns[column].Header : "")
        .SelectMany(Words).Where(length => length <= DraftPart.Table.LongestWholeWord).Select(length => Math.Min(length, longestWord)).DefaultIfEmpty().Max());

    private static int LeastForLines(DraftPart.Table table, int column)
    {
        var head = table.Columns[column].Header;
        return Air + (LetterWidth * Texts(table, column)
            .SelectMany(text => text.Split('\n')).Select(line => line.Length)
            .Append(Math.Min(head.Length, Math.Min(HeadLetters, (head.Length / 2) + BrokenHeadAir))).Max());
    }

    private static IEnumerable<string> Texts(DraftPart.Table table, int column) => table.Rows.Where(row => row.Cells.Length > column).Select(row => row.Cells[column].Text);

    private static IEnumerable<int> Words(string text) => text.Split([.. DraftPart.Table.WordBreaks]).Select(word => word.Length);
}

using System.Collections.Immutable;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>How wide a table's columns are: as the draft shares the width, as long as every text stands on a line of its own in it. Where it does not, the
/// short columns get what they need and the long ones share the rest by how much they say. No figure or word is broken over two lines while there is
/// room.</summary>
internal static class TableWidths
{
    // A digit in strong type of the tables' size, in the wider of the types that stand in for Calibri; and the air beside it.
    private const int DigitWidth = 134;
    private const int Air = 250;

    // A letter in strong type of the tables' size.
    private const int LetterWidth = 102;
    private const int FewestFigureLetters = 6;

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

    // Shared by how much the columns say. Those that would get more than they need, or less than they can do with, are settled first.
    private static ImmutableArray<int> ByContent(DraftPart.Table table, ImmutableArray<int> least, ImmutableArray<int> whole, int textWidth)
    {
        var floors = Unsqueezed.Select(unsqueezed => least.Select((width, i) => Math.Max(width, Math.Min(whole[i], unsqueezed))).ToImmutableArray())
            .FirstOrDefault(f => f.Sum() <= textWidth * MostUnsqueezed, least);
        var volumes = table.Columns.Select((_, i) => Volume(table, i)).ToImmutableArray();
        var settled = new int?[volumes.Length];
        while (true)
        {
            var open = Enumerable.Range(0, settled.Length).Where(i => settled[i] is null).ToImmutableArray();
            var room = textWidth - settled.Sum(width => width ?? 0);
            if (open.IsEmpty)
            {
                return [.. settled.Select(width => width!.Value)];
            }

            var shares = InProportion([.. open.Select(i => volumes[i])], room);
            var clamped = open.Select((column, i) => Math.Clamp(shares[i], floors[column], whole[column])).ToImmutableArray();
            var excess = clamped.Sum() - room;
            foreach (var (i, column) in open.Index())
            {
                if (excess == 0 || (excess > 0 ? clamped[i] > shares[i] : clamped[i] < shares[i]))
                {
                    settled[column] = clamped[i];
                }
            }
        }
    }

    // Text that follows figures stands further in.
    private static int MarginOf(DraftPart.Table table, int column) => Tables.FollowsFigures(table.Columns, column) ? Tables.MarginAfterFigures - Tables.Margin : 0;

    // By the roots, row for row: one long answer does not press the short texts beside the others together.
    private static long Volume(DraftPart.Table table, int column) => 1 + Texts(table, column).Sum(text => (long)(1000 * Math.Sqrt(text.Length)));

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

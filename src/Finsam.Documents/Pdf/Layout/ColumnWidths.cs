using System.Collections.Immutable;
using Finsam.Documents.Pdf.Text;

namespace Finsam.Documents.Pdf.Layout;

/// <summary>How wide a table's columns are. Letters become smaller before a word has to be broken; a table that is still too wide is divided into
/// several, each with the first column.</summary>
internal sealed record ColumnWidths(ImmutableArray<int> Columns, ImmutableArray<double> Widths, double Size, double Padding)
{
    private const double Total = PageLayout.TextWidth;

    // No column asks for more than this for a single word, or for its longest line. Together two columns fit beside each other.
    private const double WidestWord = 0.4 * Total;
    private const double WidestLine = 0.6 * Total;

    // How much more of the room that is left a wide column gets than another.
    private const int WideShare = 3;

    private static readonly (double Size, double Padding)[] Steps = [(9.5, 6), (8.75, 4.5), (8, 3)];

    /// <summary>The tables that a table is printed as: most often one.</summary>
    public static ImmutableArray<ColumnWidths> Of(PdfPart.Table table, Func<int, IEnumerable<(string Text, bool IsStrong)>> texts)
    {
        foreach (var (size, padding) in Steps)
        {
            var measures = Measure(table, texts, size, padding);
            if (measures.Sum(column => column.Least) <= Total)
            {
                return [Distribute([.. Enumerable.Range(0, measures.Length)], measures, (size, padding), table.ToFillIn)];
            }
        }

        // At the size between: when it is divided all the same, it may as well be easy to read.
        var (middle, room) = Steps[1];
        var all = Measure(table, texts, middle, room);
        return [.. Groups(all).Select(columns => Distribute(columns, all, (middle, room), table.ToFillIn))];
    }

    private static ImmutableArray<Column> Measure(
        PdfPart.Table table, Func<int, IEnumerable<(string Text, bool IsStrong)>> texts, double size, double padding)
    {
        var regular = TextStyle.Body.At(size);
        var strong = TextStyle.Strong.At(size);
        return
        [
            .. table.Columns.Select((header, i) =>
            {
                var (word, line) = (0.0, 0.0);
                foreach (var (text, isStrong) in texts(i))
                {
                    var style = isStrong ? strong : regular;
                    word = Math.Max(word, LineBreaker.LongestPiece(text, style));
                    line = Math.Max(line, text.Split('\n').Max(one => style.Width(one)));
                }

                // A hair more, so that what was measured in one way also fits when it is measured in another.
                var least = Math.Min(word, WidestWord) + (2 * padding) + 0.1;
                return new Column(least, Math.Max(least, Math.Min(line, WidestLine) + (2 * padding) + 0.1), header.IsWide ? WideShare : 1);
            }),
        ];
    }

    // As many in each as can be: ten columns and two would be harder to compare than six and six.
    private static List<ImmutableArray<int>> Groups(ImmutableArray<Column> columns)
    {
        var fewest = Groups(columns, columns.Length);
        var most = (columns.Length - 1 + fewest.Count - 1) / fewest.Count;
        var even = Groups(columns, most);
        return even.Count == fewest.Count ? even : fewest;
    }

    private static List<ImmutableArray<int>> Groups(ImmutableArray<Column> columns, int most)
    {
        var groups = new List<ImmutableArray<int>>();
        var group = new List<int>();
        var used = columns[0].Least;
        for (var i = 1; i < columns.Length; i++)
        {
            if (group.Count > 0 && (group.Count == most || used + columns[i].Least > Total))
            {
                groups.Add([0, .. group]);
                group.Clear();
                used = columns[0].Least;
            }

            group.Add(i);
            used += columns[i].Least;
        }

        groups.Add([0, .. group]);
        return groups;
    }

    private static ColumnWidths Distribute(
        ImmutableArray<int> chosen, ImmutableArray<Column> all, (double Size, double Padding) step, bool toFillIn)
    {
        var columns = chosen.Select(i => all[i]).ToArray();
        var least = columns.Sum(column => column.Least);
        var natural = columns.Sum(column => column.Natural);
        double[] widths;
        if (toFillIn && columns.Length > 1 && columns.All(column => column.Share == 1)
            && Math.Min(columns[0].Natural, Total - ((columns.Length - 1) * columns[1..].Max(column => column.Least))) is var first && first >= columns[0].Least)
        {
            // One has as much to write in each, whatever the header is called.
            widths = [first, .. columns[1..].Select(_ => (Total - first) / (columns.Length - 1))];
        }
        else if (natural > Total)
        {
            var share = (Total - least) / (natural - least);
            widths = [.. columns.Select(column => column.Least + (share * (column.Natural - column.Least)))];
        }
        else if (columns.Any(column => column.Share > 1))
        {
            // What is written counts here, and not how long the headers are.
            var shares = columns.Sum(column => column.Share);
            widths = [.. columns.Select(column => column.Least + ((Total - least) * column.Share / shares))];
        }
        else
        {
            widths = [.. columns.Select(column => column.Natural + ((Total - natural) / columns.Length))];
        }

        return new(chosen, [.. widths], step.Size, step.Padding);
    }

    private sealed record Column(double Least, double Natural, int Share);
}

using System.Collections.Immutable;

namespace Finsam.Domain.Drafts.Changes;

/// <summary>What a draft says cell by cell, kept beside it so that a later version can tell what has changed.</summary>
/// <param name="Tables">The tables, the charts as the tables they are of, and last the figures in running text.</param>
public sealed record DraftFigures(ImmutableArray<FigureTable> Tables)
{
    /// <summary>The id of the figures that stand in running text.</summary>
    public const string TextId = "~text";

    /// <summary>A draft's figures.</summary>
    public static DraftFigures Of(DraftDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new([.. document.Parts.Select(Table).OfType<FigureTable>(), new FigureTable(TextId, "", InText(document))]);
    }

    private static FigureTable? Table(DraftPart part) => part switch
    {
        DraftPart.Table table => Of(table),
        DraftPart.Chart chart => Of(ChartData.Of(chart)),
        _ => null,
    };

    // Two rows of one name are told apart by their order, and so are two columns.
    private static FigureTable Of(DraftPart.Table table)
    {
        var columns = Counted(table.Columns.Select(c => c.Header)).ToArray();
        var rows = Counted(table.Rows.Select(r => r.Cells.IsEmpty ? "" : r.Cells[0].Text)).ToArray();
        return new FigureTable(
            table.Id,
            table.Caption,
            [.. table.Rows.SelectMany((row, r) => row.Cells.Skip(1).Select((cell, c) => new FigureCell(rows[r], columns[c + 1], cell.Text)))]);
    }

    // A figure in text is known by where it comes from, under the heading that it stands under. What it stands in is the sentence without its figures.
    private static ImmutableArray<FigureCell> InText(DraftDocument document)
    {
        var cells = ImmutableArray.CreateBuilder<FigureCell>();
        var heading = "";
        foreach (var part in document.Parts)
        {
            switch (part)
            {
                case DraftPart.Heading h:
                    heading = h.Text;
                    break;
                case DraftPart.Paragraph p:
                    cells.AddRange(InRuns(heading, p.Inlines));
                    break;
                case DraftPart.List l:
                    cells.AddRange(l.Items.SelectMany(item => InRuns(heading, item)));
                    break;
            }
        }

        var names = Counted(cells.Select(c => c.Row + "\n" + c.Column)).ToArray();
        return [.. cells.Select((cell, i) => cell with { Row = names[i].Split('\n')[0], Column = names[i].Split('\n', 2)[1] })];
    }

    private static IEnumerable<FigureCell> InRuns(string heading, ImmutableArray<Inline> runs)
    {
        var sentence = string.Concat(runs.Select(run => run switch { Inline.Text t => t.Value, Inline.Figure => "…", _ => "" })).ReplaceLineEndings(" ").Trim();
        return runs.OfType<Inline.Figure>().Select(figure => new FigureCell(heading.ReplaceLineEndings(" "), sentence, figure.Display));
    }

    private static IEnumerable<string> Counted(IEnumerable<string> names)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            yield return times == 1 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} ({times})");
        }
    }
}

/// <summary>A table's cells.</summary>
/// <param name="Id">Stable over versions.</param>
/// <param name="Caption">As printed.</param>
/// <param name="Cells">Its cells, row by row, without the rows' names.</param>
public sealed record FigureTable(string Id, string Caption, ImmutableArray<FigureCell> Cells);

/// <summary>A cell: where it stands, and what it says.</summary>
/// <param name="Row">The row's name; in text the heading.</param>
/// <param name="Column">The column's head; in text the sentence.</param>
/// <param name="Text">As printed.</param>
public sealed record FigureCell(string Row, string Column, string Text);

using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;

namespace Finsam.Cli.Tests.Reproduction;

/// <summary>A draft as a reader meets it: tables by their captions, texts, headings with their numbers.</summary>
internal sealed class DraftView(DraftDocument draft)
{
    /// <summary>The texts of paragraphs and lists, as read.</summary>
    public ImmutableArray<string> Texts { get; } =
    [
        .. draft.Parts.SelectMany(part => part switch
        {
            DraftPart.Paragraph p => [Text(p.Inlines)],
            DraftPart.List l => l.Items.Select(Text),
            DraftPart.Table t => t.Notes,
            _ => [],
        }),
    ];

    /// <summary>The headings, with their numbers.</summary>
    public ImmutableArray<(string Number, string Text)> Headings { get; } = Numbered(draft);

    /// <summary>What stands on the front page.</summary>
    public ImmutableArray<string> Front { get; } = [draft.Title, draft.AssociationName, draft.Subtitle];

    /// <summary>A table or a chart by its caption; null when there is none. The first row is the heads.</summary>
    public ImmutableArray<ImmutableArray<string>>? Table(string caption) => draft.Parts.Select(part => part switch
    {
        DraftPart.Table t when t.Caption == caption => Rows(t),
        DraftPart.Chart c when c.Caption == caption => Rows(c),
        _ => (ImmutableArray<ImmutableArray<string>>?)null,
    }).FirstOrDefault(t => t is not null);

    private static ImmutableArray<ImmutableArray<string>> Rows(DraftPart.Table table) =>
        [[.. table.Columns.Select(c => c.Header)], .. table.Rows.Select(r => r.Cells.Select(Text).ToImmutableArray())];

    // A chart's columns added up each way tell as much as they do: a text around a picture often tells only the sums.
    private static ImmutableArray<ImmutableArray<string>> Rows(DraftPart.Chart chart)
    {
        var all = chart.Categories.Index().Select(c => chart.Series.Sum(s => s.Points[c.Index].Value)).ToArray();
        string Text(decimal? value) => value is { } known ? SwedishFormat.Number(known) + (chart.Unit == "%" ? "%" : "") : "";
        return
        [
            ["", .. chart.Series.Select(s => s.Name), "Alla"],
            .. chart.Categories.Index().Select(c => ImmutableArray.Create([c.Item, .. chart.Series.Select(s => Text(s.Points[c.Index].Value)), Text(all[c.Index])])),
            ["Summa", .. chart.Series.Select(s => Text(s.Points.Sum(p => p.Value))), Text(all.Sum())],
        ];
    }

    // A numbered list is read with its numbers.
    private static string Text(TableCell cell) => cell.Numbered ? string.Join('\n', cell.Text.Split('\n').Index().Select(l => $"{l.Index + 1}. {l.Item}")) : cell.Text;

    private static string Text(ImmutableArray<Inline> runs) => string.Concat(runs.Select(run => run switch
    {
        Inline.Text t => t.Value,
        Inline.Figure f => f.Display,
        _ => "",
    }));

    private static ImmutableArray<(string Number, string Text)> Numbered(DraftDocument draft)
    {
        var at = new int[4];
        var headings = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var heading in draft.Parts.OfType<DraftPart.Heading>())
        {
            if (heading.Numbered)
            {
                at[heading.Level - 1]++;
                Array.Clear(at, heading.Level, 4 - heading.Level);
            }

            headings.Add((heading.Numbered ? string.Join('.', at.Take(heading.Level)) : "", heading.Text));
        }

        return headings.ToImmutable();
    }
}

using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>Sentences with figures of the reports in them. A figure that is missing says so in its place, and a line below says whose it is.</summary>
internal static class Sentences
{
    private static readonly ImmutableArray<string> Words =
        ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

    /// <summary>The paragraphs and the lists, and last what must be said of their figures: a note never stands between a sentence and its list.</summary>
    /// <param name="material">The period.</param>
    /// <param name="parts">Sentences that stand together.</param>
    /// <param name="fill">Fills in the texts.</param>
    public static IEnumerable<DraftPart> Build(PeriodMaterial material, ImmutableArray<SentencesPart> parts, Func<string, string> fill)
    {
        var used = new List<CountedFigure>();
        foreach (var part in parts.SelectMany(part => Said(material, part, fill, used)))
        {
            yield return part;
        }

        foreach (var note in CountedNotes.Of(used, inText: true))
        {
            yield return DraftPart.Paragraph.Of(note, ParagraphKind.Note);
        }
    }

    /// <summary>The contradictions among the figures that they rest on, each a Swedish sentence.</summary>
    public static IEnumerable<string> Contradictions(PeriodMaterial material, SentencesPart part)
    {
        var used = new List<CountedFigure>();
        _ = Said(material, part, text => text, used);
        return used.SelectMany(f => f.Contradictions);
    }

    private static ImmutableArray<DraftPart> Said(PeriodMaterial material, SentencesPart part, Func<string, string> fill, List<CountedFigure> used)
    {
        var count = new FigureCount(material, part);
        var items = part.Items.Select(item => Runs(item, count, material.Association.Settings.Units.Outcome, fill, used)).ToImmutableArray();
        return part.List ? [new DraftPart.List(items)] : [.. items.Select(runs => new DraftPart.Paragraph(runs))];
    }

    private static ImmutableArray<Inline> Runs(string item, FigureCount count, MoneyUnit unit, Func<string, string> fill, List<CountedFigure> used)
    {
        var runs = ImmutableArray.CreateBuilder<Inline>();
        var at = 0;
        foreach (var (index, length, named) in SentencesPart.FiguresIn(item))
        {
            Say(item[at..index]);
            var expression = FigureExpression.Parse(named)!;
            var figure = count.Of(expression, []);
            used.Add(figure);
            var cell = figure.Cell(unit, expression.Decimals);
            var display = expression.InWords && cell.Value is { } value && value >= 0 && value < Words.Length && decimal.IsInteger(value) ? Words[(int)value] : cell.Text;
            runs.Add(cell.Value is null ? new Inline.Text(display, Bold: true) : new Inline.Figure(display, cell.Value, cell.Source!));
            at = index + length;
        }

        Say(item[at..]);
        return runs.ToImmutable();

        void Say(string text)
        {
            if (text.Length > 0)
            {
                runs.Add(new Inline.Text(fill(text)));
            }
        }
    }
}

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

    /// <summary>The paragraphs, or the list, and what must be said of their figures.</summary>
    public static IEnumerable<DraftPart> Build(PeriodMaterial material, SentencesPart part, Func<string, string> fill)
    {
        var count = new FigureCount(material, part);
        var used = new List<CountedFigure>();
        var unit = material.Association.Settings.Units.Outcome;
        var items = part.Items.Select(item => Runs(item, count, unit, fill, used)).ToImmutableArray();
        if (part.List)
        {
            yield return new DraftPart.List(items);
        }
        else
        {
            foreach (var runs in items)
            {
                yield return new DraftPart.Paragraph(runs);
            }
        }

        foreach (var note in CountedNotes.Of(used))
        {
            yield return DraftPart.Paragraph.Of(note, ParagraphKind.Note);
        }
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

using System.Collections.Immutable;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>Adds up figures of the reports. A blank or unknown answer is left out and told, never taken for zero; an initiative that is not asked has
/// no part in the figure. Sums are made of exact values; whoever prints them rounds last.</summary>
internal sealed class FigureCount(PeriodMaterial material, CountedPart part)
{
    private readonly ImmutableArray<InitiativeMaterial> _whose =
    [
        .. (part.Scope == Scope.Year ? material.OfYear : material.Initiatives)
            .Where(i => part.Initiatives.IsEmpty || part.Initiatives.Contains(i.Initiative.Id, StringComparer.Ordinal))
            .Where(i => part.Kind is null || i.Initiative.Kind == part.Kind),
    ];

    /// <summary>The initiatives the part is about.</summary>
    public ImmutableArray<InitiativeMaterial> Whose => _whose;

    /// <summary>The block of a term.</summary>
    public Block? BlockOf(FigureTerm term) => material.Template.Blocks.FirstOrDefault(b => b.Id == term.Block);

    /// <summary>A figure with its share and divisor.</summary>
    /// <param name="expression">The figure.</param>
    /// <param name="columns">The columns that are added up where a term names none; empty for all.</param>
    /// <param name="initiative">Whose; null for all that the part is about.</param>
    public CountedFigure Of(FigureExpression expression, ImmutableArray<string> columns, string? initiative = null)
    {
        var figure = expression.Of.IsEmpty ? Sum(expression.Terms, columns, initiative) : Share(expression.Terms, columns, expression.Of, columns, initiative);
        return expression.Per == 1 ? figure : figure with { Value = figure.Value / expression.Per, Form = figure.Form == CountedForm.Kronor ? CountedForm.Kronor : CountedForm.Quantity };
    }

    /// <summary>A share. Like is compared with like: an initiative without the part, or without the whole, is left out of both.</summary>
    public CountedFigure Share(
        ImmutableArray<FigureTerm> part, ImmutableArray<string> partColumns, ImmutableArray<FigureTerm> whole, ImmutableArray<string> wholeColumns, string? initiative = null)
    {
        var asked = Candidates(part, initiative).Select(i => (Initiative: i, Part: One(i, part, partColumns), Whole: One(i, whole, wholeColumns)))
            .Where(s => s.Part.IsAsked && s.Whole.IsAsked).ToImmutableArray();
        var known = asked.Where(s => s is { Part.IsWhole: true, Whole.IsWhole: true }).ToImmutableArray();
        var sum = known.Sum(s => s.Whole.Value);
        return new CountedFigure
        {
            Value = known.IsEmpty || sum == 0 ? null : known.Sum(s => s.Part.Value) / sum,
            Sources = [.. known.SelectMany(s => s.Part.Sources.Concat(s.Whole.Sources)).Distinct(StringComparer.Ordinal)],
            Asked = sum == 0 && known.Length == asked.Length ? [] : [.. asked.Select(s => s.Initiative)],
            Missing = [.. asked.Where(s => s.Initiative.IsMissing).Select(s => s.Initiative)],
            Unknown = [.. asked.Where(s => !s.Initiative.IsMissing && !(s.Part.IsWhole && s.Whole.IsWhole)).Select(s => s.Initiative)],
            Form = CountedForm.Share,
        };
    }

    /// <summary>The sum of some terms; of means the weighted mean.</summary>
    public CountedFigure Sum(ImmutableArray<FigureTerm> terms, ImmutableArray<string> columns, string? initiative = null)
    {
        if (terms.All(t => t.IsOfRecord))
        {
            return RecordFigures.Sum(material, terms);
        }

        var asked = Candidates(terms, initiative).Select(i => (Initiative: i, Cells: One(i, terms, columns))).Where(s => s.Cells.IsAsked).ToImmutableArray();
        var form = Form(terms);
        var value = form == CountedForm.Mean ? Mean(asked.SelectMany(s => s.Cells.Means)) : asked.Any(s => s.Cells.HasValue) ? asked.Sum(s => s.Cells.Value) : (decimal?)null;
        var moved = value is null ? 0m : Moved([.. asked.Where(s => s.Cells.HasValue).Select(s => s.Initiative)], terms, columns);
        return new CountedFigure
        {
            Value = value - moved,
            Sources = [.. asked.SelectMany(s => s.Cells.Sources).Distinct(StringComparer.Ordinal), .. moved > 0 ? ["register/efterfoljare"] : ImmutableArray<string>.Empty],
            Asked = [.. asked.Select(s => s.Initiative)],
            Missing = [.. asked.Where(s => s.Initiative.IsMissing).Select(s => s.Initiative)],
            Unknown = [.. asked.Where(s => !s.Initiative.IsMissing && !s.Cells.IsWhole).Select(s => s.Initiative)],
            Form = form,
            Moved = moved,
        };
    }

    private CountedForm Form(ImmutableArray<FigureTerm> terms) => BlockOf(terms[0]) switch
    {
        EconomyBlock => CountedForm.Kronor,
        MatrixBlock { Cells: NumberKind.Kronor } => CountedForm.Kronor,
        MatrixBlock { Cells: NumberKind.Quantity } => CountedForm.Quantity,
        FiguresBlock figures => figures.Figures.FirstOrDefault(f => f.Id == terms[0].Row)?.Kind switch
        {
            NumberKind.Kronor => CountedForm.Kronor,
            NumberKind.Quantity => CountedForm.Quantity,
            _ => CountedForm.Count,
        },
        StaffingBlock => CountedForm.Quantity,
        MeansBlock => CountedForm.Mean,
        _ => CountedForm.Count,
    };

    private IEnumerable<InitiativeMaterial> Candidates(ImmutableArray<FigureTerm> terms, string? initiative)
    {
        // A term that says whose it is may be about an initiative that the part is not.
        var named = terms.Select(t => t.Initiative).OfType<string>().ToArray();
        var all = named.Length == 0 ? _whose : material.OfYear.Where(i => named.Contains(i.Initiative.Id, StringComparer.Ordinal) || _whose.Contains(i));
        return initiative is null ? all : all.Where(i => i.Initiative.Id == initiative);
    }

    private AnsweredCells One(InitiativeMaterial initiative, ImmutableArray<FigureTerm> terms, ImmutableArray<string> columns) => AnsweredCells.Together(
        terms.Where(t => t.Initiative is null ? terms.All(o => o.Initiative is null) || _whose.Contains(initiative) : t.Initiative == initiative.Initiative.Id)
            .Select(t => AnsweredCells.Of(material, initiative, t, columns, part.Scope) is var cells && t.Minus ? cells.Negated() : cells));

    private static decimal? Mean(IEnumerable<WeightedMean> means)
    {
        var all = means.ToArray();
        var persons = all.Sum(m => m.Persons);
        return persons == 0 ? null : all.Sum(m => m.Mean * m.Persons) / persons;
    }

    // Who was överförd from one of the initiatives to another in the span took part in both, and is one person.
    private decimal Moved(ImmutableArray<InitiativeMaterial> counted, ImmutableArray<FigureTerm> terms, ImmutableArray<string> columns)
    {
        if (counted.Length < 2 || terms is not [{ Row: var row } term] || ParticipantRow.Find(row) != ParticipantMeasure.Touched || BlockOf(term) is not MatrixBlock block)
        {
            return 0m;
        }

        var spans = counted.Select(i => ScopedFigures.Span(material, i, part.Scope ?? block.Scope)).OfType<DateSpan>().ToArray();
        var genders = block.Columns.Select(c => c.Id).Where(c => term.Column is { } one ? c == one : columns.IsEmpty || columns.Contains(c, StringComparer.Ordinal))
            .Select(GenderId.Find).OfType<Gender>();
        return spans.Length == 0 ? 0m : genders.Sum(gender => Transfers.Within(
            [.. counted.Select(c => c.Initiative.Id)], new DateSpan(spans.Min(s => s.From), spans.Max(s => s.To)), gender, material.Record.Initiatives.Successions));
    }
}

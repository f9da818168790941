using System.Collections.Immutable;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>What an initiative has answered to the cells that a figure adds up.</summary>
/// <param name="Known">The values that are known, with where they stand.</param>
/// <param name="Blank">How many cells are blank, unknown or not sent in.</param>
internal sealed record AnsweredCells(ImmutableArray<ScopedFigure> Known, int Blank)
{
    private static readonly AnsweredCells None = new([], 0);

    private static readonly AnsweredCells Unknown = new([], 1);

    private static readonly DateSpan NoDates = new(DateOnly.MinValue, DateOnly.MinValue);

    /// <summary>The means among them, each with how many it is the mean of.</summary>
    public ImmutableArray<WeightedMean> Means { get; init; } = [];

    /// <summary>What was said in two ways with two results, each a Swedish sentence.</summary>
    public ImmutableArray<string> Contradictions { get; init; } = [];

    /// <summary>The sum of what is known.</summary>
    public decimal Value => Known.Sum(f => f.Value);

    /// <summary>Something is known.</summary>
    public bool HasValue => !Known.IsEmpty;

    /// <summary>The initiative is asked.</summary>
    public bool IsAsked => HasValue || Blank > 0;

    /// <summary>Everything that is asked is known.</summary>
    public bool IsWhole => Blank == 0;

    /// <summary>Where the values stand.</summary>
    public IEnumerable<string> Sources => Known.SelectMany(f => f.Source.Split('\n'));

    /// <summary>Several together.</summary>
    public static AnsweredCells Together(IEnumerable<AnsweredCells> parts)
    {
        var all = parts.ToArray();
        return new AnsweredCells([.. all.SelectMany(p => p.Known)], all.Sum(p => p.Blank))
        {
            Means = [.. all.SelectMany(p => p.Means)],
            Contradictions = [.. all.SelectMany(p => p.Contradictions)],
        };
    }

    /// <summary>To be taken away.</summary>
    public AnsweredCells Negated() => this with { Known = [.. Known.Select(f => f with { Value = -f.Value })] };

    /// <summary>The answers to a term.</summary>
    public static AnsweredCells Of(PeriodMaterial material, InitiativeMaterial initiative, FigureTerm term, ImmutableArray<string> columns, Scope? scope)
    {
        var block = material.Template.SectionsFor(initiative.Initiative).SelectMany(s => s.Blocks).FirstOrDefault(b => b.Id == term.Block);
        return block switch
        {
            MatrixBlock matrix => Matrix(material, initiative, matrix, term, columns, scope ?? matrix.Scope),
            null => None,

            // Only a matrix and means have columns: a figure without kön is no figure of women.
            not MeansBlock when !columns.IsEmpty => None,

            // A forecast is of the whole year whenever it is made.
            EconomyBlock economy => term.Row == "prognos" ? Number(initiative, economy.ForecastKey) : Cost(material, initiative, economy, scope ?? economy.Scope),

            // What else is asked is known of the dates it was asked about and of no others.
            { } other when scope is { } wanted && ScopedFigures.Span(material, initiative, wanted) != ScopedFigures.Span(material, initiative, other.Scope) => Unknown,
            MeansBlock means => Mean(initiative, means, term, columns),
            FiguresBlock figures => Together(figures.Figures.Where(f => term.Row is FigureTerm.EveryRow || f.Id == term.Row).Select(f => Number(initiative, figures.KeyOf(f.Id)))),
            StaffingBlock staffing => Listed(initiative, Enumerable.Range(1, staffing.Rows).Where(r => initiative.Text(staffing.KeyOf(r, StaffingColumn.Role)) is not null)
                .Select(r => staffing.KeyOf(r, term.Row == "vakant" ? StaffingColumn.Vacant : StaffingColumn.Posts))),
            ActivitiesBlock activities => Activities(initiative, activities, term.Row),
            ChoiceBlock choice => Chosen(initiative, choice, term.Row),
            _ => None,
        };
    }

    private static AnsweredCells Matrix(
        PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock matrix, FigureTerm term, ImmutableArray<string> columns, Scope scope)
    {
        var rows = term.Row is FigureTerm.EveryRow
            ? matrix.RowsFor(initiative.Initiative).Select(r => r.Id)
            : matrix.AskedRows(initiative.Initiative).Select(r => r.Id).Concat(matrix.Derived.Select(d => d.Id)).Where(r => r == term.Row);
        var across = matrix.Columns.Select(c => c.Id).Where(c => term.Column is { } one ? c == one : columns.IsEmpty || columns.Contains(c, StringComparer.Ordinal)).ToArray();
        return Together(
            from row in rows
            from column in across
            select initiative.IsMissing ? Unknown : ScopedFigures.Of(material, initiative, matrix, row, column, scope) switch
            {
                FigureAnswer.Known(var figure) => new AnsweredCells([Cell(figure.Value, figure.Sources)], 0),
                FigureAnswer.Contradicted(var first, _) two => new AnsweredCells([Cell(first.Value, first.Sources)], 0)
                {
                    Contradictions = [ScopedFigures.Told(initiative, matrix, row, column, two)],
                },
                _ => Unknown,
            });
    }

    private static AnsweredCells Cost(PeriodMaterial material, InitiativeMaterial initiative, EconomyBlock block, Scope scope) =>
        initiative.IsMissing || ScopedFigures.Span(material, initiative, scope) is not { } wanted ? Unknown : ScopedFigures.Kronor(material, initiative, wanted, block.Id) switch
        {
            FigureAnswer.Known(var cost) => new AnsweredCells([Cell(cost.Value, cost.Sources)], 0),
            FigureAnswer.Contradicted(var first, _) two => new AnsweredCells([Cell(first.Value, first.Sources)], 0) { Contradictions = [ScopedFigures.TwoCosts(initiative, two)] },
            _ => Unknown,
        };

    private static AnsweredCells Mean(InitiativeMaterial initiative, MeansBlock means, FigureTerm term, ImmutableArray<string> columns) => Together(
        from column in means.Columns
        where term.Column is { } one ? column.Id == one : columns.IsEmpty || columns.Contains(column.Id, StringComparer.Ordinal)
        let count = initiative.Number(means.CountKey(term.Row, column.Id))
        let mean = initiative.Number(means.MeanKey(term.Row, column.Id))
        select (count, mean) switch
        {
            // Nobody of a kön has no mean, and none is lacking.
            (0, _) => new AnsweredCells([Cell(0m, [initiative.Key.Address(means.CountKey(term.Row, column.Id))])], 0),
            ({ } persons, { } value) => new AnsweredCells([Cell(value, [initiative.Key.Address(means.MeanKey(term.Row, column.Id)), initiative.Key.Address(means.CountKey(term.Row, column.Id))])], 0)
            {
                Means = [new WeightedMean(value, persons)],
            },
            _ => Unknown,
        });

    private static AnsweredCells Activities(InitiativeMaterial initiative, ActivitiesBlock activities, string row)
    {
        var held = Enumerable.Range(1, activities.Rows).Where(r => initiative.Text(activities.KeyOf(r, ActivityColumn.What)) is not null)
            .Where(r => initiative.Text(activities.KeyOf(r, ActivityColumn.Internal)) is not null == (row == "interna")).ToArray();
        return row == "antal" && initiative.Report is not null
            ? new AnsweredCells([Cell(held.Length, held.Select(r => initiative.Key.Address(activities.KeyOf(r, ActivityColumn.What))))], 0)
            : Listed(initiative, held.Select(r => activities.KeyOf(r, ActivityColumn.Participants)));
    }

    // How many initiatives have chosen an alternative.
    private static AnsweredCells Chosen(InitiativeMaterial initiative, ChoiceBlock choice, string alternative) => initiative.Report is null
        ? Unknown
        : choice.Several
            ? new AnsweredCells([Cell(initiative.Text(choice.KeyOf(alternative)) is null ? 0m : 1m, [initiative.Key.Address(choice.KeyOf(alternative))])], 0)
            : initiative.Text(choice.Key) is { } chosen
                ? new AnsweredCells([Cell(chosen == alternative ? 1m : 0m, [initiative.Key.Address(choice.Key)])], 0)
                : Unknown;

    // The rows of a list that were filled in: what is blank in one of them is not known. A report that came without any row says that there was nothing.
    private static AnsweredCells Listed(InitiativeMaterial initiative, IEnumerable<string> keys)
    {
        var filled = keys.ToArray();
        return initiative.Report is null
            ? Unknown
            : filled.Length == 0 ? new AnsweredCells([Cell(0m, [initiative.Key.Address()])], 0) : Together(filled.Select(key => Number(initiative, key)));
    }

    private static AnsweredCells Number(InitiativeMaterial initiative, string key) =>
        initiative.Number(key) is { } value ? new AnsweredCells([Cell(value, [initiative.Key.Address(key)])], 0) : Unknown;

    private static ScopedFigure Cell(decimal value, IEnumerable<string> sources) => new(NoDates, value, string.Join('\n', sources));
}

/// <summary>A mean and how many it is the mean of.</summary>
internal sealed record WeightedMean(decimal Mean, decimal Persons);

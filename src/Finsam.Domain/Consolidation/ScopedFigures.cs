using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Consolidation;

/// <summary>A count, or a cost, in the scope that is wanted: as it was reported, or reckoned from earlier reports and from history where it can be.
/// What cannot be reckoned is missing; what can be reckoned two ways with two results is shown once and told among the findings.</summary>
internal static class ScopedFigures
{
    /// <summary>The count of a cell.</summary>
    /// <param name="material">The period.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="block">The matrix in the period's template.</param>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="scope">What the count is to cover.</param>
    public static FigureAnswer Of(PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string row, string column, Scope scope) =>
        Span(material, initiative, scope) is { } wanted ? Of(material, initiative, block, row, column, wanted) : new FigureAnswer.NotDerivable();

    /// <summary>The count of a cell in a span that may lie before the period.</summary>
    public static FigureAnswer Of(PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string row, string column, DateSpan wanted)
    {
        ImmutableArray<ScopedFigure> Figures(ParticipantMeasure measure) => Known(material, initiative, block, ParticipantRow.Of(measure), column);

        // Who was there at the start was there when the day before ended, whoever's report says it.
        ImmutableArray<ScopedFigure> LevelsBefore() =>
            [.. Figures(ParticipantMeasure.OngoingAtStart).Select(f => f with { Span = DayBefore(f.Span) }), .. Figures(ParticipantMeasure.OngoingAtEnd)];

        return ParticipantRow.Find(row) switch
        {
            ParticipantMeasure.OngoingAtStart => DeriveFigure.Of(DayBefore(wanted), new KnownFigures { Nature = MeasureNature.Level, Figures = LevelsBefore() }),
            ParticipantMeasure.OngoingAtEnd => Derived(MeasureNature.Level),
            ParticipantMeasure.Touched => DeriveFigure.Of(wanted, new KnownFigures
            {
                Nature = MeasureNature.Touched,
                Figures = Figures(ParticipantMeasure.Touched),
                Levels = LevelsBefore(),
                New = Figures(ParticipantMeasure.New),
                TransferredIn = TransferredIn(material, initiative, block, column, wanted),
            }),
            ParticipantMeasure.New or ParticipantMeasure.Ended or ParticipantMeasure.TransferredIn or ParticipantMeasure.TransferredOut => Derived(MeasureNature.Flow),
            _ => Derived(MeasureNature.Own),
        };

        FigureAnswer Derived(MeasureNature nature) =>
            DeriveFigure.Of(wanted, new KnownFigures { Nature = nature, Figures = Known(material, initiative, block, row, column) });
    }

    /// <summary>What the initiative cost since 1 January, as its owner reported it.</summary>
    public static FigureAnswer Kronor(PeriodMaterial material, InitiativeMaterial initiative) =>
        Span(material, initiative, Scope.Year) is { } wanted ? Kronor(material, initiative, wanted) : new FigureAnswer.NotDerivable();

    /// <summary>What the initiative cost in a span that may lie before the period.</summary>
    /// <param name="material">The period.</param>
    /// <param name="initiative">Whose.</param>
    /// <param name="wanted">The span.</param>
    /// <param name="block">The block that asks; null for the form's first about costs.</param>
    public static FigureAnswer Kronor(PeriodMaterial material, InitiativeMaterial initiative, DateSpan wanted, string? block = null) => DeriveFigure.Of(wanted, new KnownFigures
    {
        Nature = MeasureNature.Flow,
        Figures =
        [
            .. from sent in Reports(material, initiative)
               let economy = sent.Template.Sections.SelectMany(s => s.Blocks).OfType<EconomyBlock>().FirstOrDefault(b => block is null || b.Id == block)
               where economy is not null
               let kronor = sent.Report.Answers.Number(economy.OutcomeKey)
               let span = Span(initiative, sent, economy.Scope)
               where kronor is not null && span is not null
               select new ScopedFigure(span.Value, kronor.Value, sent.Report.Key.Address(economy.OutcomeKey)),
        ],
    });

    /// <summary>A scope as a column says it: with its dates, or as each initiative's own where they differ.</summary>
    public static string Words(PeriodMaterial material, Scope scope) => scope == Scope.Initiative
        ? DraftTexts.SinceEachStart
        : ScopeWords.Brief(scope, new DateSpan(scope == Scope.Year ? new DateOnly(material.Period.Year, 1, 1) : material.Period.Start, material.Period.End));

    /// <summary>The dates a scope covers for an initiative in the period.</summary>
    public static DateSpan? Span(PeriodMaterial material, InitiativeMaterial initiative, Scope scope) => ScopeSpan.Of(
        scope, material.Period.Start, material.Period.End, initiative.Initiative.Start, initiative.Initiative.End);

    /// <summary>What is known two ways with two results, as a Swedish sentence.</summary>
    public static string Told(InitiativeMaterial initiative, MatrixBlock block, string row, string column, FigureAnswer.Contradicted answer) => Texts.Format(
        DraftTexts.TwoWays, initiative.Initiative.Name,
        block.Rows.FirstOrDefault(r => r.Id == row)?.Label ?? block.Derived.FirstOrDefault(d => d.Id == row)?.Label ?? (block.Base?.Id == row ? block.Base.Label : row),
        block.Columns.First(c => c.Id == column).Label.ToLowerInvariant(),
        SwedishFormat.Exact(answer.First.Value), Texts.Join(answer.First.Sources), SwedishFormat.Exact(answer.Second.Value), Texts.Join(answer.Second.Sources));

    /// <summary>The contradictions among what a row of a matrix says in a scope, each a Swedish sentence.</summary>
    public static IEnumerable<string> Contradictions(PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string row, Scope scope) =>
        from column in block.Columns
        let answer = Of(material, initiative, block, row, column.Id, scope) as FigureAnswer.Contradicted
        where answer is not null
        select Told(initiative, block, row, column.Id, answer);

    /// <summary>The contradiction in what the initiative cost since 1 January, if there is one, as a Swedish sentence.</summary>
    public static IEnumerable<string> CostContradictions(PeriodMaterial material, InitiativeMaterial initiative) =>
        Kronor(material, initiative) is FigureAnswer.Contradicted two ? [TwoCosts(initiative, two)] : [];

    /// <summary>A cost that is known two ways with two results, as a Swedish sentence.</summary>
    public static string TwoCosts(InitiativeMaterial initiative, FigureAnswer.Contradicted answer) => Texts.Format(
        DraftTexts.TwoCosts, initiative.Initiative.Name, SwedishFormat.Exact(answer.First.Value), Texts.Join(answer.First.Sources),
        SwedishFormat.Exact(answer.Second.Value), Texts.Join(answer.Second.Sources));

    /// <summary>The count as a cell.</summary>
    public static TableCell Cell(FigureAnswer answer) => answer switch
    {
        FigureAnswer.Known(var figure) => Cell(figure),
        FigureAnswer.Contradicted(var first, _) => Cell(first),
        _ => DraftTexts.Unknown,
    };

    private static TableCell Cell(FigureValue figure) => new(SwedishFormat.Number(figure.Value), figure.Value, new FigureSource(figure.Sources));

    private static DateSpan DayBefore(DateSpan span) => new(span.From.AddDays(-1), span.From.AddDays(-1));

    private static ImmutableArray<ScopedFigure> Known(PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string row, string column) =>
        [.. Reported(material, initiative, block, row, column), .. Published(material, initiative, block, row, column)];

    // Those who were överförda in: as reported where the form asks, else as the successions have them. Null when nobody was.
    private static ImmutableArray<ScopedFigure>? TransferredIn(
        PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string column, DateSpan wanted)
    {
        var row = ParticipantRow.Of(ParticipantMeasure.TransferredIn);
        var known = Known(material, initiative, block, row, column);
        var forms = (
            from sent in Reports(material, initiative)
            let matrix = Matrix(sent.Template, block.Id)
            where matrix is not null
            let span = Span(initiative, sent, matrix.Scope)
            where span is not null
            select (Span: span.Value, Asks: Asks(matrix, row))).ToArray();
        if (known.IsEmpty && !forms.Any(f => f.Asks))
        {
            return Registered(wanted) is { } moved ? moved == 0 ? null : [Figure(wanted, moved)] : [];
        }

        return
        [
            .. known,
            .. from form in forms
               where !form.Asks
               let moved = Registered(form.Span)
               where moved is not null
               select Figure(form.Span, moved.Value),
        ];

        // How many they were in a column that is no kön is not registered, only whether there were any.
        decimal? Registered(DateSpan span)
        {
            var transfers = material.Record.Initiatives.Successions
                .Where(s => span.Contains(s.Date)).SelectMany(s => s.Transfers).Where(t => t.To == initiative.Initiative.Id).ToArray();
            return GenderId.Find(column) is { } gender ? transfers.Sum(t => (decimal)t.Count(gender)) : transfers.Length == 0 ? 0m : null;
        }

        static ScopedFigure Figure(DateSpan span, decimal persons) => new(span, persons, "register/efterfoljare");
    }

    private static MatrixBlock? Matrix(FormTemplate template, string id) =>
        template.Sections.SelectMany(s => s.Blocks).OfType<MatrixBlock>().FirstOrDefault(b => b.Id == id);

    private static bool Asks(MatrixBlock matrix, string row) => matrix.Rows.Any(r => r.Id == row) || matrix.Derived.Any(d => d.Id == row);

    private static IEnumerable<ScopedFigure> Reported(PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string row, string column)
    {
        foreach (var sent in Reports(material, initiative))
        {
            if (Matrix(sent.Template, block.Id) is { } matrix
                && Value(matrix, sent.Report, row, column) is { } value
                && Span(initiative, sent, matrix.Scope) is { } span)
            {
                yield return new ScopedFigure(span, value, sent.Report.Key.Address(matrix.KeyOf(row, column)));
            }
        }
    }

    // The period's own report first: where several say the same, its answer is the source.
    private static IEnumerable<EarlierReport> Reports(PeriodMaterial material, InitiativeMaterial initiative)
    {
        var own = initiative.Report is { } report ? [new EarlierReport(material.Period, material.Template, report)] : ImmutableArray<EarlierReport>.Empty;
        return own.Concat(material.Earlier.Where(e => e.Report.Key.Initiative == initiative.Initiative.Id));
    }

    // By the initiative's dates as they are now: what was said of a period is about the initiative's part of it, also when its end moved afterwards.
    private static DateSpan? Span(InitiativeMaterial initiative, EarlierReport sent, Scope scope) => ScopeSpan.Of(
        scope, sent.Period.Start, sent.Period.End, initiative.Initiative.Start, initiative.Initiative.End);

    // A row that is not asked may be one asked row less another.
    private static decimal? Value(MatrixBlock matrix, Domain.Reports.ReportSnapshot sent, string row, string column) =>
        matrix.Derived.FirstOrDefault(d => d.Id == row) is { } derived
            ? sent.Answers.Number(matrix.KeyOf(derived.From, column)) - sent.Answers.Number(matrix.KeyOf(derived.Minus, column))
            : sent.Answers.Number(matrix.KeyOf(row, column));

    // Of what several documents say of the same year only the comparison of record: an older figure that was since put right is no contradiction.
    private static IEnumerable<ScopedFigure> Published(PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string row, string column)
    {
        var history = material.Record.History;
        var (id, start, end) = (initiative.Initiative.Id, initiative.Initiative.Start, initiative.Initiative.End);
        return GenderId.Find(column) is not { } gender ? [] :
            from measure in history.Measures
            where measure.Row == $"{block.Id}.{row}"
            from year in history.Figures.Where(f => f.Measure == measure.Id && f.Year < material.Period.Year).Select(f => f.Year).Distinct()
            from scope in new[] { Scope.Year, Scope.Initiative }
            let figure = history.Find(measure.Id, year, id, gender, scope)
            where figure is { IsOfOtherDates: false }
            let span = ScopeSpan.Of(scope, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), start, end)
            where span is not null
            select new ScopedFigure(span.Value, figure.Value, $"historik/{figure.Document}#{figure.Measure}.{figure.Year}.{column}");
    }
}

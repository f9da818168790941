using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Periods;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>A figure of each initiative beside last year's, of the same dates: when the period ends within the year, last year's to the same day or
/// none. Initiatives that succeed each other are compared together, so that nothing is lost or counted twice between the years, and a note says why.</summary>
public static class ComparisonTable
{
    /// <summary>The printed table.</summary>
    public static DraftPart.Table Build(PeriodMaterial material, string caption, ComparisonPart part)
    {
        var figure = new ComparedFigure(material, part.Row);
        var now = material.OfYear.Where(figure.Asks).ToImmutableDictionary(i => i.Initiative.Id, figure.Now, StringComparer.Ordinal);
        var before = figure.Before();
        string NameOf(string id) => material.Record.FindInitiative(id)?.Name ?? id;
        var units = Lineages.Of(material.Record.Initiatives.Initiatives.Select(i => i.Id), material.Record.Initiatives.Successions)
            .Compare(before.Keys.Order(StringComparer.Ordinal), material.OfYear.Select(i => i.Initiative.Id).Where(now.ContainsKey), NameOf);
        var rows = units.Select(u => (Unit: u, Now: figure.Sum(u.Now, now), Before: Sum(u.Before.Select(id => before[id])))).ToImmutableArray();
        return new DraftPart.Table(
            "jamforelse-" + part.Row.Replace('.', '-'),
            caption,
            [
                new(DraftTexts.Initiative, Width: 5), new(Head(figure.Dates), Alignment.Right, 2), new(Head(figure.DatesBefore), Alignment.Right, 2),
                new(DraftTexts.Change, Alignment.Right, 2),
            ],
            [
                .. rows.Select(r => Row(Names(r.Unit, NameOf), r.Now, r.Before, r.Unit.Now.Length, figure, RowKind.Normal)),
                Row(
                    DraftTexts.Total, Sum(rows.Where(r => r.Unit.Now.Length > 0).Select(r => r.Now)), Sum(rows.Where(r => r.Unit.Before.Length > 0).Select(r => r.Before)),
                    rows.Sum(r => r.Unit.Now.Length), figure, RowKind.Total),
            ],
            [.. units.Select(u => u.Note).OfType<string>().Select(n => n + "."), .. figure.Notes(now), .. Incomparable()]);

        string Head(DateSpan dates) => figure.IsKronor ? $"{Days(dates)}, {Word(material.Association.Settings.Units.Outcome)}" : Days(dates);

        IEnumerable<string> Incomparable()
        {
            var names = before.Where(b => b.Value is null).Select(b => b.Key).Order(StringComparer.Ordinal).Select(NameOf).ToArray();
            return names.Length == 0 ? [] : [Format(DraftTexts.NoSameDates, ScopeWords.Brief(Scope.Period, figure.DatesBefore), Join(names))];
        }
    }

    // A whole year needs only its number; anything less says its dates.
    private static string Days(DateSpan dates)
    {
        var words = ScopeWords.Brief(Scope.Period, dates);
        return dates.IsCalendarYear ? dates.From.Year.ToString(CultureInfo.InvariantCulture) : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Names(ComparisonUnit unit, Func<string, string> nameOf) =>
        unit.Now.IsEmpty ? Format(DraftTexts.EndedBefore, Join(unit.Before.Select(nameOf))) : Join(unit.Now.Select(nameOf));

    private static TableRow Row(string name, FigureValue? now, FigureValue? before, int nows, ComparedFigure figure, RowKind kind) => new(
        [
            name,
            nows == 0 ? "" : now is null ? DraftTexts.Missing : figure.Cell(now),
            before is null ? "" : figure.Cell(before),
            now is not null && before is not null
                ? figure.Cell(new FigureValue(now.Value - before.Value, [.. now.Sources, .. before.Sources], IsDerived: true))
                : "",
        ],
        kind);

    // A part that is missing leaves the sum unknown: a part of a figure is not the figure.
    private static FigureValue? Sum(IEnumerable<FigureValue?> parts)
    {
        var all = parts.ToArray();
        return all.Length == 0 || all.Any(p => p is null)
            ? null
            : new FigureValue(all.Sum(p => p!.Value), [.. all.SelectMany(p => p!.Sources).Distinct(StringComparer.Ordinal)], IsDerived: all.Length > 1);
    }

    /// <summary>What is compared: a row of a matrix, or the outcome.</summary>
    private sealed class ComparedFigure(PeriodMaterial material, string row)
    {
        private readonly MatrixBlock? _matrix = Blocks(material.Template).OfType<MatrixBlock>().FirstOrDefault(b => row.StartsWith(b.Id + ".", StringComparison.Ordinal));

        public bool IsKronor => _matrix is null;

        private string RowId => row[(row.IndexOf('.', StringComparison.Ordinal) + 1)..];

        /// <summary>From 1 January to the period's last day.</summary>
        public DateSpan Dates { get; } = new(new DateOnly(material.Period.Year, 1, 1), material.Period.End);

        /// <summary>The same dates last year.</summary>
        public DateSpan DatesBefore { get; } = new(new DateOnly(material.Period.Year - 1, 1, 1), material.Period.End.AddYears(-1));

        public bool Asks(InitiativeMaterial initiative) => material.Template.SectionsFor(initiative.Initiative).SelectMany(s => s.Blocks)
            .Any(b => _matrix is null ? b is EconomyBlock : b == _matrix);

        public FigureValue? Now(InitiativeMaterial initiative) =>
            !initiative.IsMissing && ScopedFigures.Span(material, initiative, Scope.Year) is { } wanted ? Of(initiative, wanted, _matrix?.Columns ?? []) : null;

        /// <summary>The sum over a unit now: who was överförd within it in the year is counted once.</summary>
        public FigureValue? Sum(ImmutableArray<string> initiatives, ImmutableDictionary<string, FigureValue?> now) =>
            ComparisonTable.Sum(initiatives.Select(id => now[id])) is { } sum ? sum with { Value = sum.Value - Moved(initiatives) } : null;

        /// <summary>Last year's figures by initiative; null for one whose figures are not known for the same dates.</summary>
        public ImmutableDictionary<string, FigureValue?> Before() =>
            (Dates.IsCalendarYear ? WholeYear() : SameDates()).DistinctBy(f => f.Initiative).ToImmutableDictionary(f => f.Initiative, f => f.Value, StringComparer.Ordinal);

        // As they were published, else as that year's own reports had them.
        private IEnumerable<(string Initiative, FigureValue? Value)> WholeYear()
        {
            var year = DatesBefore.From.Year;
            var reported = from sent in material.Earlier
                           where sent.Period.Kind == PeriodKind.FullYear && sent.Period.Year == year
                           let value = Reported(sent)
                           where value is not null
                           select (sent.Report.Key.Initiative, (FigureValue?)value);
            return PublishedIn(year).Select(p => (p.Initiative, (FigureValue?)p.Value)).Concat(reported);
        }

        // What was published is of the whole year, so only reports tell; whoever was there and has no report that does is not comparable.
        private IEnumerable<(string Initiative, FigureValue? Value)> SameDates()
        {
            var year = DatesBefore.From.Year;
            var lastYears = material.Earlier.Where(e => e.Period.Year == year)
                .Select(e => new InitiativeMaterial(e.Report.Key, e.Report.Initiative, e.Report)).Where(Asks).Reverse();
            var published = from figure in PublishedIn(year)
                            let initiative = material.Record.FindInitiative(figure.Initiative)
                            where initiative is not null
                            select new InitiativeMaterial(new Domain.Reports.ReportKey(material.Association.Id, material.Period.Id, initiative.Id), initiative, null);
            return from known in lastYears.Concat(material.OfYear.Where(Asks)).Concat(published).DistinctBy(i => i.Initiative.Id)
                   let wanted = ScopeSpan.Of(Scope.Year, DatesBefore.From, DatesBefore.To, known.Initiative.Start, known.Initiative.End)
                   where wanted is not null
                   select (known.Initiative.Id, Of(known with { Report = null }, wanted.Value, ColumnsIn(year, known.Initiative.Id)));
        }

        // A column that the form did not have last year is no gap in last year's figure.
        private ImmutableArray<Choice> ColumnsIn(int year, string initiative) =>
            material.Earlier.Where(e => e.Period.Year == year && e.Report.Key.Initiative == initiative)
                .SelectMany(e => Blocks(e.Template)).OfType<MatrixBlock>().LastOrDefault(b => b.Id == _matrix?.Id)?.Columns ?? _matrix?.Columns ?? [];

        private FigureValue? Of(InitiativeMaterial initiative, DateSpan wanted, ImmutableArray<Choice> columns) => _matrix is null
            ? (ScopedFigures.Kronor(material, initiative, wanted) as FigureAnswer.Known)?.Figure
            : ComparisonTable.Sum(columns.Select(c => (ScopedFigures.Of(material, initiative, _matrix, RowId, c.Id, wanted) as FigureAnswer.Known)?.Figure));

        private IEnumerable<(string Initiative, FigureValue Value)> PublishedIn(int year) =>
            from measure in material.Record.History.Measures
            where measure.Row == row
            from initiative in material.Record.Initiatives.Initiatives
            let value = Published(measure.Id, year, initiative.Id)
            where value is not null
            select (initiative.Id, value);

        public IEnumerable<string> Notes(ImmutableDictionary<string, FigureValue?> now)
        {
            var moved = Moved([.. now.Keys]);
            return moved > 0 ? [Format(DraftTexts.MovedOnce, SwedishFormat.Number(moved))] : [];
        }

        public TableCell Cell(FigureValue figure) => IsKronor
            ? Money(figure.Value, new FigureSource(figure.Sources), material.Association.Settings.Units.Outcome)
            : Count(figure.Value, new FigureSource(figure.Sources));

        private decimal Moved(ImmutableArray<string> initiatives) => _matrix is null || ParticipantRow.Find(RowId) != ParticipantMeasure.Touched
            ? 0m
            : _matrix.Columns.Select(c => GenderId.Find(c.Id)).OfType<Gender>().Sum(gender => Transfers.Within(
                initiatives, Dates, gender, material.Record.Initiatives.Successions));

        private FigureValue? Published(string measure, int year, string initiative)
        {
            var history = material.Record.History;
            if (history.Find(measure, year, initiative) is { IsOfOtherDates: false } whole)
            {
                return new FigureValue(whole.Value, [Address(whole)], IsDerived: false);
            }

            var parts = Enum.GetValues<Gender>().Select(g => history.Find(measure, year, initiative, g)).OfType<History.HistoryFigure>().Where(f => !f.IsOfOtherDates).ToArray();
            return parts.Length == 0 ? null : new FigureValue(parts.Sum(p => p.Value), [.. parts.Select(Address)], IsDerived: true);
        }

        private FigureValue? Reported(EarlierReport sent)
        {
            string[] keys = _matrix is null
                ? [.. Blocks(sent.Template).OfType<EconomyBlock>().Take(1).Select(b => b.OutcomeKey)]
                : [.. Blocks(sent.Template).OfType<MatrixBlock>().Where(b => b.Id == _matrix.Id).SelectMany(b => b.Columns.Select(c => b.KeyOf(RowId, c.Id)))];
            return ComparisonTable.Sum(keys.Select(key => sent.Report.Answers.Number(key) is { } value ? new FigureValue(value, [sent.Report.Key.Address(key)], IsDerived: false) : null));
        }

        private static string Address(History.HistoryFigure figure) => $"historik/{figure.Document}#{figure.Measure}.{figure.Year}";

        private static IEnumerable<Block> Blocks(FormTemplate template) => template.Sections.SelectMany(s => s.Blocks);
    }
}

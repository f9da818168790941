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

/// <summary>A figure of each initiative beside last year's. Initiatives that succeed each other are compared together, so that nothing is lost or
/// counted twice between the years, and a note says why.</summary>
public static class ComparisonTable
{
    /// <summary>The printed table.</summary>
    public static DraftPart.Table Build(PeriodMaterial material, string caption, ComparisonPart part)
    {
        var (figure, year) = (new ComparedFigure(material, part.Row), material.Period.Year);
        var now = material.Initiatives.Where(figure.Asks).ToImmutableDictionary(i => i.Initiative.Id, figure.Now, StringComparer.Ordinal);
        var before = figure.Before();
        string NameOf(string id) => material.Record.FindInitiative(id)?.Name ?? id;
        var units = Lineages.Of(material.Record.Initiatives.Initiatives.Select(i => i.Id), material.Record.Initiatives.Successions)
            .Compare(before.Keys.Order(StringComparer.Ordinal), material.Initiatives.Select(i => i.Initiative.Id).Where(now.ContainsKey), NameOf);
        var rows = units.Select(u => (Unit: u, Now: figure.Sum(u.Now, now), Before: Sum(u.Before.Select(id => (FigureValue?)before[id])))).ToImmutableArray();
        return new DraftPart.Table(
            "jamforelse-" + part.Row.Replace('.', '-'),
            caption,
            [
                new(DraftTexts.Initiative, Width: 5), new(Head(year), Alignment.Right, 2), new(Head(year - 1), Alignment.Right, 2),
                new(DraftTexts.Change, Alignment.Right, 2),
            ],
            [
                .. rows.Select(r => Row(Names(r.Unit, NameOf), r.Now, r.Before, r.Unit.Now.Length, r.Unit.Before.Length, figure, RowKind.Normal)),
                Row(
                    DraftTexts.Total, Sum(rows.Where(r => r.Unit.Now.Length > 0).Select(r => r.Now)), Sum(rows.Where(r => r.Unit.Before.Length > 0).Select(r => r.Before)),
                    rows.Sum(r => r.Unit.Now.Length), rows.Sum(r => r.Unit.Before.Length), figure, RowKind.Total),
            ],
            [.. units.Select(u => u.Note).OfType<string>().Select(n => n + "."), .. figure.Notes(now)]);

        string Head(int y) => figure.IsKronor ? $"{y.ToString(CultureInfo.InvariantCulture)}, {Word(material.Association.Settings.Units.Outcome)}" : y.ToString(CultureInfo.InvariantCulture);
    }

    private static string Names(ComparisonUnit unit, Func<string, string> nameOf) =>
        unit.Now.IsEmpty ? Format(DraftTexts.EndedBefore, Join(unit.Before.Select(nameOf))) : Join(unit.Now.Select(nameOf));

    private static TableRow Row(string name, FigureValue? now, FigureValue? before, int nows, int befores, ComparedFigure figure, RowKind kind) => new(
        [
            name,
            nows == 0 ? "" : now is null ? DraftTexts.Missing : figure.Cell(now),
            befores == 0 ? "" : before is null ? DraftTexts.Missing : figure.Cell(before),
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

        public bool Asks(InitiativeMaterial initiative) => material.Template.SectionsFor(initiative.Initiative).SelectMany(s => s.Blocks)
            .Any(b => _matrix is null ? b is EconomyBlock : b == _matrix);

        public FigureValue? Now(InitiativeMaterial initiative) => initiative.Report is null ? null
            : _matrix is null ? (ScopedFigures.Kronor(material, initiative) as FigureAnswer.Known)?.Figure
            : ComparisonTable.Sum(_matrix.Columns.Select(c => (ScopedFigures.Of(material, initiative, _matrix, RowId, c.Id, Scope.Year) as FigureAnswer.Known)?.Figure));

        /// <summary>The sum over a unit now: who was överförd within it in the year is counted once.</summary>
        public FigureValue? Sum(ImmutableArray<string> initiatives, ImmutableDictionary<string, FigureValue?> now) =>
            ComparisonTable.Sum(initiatives.Select(id => now[id])) is { } sum ? sum with { Value = sum.Value - Moved(initiatives) } : null;

        /// <summary>Last year's figures: as they were published, else as that year's own reports had them.</summary>
        public ImmutableDictionary<string, FigureValue> Before()
        {
            var year = material.Period.Year - 1;
            var reported = from sent in material.Earlier
                           where sent.Period.Kind == PeriodKind.FullYear && sent.Period.Year == year
                           let value = Reported(sent)
                           where value is not null
                           select (sent.Report.Key.Initiative, value);
            var published = from measure in material.Record.History.Measures
                            where measure.Row == row
                            from initiative in material.Record.Initiatives.Initiatives
                            let value = Published(measure.Id, year, initiative.Id)
                            where value is not null
                            select (initiative.Id, value);
            return published.Concat(reported).DistinctBy(f => f.Item1).ToImmutableDictionary(f => f.Item1, f => f.value, StringComparer.Ordinal);
        }

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
                initiatives, new DateSpan(new DateOnly(material.Period.Year, 1, 1), material.Period.End), gender, material.Record.Initiatives.Successions));

        private FigureValue? Published(string measure, int year, string initiative)
        {
            var history = material.Record.History;
            if (history.Find(measure, year, initiative) is { } whole)
            {
                return new FigureValue(whole.Value, [Address(whole)], IsDerived: false);
            }

            var parts = Enum.GetValues<Gender>().Select(g => history.Find(measure, year, initiative, g)).OfType<History.HistoryFigure>().ToArray();
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

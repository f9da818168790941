using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>Participants per initiative by kön, from one row of a matrix, in the scope the outline asks for. The sum is of participations: a person
/// may be in several initiatives, but one who was överförd from one to another is counted once.</summary>
public static class ParticipantsTable
{
    /// <summary>The printed table.</summary>
    /// <exception cref="InvalidOperationException">The template has no such matrix; outlines are checked against templates when imported.</exception>
    public static DraftPart.Table Build(PeriodMaterial material, string caption, ParticipantsPart part)
    {
        var block = material.Template.Sections.SelectMany(s => s.Blocks).OfType<MatrixBlock>().First(b => b.Id == part.Block);
        var scope = part.Scope ?? block.Scope;
        var asked = Shown(material, scope)
            .Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block)))
            .Select(i => Counts.Of(material, i, block, part.Row, scope))
            .ToImmutableArray();
        var columns = block.Columns.Select((_, column) => Sum(asked.Select(c => c.Cells[column]))).ToImmutableArray();
        var moved = block.Columns.Select(c => Moved(material, asked, part.Row, c.Id)).ToImmutableArray();
        return new DraftPart.Table(
            "deltagare-" + part.Row,
            caption,
            [
                new(DraftTexts.Initiative, Width: 4),
                new(Format(DraftTexts.Participants, ScopedFigures.Words(material, scope)), Alignment.Right, 2),
                .. block.Columns.Select(c => new TableColumn(c.Label, Alignment.Right, 2)),
            ],
            [
                .. asked.Select(c => new TableRow([c.Initiative.Initiative.Name, c.Total, .. c.Cells])),
                new TableRow(
                    [
                        DraftTexts.ParticipantsTotal,
                        Less(Sum(asked.Select(c => c.Total)), moved.Sum()),
                        .. columns.Select((cell, index) => Less(cell, moved[index])),
                    ],
                    RowKind.Total),
            ],
            [.. Notes(asked, moved.Sum(), scope)]);
    }

    // Since 1 January is the year's initiatives; any other scope is the period's own.
    private static ImmutableArray<InitiativeMaterial> Shown(PeriodMaterial material, Scope scope) =>
        scope == Scope.Year ? material.OfYear : material.Initiatives;

    /// <summary>The contradictions among the figures that a table of this part rests on, each a Swedish sentence.</summary>
    public static IEnumerable<string> Contradictions(PeriodMaterial material, ParticipantsPart part)
    {
        var block = material.Template.Sections.SelectMany(s => s.Blocks).OfType<MatrixBlock>().First(b => b.Id == part.Block);
        return from initiative in Shown(material, part.Scope ?? block.Scope)
               where material.Template.SectionsFor(initiative.Initiative).Any(s => s.Blocks.Contains(block))
               from told in ScopedFigures.Contradictions(material, initiative, block, part.Row, part.Scope ?? block.Scope)
               select told;
    }

    private static decimal Moved(PeriodMaterial material, ImmutableArray<Counts> asked, string row, string column)
    {
        if (ParticipantRow.Find(row) != ParticipantMeasure.Touched || GenderId.Find(column) is not { } gender)
        {
            return 0m;
        }

        var counted = asked.Where(c => c.Total.Value is not null).Select(c => c.Initiative.Initiative.Id).ToArray();
        return asked.Select(c => c.Span).Where(s => s is not null).Select(s => s!.Value).ToArray() is { Length: > 0 } spans
            ? Transfers.Within(counted, new DateSpan(spans.Min(s => s.From), spans.Max(s => s.To)), gender, material.Record.Initiatives.Successions)
            : 0m;
    }

    private static TableCell Less(TableCell cell, decimal moved) =>
        moved == 0 || cell.Value is not { } value ? cell : Count(value - moved, FigureSource.Sum([cell.Source, FigureSource.Of("register/efterfoljare")]));

    private static TableCell Sum(IEnumerable<TableCell> cells)
    {
        var known = cells.Where(c => c.Value is not null).ToArray();
        return Count(SumOfKnown(known.Select(c => c.Value)), FigureSource.Sum(known.Select(c => c.Source)));
    }

    private static IEnumerable<string> Notes(ImmutableArray<Counts> asked, decimal moved, Scope scope)
    {
        var missing = asked.Where(c => c.Initiative.IsMissing).Select(c => c.Initiative.Initiative.Name).ToArray();
        if (missing.Length > 0)
        {
            yield return Format(DraftTexts.IncompleteSum, asked.Length - missing.Length, asked.Length, Join(missing));
        }

        var unknown = asked.Where(c => !c.Initiative.IsMissing && c.Cells.Any(cell => cell.Value is null))
            .Select(c => c.Initiative.Initiative.Name).ToArray();
        if (unknown.Length > 0)
        {
            yield return Format(DraftTexts.UnknownParts, Join(unknown));
        }

        if (moved > 0)
        {
            yield return Format(DraftTexts.MovedOnce, SwedishFormat.Number(moved));
        }

        if (scope == Scope.Initiative)
        {
            foreach (var counts in asked.Where(c => c.Span is not null))
            {
                yield return $"{counts.Initiative.Initiative.Name}: {ScopeWords.Full(scope, counts.Span!.Value)}.";
            }
        }
    }

    private sealed record Counts(InitiativeMaterial Initiative, DateSpan? Span, TableCell Total, ImmutableArray<TableCell> Cells)
    {
        public static Counts Of(PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string row, Scope scope)
        {
            var cells = block.Columns.Select(column => Cell(material, initiative, block, row, column.Id, scope)).ToImmutableArray();
            return new Counts(initiative, ScopedFigures.Span(material, initiative, scope), Sum(cells), cells);
        }

        private static TableCell Cell(PeriodMaterial material, InitiativeMaterial initiative, MatrixBlock block, string row, string column, Scope scope) =>
            initiative.IsMissing ? DraftTexts.Missing : ScopedFigures.Cell(ScopedFigures.Of(material, initiative, block, row, column, scope));
    }
}

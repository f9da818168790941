using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>Participants per initiative by kön, from one row of a matrix. The sum is of participations: a person may be in several initiatives.</summary>
public static class ParticipantsTable
{
    /// <summary>The printed table.</summary>
    /// <exception cref="InvalidOperationException">The template has no such matrix; outlines are checked against templates when imported.</exception>
    public static DraftPart.Table Build(PeriodMaterial material, string caption, string blockId, string row)
    {
        var block = material.Template.Sections.SelectMany(s => s.Blocks).OfType<MatrixBlock>().First(b => b.Id == blockId);
        var asked = material.Initiatives
            .Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block)))
            .Select(i => Counts.Of(i, block, row))
            .ToImmutableArray();
        return new DraftPart.Table(
            "deltagare-" + row,
            caption,
            [
                new(DraftTexts.Initiative, Width: 4),
                new(DraftTexts.Participants, Alignment.Right, 2),
                .. block.Columns.Select(c => new TableColumn(c.Label, Alignment.Right, 2)),
            ],
            [
                .. asked.Select(c => new TableRow([c.Initiative.Initiative.Name, c.Total, .. c.Cells])),
                new TableRow(
                    [
                        DraftTexts.ParticipantsTotal,
                        Sum(asked.Select(c => c.Total)),
                        .. block.Columns.Select((_, column) => Sum(asked.Select(c => c.Cells[column]))),
                    ],
                    RowKind.Total),
            ],
            [.. Notes(asked)]);
    }

    private static TableCell Sum(IEnumerable<TableCell> cells)
    {
        var known = cells.Where(c => c.Value is not null).ToArray();
        return Count(SumOfKnown(known.Select(c => c.Value)), FigureSource.Sum(known.Select(c => c.Source)));
    }

    private static IEnumerable<string> Notes(ImmutableArray<Counts> asked)
    {
        var missing = asked.Where(c => c.Initiative.Report is null).Select(c => c.Initiative.Initiative.Name).ToArray();
        if (missing.Length > 0)
        {
            yield return Format(DraftTexts.IncompleteSum, asked.Length - missing.Length, asked.Length, Join(missing));
        }

        var unknown = asked.Where(c => c.Initiative.Report is not null && c.Cells.Any(cell => cell.Value is null))
            .Select(c => c.Initiative.Initiative.Name).ToArray();
        if (unknown.Length > 0)
        {
            yield return Format(DraftTexts.UnknownParts, Join(unknown));
        }
    }

    private sealed record Counts(InitiativeMaterial Initiative, TableCell Total, ImmutableArray<TableCell> Cells)
    {
        public static Counts Of(InitiativeMaterial initiative, MatrixBlock block, string row)
        {
            var cells = block.Columns.Select(column => Cell(initiative, block.KeyOf(row, column.Id))).ToImmutableArray();
            return new Counts(initiative, Sum(cells), cells);
        }

        private static TableCell Cell(InitiativeMaterial initiative, string key) =>
            initiative.Report is not null && initiative.Number(key) is null
                ? DraftTexts.Unknown
                : Count(initiative.Number(key), initiative.Source(key));
    }
}

using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>One named figure per initiative, with its sum. An initiative that left the figure blank has no row.</summary>
public static class FiguresTable
{
    /// <summary>The printed table.</summary>
    public static DraftPart.Table Build(PeriodMaterial material, string caption, string blockId, string figure)
    {
        var block = material.Template.Sections.SelectMany(s => s.Blocks).OfType<FiguresBlock>().First(b => b.Id == blockId);
        var key = block.KeyOf(figure);
        var asked = material.Initiatives
            .Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block)))
            .ToImmutableArray();
        var rows = asked.Where(i => i.Report is null || i.Number(key) is not null || i.IsUnknown(key)).ToImmutableArray();
        var missing = asked.Where(i => i.Report is null).Select(i => i.Initiative.Name).ToArray();
        return new DraftPart.Table(
            "antal-" + figure,
            caption,
            [new(DraftTexts.Initiative, Width: 4), new(Format(DraftTexts.Persons, ScopedFigures.Words(material, block.Scope)), Alignment.Right, 2)],
            [
                .. rows.Select(i => new TableRow([i.Initiative.Name, Cell(i, key)])),
                new TableRow(
                    [
                        DraftTexts.Sum,
                        Count(SumOfKnown(rows.Select(i => i.Number(key))), FigureSource.Sum(rows.Where(i => i.Number(key) is not null).Select(i => i.Source(key)))),
                    ],
                    RowKind.Total),
            ],
            missing.Length == 0 ? [] : [Format(DraftTexts.IncompleteSum, asked.Length - missing.Length, asked.Length, Join(missing))]);
    }

    private static TableCell Cell(InitiativeMaterial initiative, string key) =>
        initiative.IsUnknown(key) ? DraftTexts.Unknown : Count(initiative.Number(key), initiative.Source(key));
}

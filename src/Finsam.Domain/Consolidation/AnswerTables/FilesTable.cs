using System.Collections.Immutable;
using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.AnswerTables;

/// <summary>The files that came with the reports.</summary>
internal static class FilesTable
{
    public static DraftPart.Table Build(PeriodMaterial material, FilesPart part, string caption)
    {
        var block = material.Template.Blocks.OfType<AttachmentBlock>().First(b => b.Id == part.Block);
        var asked = new FigureCount(material, part).Whose.Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block))).ToImmutableArray();
        var missing = asked.Where(i => i.IsMissing).Select(i => i.Initiative.Name).ToArray();
        return new DraftPart.Table(
            "filer-" + part.Block,
            caption,
            [new(DraftTexts.Initiative, Width: 4), new(DraftTexts.File, Width: 6)],
            [
                .. from initiative in asked
                   from number in Enumerable.Range(1, block.Most)
                   let file = initiative.Report?.Answers[block.KeyOf(number)] as Answer.File
                   where file is not null
                   select new TableRow([initiative.Initiative.Name, new TableCell(file.Name, null, initiative.Source(block.KeyOf(number)))]),
            ],
            missing.Length == 0 ? [] : [Format(DraftTexts.ListIncomplete, Join(missing))]);
    }
}

using System.Collections.Immutable;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.AnswerTables;

/// <summary>How many initiatives have given each answer to a choice, and which.</summary>
internal static class ChoicesTable
{
    public static DraftPart.Table Build(PeriodMaterial material, ChoicesPart part, string caption)
    {
        var block = material.Template.Blocks.OfType<ChoiceBlock>().First(b => b.Id == part.Block);
        var asked = new FigureCount(material, part).Whose.Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block))).ToImmutableArray();
        bool Chose(InitiativeMaterial i, string choice) => block.Several ? i.Text(block.KeyOf(choice)) is not null : i.Text(block.Key) == choice;
        string Key(string choice) => block.Several ? block.KeyOf(choice) : block.Key;
        var missing = asked.Where(i => i.IsMissing).Select(i => i.Initiative.Name).ToArray();
        var unanswered = asked.Where(i => !i.IsMissing && !block.Choices.Any(c => Chose(i, c.Id))).Select(i => i.Initiative.Name).ToArray();
        return new DraftPart.Table(
            "val-" + part.Block,
            caption,
            [new(block.Label, Width: 4), new(DraftTexts.NumberOfInitiatives, Alignment.Right, 2), new(DraftTexts.WhichInitiatives, Width: 6)],
            [
                .. from choice in block.Choices
                   let chosen = asked.Where(i => Chose(i, choice.Id)).ToArray()
                   select new TableRow(
                   [
                       choice.Label, new TableCell(SwedishFormat.Number(chosen.Length), chosen.Length, FigureSource.Sum(chosen.Select(i => i.Source(Key(choice.Id))))),
                       string.Join(", ", chosen.Select(i => i.Initiative.Name)),
                   ]),
            ],
            [
                .. missing.Length == 0 ? Array.Empty<string>() : [Format(DraftTexts.IncompleteSum, asked.Length - missing.Length, asked.Length, Join(missing))],
                .. unanswered.Length == 0 ? Array.Empty<string>() : [Format(DraftTexts.Unanswered, Join(unanswered))],
            ]);
    }
}

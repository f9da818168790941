using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Goals;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>Status and overall assessment of the initiatives that feed one of the association's goals. What the chef has settled stands before
/// what the owner proposed; where they differ, a note says both.</summary>
public static class GoalsTable
{
    /// <summary>The sentence that counts, and the printed table. "Utgår" and "ännu ej bedömbart" leave the denominator.</summary>
    public static ImmutableArray<DraftPart> Build(PeriodMaterial material, string caption, GoalsPart part)
    {
        var block = material.Template.Sections.SelectMany(s => s.Blocks).OfType<GoalsBlock>().First(b => b.Id == part.Block);
        var fed = material.Initiatives.Where(i => i.Initiative.FeedsGoals.Contains(part.Goal, StringComparer.Ordinal))
            .Select(i => Assessed.Of(material, i, block)).ToImmutableArray();
        var missing = fed.Where(a => a.Initiative.Report is null && a.Standing is null).Select(a => a.Initiative.Initiative.Name).ToArray();
        var table = new DraftPart.Table(
            "mal-" + part.Goal,
            caption,
            [
                .. part.Numbered ? [new TableColumn(DraftTexts.GoalNumber)] : ImmutableArray<TableColumn>.Empty,
                new(DraftTexts.Initiative, Width: 4), new(DraftTexts.Status, Width: 2), new(DraftTexts.Assessment, Width: 3),
            ],
            [
                .. fed.Index().Select(a => new TableRow(
                [
                    .. part.Numbered ? [(TableCell)SwedishFormat.Number(a.Index + 1)] : ImmutableArray<TableCell>.Empty,
                    a.Item.Initiative.Initiative.Name, Status(a.Item.Initiative, material), a.Item.Cell,
                ])),
            ],
            [
                .. missing.Length == 0 ? Array.Empty<string>() : [Format(DraftTexts.IncompleteSum, fed.Length - missing.Length, fed.Length, Join(missing))],
                .. fed.Where(a => a.Differs).Select(a => Format(DraftTexts.SettledOtherwise, a.Initiative.Initiative.Name, a.ProposedWord, a.Cell.Text)),
            ]);
        return [Count(fed), table];
    }

    private static string Status(InitiativeMaterial initiative, PeriodMaterial material) =>
        initiative.Initiative.HasEndedBy(material.Period.End) ? DraftTexts.Ended : DraftTexts.Ongoing;

    private static DraftPart.Paragraph Count(ImmutableArray<Assessed> fed)
    {
        var count = GoalCount.Of(fed.Select(a => a.Standing));
        if (count.Base == 0)
        {
            return DraftPart.Paragraph.Of(count.Dropped == 0 ? DraftTexts.NoneAssessed : DraftTexts.NoneAssessed + " " + Format(DraftTexts.GoalsDropped, count.Dropped));
        }

        var source = FigureSource.Sum(fed.Where(a => a.Standing is not (null or GoalAssessment.Dropped or GoalAssessment.NotYet)).Select(a => a.Cell.Source));
        var text = DraftTexts.GoalsMet.Split("{0}", 2)[1].Split("{1}", 2);
        ImmutableArray<Inline> sentence =
        [
            new Inline.Figure(SwedishFormat.Number(count.Met), count.Met, source),
            new Inline.Text(text[0]),
            new Inline.Figure(SwedishFormat.Number(count.Base), count.Base, source),
            new Inline.Text(text[1]),
        ];
        return new DraftPart.Paragraph(count.Dropped == 0 ? sentence : sentence.Add(new Inline.Text(" " + Format(DraftTexts.GoalsDropped, count.Dropped))));
    }

    private sealed record Assessed(InitiativeMaterial Initiative, GoalAssessment? Proposed, GoalAssessment? Settled, string? ProposedWord, TableCell Cell)
    {
        public GoalAssessment? Standing => Settled ?? Proposed;

        public bool Differs => Settled is not null && Proposed is not null && Settled != Proposed;

        public static Assessed Of(PeriodMaterial material, InitiativeMaterial initiative, GoalsBlock block)
        {
            var answer = initiative.Text(block.OverallKey);
            var settled = material.Settled(initiative.Initiative.Id, goal: null)?.Settled;
            var word = block.Assessments.FirstOrDefault(a => a.Id == answer)?.Label;
            return new Assessed(
                initiative,
                AssessmentWords.OfChoice(answer),
                settled,
                word,
                settled is { } s
                    ? new TableCell(AssessmentWords.OfInitiative(s), null, FigureSource.Of($"register/bedomningar/{material.Period.Id}/{initiative.Initiative.Id}"))
                    : word is not null ? new TableCell(word, null, initiative.Source(block.OverallKey)) : DraftTexts.Missing);
        }
    }
}

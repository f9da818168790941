using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>Status and overall assessment of the initiatives that feed one of the association's goals.</summary>
public static class GoalsTable
{
    private const string Met = "uppfylld";
    private const string Dropped = "utgar";
    private const string NotYet = "ej-bedombart";

    /// <summary>The sentence that counts, and the printed table. "Utgår" and "ännu ej bedömbart" leave the denominator.</summary>
    public static ImmutableArray<DraftPart> Build(PeriodMaterial material, string caption, string blockId, string goal)
    {
        var block = material.Template.Sections.SelectMany(s => s.Blocks).OfType<GoalsBlock>().First(b => b.Id == blockId);
        var fed = material.Initiatives.Where(i => i.Initiative.FeedsGoals.Contains(goal, StringComparer.Ordinal)).ToImmutableArray();
        var missing = fed.Where(i => i.Report is null).Select(i => i.Initiative.Name).ToArray();
        var table = new DraftPart.Table(
            "mal-" + goal,
            caption,
            [new(DraftTexts.Initiative, Width: 4), new(DraftTexts.Status, Width: 2), new(DraftTexts.Assessment, Width: 3)],
            [.. fed.Select(i => new TableRow([i.Initiative.Name, Status(i, material), Assessment(i, block)]))],
            missing.Length == 0 ? [] : [Format(DraftTexts.IncompleteSum, fed.Length - missing.Length, fed.Length, Join(missing))]);
        return [Count(fed, block), table];
    }

    private static string Status(InitiativeMaterial initiative, PeriodMaterial material) =>
        initiative.Initiative.HasEndedBy(material.Period.End) ? DraftTexts.Ended : DraftTexts.Ongoing;

    private static TableCell Assessment(InitiativeMaterial initiative, GoalsBlock block) =>
        block.Assessments.FirstOrDefault(a => a.Id == initiative.Text(block.OverallKey)) is { } choice
            ? new TableCell(choice.Label, null, initiative.Source(block.OverallKey))
            : DraftTexts.Missing;

    private static DraftPart.Paragraph Count(ImmutableArray<InitiativeMaterial> fed, GoalsBlock block)
    {
        var answers = fed.Select(i => (Id: i.Text(block.OverallKey), Source: i.Source(block.OverallKey))).Where(a => a.Id is not null).ToArray();
        var assessed = answers.Where(a => a.Id is not (Dropped or NotYet)).ToArray();
        var met = assessed.Count(a => a.Id == Met);
        var dropped = answers.Count(a => a.Id == Dropped);
        var source = FigureSource.Sum(assessed.Select(a => a.Source));
        var text = DraftTexts.GoalsMet.Split("{0}", 2)[1].Split("{1}", 2);
        ImmutableArray<Inline> sentence =
        [
            new Inline.Figure(SwedishFormat.Number(met), met, source),
            new Inline.Text(text[0]),
            new Inline.Figure(SwedishFormat.Number(assessed.Length), assessed.Length, source),
            new Inline.Text(text[1]),
        ];
        return new DraftPart.Paragraph(dropped == 0 ? sentence : sentence.Add(new Inline.Text(" " + Format(DraftTexts.GoalsDropped, dropped))));
    }
}

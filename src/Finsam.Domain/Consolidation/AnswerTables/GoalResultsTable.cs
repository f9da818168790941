using System.Collections.Immutable;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Goals;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.AnswerTables;

/// <summary>A table of goals and results for each initiative that has goals. What was settled stands before what the owner answered.</summary>
internal static class GoalResultsTable
{
    public static IEnumerable<DraftPart> Build(PeriodMaterial material, GoalResultsPart part, Func<string, string> fill)
    {
        var block = material.Template.Blocks.OfType<GoalsBlock>().First(b => b.Id == part.Block);
        return from initiative in new FigureCount(material, part).Whose
               where !initiative.Initiative.Goals.IsEmpty
               let caption = fill(part.Caption.Replace("{initiative}", initiative.Initiative.Name, StringComparison.Ordinal))
               select (DraftPart)(part.Layout == GoalResultsLayout.YesNo ? YesNo(material, initiative, block, caption) : Results(material, initiative, block, caption));
    }

    private static DraftPart.Table Results(PeriodMaterial material, InitiativeMaterial initiative, GoalsBlock block, string caption) => LeavingOut(
        new DraftPart.Table(
            Id(initiative),
            caption,
            [
                new(DraftTexts.Goal, Width: 5), new(DraftTexts.Target, Alignment.Right, 2), new(DraftTexts.Result, Alignment.Right, 2), new(DraftTexts.Assessment, Width: 2),
                new(DraftTexts.Comments, Width: 5),
            ],
            [
                .. initiative.Initiative.Goals.Select(goal => new TableRow(
                [
                    goal.Text, Targets(material, goal), Result(material, initiative, block, goal), Assessment(material, initiative, goal),
                    material.Settled(initiative.Initiative.Id, goal.Id)?.Comment ?? "",
                ])),
            ],
            []),
        DraftTexts.Target,
        DraftTexts.Assessment,
        DraftTexts.Comments);

    // Each result keeps its goal's number, so that it can be found in the column it stands in. What is met in part stands under ja, and says so itself.
    private static DraftPart.Table YesNo(PeriodMaterial material, InitiativeMaterial initiative, GoalsBlock block, string caption)
    {
        var goals = initiative.Initiative.Goals;
        var assessed = goals.Select(g => InitiativeGoals.Standing(material, initiative, g)).ToImmutableArray();
        ImmutableArray<string> unassessed = initiative.IsMissing
            ? [Format(DraftTexts.MissingReport, initiative.Initiative.Name)]
            : goals.Index().Where(g => assessed[g.Index] is null).Select(g => Format(DraftTexts.GoalWithoutResult, g.Index + 1)).ToImmutableArray();
        return new DraftPart.Table(
            Id(initiative),
            caption,
            [new(DraftTexts.Initiative, Width: 2), new(DraftTexts.Goal, Width: 4), new(DraftTexts.GoalYes, Width: 4), new(DraftTexts.GoalNo, Width: 4)],
            [
                new TableRow(
                [
                    initiative.Initiative.Name, string.Join('\n', Numbered(goals)),
                    Column(a => a is GoalAssessment.Met or GoalAssessment.MostlyMet or GoalAssessment.PartlyMet), Column(a => a is GoalAssessment.NotMet),
                ]),
            ],
            unassessed);

        TableCell Column(Func<GoalAssessment?, bool> belongs)
        {
            var shown = goals.Index().Where(g => belongs(assessed[g.Index])).ToArray();
            return new TableCell(string.Join('\n', shown.Select(g => $"{g.Index + 1}. {Result(material, initiative, block, g.Item).Text}")), null,
                FigureSource.Sum(shown.Select(g => initiative.Source(block.ResultKey(g.Item)))));
        }
    }

    // A heading of the goals stands above the first of them.
    private static IEnumerable<string> Numbered(ImmutableArray<InitiativeGoal> goals) =>
        goals.Index().Select(g => g.Item.Heading is { } heading && (g.Index == 0 || goals[g.Index - 1].Heading != heading)
            ? $"{heading}: {g.Index + 1}. {g.Item.Text}"
            : $"{g.Index + 1}. {g.Item.Text}");

    private static string Targets(PeriodMaterial material, InitiativeGoal goal)
    {
        var targets = goal.Targets.Where(t => (t.Year ?? material.Period.Year) == material.Period.Year && t.Value is not null).ToArray();
        var own = targets.Where(t => t.Scope == Scopes.Scope.Year).ToArray() is { Length: > 0 } year ? year : targets;
        return string.Join(", ", own.Select(t => SwedishFormat.Exact(t.Value!.Value) + (t.Unit.StartsWith('%') ? SwedishFormat.NoBreakSpace + "%" : own.Length == 1 ? "" : " " + t.Unit)));
    }

    private static TableCell Result(PeriodMaterial material, InitiativeMaterial initiative, GoalsBlock block, InitiativeGoal goal) =>
        material.Settled(initiative.Initiative.Id, goal.Id)?.Result is { } settled
            ? new TableCell(settled, null, FigureSource.Of($"register/bedomningar/{material.Period.Id}/{initiative.Initiative.Id}#{goal.Id}"))
            : initiative.Text(block.ResultKey(goal)) is { } answer ? new TableCell(answer, null, initiative.Source(block.ResultKey(goal))) : DraftTexts.Missing;

    private static TableCell Assessment(PeriodMaterial material, InitiativeMaterial initiative, InitiativeGoal goal) =>
        InitiativeGoals.Standing(material, initiative, goal) is { } standing ? AssessmentWords.OfGoal(standing) : "";

    private static string Id(InitiativeMaterial initiative) => "mal-resultat-" + initiative.Initiative.Id;
}

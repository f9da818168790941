using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Goals;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>The goals of the verksamhetsplan that hold in the year, with their indicators and what has been settled about each.</summary>
internal static class AssociationGoalsTable
{
    public static DraftPart.Table Build(PeriodMaterial material, string caption)
    {
        var goals = Holding(material);
        return new DraftPart.Table(
            "forbundets-mal",
            caption,
            [new(DraftTexts.Goal, Width: 5), new(DraftTexts.FollowUp, Width: 5), new(DraftTexts.Assessment, Width: 2)],
            [.. goals.SelectMany(g => Rows(material, g))],
            [GoalCount.Of(goals.Select(g => material.Settled(null, g.Id)?.Standing)).Sentence()]);
    }

    public static DraftPart.Table List(PeriodMaterial material, string caption)
    {
        var goals = Holding(material);
        return goals.Any(g => g.Number is not null)
            ? new DraftPart.Table(
                "mal", caption, [new(DraftTexts.GoalNumber, Width: 1), new(DraftTexts.Goal, Width: 10)], [.. goals.Select(g => new TableRow([g.Number ?? "", g.Text]))], [])
            : new DraftPart.Table("mal", caption, [new(DraftTexts.Goal)], [.. goals.Select(g => new TableRow([g.Text]))], []);
    }

    private static ImmutableArray<AssociationGoal> Holding(PeriodMaterial material) =>
        [.. material.Record.Goals.Goals.Where(g => g.HoldsIn(material.Period.Year))];

    private static IEnumerable<TableRow> Rows(PeriodMaterial material, AssociationGoal goal)
    {
        yield return Row(material, Numbered(goal.Number, goal.Text), goal.Measure, material.Settled(null, goal.Id), goal.Id, RowKind.Normal);
        foreach (var indicator in goal.Indicators)
        {
            yield return Row(material, Numbered(indicator.Number, indicator.Text), indicator.Measure, material.Settled(null, goal.Id, indicator.Id), $"{goal.Id}.{indicator.Id}", RowKind.Aside);
        }
    }

    private static string Numbered(string? number, string text) => number is null ? text : $"{number} {text}";

    private static TableRow Row(PeriodMaterial material, string text, GoalMeasure? measure, SettledAssessment? assessment, string id, RowKind kind) => new(
        [
            text,
            string.Join('\n', new[] { measure?.Text, assessment?.Result, assessment?.Comment }.Where(t => t is not null)),
            assessment?.Standing is { } standing
                ? new TableCell(assessment.Words ?? AssessmentWords.OfGoal(standing), null, FigureSource.Of($"register/bedomningar/{material.Period.Id}#{id}"))
                : "",
        ],
        kind);
}

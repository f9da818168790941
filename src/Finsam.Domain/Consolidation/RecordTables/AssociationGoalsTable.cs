using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Drafts;
using Finsam.Domain.Goals;
using static Finsam.Domain.Consolidation.Texts;

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

    /// <summary>A row a goal: its assessment first, then what its indicators showed and why, all in one cell.</summary>
    public static DraftPart.Table Together(PeriodMaterial material, string caption)
    {
        var goals = Holding(material);
        return new DraftPart.Table(
            "forbundets-mal-samlat", caption, [new(DraftTexts.Goal, Width: 4), new(DraftTexts.FollowUp, Width: 8)],
            [.. goals.Select(g => new TableRow([Numbered(g.Number, g.Text), new TableCell(string.Join('\n', Followed(material, g)), null, Source(material, g.Id))]))],
            [GoalCount.Of(goals.Select(g => material.Settled(null, g.Id)?.Standing)).Sentence()]);
    }

    /// <summary>The assessments by themselves.</summary>
    public static DraftPart.Table Assessments(PeriodMaterial material, string caption)
    {
        var goals = Holding(material);
        return new DraftPart.Table(
            "forbundets-mal-bedomning", caption, [new(DraftTexts.Goal, Width: 6), new(DraftTexts.Assessment, Width: 4)],
            [
                .. goals.Index().Select(g => new TableRow(
                [
                    Format(DraftTexts.GoalNumbered, g.Item.Number ?? (g.Index + 1).ToString(CultureInfo.InvariantCulture)),
                    Assessment(material.Settled(null, g.Item.Id)) is { } word ? new TableCell(word, null, Source(material, g.Item.Id)) : DraftTexts.Missing,
                ])),
            ],
            [GoalCount.Of(goals.Select(g => material.Settled(null, g.Id)?.Standing)).Sentence()]);
    }

    private static IEnumerable<string> Followed(PeriodMaterial material, AssociationGoal goal)
    {
        var own = material.Settled(null, goal.Id);
        string? said = null;
        yield return Assessment(own) ?? DraftTexts.Missing;
        foreach (var line in new[] { goal.Measure?.Text, own?.Result }.OfType<string>())
        {
            yield return line;
        }

        foreach (var indicator in goal.Indicators)
        {
            // Indicators that are measured in the same way stand together, and the way is said once.
            if (indicator.Measure?.Text is { } measure && measure != said)
            {
                yield return said = measure;
            }

            if (material.Settled(null, goal.Id, indicator.Id) is { } settled)
            {
                foreach (var line in new[] { settled.Result, settled.Comment }.OfType<string>())
                {
                    yield return line;
                }
            }
        }

        if (own?.Comment is { } comment)
        {
            yield return Format(DraftTexts.GoalComment, comment);
        }
    }

    private static string? Assessment(SettledAssessment? settled) => settled?.Words ?? (settled?.Standing is { } standing ? AssessmentWords.OfGoal(standing) : null);

    private static FigureSource Source(PeriodMaterial material, string id) => FigureSource.Of($"register/bedomningar/{material.Period.Id}#{id}");

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

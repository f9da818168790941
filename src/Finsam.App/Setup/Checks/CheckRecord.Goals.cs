using System.Collections.Immutable;
using Finsam.Domain.Goals;
using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Goals(AssociationRecord record)
    {
        const string file = "goals.json";
        var goals = record.Goals.Goals;
        return Duplicates(file, "$.goals", goals.Select(g => g.Id))
            .Concat(goals.SelectMany((goal, index) => Goal(record, goal, $"$.goals[{index}]")))
            .Concat(record.Goals.Assessments.SelectMany((assessment, index) => Assessment(record, assessment, $"$.assessments[{index}]")))
            .Concat(
                from assessment in record.Goals.Assessments.Index()
                let item = assessment.Item
                where record.Goals.Assessments.Take(assessment.Index).Any(a => (a.Period, a.Initiative, a.Goal, a.Indicator) == (item.Period, item.Initiative, item.Goal, item.Indicator))
                select new PackageFinding(file, $"$.assessments[{assessment.Index}]", SetupTexts.AssessedTwice));
    }

    private static IEnumerable<PackageFinding> Goal(AssociationRecord record, AssociationGoal goal, string path)
    {
        const string file = "goals.json";
        if (goal.ToYear < goal.FromYear)
        {
            yield return new(file, path + ".toYear", Say(SetupTexts.EndBeforeStart, goal.ToYear, goal.FromYear));
        }

        foreach (var finding in Duplicates(file, path + ".indicators", goal.Indicators.Select(i => i.Id))
            .Concat(goal.Indicators.IsEmpty || goal.Measure is not null
                ? Measured(file, path, (goal.Measure, goal.Targets), record)
                : [])
            .Concat(Measured(file, path + ".indicators", goal.Indicators.Select(i => (i.Measure, i.Targets)), record)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<PackageFinding> Measured(
        string file, string path, IEnumerable<(GoalMeasure? Measure, ImmutableArray<GoalTarget> Targets)> goals, AssociationRecord record) =>
        goals.SelectMany((goal, index) => Measured(file, $"{path}[{index}]", goal, record));

    private static IEnumerable<PackageFinding> Measured(string file, string path, (GoalMeasure? Measure, ImmutableArray<GoalTarget> Targets) goal, AssociationRecord record)
    {
        if (goal.Measure is not { } measure)
        {
            yield return new(file, path + ".measure", SetupTexts.GoalWithoutMeasure);
            yield break;
        }

        if (measure.By is MeasuredBy.Count or MeasuredBy.Share && measure.Cells.IsEmpty)
        {
            yield return new(file, path + ".measure.cells", SetupTexts.MeasureWithoutCells);
        }

        if (measure.By == MeasuredBy.Share && measure.Base.IsEmpty)
        {
            yield return new(file, path + ".measure.base", SetupTexts.ShareWithoutBase);
        }

        foreach (var (index, target) in goal.Targets.Index().Where(t => (t.Item.Value is null) == (t.Item.Against is null)))
        {
            yield return new(file, $"{path}.targets[{index}]", SetupTexts.TargetWithoutValue);
        }

        var cells = record.Templates.SelectMany(CellsOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (list, index, cell) in measure.Cells.Index().Select(c => ("cells", c.Index, c.Item)).Concat(measure.Base.Index().Select(c => ("base", c.Index, c.Item))))
        {
            if (!cells.Contains(cell))
            {
                yield return new(file, $"{path}.measure.{list}[{index}]", Say(SetupTexts.UnknownMeasureCell, cell));
            }
        }
    }

    private static IEnumerable<PackageFinding> Assessment(AssociationRecord record, SettledAssessment assessment, string path)
    {
        const string file = "goals.json";
        if (record.FindPeriod(assessment.Period) is null)
        {
            yield return new(file, path + ".period", Say(SetupTexts.UnknownPeriod, assessment.Period));
        }

        if (assessment.Initiative is { } id)
        {
            if (record.FindInitiative(id) is not { } initiative)
            {
                yield return new(file, path + ".initiative", Say(SetupTexts.UnknownInitiative, id));
            }
            else if (assessment.Goal is { } own && initiative.Goals.All(g => g.Id != own))
            {
                yield return new(file, path + ".goal", Say(SetupTexts.UnknownInitiativeGoal, own, initiative.Name));
            }
        }
        else if (assessment.Goal is { } goal && record.Goals.Goals.FirstOrDefault(g => g.Id == goal) is not { } known)
        {
            yield return new(file, path + ".goal", Say(SetupTexts.UnknownGoal, goal));
        }
        else if (assessment.Indicator is { } indicator
            && record.Goals.Goals.FirstOrDefault(g => g.Id == assessment.Goal)?.Indicators.All(i => i.Id != indicator) != false)
        {
            yield return new(file, path + ".indicator", Say(SetupTexts.UnknownIndicator, indicator));
        }
    }
}

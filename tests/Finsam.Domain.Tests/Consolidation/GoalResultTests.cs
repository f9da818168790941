using Finsam.Domain.Consolidation;
using Finsam.Domain.Goals;
using Finsam.Domain.Records;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class GoalResultTests
{
    private static readonly GoalTarget Target = new(Comparison.AtLeast, "personer", Scope.Period) { Value = 45 };

    private static readonly InitiativeGoal Goal = new("1", "Minst 45 personer.")
    {
        Measure = new GoalMeasure { By = MeasuredBy.Count, Cells = ["deltagare.deltagit.kvinna", "deltagare.deltagit.man"] },
        Targets = [Target],
    };

    [Fact]
    public void A_count_is_compared_with_its_target_in_the_targets_own_scope()
    {
        var result = Result(Goal)!;
        Assert.Equal(19m, result.Value);
        Assert.False(result.Reaches(Target));
        Assert.True(result.Reaches(Target with { Value = 19 }));

        // Nobody knows how many took part since the start: then there is nothing to compare.
        Assert.Null(Result(Goal, Target with { Scope = Scope.Initiative }));

        // Another year's target is not this year's.
        Assert.Null(Result(Goal, Target with { Year = 2024 }));
        Assert.NotNull(Result(Goal, Target with { Year = 2023 }));
        Assert.Null(Result(Goal, Target with { Value = null, Against = TargetAgainst.National }));
    }

    [Fact]
    public void A_share_is_counted_from_its_parts_and_needs_a_base()
    {
        var share = Goal with
        {
            Measure = new GoalMeasure { By = MeasuredBy.Share, Cells = ["deltagare.deltagit.kvinna"], Base = ["deltagare.deltagit.kvinna", "deltagare.deltagit.man"] },
        };
        Assert.Equal(7m / 19m * 100m, Result(share, Target with { Unit = "%", Value = 40 })!.Value);
        Assert.Null(GoalResult.Of(Some.Material(), Some.Initiative().Sent(("deltagare.deltagit.kvinna", 0), ("deltagare.deltagit.man", 0)), share, Target));
    }

    [Fact]
    public void A_figure_asked_for_the_period_is_no_result_since_the_start()
    {
        var figure = Goal with { Measure = new GoalMeasure { By = MeasuredBy.Count, Cells = ["natt.chefer"] } };
        var sent = Some.Initiative().Sent(("natt.chefer", 50));
        Assert.Equal(50m, GoalResult.Of(Some.Material(sent), sent, figure, Target)!.Value);
        Assert.Null(GoalResult.Of(Some.Material(sent), sent, figure, Target with { Scope = Scope.Initiative }));
    }

    [Fact]
    public void An_assessment_that_the_figure_contradicts_is_told_and_what_was_settled_stands_before_what_was_proposed()
    {
        var each = Some.Goals with { AssessEach = true };
        var template = Some.Template with { Sections = [.. Some.Template.Sections.Select(s => s.Id == "mal" ? s with { Blocks = [each] } : s)] };
        var sent = (Some.Initiative() with { Goals = [Goal] }).Sent(("deltagare.deltagit.kvinna", 7), ("deltagare.deltagit.man", 12), ("mal.1.bedomning", "uppfylld"));
        var material = Some.Material(sent) with { Template = template };
        Assert.Equal(
            ["Hofors, mål 1: bedömt som uppfyllt, men resultatet är 19 personer under perioden 1 januari–31 december 2023 och målet är minst 45."],
            Findings.Of(material, Some.Outline));

        var settled = new SettledAssessment { Period = Some.Period.Id, Initiative = "hofors", Goal = "1", Settled = GoalAssessment.PartlyMet };
        Assert.Empty(Findings.Of(material with { Record = material.Record with { Goals = new GoalFile { Assessments = [settled] } } }, Some.Outline));
    }

    private static GoalResult? Result(InitiativeGoal goal, GoalTarget? target = null)
    {
        var sent = Some.Initiative().Sent(("deltagare.deltagit.kvinna", 7), ("deltagare.deltagit.man", 12));
        return GoalResult.Of(Some.Material(sent), sent, goal, target ?? Target);
    }
}

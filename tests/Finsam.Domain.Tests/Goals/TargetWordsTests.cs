using Finsam.Domain.Goals;
using Finsam.Domain.Periods;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Goals;

public sealed class TargetWordsTests
{
    private static readonly GoalTarget OfTheYear = new(Comparison.AtLeast, "deltagare", Scope.Year) { Value = 100, Year = 2023 };

    [Fact]
    public void A_goal_without_a_target_says_nothing() => Assert.Null(Of());

    [Fact]
    public void A_target_says_how_many_of_what_and_over_which_time() =>
        Assert.Equal("minst 100 deltagare under 2023", Of(OfTheYear));

    [Fact]
    public void A_target_of_the_year_is_of_the_whole_year_also_in_a_report_of_its_first_months() =>
        Assert.Equal("minst 100 deltagare under 2023", Of(Some.Period with { End = new DateOnly(2023, 4, 30) }, OfTheYear));

    [Fact]
    public void A_target_of_another_year_is_not_said() =>
        Assert.Equal(
            "minst 200 deltagare sedan insatsens start 1 januari 2022",
            Of(OfTheYear with { Year = 2024 }, OfTheYear with { Scope = Scope.Initiative, Value = 200, Year = null }));

    [Fact]
    public void Several_targets_are_said_one_after_the_other() =>
        Assert.Equal(
            "minst 50 personer under 2023; högst 60 personer under 2023; 9 månader i snitt under 2023",
            Of(
                new GoalTarget(Comparison.AtLeast, "personer", Scope.Period) { Value = 50 },
                new GoalTarget(Comparison.AtMost, "personer", Scope.Period) { Value = 60 },
                new GoalTarget(Comparison.Equal, "månader i snitt", Scope.Year) { Value = 9 }));

    [Fact]
    public void A_target_may_be_measured_against_another_figure() =>
        Assert.Equal(
            "minst det nationella resultatet under 2023; minst förra årets resultat under 2023",
            Of(
                new GoalTarget(Comparison.AtLeast, "%", Scope.Year) { Against = TargetAgainst.National },
                new GoalTarget(Comparison.AtLeast, "%", Scope.Year) { Against = TargetAgainst.LastYear }));

    private static string? Of(params GoalTarget[] targets) => Of(Some.Period, targets);

    private static string? Of(ReportingPeriod period, params GoalTarget[] targets) =>
        TargetWords.Of(new InitiativeGoal("1", "Fler deltar.") { Targets = [.. targets] }, Some.Initiative(), period) is { } words ? Some.Spaced(words) : null;
}

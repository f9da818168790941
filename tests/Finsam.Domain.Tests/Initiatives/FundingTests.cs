using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Tests.Initiatives;

public sealed class FundingTests
{
    [Fact]
    public void A_years_grant_is_all_its_decisions_and_no_decision_is_not_zero()
    {
        var initiative = With(
            Decision(DecisionKind.Grant, 2023, 309_000), Decision(DecisionKind.Supplement, 2023, 102_481), Decision(DecisionKind.Return, 2023, 11_481),
            Decision(DecisionKind.Grant, 2024, 5));
        Assert.Equal(400_000m, initiative.GrantedIn(2023));
        Assert.Equal(5m, initiative.GrantedIn(2024));
        Assert.Null(initiative.GrantedIn(2022));
    }

    [Fact]
    public void An_early_end_hands_back_what_is_left_and_moves_the_last_day()
    {
        var initiative = With(
            Decision(DecisionKind.Grant, 2022, 500_000),
            Decision(DecisionKind.EarlyEnd, 2022, 190_000) with { Date = new DateOnly(2022, 5, 20), NewEnd = new DateOnly(2022, 5, 31) });
        Assert.Equal(310_000m, initiative.GrantedIn(2022));
        Assert.Equal(new DateOnly(2022, 5, 31), initiative.End);
        Assert.True(initiative.HasEndedBy(new DateOnly(2022, 6, 1)));
        Assert.Equal(new DateOnly(2024, 6, 30), initiative.AgreedEnd);
    }

    [Fact]
    public void Of_two_decisions_that_move_the_end_the_later_one_holds() => Assert.Equal(
        new DateOnly(2025, 3, 31),
        With(
            Decision(DecisionKind.Supplement, 2024, 1) with { Date = new DateOnly(2024, 2, 1), NewEnd = new DateOnly(2025, 3, 31) },
            Decision(DecisionKind.Supplement, 2023, 1) with { Date = new DateOnly(2023, 2, 1), NewEnd = new DateOnly(2024, 12, 31) }).End);

    [Fact]
    public void What_remains_is_what_was_decided_less_what_was_paid_until_the_day()
    {
        var initiative = With(
            Decision(DecisionKind.Grant, 2022, 1_000_000) with { Date = new DateOnly(2021, 11, 20) },
            Decision(DecisionKind.Supplement, 2023, 200_000) with { Date = new DateOnly(2023, 3, 10) }) with
        {
            Payments = [Payment(new DateOnly(2022, 10, 1), 520_000), Payment(new DateOnly(2023, 12, 31), 350_000)],
        };
        Assert.Equal(480_000m, initiative.RemainingAt(new DateOnly(2022, 12, 31)));
        Assert.Equal(330_000m, initiative.RemainingAt(new DateOnly(2023, 12, 31)));
        Assert.Equal(0m, initiative.RemainingAt(new DateOnly(2021, 11, 19)));
    }

    [Fact]
    public void A_decision_without_a_date_counts_on_every_day() =>
        Assert.Equal(700m, With(Decision(DecisionKind.Grant, 2024, 700)).RemainingAt(new DateOnly(2021, 12, 31)));

    private static Initiative With(params FundingDecision[] decisions) => Some.Initiative() with { Decisions = [.. decisions] };

    private static FundingDecision Decision(DecisionKind kind, int year, decimal kronor) => new() { Kind = kind, Year = year, Kronor = kronor };

    private static Payment Payment(DateOnly date, decimal kronor) => new() { Date = date, Kronor = kronor, Party = "Ragunda kommun", Year = date.Year };
}

using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Records;

namespace Finsam.Domain.Tests.Budgets;

public sealed class AdoptedBudgetTests
{
    private static readonly AdoptedBudget Budget = new()
    {
        Id = "2020",
        Year = 2020,
        Lines =
        [
            Line("bidrag", BudgetKind.Income, 13_320_000),
            Line("insatser", BudgetKind.Cost, 15_270_000) with { Role = BudgetRole.Initiatives },
            Line("beviljat", BudgetKind.Cost, 10_800_000) with { PartOf = "insatser" },
            Line("personal", BudgetKind.Cost, 2_906_000) with { Amounts = [new YearAmount(2020, 2_906_000m), new YearAmount(2021, 2_912_000m)] },
        ],
    };

    [Fact]
    public void A_line_that_is_part_of_another_is_inside_it_already()
    {
        Assert.Equal(18_176_000m, Budget.Sum(BudgetKind.Cost, 2020));
        Assert.Equal(-4_856_000m, Budget.Result(2020));
        Assert.Equal(2_912_000m, Budget.Sum(BudgetKind.Cost, 2021));
        Assert.Null(Budget.Sum(BudgetKind.Income, 2021));
        Assert.Null(Budget.Result(2021));
    }

    [Fact]
    public void What_is_budgeted_and_not_granted_is_what_is_left_of_the_initiatives_money_by_now()
    {
        var adopted = Line("ej", BudgetKind.Cost, 4_470_000) with { PartOf = "insatser", Role = BudgetRole.NotGranted };
        Assert.Equal(4_470_000m, Budget.NotGranted(2020, 10_800_000m));
        Assert.Equal(4_000_000m, (Budget with { Lines = Budget.Lines.Add(adopted) }).NotGranted(2020, 11_270_000m));
        Assert.Equal(4_470_000m, (Budget with { Lines = [adopted] }).NotGranted(2020, 11_270_000m));
        Assert.Null(Budget.NotGranted(2021, 5m));
    }

    [Fact]
    public void A_years_budget_is_its_own_else_the_plan_of_the_latest_before_it()
    {
        var next = Budget with { Id = "2021", Year = 2021, Lines = [Line("bidrag", BudgetKind.Income, 1) with { Amounts = [new YearAmount(2021, 1m)] }] };
        Assert.Equal("2021", new BudgetFile { Budgets = [Budget, next] }.For(2021)!.Id);
        Assert.Equal("2020", new BudgetFile { Budgets = [Budget] }.For(2021)!.Id);
        Assert.Null(new BudgetFile { Budgets = [Budget, next] }.For(2019));
        Assert.Null(new BudgetFile { Budgets = [Budget] }.For(2022));
    }

    private static BudgetLine Line(string id, BudgetKind kind, decimal kronor) => new(id, id, kind) { Amounts = [new YearAmount(2020, kronor)] };
}

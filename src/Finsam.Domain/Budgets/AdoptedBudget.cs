using System.Collections.Immutable;
using Finsam.Domain.Associations;

namespace Finsam.Domain.Budgets;

/// <summary>A budget as the board adopted it, with the years ahead that the plan covers (11 kap. 6 § KL, 21 § lag 2003:1210).</summary>
public sealed record AdoptedBudget
{
    /// <summary>Stable id; usually the first year.</summary>
    public required string Id { get; init; }

    /// <summary>The year it is the budget of; later years in its lines are the plan.</summary>
    public required int Year { get; init; }

    /// <summary>When the board adopted it.</summary>
    public DateOnly? Adopted { get; init; }

    /// <summary>The minutes' paragraph.</summary>
    public string? Paragraph { get; init; }

    /// <summary>What is printed below it.</summary>
    public string? Note { get; init; }

    /// <summary>The lines in the order they are printed.</summary>
    public required ImmutableArray<BudgetLine> Lines { get; init; }

    /// <summary>The sum of the lines of a kind in a year: a line that is part of another is inside it already. Null when none has an amount.</summary>
    public decimal? Sum(BudgetKind kind, int year)
    {
        var amounts = Lines.Where(l => l.Kind == kind && l.PartOf is null).Select(l => l.In(year)).Where(k => k is not null).ToArray();
        return amounts.Length == 0 ? null : amounts.Sum();
    }

    /// <summary>Income less costs; null when either is missing.</summary>
    public decimal? Result(int year) => Sum(BudgetKind.Income, year) - Sum(BudgetKind.Cost, year);

    /// <summary>The amount of the line with a role; null when there is none.</summary>
    public decimal? Of(BudgetRole role, int year)
    {
        var amounts = Lines.Where(l => l.Role == role).Select(l => l.In(year)).Where(k => k is not null).ToArray();
        return amounts.Length == 0 ? null : amounts.Sum();
    }

    /// <summary>Budgeterade ej beviljade medel: what is budgeted for initiatives less what has been granted by now. A line of its own says what had
    /// not been granted when the budget was adopted, so it is used only where the whole is not known.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="granted">Kronor granted for the year.</param>
    public decimal? NotGranted(int year, decimal granted) =>
        Of(BudgetRole.Initiatives, year) is { } budgeted ? budgeted - granted : Of(BudgetRole.NotGranted, year);
}

/// <summary>A line of a budget.</summary>
/// <param name="Id">Stable within the budget.</param>
/// <param name="Label">The line as printed.</param>
/// <param name="Kind">Income or cost.</param>
public sealed record BudgetLine(string Id, string Label, BudgetKind Kind)
{
    /// <summary>The line it is a part of ("varav redan beviljat"); null for a line of its own.</summary>
    public string? PartOf { get; init; }

    /// <summary>What the line is to the software, where that matters.</summary>
    public BudgetRole Role { get; init; } = BudgetRole.None;

    /// <summary>What it holds, as printed ("arvoden, löner, traktamenten …").</summary>
    public string? Note { get; init; }

    /// <summary>Kronor by year; a year that is left out is blank, which is not zero.</summary>
    public ImmutableArray<YearAmount> Amounts { get; init; } = [];

    /// <summary>Kronor of a year; null when it is blank.</summary>
    public decimal? In(int year) => Amounts.FirstOrDefault(a => a.Year == year)?.Kronor;
}

/// <summary>The two sides of a budget.</summary>
public enum BudgetKind
{
    /// <summary>Intäkt.</summary>
    Income,

    /// <summary>Kostnad.</summary>
    Cost,
}

/// <summary>What a line is to the software.</summary>
public enum BudgetRole
{
    /// <summary>Nothing but itself.</summary>
    None,

    /// <summary>Insatsmedel: all the money for initiatives.</summary>
    Initiatives,

    /// <summary>What of it had been granted when the budget was adopted.</summary>
    Granted,

    /// <summary>What of it had not: ej beviljade medel.</summary>
    NotGranted,
}

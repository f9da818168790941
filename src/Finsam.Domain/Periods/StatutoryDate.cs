namespace Finsam.Domain.Periods;

/// <summary>A last day that doesn't come from the association's own planning.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Date">The date as the rule says it.</param>
/// <param name="LastDay">The day it may still be done, when the date is a day off.</param>
/// <param name="Law">The rule, as printed; with söndagsregeln where it gave a later day.</param>
public sealed record StatutoryDate(StatutoryDateKind Kind, DateOnly Date, DateOnly LastDay, string Law);

/// <summary>What is to be done.</summary>
public enum StatutoryDateKind
{
    /// <summary>Årsredovisningen for the year before is handed over.</summary>
    AnnualReport,

    /// <summary>Delårsrapporten is handed over, where the förbundsordning asks for one.</summary>
    InterimReport,

    /// <summary>The next year's budget is adopted.</summary>
    Budget,
}

using System.Text.Json.Serialization;

namespace Finsam.Domain.Periods;

/// <summary>What the förbundsordning says of a delårsrapport. Lag (2003:1210) requires none: 21 § does not refer to 11 kap. 16 § kommunallagen,
/// so without such a rule there is no date.</summary>
public sealed record InterimReportRule
{
    /// <summary>Last day of the period that begins on 1 January: 31 August or 30 June.</summary>
    public required MonthDay PeriodEnd { get; init; }

    /// <summary>How many months after the period's end the report is handed over at the latest, 0 to 12; two by analogy with 11 kap. 16 § kommunallagen.</summary>
    public int HandOverMonths { get; init; } = 2;

    /// <summary>Where a day off moves it: söndagsregeln when the förbundsordning points to kommunallagen, which a day set by the members'
    /// agreement alone is not covered by.</summary>
    public DeadlineShift Shift { get; init; } = DeadlineShift.Next;

    /// <summary>Where it is said, as printed: "förbundsordningen § 14".</summary>
    public required string Source { get; init; }

    /// <summary>Whether the period is one a delårsrapport may have: at least half and at most two thirds of the year (13 kap. lag 2018:597),
    /// reckoned in whole months, since January–June has fewer than half of the days. A first tertial is never a delårsrapport.</summary>
    [JsonIgnore]
    public bool CoversHalfToTwoThirds => PeriodEnd is { Month: 6, Day: 30 } or { Month: 7 or 8 };

    /// <summary>The last day to hand over the report of a year, before it is moved off a day off. Months are counted from the morning after the
    /// period, so that the last of a month gives the last of a month: 30 June → 31 August.</summary>
    public DateOnly HandOverIn(int year) => PeriodEnd.In(year).AddDays(1).AddMonths(HandOverMonths).AddDays(-1);
}

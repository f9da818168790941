namespace Finsam.Domain.Periods;

/// <summary>A day that comes every year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to the month's last; 29 February is 28 February in a common year.</param>
public sealed record MonthDay(int Month, int Day)
{
    /// <summary>The date in a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No year has such a day.</exception>
    public DateOnly In(int year) =>
        this is { Month: 2, Day: 29 } ? new DateOnly(year, 3, 1).AddDays(-1) : new DateOnly(year, Month, Day);
}

namespace Finsam.Domain.Periods;

/// <summary>Söndagsregeln, 2 § lag (1930:173): what by statute is to be done at the latest on a Sunday, another public holiday, a Saturday,
/// midsommarafton, julafton or nyårsafton may be done on the next weekday. It says nothing of dates set by agreement; those have a
/// <see cref="DeadlineShift"/> of their own.</summary>
public static class SundayRule
{
    /// <summary>The date, moved when it is a day off (<see cref="SwedishCalendar.IsDayOff"/>). <see cref="DeadlineShift.Next"/> is the law's rule.</summary>
    public static DateOnly Shift(DateOnly date, DeadlineShift shift) => shift switch
    {
        DeadlineShift.Keep => date,
        DeadlineShift.Previous => SwedishCalendar.IsDayOff(date) ? SwedishCalendar.AddWorkingDays(date, -1) : date,
        DeadlineShift.Next => SwedishCalendar.IsDayOff(date) ? SwedishCalendar.AddWorkingDays(date, 1) : date,
        _ => throw new ArgumentOutOfRangeException(nameof(shift), shift, null),
    };
}

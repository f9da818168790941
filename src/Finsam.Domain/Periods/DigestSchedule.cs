namespace Finsam.Domain.Periods;

/// <summary>When the chef is told where a period stands: on the first sending day of each week while it is open, and on every sending day once the last
/// day has passed, until it closes.</summary>
/// <param name="Opens">The day the period opens.</param>
/// <param name="Due">The owners' last day.</param>
/// <param name="Closes">The day after which links no longer open.</param>
/// <param name="Calendar">The days on which mail goes out.</param>
public sealed record DigestSchedule(DateOnly Opens, DateOnly Due, DateOnly Closes, SendingCalendar Calendar)
{
    /// <summary>The Swedish wall-clock time: before the morning's reminders, so that the chef knows first.</summary>
    public static readonly TimeOnly At = new(7, 30);

    /// <summary>The schedule of a period.</summary>
    public static DigestSchedule Of(ReportingPeriod period, SendingCalendar calendar) => new(period.Opens, period.LastDay, period.Closes, calendar);

    /// <summary>The day whose digest may go now; null when none may. One that was missed is not made up for: the next says all it would have said.</summary>
    public DateOnly? DueAt(DateTimeOffset now) =>
        SwedishTime.DateAt(now) is var today && IsDay(today) && SwedishTime.At(today, At) <= now && Calendar.IsSendingTime(now) ? today : null;

    /// <summary>The next day with a digest, today's when its hour has not come; null when there is none.</summary>
    public DateOnly? NextAfter(DateTimeOffset now)
    {
        var today = SwedishTime.DateAt(now);
        var from = now < SwedishTime.At(today, At) ? today : today.AddDays(1);
        for (var day = from > Opens ? from : Opens; day <= Closes; day = day.AddDays(1))
        {
            if (IsDay(day))
            {
                return day;
            }
        }

        return null;
    }

    private bool IsDay(DateOnly day) => day > Opens && day <= Closes && Calendar.IsSendingDay(day) && (day > Due || IsFirstOfWeek(day));

    private bool IsFirstOfWeek(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return Calendar.From(monday) == day;
    }
}

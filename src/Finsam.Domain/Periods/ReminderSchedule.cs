namespace Finsam.Domain.Periods;

/// <summary>When each step of a report's schedule is due. The one place that says so: what a page shows is what is sent.</summary>
public static class ReminderSchedule
{
    /// <summary>The Swedish date of a step.</summary>
    public static DateOnly DateOf(ReminderStep step, DateOnly opens, DateOnly due) => step.When switch
    {
        ReminderMoment.Opens => opens,
        ReminderMoment.BeforeDue => SwedishCalendar.AddWorkingDays(due, -step.WorkingDays),
        ReminderMoment.OnDue => due,
        ReminderMoment.AfterDue => SwedishCalendar.AddWorkingDays(due, step.WorkingDays),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.When, null),
    };

    /// <summary>The instant of a step.</summary>
    public static DateTimeOffset InstantOf(ReminderStep step, DateOnly opens, DateOnly due) =>
        SwedishTime.At(DateOf(step, opens, due), step.At);

    /// <summary>The step that may go out now: the latest one whose time has come. After an outage the earlier ones are passed over,
    /// so that nobody gets three reminders at once; every mail carries the link and the dates, so each can stand alone.
    /// A reminder counted back to before the opening is never sent. Null when none has come.</summary>
    public static ReminderStep? LatestDue(ReportingPeriod period, DateOnly due, DateTimeOffset now) =>
        period.Reminders
            .Where(step => DateOf(step, period.Opens, due) >= period.Opens && InstantOf(step, period.Opens, due) <= now)
            .MaxBy(step => InstantOf(step, period.Opens, due));

    /// <summary>The dates on which something may be due, each once, in order.</summary>
    public static IEnumerable<DateOnly> Dates(ReportingPeriod period, DateOnly due) =>
        period.Reminders.Select(step => DateOf(step, period.Opens, due)).Where(date => date >= period.Opens).Distinct().Order();
}

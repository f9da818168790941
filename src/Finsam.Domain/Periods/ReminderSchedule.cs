using System.Collections.Immutable;
using Finsam.Domain.Reports;

namespace Finsam.Domain.Periods;

/// <summary>When each step of a report's schedule is due. The one place that says so: what a page shows is what is sent.</summary>
/// <param name="Steps">The period's steps.</param>
/// <param name="Opens">The day the period opens.</param>
/// <param name="Due">The report's last day.</param>
/// <param name="Round">Which time over: 0, and one more each time the report is sent back or its last day moved.</param>
/// <param name="RoundFrom">When the round began; null for the first.</param>
/// <param name="Calendar">The days on which mail goes out.</param>
public sealed record ReminderSchedule(
    ImmutableArray<ReminderStep> Steps, DateOnly Opens, DateOnly Due, int Round, DateTimeOffset? RoundFrom, SendingCalendar Calendar)
{
    /// <summary>The schedule of a period as it is before anybody has got another last day.</summary>
    public static ReminderSchedule Of(ReportingPeriod period, SendingCalendar calendar) => new(period.Reminders, period.Opens, period.LastDay, 0, null, calendar);

    /// <summary>The schedule of a report.</summary>
    public static ReminderSchedule Of(ReportingPeriod period, Report report, SendingCalendar calendar) =>
        new(period.Reminders, period.Opens, report.Due, report.Round, report.RoundFrom, calendar);

    /// <summary>The Swedish date of a step: counted in working days, and moved out of days off and pauses. The invitation and what follows the last day go
    /// on the first sending day after; what precedes it too, as long as the last day has not passed by then, and otherwise on the last sending day before.</summary>
    public DateOnly DateOf(ReminderStep step) => step.When switch
    {
        ReminderMoment.Opens => Calendar.From(Opens),
        ReminderMoment.BeforeDue => InTime(SwedishCalendar.AddWorkingDays(Due, -step.WorkingDays)),
        ReminderMoment.OnDue => InTime(Due),
        ReminderMoment.AfterDue or ReminderMoment.Escalation => Calendar.From(SwedishCalendar.AddWorkingDays(Due, step.WorkingDays)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.When, null),
    };

    /// <summary>The instant of a step.</summary>
    public DateTimeOffset InstantOf(ReminderStep step) => SwedishTime.At(DateOf(step), step.At);

    /// <summary>The step's part of a mail's key: each round has its own, so that a report that was sent back is reminded of again.</summary>
    public string KeyOf(ReminderStep step) => Round == 0 ? step.Id : $"{step.Id}~{Round}";

    /// <summary>The step that is current: the latest one whose time has come. After an outage the earlier ones are passed over,
    /// so that nobody gets three reminders at once; every mail carries the link and the dates, so each can stand alone.
    /// A reminder counted back to before the opening is never sent, nor one from before the round. Null when none has come.</summary>
    /// <param name="now">Now.</param>
    /// <param name="escalation">True for the latest escalation, false for the latest of the others: they go to different people.</param>
    public ReminderStep? LatestDue(DateTimeOffset now, bool escalation = false) =>
        Steps.Index()
            .Where(s => IsEver(s.Item) && s.Item.When == ReminderMoment.Escalation == escalation && InstantOf(s.Item) <= now)
            .OrderBy(s => InstantOf(s.Item)).ThenBy(s => s.Index)
            .Select(s => s.Item)
            .LastOrDefault();

    /// <summary>The dates on which something may be due, each once, in order.</summary>
    public IEnumerable<DateOnly> Dates() => Steps.Where(IsEver).Select(DateOf).Distinct().Order();

    /// <summary>The next date on which something may be due, today included when its hour has not come. Null when nothing more is.</summary>
    public DateOnly? NextAfter(DateTimeOffset now) =>
        Steps.Where(s => IsEver(s) && InstantOf(s) > now).Select(s => (DateOnly?)DateOf(s)).Min();

    private bool IsEver(ReminderStep step) => DateOf(step) >= Opens && (RoundFrom is not { } from || InstantOf(step) > from);

    private DateOnly InTime(DateOnly date) => Calendar.From(date) is var after && after <= Due ? after : Calendar.UpTo(date);
}

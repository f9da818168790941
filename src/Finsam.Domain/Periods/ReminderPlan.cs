using System.Collections.Immutable;

namespace Finsam.Domain.Periods;

/// <summary>What goes out by itself about a report that is waited for, and when to look at it again. Pure: what has been planned already is the caller's to
/// know, by the keys.</summary>
public static class ReminderPlan
{
    /// <summary>The mails that are current: the latest step to those who are waited for, and beside it the latest escalation. All of them, planned or not.</summary>
    /// <param name="schedule">The report's schedule.</param>
    /// <param name="waitedFor">Who is waited for, each with when that began: a step from before then is not for them.</param>
    /// <param name="escalation">Who is told when the report is late.</param>
    /// <param name="now">Now.</param>
    public static ImmutableArray<PlannedStep> Current(
        ReminderSchedule schedule, IEnumerable<(string Contact, DateTimeOffset? Since)> waitedFor, IEnumerable<string> escalation, DateTimeOffset now)
    {
        var current = ImmutableArray.CreateBuilder<PlannedStep>();
        if (schedule.LatestDue(now) is { } step)
        {
            var at = schedule.InstantOf(step);
            current.AddRange(waitedFor.Where(w => w.Since is not { } since || at > since).Select(w => new PlannedStep(schedule.KeyOf(step), w.Contact)));
        }

        if (schedule.LatestDue(now, escalation: true) is { } late)
        {
            current.AddRange(escalation.Select(contact => new PlannedStep(schedule.KeyOf(late), contact)));
        }

        return current.ToImmutable();
    }

    /// <summary>The next date to look at the report; null when nothing more will go out by itself.</summary>
    /// <param name="schedule">The report's schedule.</param>
    /// <param name="isWaiting">True when something current has not been planned, since its hour has passed and this one is for nobody to be written to.</param>
    /// <param name="now">Now.</param>
    public static DateOnly? NextLook(ReminderSchedule schedule, bool isWaiting, DateTimeOffset now) =>
        isWaiting ? schedule.Calendar.NextFrom(now) : schedule.NextAfter(now);
}

/// <summary>A mail by its step and its recipient.</summary>
/// <param name="Step">The step's part of the mail's key.</param>
/// <param name="Contact">The recipient's id.</param>
public readonly record struct PlannedStep(string Step, string Contact);

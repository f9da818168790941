using Microsoft.Azure.Functions.Worker;

namespace Finsam.LocalWorker.Timers;

/// <summary>What is kept of a timer between runs.</summary>
/// <param name="Last">The last run; null before the first.</param>
/// <param name="Next">The run that is waited for.</param>
/// <param name="LastUpdated">When this was written.</param>
internal sealed record TimerStatus(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    public static TimerStatus First(TimerSchedule schedule, DateTimeOffset now) => new(null, schedule.After(now), now);

    /// <summary>The state after a run that began at <paramref name="now"/>: a run that took long, or a clock slightly behind, never gives the same occurrence twice.</summary>
    public TimerStatus Ran(TimerSchedule schedule, DateTimeOffset now)
    {
        var ran = now > Next ? now : Next;
        return new(now, schedule.After(ran), ran);
    }

    /// <summary>The state under a schedule that may have changed since: then nothing was missed.</summary>
    public TimerStatus Under(TimerSchedule schedule, DateTimeOffset now)
    {
        var expected = schedule.After(LastUpdated);
        return expected == Next ? this : expected > now ? this with { Next = expected } : First(schedule, now) with { Last = Last };
    }

    public ScheduleStatus ToScheduleStatus() =>
        new() { Last = Last?.UtcDateTime ?? default, Next = Next.UtcDateTime, LastUpdated = LastUpdated.UtcDateTime };
}

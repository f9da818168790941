using NCrontab;

namespace Finsam.LocalWorker.Timers;

/// <summary>An NCRONTAB expression with six fields, in UTC.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule cron;

    private TimerSchedule(CrontabSchedule cron) => this.cron = cron;

    public static TimerSchedule? TryParse(string expression) =>
        CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } cron ? new(cron) : null;

    /// <summary>The first occurrence after an instant.</summary>
    public DateTimeOffset After(DateTimeOffset instant) => new(cron.GetNextOccurrence(instant.UtcDateTime), TimeSpan.Zero);

    /// <summary>Whether it runs more than once a minute; then the Functions host keeps no status of it.</summary>
    public bool IsWithinMinutes(DateTimeOffset now) => After(After(now)) - After(now) < TimeSpan.FromMinutes(1);
}

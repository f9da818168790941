using Finsam.LocalWorker.Timers;

namespace Finsam.LocalWorker.Tests.Timers;

public sealed class TimerStatusTests
{
    private static readonly DateTimeOffset Noon = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimerSchedule Hourly = TimerSchedule.TryParse("0 0 * * * *")!;
    private static readonly TimerSchedule Daily = TimerSchedule.TryParse("0 0 6 * * *")!;

    [Fact]
    public void A_schedule_that_changed_has_missed_nothing()
    {
        var status = TimerStatus.First(Hourly, Noon).Under(Daily, Noon.AddDays(3));

        Assert.Equal(Noon.AddDays(3).AddHours(18), status.Next);
    }

    [Fact]
    public void An_unchanged_schedule_still_waits_for_what_was_missed() =>
        Assert.Equal(Noon.AddHours(1), TimerStatus.First(Hourly, Noon).Under(Hourly, Noon.AddDays(3)).Next);

    [Fact]
    public void A_clock_slightly_behind_does_not_give_the_same_occurrence_twice() =>
        Assert.Equal(Noon.AddHours(2), TimerStatus.First(Hourly, Noon).Ran(Hourly, Noon.AddHours(1).AddSeconds(-1)).Next);

    [Fact]
    public void Times_are_UTC_whatever_offset_they_come_with() =>
        Assert.Equal(new DateTimeOffset(2025, 7, 2, 6, 0, 0, TimeSpan.Zero), Daily.After(new DateTimeOffset(2025, 7, 1, 8, 30, 0, TimeSpan.FromHours(2))));
}

using System.Globalization;
using CsCheck;
using Finsam.Domain.Periods;

namespace Finsam.Domain.Tests.Periods;

public sealed class ReminderScheduleTests
{
    private static readonly ReportingPeriod Period = Some.Period;

    private static readonly Gen<ReportingPeriod> Periods =
        Gen.Select(Gen.Enum<ReminderMoment>(), Gen.Int[0, 60], Gen.Int[0, 1439]).Array[1, 6].Select(steps => Period with
        {
            Reminders = [.. steps.Select((s, i) => new ReminderStep($"steg-{i}", s.Item1, s.Item2, TimeOnly.MinValue.AddMinutes(s.Item3)))],
        });

    private static readonly Gen<DateTimeOffset> Instants =
        Gen.Int[0, 365 * 24 * 60].Select(minutes => new DateTimeOffset(2023, 8, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    [Fact]
    public void The_steps_fall_on_the_days_they_are_counted_to() =>
        Assert.Equal(
            [new DateOnly(2024, 1, 8), new DateOnly(2024, 1, 24), new DateOnly(2024, 1, 31), new DateOnly(2024, 2, 5)],
            ReminderSchedule.Dates(Period, Period.Due));

    [Fact]
    public void Putting_off_the_last_day_moves_the_steps_that_are_counted_from_it_and_no_other() =>
        Assert.Equal(
            [new DateOnly(2024, 1, 8), new DateOnly(2024, 2, 7), new DateOnly(2024, 2, 14), new DateOnly(2024, 2, 19)],
            ReminderSchedule.Dates(Period, new DateOnly(2024, 2, 14)));

    [Theory]
    [InlineData("2023-12-24T12:00Z")]
    [InlineData("2024-01-08T06:59:59.9999999Z")]
    public void Nothing_goes_out_before_the_opening(string now) =>
        Assert.Null(LatestDue(now));

    [Theory]
    [InlineData("2024-01-08T07:00Z", "inbjudan")]
    [InlineData("2024-01-24T06:59:59.9999999Z", "inbjudan")]
    [InlineData("2024-01-24T07:00Z", "fore-5")]
    [InlineData("2024-01-31T06:59:59.9999999Z", "fore-5")]
    [InlineData("2024-01-31T07:00Z", "sista-dagen")]
    [InlineData("2024-02-05T07:00Z", "efter-3")]
    public void A_step_goes_out_at_its_minute_and_not_before(string now, string step) =>
        Assert.Equal(step, LatestDue(now));

    [Theory]
    [InlineData("2024-01-30T12:00Z", "fore-5")]
    [InlineData("2024-03-01T12:00Z", "efter-3")]
    public void After_an_outage_only_the_latest_step_goes_out(string now, string step) =>
        Assert.Equal(step, LatestDue(now));

    [Fact]
    public void The_order_in_which_the_steps_are_written_does_not_matter()
    {
        var backwards = Period with { Reminders = [.. Period.Reminders.Reverse()] };

        Assert.Equal("sista-dagen", ReminderSchedule.LatestDue(backwards, backwards.Due, Instant("2024-02-01T12:00Z"))?.Id);
    }

    [Fact]
    public void Summer_time_moves_the_instant_so_that_the_wall_clock_stays()
    {
        var step = new ReminderStep("oppnar", ReminderMoment.Opens, 0, new TimeOnly(8, 0));

        Assert.Equal(Instant("2027-03-26T07:00Z"), ReminderSchedule.InstantOf(step, new DateOnly(2027, 3, 26), new DateOnly(2027, 4, 30)));
        Assert.Equal(Instant("2027-03-29T06:00Z"), ReminderSchedule.InstantOf(step, new DateOnly(2027, 3, 29), new DateOnly(2027, 4, 30)));
    }

    [Fact]
    public void As_time_goes_the_latest_step_never_goes_backwards() =>
        Gen.Select(Periods, Instants, Instants).Sample((period, one, other) =>
        {
            var (earlier, later) = one < other ? (one, other) : (other, one);
            if (ReminderSchedule.LatestDue(period, period.Due, earlier) is { } first)
            {
                var second = ReminderSchedule.LatestDue(period, period.Due, later);
                Assert.NotNull(second);
                Assert.True(ReminderSchedule.InstantOf(first, period.Opens, period.Due) <= ReminderSchedule.InstantOf(second, period.Opens, period.Due));
            }
        });

    [Fact]
    public void What_goes_out_has_come_and_nothing_that_has_come_is_later() =>
        Gen.Select(Periods, Instants).Sample((period, now) =>
        {
            if (ReminderSchedule.LatestDue(period, period.Due, now) is { } latest)
            {
                var instant = ReminderSchedule.InstantOf(latest, period.Opens, period.Due);
                Assert.True(instant <= now);
                Assert.DoesNotContain(period.Reminders, s => ReminderSchedule.InstantOf(s, period.Opens, period.Due) is var i && i > instant && i <= now);
            }
        });

    [Fact]
    public void A_step_counted_to_a_day_before_the_opening_does_not_go_out_before_it()
    {
        var early = Period with { Reminders = [new ReminderStep("fore-40", ReminderMoment.BeforeDue, 40, new TimeOnly(8, 0))] };

        Assert.Null(ReminderSchedule.LatestDue(early, early.Due, Instant("2024-01-05T12:00Z")));
    }

    private static string? LatestDue(string now) => ReminderSchedule.LatestDue(Period, Period.Due, Instant(now))?.Id;

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}

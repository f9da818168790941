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
            Of(Period).Dates());

    [Fact]
    public void Putting_off_the_last_day_moves_the_steps_that_are_counted_from_it_and_no_other() =>
        Assert.Equal(
            [new DateOnly(2024, 1, 8), new DateOnly(2024, 2, 7), new DateOnly(2024, 2, 14), new DateOnly(2024, 2, 19)],
            (Of(Period) with { Due = new DateOnly(2024, 2, 14) }).Dates());

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

        Assert.Equal("sista-dagen", Of(backwards).LatestDue(Instant("2024-02-01T12:00Z"))?.Id);
    }

    [Fact]
    public void Summer_time_moves_the_instant_so_that_the_wall_clock_stays()
    {
        var step = new ReminderStep("oppnar", ReminderMoment.Opens, 0, new TimeOnly(8, 0));

        Assert.Equal(Instant("2027-03-25T07:00Z"), (Of(Period) with { Opens = new DateOnly(2027, 3, 25) }).InstantOf(step));
        Assert.Equal(Instant("2027-03-30T06:00Z"), (Of(Period) with { Opens = new DateOnly(2027, 3, 30) }).InstantOf(step));
        Assert.Equal(Instant("2027-10-29T06:00Z"), (Of(Period) with { Opens = new DateOnly(2027, 10, 29) }).InstantOf(step));
        Assert.Equal(Instant("2027-11-01T07:00Z"), (Of(Period) with { Opens = new DateOnly(2027, 11, 1) }).InstantOf(step));
    }

    [Fact]
    public void As_time_goes_the_latest_step_never_goes_backwards() =>
        Gen.Select(Periods, Instants, Instants).Sample((period, one, other) =>
        {
            var (earlier, later) = one < other ? (one, other) : (other, one);
            if (Of(period).LatestDue(earlier) is { } first)
            {
                var second = Of(period).LatestDue(later);
                Assert.NotNull(second);
                Assert.True(Of(period).InstantOf(first) <= Of(period).InstantOf(second));
            }
        });

    [Fact]
    public void What_goes_out_has_come_and_nothing_that_has_come_is_later() =>
        Gen.Select(Periods, Instants).Sample((period, now) =>
        {
            if (Of(period).LatestDue(now) is { } latest)
            {
                var instant = Of(period).InstantOf(latest);
                Assert.True(instant <= now);
                Assert.DoesNotContain(period.Reminders, s => s.When != ReminderMoment.Escalation && Of(period).InstantOf(s) is var i && i > instant && i <= now);
            }
        });

    [Fact]
    public void A_step_counted_to_a_day_before_the_opening_does_not_go_out_before_it()
    {
        var early = Period with { Reminders = [new ReminderStep("fore-40", ReminderMoment.BeforeDue, 40, new TimeOnly(8, 0))] };

        Assert.Null(Of(early).LatestDue(Instant("2024-01-05T12:00Z")));
    }

    [Theory]
    [InlineData(DeadlineShift.Keep, "2026-10-31", "2026-10-30", "2026-10-26")]
    [InlineData(DeadlineShift.Previous, "2026-10-30", "2026-10-30", "2026-10-23")]
    [InlineData(DeadlineShift.Next, "2026-11-02", "2026-11-02", "2026-10-26")]
    public void A_last_day_on_a_weekend_is_what_the_association_says_and_is_reminded_of_on_a_working_day(
        DeadlineShift shift, string lastDay, string reminded, string fiveBefore)
    {
        var period = Period with { Opens = new DateOnly(2026, 10, 1), Due = new DateOnly(2026, 10, 31), DueShift = shift };

        Assert.Equal(Date(lastDay), period.LastDay);
        Assert.Equal(Date(reminded), Of(period).DateOf(Step(ReminderMoment.OnDue)));
        Assert.Equal(Date(fiveBefore), Of(period).DateOf(Step(ReminderMoment.BeforeDue, 5)));
    }

    [Theory]
    [InlineData("2026-07-06", "2026-08-21", "2026-08-03")] // Monday of week 28: the first Monday after week 31.
    [InlineData("2026-12-28", "2027-01-29", "2027-01-07")]
    [InlineData("2026-11-14", "2026-12-18", "2026-11-16")]
    public void An_invitation_on_a_day_off_or_in_a_pause_goes_on_the_first_sending_day_after(string opens, string due, string sent) =>
        Assert.Equal(Date(sent), (Paused with { Opens = Date(opens), Due = Date(due) }).DateOf(Step(ReminderMoment.Opens)));

    [Theory]
    [InlineData("2027-01-11", 5, "2027-01-07")] // Counted to 30 December, in the pause; sent after it, and still before the last day.
    [InlineData("2027-01-05", 0, "2026-12-22")] // The last day itself is in the pause: before it is all there is.
    [InlineData("2026-08-03", 1, "2026-08-03")]
    public void A_reminder_in_a_pause_goes_after_it_as_long_as_the_last_day_has_not_passed(string due, int workingDays, string sent) =>
        Assert.Equal(
            Date(sent), (Paused with { Opens = Date("2026-06-01"), Due = Date(due) }).DateOf(Step(workingDays == 0 ? ReminderMoment.OnDue : ReminderMoment.BeforeDue, workingDays)));

    [Fact]
    public void What_follows_the_last_day_and_falls_in_a_pause_goes_after_it() =>
        Assert.Equal(Date("2026-08-03"), (Paused with { Opens = Date("2026-06-01"), Due = Date("2026-07-02") }).DateOf(Step(ReminderMoment.AfterDue, 3)));

    [Fact]
    public void An_escalation_is_current_beside_the_reminder_and_not_instead_of_it()
    {
        var schedule = Of(Period with { Reminders = [.. Period.Reminders, new ReminderStep("chef", ReminderMoment.Escalation, 5, new TimeOnly(9, 0))] });

        Assert.Equal(("efter-3", "chef"), (schedule.LatestDue(Instant("2024-02-07T12:00Z"))?.Id, schedule.LatestDue(Instant("2024-02-07T12:00Z"), escalation: true)?.Id));
        Assert.Null(schedule.LatestDue(Instant("2024-02-07T07:59Z"), escalation: true));
    }

    [Fact]
    public void A_new_round_sends_only_what_comes_after_it_began_under_keys_of_its_own()
    {
        var again = Of(Period) with { Due = Date("2024-02-14"), Round = 1, RoundFrom = Instant("2024-02-06T12:00Z") };

        Assert.Null(again.LatestDue(Instant("2024-02-06T13:00Z")));
        Assert.Equal("fore-5~1", again.KeyOf(again.LatestDue(Instant("2024-02-07T12:00Z"))!));
        Assert.Equal([Date("2024-02-07"), Date("2024-02-14"), Date("2024-02-19")], again.Dates());
    }

    [Fact]
    public void Every_step_goes_on_a_working_day_outside_the_pauses() =>
        Gen.Select(Periods, Gen.Int[0, 700], Gen.Int[0, 90]).Sample((period, opens, days) =>
        {
            var from = new DateOnly(2026, 1, 1).AddDays(opens);
            var schedule = Paused with { Steps = period.Reminders, Opens = from, Due = from.AddDays(days) };
            Assert.All(schedule.Dates(), date => Assert.True(schedule.Calendar.IsSendingDay(date)));
        });

    private static ReminderSchedule Paused => Of(Period) with { Calendar = new([SendingPause.Summer, SendingPause.Christmas]) };

    private static ReminderSchedule Of(ReportingPeriod period) => ReminderSchedule.Of(period, SendingCalendar.WithoutPauses);

    private static ReminderStep Step(ReminderMoment when, int workingDays = 0) => new("steg", when, workingDays, new TimeOnly(8, 0));

    private static DateOnly Date(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);

    private static string? LatestDue(string now) => Of(Period).LatestDue(Instant(now))?.Id;

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}

using System.Globalization;
using CsCheck;
using Finsam.Domain.Periods;

namespace Finsam.Domain.Tests.Periods;

public sealed class SwedishTimeTests
{
    [Theory]
    [InlineData("2027-03-28", "01:59", "2027-03-28T00:59Z")]
    [InlineData("2027-03-28", "03:00", "2027-03-28T01:00Z")]
    [InlineData("2027-03-28", "08:00", "2027-03-28T06:00Z")]
    [InlineData("2027-10-31", "01:59", "2027-10-30T23:59Z")]
    [InlineData("2027-10-31", "03:00", "2027-10-31T02:00Z")]
    [InlineData("2027-10-31", "08:00", "2027-10-31T07:00Z")]
    public void Wall_clock_times_around_the_changes_are_the_instants_they_name(string date, string time, string instant) =>
        Assert.Equal(Instant(instant), At(date, time));

    [Fact]
    public void A_time_that_the_spring_change_skips_is_moved_on_by_the_hour() =>
        Assert.Equal(Instant("2027-03-28T01:30Z"), At("2027-03-28", "02:30"));

    [Fact]
    public void Of_a_time_that_the_autumn_change_repeats_the_first_is_meant() =>
        Assert.Equal(Instant("2027-10-31T00:30Z"), At("2027-10-31", "02:30"));

    [Theory]
    [InlineData("2027-03-28", "2027-03-27T23:00Z", "2027-03-28T22:00Z")]
    [InlineData("2027-10-31", "2027-10-30T22:00Z", "2027-10-31T23:00Z")]
    [InlineData("2026-12-31", "2026-12-30T23:00Z", "2026-12-31T23:00Z")]
    public void A_day_lasts_from_midnight_to_midnight_in_Sweden(string date, string begins, string ends)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);

        Assert.Equal(Instant(ends), SwedishTime.EndOf(day));
        Assert.Equal(day, SwedishTime.DateAt(Instant(begins)));
        Assert.Equal(day, SwedishTime.DateAt(Instant(ends).AddTicks(-1)));
        Assert.Equal(day.AddDays(1), SwedishTime.DateAt(Instant(ends)));
        Assert.Equal(day.AddDays(-1), SwedishTime.DateAt(Instant(begins).AddTicks(-1)));
    }

    [Fact]
    public void Every_wall_clock_time_but_the_skipped_ones_is_shown_again_by_the_clock() =>
        Gen.Int[0, (366 * 24 * 60) - 1].Sample(minute =>
        {
            var wall = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minute);
            var skipped = wall.Date == new DateTime(2027, 3, 28, 0, 0, 0, DateTimeKind.Unspecified) && wall.Hour == 2;
            var shown = SwedishTime.Local(SwedishTime.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall))).DateTime;
            Assert.Equal(skipped ? wall.AddHours(1) : wall, shown);
        });

    private static DateTimeOffset At(string date, string time) =>
        SwedishTime.At(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture));

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}

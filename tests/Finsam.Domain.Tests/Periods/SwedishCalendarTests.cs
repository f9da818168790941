using System.Globalization;
using CsCheck;
using Finsam.Domain.Periods;

namespace Finsam.Domain.Tests.Periods;

public sealed class SwedishCalendarTests
{
    private static readonly Gen<DateOnly> Dates = Gen.Int[Day("2000-01-01").DayNumber, Day("2099-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("1818-03-22")]
    [InlineData("2008-03-23")]
    [InlineData("2038-04-25")]
    public void Easter_is_on_its_Sunday(string easter) =>
        Assert.Equal(Day(easter), SwedishCalendar.EasterSunday(Day(easter).Year));

    [Theory]
    [InlineData("2026-06-20")]
    [InlineData("2027-06-26")]
    [InlineData("2028-06-24")]
    public void Midsummer_is_on_its_Saturday(string midsummer) =>
        Assert.Equal(Day(midsummer), SwedishCalendar.MidsummerDay(Day(midsummer).Year));

    [Theory]
    [InlineData("2026-10-31")]
    [InlineData("2027-11-06")]
    [InlineData("2028-11-04")]
    public void All_Saints_is_on_its_Saturday(string day) =>
        Assert.Equal(Day(day), SwedishCalendar.AllSaintsDay(Day(day).Year));

    [Fact]
    public void The_holidays_of_2027_are_those_of_the_law_and_no_others()
    {
        var holidays = Enumerable.Range(0, 365).Select(Day("2027-01-01").AddDays).Where(SwedishCalendar.IsHoliday);

        Assert.Equal(
            [
                Day("2027-01-01"), Day("2027-01-06"), Day("2027-03-26"), Day("2027-03-28"), Day("2027-03-29"), Day("2027-05-01"), Day("2027-05-06"),
                Day("2027-05-16"), Day("2027-06-06"), Day("2027-06-26"), Day("2027-11-06"), Day("2027-12-25"), Day("2027-12-26"),
            ],
            holidays);
    }

    [Theory]
    [InlineData("2027-06-25", "midsommarafton")]
    [InlineData("2026-12-24", "julafton")]
    [InlineData("2026-12-31", "nyårsafton")]
    public void The_three_eves_are_days_off_but_no_holidays(string day, string which)
    {
        Assert.True(SwedishCalendar.IsDayOff(Day(day)), which);
        Assert.False(SwedishCalendar.IsHoliday(Day(day)), which);
    }

    [Theory]
    [InlineData("2027-03-31", "a Wednesday after Easter")]
    [InlineData("2027-03-25", "skärtorsdag")]
    [InlineData("2027-05-07", "the Friday after Kristi himmelsfärd")]
    [InlineData("2027-05-17", "annandag pingst, since 2005")]
    [InlineData("2026-12-23", "the day before julafton")]
    public void Days_that_only_feel_like_days_off_are_working_days(string day, string which) =>
        Assert.False(SwedishCalendar.IsDayOff(Day(day)), which);

    [Theory]
    [InlineData("2026-10-31", "2026-11-02")]
    [InlineData("2027-10-31", "2027-11-01")]
    [InlineData("2029-03-31", "2029-04-03")]
    public void From_a_day_off_the_next_working_day_is_the_first_after_it(string off, string next)
    {
        Assert.True(SwedishCalendar.IsDayOff(Day(off)));
        Assert.Equal(Day(next), SwedishCalendar.AddWorkingDays(Day(off), 1));
    }

    [Theory]
    [InlineData("2027-03-25", 1, "2027-03-30")]
    [InlineData("2027-03-24", 3, "2027-03-31")]
    [InlineData("2027-03-30", -1, "2027-03-25")]
    [InlineData("2027-04-02", -5, "2027-03-24")]
    public void Working_days_pass_over_Easter(string from, int count, string to) =>
        Assert.Equal(Day(to), SwedishCalendar.AddWorkingDays(Day(from), count));

    [Theory]
    [InlineData("2026-12-23", 1, "2026-12-28")]
    [InlineData("2026-12-23", 3, "2026-12-30")]
    [InlineData("2026-12-23", 4, "2027-01-04")]
    [InlineData("2026-12-23", 6, "2027-01-07")]
    [InlineData("2027-01-07", -6, "2026-12-23")]
    public void Working_days_pass_over_Christmas_New_Year_and_Epiphany(string from, int count, string to) =>
        Assert.Equal(Day(to), SwedishCalendar.AddWorkingDays(Day(from), count));

    [Fact]
    public void No_working_days_away_is_the_day_itself_even_when_it_is_off() =>
        Dates.Sample(date => Assert.Equal(date, SwedishCalendar.AddWorkingDays(date, 0)));

    [Fact]
    public void Working_days_there_and_back_again_end_where_they_began() =>
        Dates.Where(d => !SwedishCalendar.IsDayOff(d)).Select(Gen.Int[-60, 60]).Sample((date, count) =>
            Assert.Equal(date, SwedishCalendar.AddWorkingDays(SwedishCalendar.AddWorkingDays(date, count), -count)));

    [Fact]
    public void As_many_working_days_lie_between_as_were_added() =>
        Dates.Select(Gen.Int[1, 60]).Sample((date, count) =>
        {
            var to = SwedishCalendar.AddWorkingDays(date, count);
            Assert.False(SwedishCalendar.IsDayOff(to));
            Assert.Equal(count, Enumerable.Range(1, to.DayNumber - date.DayNumber).Count(i => !SwedishCalendar.IsDayOff(date.AddDays(i))));
        });

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using CsCheck;
using Finsam.Domain.Periods;

namespace Finsam.Domain.Tests.Periods;

public sealed class StatutoryDatesTests
{
    private static readonly InterimReportRule August = new() { PeriodEnd = new MonthDay(8, 31), Source = "förbundsordningen § 14" };
    private static readonly Gen<DateOnly> Dates = Gen.Int[Day("2000-01-01").DayNumber, Day("2099-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-10-31", "2026-11-02", "Saturday and alla helgons dag")]
    [InlineData("2027-10-31", "2027-11-01", "Sunday")]
    [InlineData("2029-03-31", "2029-04-03", "påskafton")]
    [InlineData("2027-03-31", "2027-03-31", "an ordinary Wednesday")]
    [InlineData("2026-12-24", "2026-12-28", "julafton before a weekend")]
    [InlineData("2027-06-25", "2027-06-28", "midsommarafton")]
    [InlineData("2027-12-31", "2028-01-03", "nyårsafton, over the year's end")]
    public void What_is_due_on_a_day_off_may_be_done_the_next_weekday(string date, string lastDay, string which)
    {
        Assert.True(Day(lastDay) == SundayRule.Shift(Day(date), DeadlineShift.Next), which);
        Assert.True(Day(date) == SundayRule.Shift(Day(date), DeadlineShift.Keep), which);
    }

    [Theory]
    [InlineData("2029-03-31", "2029-03-29")]
    [InlineData("2028-01-01", "2027-12-30")]
    [InlineData("2027-03-31", "2027-03-31")]
    public void A_date_by_agreement_may_be_moved_backwards_instead(string date, string moved) =>
        Assert.Equal(Day(moved), SundayRule.Shift(Day(date), DeadlineShift.Previous));

    [Fact]
    public void A_moved_date_is_the_nearest_working_day_in_its_direction() =>
        Dates.Sample(date =>
        {
            var (previous, next) = (SundayRule.Shift(date, DeadlineShift.Previous), SundayRule.Shift(date, DeadlineShift.Next));
            Assert.True(previous <= date && date <= next);
            Assert.False(SwedishCalendar.IsDayOff(previous) || SwedishCalendar.IsDayOff(next));
            for (var day = previous.AddDays(1); day < next; day = day.AddDays(1))
            {
                Assert.True(SwedishCalendar.IsDayOff(day));
            }
        });

    [Fact]
    public void A_year_has_the_dates_of_the_law_and_of_the_forbundsordning()
    {
        var dates = StatutoryDates.ForYear(2026, August);

        Assert.Equal(
            [
                new StatutoryDate(
                    StatutoryDateKind.AnnualReport, Day("2026-03-31"), Day("2026-03-31"),
                    "24 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser"),
                new StatutoryDate(
                    StatutoryDateKind.InterimReport, Day("2026-10-31"), Day("2026-11-02"),
                    "förbundsordningen § 14; 2 § lagen (1930:173) om beräkning av lagstadgad tid"),
                new StatutoryDate(
                    StatutoryDateKind.Budget, Day("2026-11-30"), Day("2026-11-30"),
                    "23 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser"),
            ],
            dates);
    }

    [Fact]
    public void Without_a_rule_of_the_forbundsordning_there_is_no_delarsrapport() =>
        Assert.DoesNotContain(StatutoryDates.ForYear(2026, null), d => d.Kind == StatutoryDateKind.InterimReport);

    [Theory]
    [InlineData(2029, "2029-04-03")]
    [InlineData(2027, "2027-03-31")]
    [InlineData(2024, "2024-04-02")]
    public void The_arsredovisning_is_due_after_Easter_when_March_ends_in_it(int year, string lastDay) =>
        Assert.Equal(Day(lastDay), StatutoryDates.ForYear(year, null)[0].LastDay);

    [Theory]
    [InlineData(8, 31, "2027-10-31")]
    [InlineData(6, 30, "2027-08-31")]
    [InlineData(7, 31, "2027-09-30")]
    [InlineData(6, 15, "2027-08-15")]
    [InlineData(12, 31, "2028-02-29")]
    public void Two_months_after_the_last_of_a_month_is_the_last_of_a_month(int month, int day, string handOver) =>
        Assert.Equal(Day(handOver), (August with { PeriodEnd = new MonthDay(month, day) }).HandOverIn(2027));

    [Fact]
    public void The_forbundsordning_may_say_another_number_of_months_and_keep_its_day()
    {
        var rule = August with { HandOverMonths = 1, Shift = DeadlineShift.Keep };

        Assert.Contains(
            new StatutoryDate(StatutoryDateKind.InterimReport, Day("2028-09-30"), Day("2028-09-30"), rule.Source), StatutoryDates.ForYear(2028, rule));
    }

    [Theory]
    [InlineData(4, 30, false)]
    [InlineData(6, 29, false)]
    [InlineData(6, 30, true)]
    [InlineData(7, 1, true)]
    [InlineData(8, 31, true)]
    [InlineData(9, 1, false)]
    [InlineData(12, 31, false)]
    public void A_delarsrapport_covers_half_to_two_thirds_of_the_year(int month, int day, bool covers) =>
        Assert.Equal(covers, (August with { PeriodEnd = new MonthDay(month, day) }).CoversHalfToTwoThirds);

    [Theory]
    [InlineData(2024, "2024-02-29")]
    [InlineData(2023, "2023-02-28")]
    [InlineData(2100, "2100-02-28")]
    public void The_29th_of_February_comes_every_year(int year, string date) => Assert.Equal(Day(date), new MonthDay(2, 29).In(year));

    [Fact]
    public void A_day_that_no_year_has_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new MonthDay(6, 31).In(2024));

    [Fact]
    public void The_rule_is_read_from_JSON_with_two_months_unless_it_says_otherwise() =>
        Assert.Equal(
            August,
            JsonSerializer.Deserialize<InterimReportRule>(
                """{"periodEnd":{"month":8,"day":31},"source":"förbundsordningen § 14"}""", JsonSerializerOptions.Web));

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

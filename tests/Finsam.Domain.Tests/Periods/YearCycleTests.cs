using System.Globalization;
using CsCheck;
using Finsam.Domain.Periods;

namespace Finsam.Domain.Tests.Periods;

public sealed class YearCycleTests
{
    private static readonly YearCycleSettings Settings = new();

    private static readonly Gen<YearCycleSettings> AnySettings =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 15], Gen.Int[0, 15], Gen.Bool, (material, draft, owners, next) => new YearCycleSettings
        {
            MaterialDaysBefore = material,
            DraftWorkingDaysBefore = draft,
            OwnersWorkingDaysBefore = owners,
            MaterialShift = next ? DeadlineShift.Next : DeadlineShift.Previous,
        });

    private static readonly Gen<DateOnly> Meetings =
        Gen.Int[Day("2000-01-01").DayNumber, Day("2099-12-31").DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-09-17", "2026-09-10", "2026-09-07", "2026-08-31")] // an ordinary Thursday
    [InlineData("2026-03-31", "2026-03-24", "2026-03-19", "2026-03-12")] // the summer time of 29 March is no day
    [InlineData("2027-04-06", "2027-03-30", "2027-03-23", "2027-03-16")] // over Easter
    [InlineData("2027-04-05", "2027-03-25", "2027-03-22", "2027-03-15")] // its day is annandag påsk
    [InlineData("2027-01-08", "2026-12-30", "2026-12-23", "2026-12-16")] // its day is nyårsdagen; over Christmas and the year's end
    public void From_a_meeting_the_days_are_reckoned_backwards(string meeting, string material, string draft, string owners) =>
        Assert.Equal(new BoardCycle(Day(meeting), Day(material), Day(draft), Day(owners)), BoardCycle.Before(Day(meeting), Settings));

    [Fact]
    public void Material_may_go_out_the_next_working_day_instead_but_never_so_late_as_the_meeting()
    {
        var forwards = Settings with { MaterialShift = DeadlineShift.Next };

        Assert.Equal(Day("2027-03-30"), BoardCycle.Before(Day("2027-04-05"), forwards).MaterialOut);
        Assert.Equal(Day("2027-03-25"), BoardCycle.Before(Day("2027-03-30"), forwards with { MaterialDaysBefore = 1 }).MaterialOut);
        Assert.Equal(Day("2027-03-25"), BoardCycle.Before(Day("2027-03-29"), forwards with { MaterialDaysBefore = 1 }).MaterialOut);
    }

    [Fact]
    public void All_days_are_working_days_as_far_apart_as_the_settings_say() =>
        Meetings.Select(AnySettings).Sample((meeting, settings) =>
        {
            var cycle = BoardCycle.Before(meeting, settings);
            Assert.All([cycle.MaterialOut, cycle.DraftReady, cycle.OwnersLastDay], day => Assert.False(SwedishCalendar.IsDayOff(day)));
            Assert.True(cycle.MaterialOut <= meeting);
            Assert.Equal(cycle.DraftReady, SwedishCalendar.AddWorkingDays(cycle.OwnersLastDay, settings.OwnersWorkingDaysBefore));
            Assert.Equal(cycle.MaterialOut, SwedishCalendar.AddWorkingDays(cycle.DraftReady, settings.DraftWorkingDaysBefore));
            if (settings.MaterialShift == DeadlineShift.Previous)
            {
                Assert.True(cycle.MaterialOut <= meeting.AddDays(-settings.MaterialDaysBefore));
            }
        });

    [Fact]
    public void Days_that_cannot_be_reckoned_with_are_refused()
    {
        YearCycleSettings[] wrong =
        [
            Settings with { MaterialDaysBefore = -1 }, Settings with { DraftWorkingDaysBefore = -1 },
            Settings with { OwnersWorkingDaysBefore = -1 }, Settings with { MaterialShift = DeadlineShift.Keep },
        ];

        Assert.All(wrong, settings => Assert.Throws<ArgumentOutOfRangeException>(() => BoardCycle.Before(Day("2026-09-17"), settings)));
    }

    [Fact]
    public void The_year_in_order_says_what_happens_why_and_what_it_belongs_to()
    {
        var rule = new InterimReportRule { PeriodEnd = new MonthDay(8, 31), Source = "förbundsordningen § 14" };

        var entries = YearCycle.ForYear(2024, [Day("2024-03-15"), Day("2025-01-10"), Day("2024-03-15")], Settings, rule, [Some.Period]);

        Assert.Equal(
            [
                "2024-01-08 Rapporteringen öppnar för helåret 2023",
                "2024-01-31 Sista dag för insatsägarnas rapporter för helåret 2023",
                "2024-02-27 Insatsägarnas sista dag inför styrelsemötet 15 mars 2024",
                "2024-03-05 Utkastet klart till styrelsemötet 15 mars 2024",
                "2024-03-08 Handlingarna skickas till styrelsemötet 15 mars 2024",
                "2024-03-15 Styrelsemöte",
                "2024-03-22 Formulären stängs för helåret 2023",
                "2024-04-02 Sista dag att lämna årsredovisningen för 2023",
                "2024-10-31 Sista dag att lämna delårsrapporten till och med 31 augusti 2024",
                "2024-12-02 Sista dag att fastställa budgeten för 2025",
                "2024-12-17 Insatsägarnas sista dag inför styrelsemötet 10 januari 2025",
                "2024-12-27 Utkastet klart till styrelsemötet 10 januari 2025",
            ],
            entries.Select(e => $"{e.Date:yyyy-MM-dd} {e.Title}"));
        Assert.Equal(Day("2025-01-10"), entries[^1].Meeting);
        Assert.Equal("2023-helar", entries[0].Period);
        Assert.Equal("förbundsordningen § 14", entries[8].Source);
        Assert.EndsWith("2 § lagen (1930:173) om beräkning av lagstadgad tid", entries[9].Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_day_that_moved_over_the_years_end_stands_in_the_year_it_came_to()
    {
        var rule = new InterimReportRule { PeriodEnd = new MonthDay(8, 31), HandOverMonths = 4, Source = "förbundsordningen § 14" };

        var entry = Assert.Single(YearCycle.ForYear(2028, [], Settings, rule, []), e => e.Date.Month == 1);

        Assert.Equal(Day("2028-01-03"), entry.Date);
        Assert.Equal("Sista dag att lämna delårsrapporten till och med 31 augusti 2027", entry.Title);
    }

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

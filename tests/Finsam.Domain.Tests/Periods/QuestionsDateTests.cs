using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Periods;

/// <summary>The questions go out in January, or when the initiative starts, once a year and before the form does.</summary>
public sealed class QuestionsDateTests
{
    private static readonly Initiative Initiative = Some.Initiative() with { Start = new DateOnly(2020, 1, 1), AgreedEnd = new DateOnly(2030, 12, 31) };

    [Theory]
    [InlineData(2023, 1, 10, "2023-01-10")] // A Tuesday.
    [InlineData(2026, 1, 10, "2026-01-12")] // A Saturday.
    [InlineData(2025, 1, 6, "2025-01-07")] // Trettondagen, a Monday.
    [InlineData(2025, 1, 4, "2025-01-07")] // A Saturday, then a Sunday, then trettondagen.
    public void It_is_the_associations_day_or_the_working_day_after_it(int year, int month, int day, string expected) =>
        Assert.Equal(Day(expected), QuestionsDate.Of(Record([Year(year)], month, day), Year(year), Initiative));

    [Theory]
    [InlineData("2023-09-01", "2023-09-01")] // A Friday.
    [InlineData("2023-06-06", "2023-06-07")] // The national day.
    [InlineData("2023-01-01", "2023-01-10")]
    public void One_that_starts_later_is_told_when_it_starts(string start, string expected) =>
        Assert.Equal(Day(expected), QuestionsDate.Of(Record([Year(2023)]), Year(2023), Initiative with { Start = Day(start) }));

    [Fact]
    public void Only_the_years_first_report_that_asks_it_tells()
    {
        var (tertial, year) = (Tertial(2023, 8), Year(2023));
        var record = Record([year, Tertial(2023, 4), tertial]);
        Assert.Equal(Day("2023-01-10"), QuestionsDate.Of(record, Tertial(2023, 4), Initiative));
        Assert.Null(QuestionsDate.Of(record, tertial, Initiative));
        Assert.Null(QuestionsDate.Of(record, year, Initiative));

        // One that starts in May is first asked in August.
        var late = Initiative with { Start = Day("2023-05-02") };
        Assert.Null(QuestionsDate.Of(record, Tertial(2023, 4), late));
        Assert.Equal(Day("2023-05-02"), QuestionsDate.Of(record, tertial, late));
    }

    [Fact]
    public void Nobody_is_told_when_the_form_is_there_already()
    {
        var period = Tertial(2023, 4) with { Opens = Day("2023-01-10") };
        Assert.Null(QuestionsDate.Of(Record([period]), period, Initiative));
        Assert.NotNull(QuestionsDate.Of(Record([period with { Opens = Day("2023-01-11") }]), period with { Opens = Day("2023-01-11") }, Initiative));
    }

    [Fact]
    public void A_final_report_tells_nothing_and_neither_does_an_association_that_does_not_want_it()
    {
        var record = Record([]);
        var settings = record.Association.Settings with
        {
            FinalReports = new FinalReportSettings { EndingFrom = Day("2023-01-01"), Template = "helar", Outline = "arsredovisning", Reminders = [] },
        };
        record = record with { Association = record.Association with { Settings = settings } };
        Assert.Null(QuestionsDate.Of(record, FinalReports.PeriodsOf(record).Single(), Initiative));
        var silent = Record([Year(2023)]);
        Assert.Null(QuestionsDate.Of(silent with { Association = silent.Association with { Settings = new AssociationSettings() } }, Year(2023), Initiative));
    }

    [Theory]
    [InlineData("2023-01-10", 7, 59, false)]
    [InlineData("2023-01-10", 8, 0, true)]
    [InlineData("2023-01-24", 23, 0, true)]
    [InlineData("2023-01-25", 0, 0, false)]
    public void It_goes_out_from_its_hour_and_at_most_two_weeks_late(string day, int hour, int minute, bool expected) =>
        Assert.Equal(expected, QuestionsDate.IsDue(Day("2023-01-10"), Settings(1, 10), Day("2023-05-02"), SwedishTime.At(Day(day), new TimeOnly(hour, minute))));

    [Fact]
    public void It_does_not_go_out_on_the_day_the_form_opens() =>
        Assert.False(QuestionsDate.IsDue(Day("2023-01-10"), Settings(1, 10), Day("2023-01-12"), SwedishTime.At(Day("2023-01-12"), new TimeOnly(9, 0))));

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static QuestionsSettings Settings(int month, int day) => new() { Month = month, Day = day, At = new TimeOnly(8, 0) };

    private static ReportingPeriod Year(int year) => Some.Period with
    {
        Id = $"{year}-helar",
        Start = new DateOnly(year, 1, 1),
        End = new DateOnly(year, 12, 31),
        Opens = new DateOnly(year + 1, 1, 8),
        Due = new DateOnly(year + 1, 1, 31),
    };

    private static ReportingPeriod Tertial(int year, int last) => Some.Period with
    {
        Id = $"{year}-t{last / 4}",
        Kind = PeriodKind.Tertial,
        Start = new DateOnly(year, last - 3, 1),
        End = new DateOnly(year, last, 1).AddMonths(1).AddDays(-1),
        Opens = new DateOnly(year, last, 1).AddMonths(1),
        Due = new DateOnly(year, last, 20).AddMonths(1),
    };

    private static AssociationRecord Record(ReportingPeriod[] periods, int month = 1, int day = 10) => new()
    {
        Association = Some.Association with { Settings = new AssociationSettings { Questions = Settings(month, day) } },
        Initiatives = new InitiativeFile { Initiatives = [Initiative] },
        Periods = new PeriodFile { Periods = [.. periods] },
        Templates = [new FormTemplate { Id = "helar", Title = "Helår", Sections = [] }],
        Outlines = [],
    };
}

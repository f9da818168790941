using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Periods;

/// <summary>A final report follows the initiative, not the calendar, and nothing is asked twice.</summary>
public sealed class FinalReportsTests
{
    private static readonly Initiative Ended = Some.Initiative() with { AgreedEnd = new DateOnly(2023, 3, 1) };

    [Fact]
    public void It_opens_and_is_due_counted_from_the_initiatives_end()
    {
        var period = Record(Ended).FindPeriod("slut-hofors")!;
        Assert.Equal((PeriodKind.Final, Ended.Start, new DateOnly(2023, 3, 1)), (period.Kind, period.Start, period.End));
        Assert.Equal(new DateOnly(2023, 2, 15), period.Opens);

        // Six weeks after 1 March is Wednesday 12 April.
        Assert.Equal(new DateOnly(2023, 4, 12), period.Due);
        Assert.Equal("slutrapport: Hofors", period.Name);
        Assert.Null(Record(Ended, asked: false).FindPeriod("slut-hofors"));
    }

    [Fact]
    public void A_last_day_on_a_day_off_is_the_next_working_day()
    {
        // Six weeks after 24 March is Friday 5 May; after 25 March it is a Saturday.
        Assert.Equal(new DateOnly(2023, 5, 8), Record(Ended with { AgreedEnd = new DateOnly(2023, 3, 25) }).FindPeriod("slut-hofors")!.Due);
    }

    [Fact]
    public void A_decision_that_moves_the_end_moves_the_report()
    {
        var decision = new FundingDecision { Kind = DecisionKind.EarlyEnd, Year = 2023, Kronor = 0, NewEnd = new DateOnly(2023, 1, 31), Date = new DateOnly(2023, 1, 10) };
        var period = Record(Ended with { Decisions = [decision] }).FindPeriod("slut-hofors")!;
        Assert.Equal(new DateOnly(2023, 1, 31), period.End);
        Assert.Equal(new DateOnly(2023, 3, 14), period.Due);
    }

    [Fact]
    public void Only_its_own_initiative_reports_in_it()
    {
        var other = Some.Initiative("ljusdal") with { AgreedEnd = new DateOnly(2023, 3, 1) };
        var record = Record(Ended, other);
        var period = record.FindPeriod("slut-hofors")!;
        Assert.True(FinalReports.Asks(record, period, Ended));
        Assert.False(FinalReports.Asks(record, period, other));
    }

    [Fact]
    public void The_year_does_not_ask_what_the_final_report_answers()
    {
        var record = Record(Ended);
        Assert.False(FinalReports.Asks(record, Some.Period, Ended));
        Assert.True(FinalReports.Covers(record, Some.Period, Ended));

        // Still going on: the year is its own.
        Assert.True(FinalReports.Asks(record, Some.Period, Some.Initiative("ljusdal")));
        Assert.True(FinalReports.Asks(Record(Ended, asked: false), Some.Period, Ended));
    }

    [Fact]
    public void One_that_ended_before_the_association_began_to_ask_is_asked_in_the_year_as_before()
    {
        var record = Record(Ended, from: new DateOnly(2023, 3, 2));
        Assert.Null(record.FindPeriod("slut-hofors"));
        Assert.True(FinalReports.Asks(record, Some.Period, Ended));
        Assert.NotNull(Record(Ended, from: new DateOnly(2023, 3, 1)).FindPeriod("slut-hofors"));
    }

    [Fact]
    public void The_year_asks_when_the_final_report_asks_something_else_or_over_other_dates()
    {
        // The whole initiative is not the year when it began before it.
        var whole = Record(Ended, finalTemplate: Final(Scope.Initiative));
        Assert.True(FinalReports.Asks(whole, Some.Period, Ended));

        // One that began in the year has no other dates.
        var begun = Ended with { Start = new DateOnly(2023, 1, 1) };
        Assert.False(FinalReports.Asks(Record(begun, finalTemplate: Final(Scope.Initiative)), Some.Period, begun));

        var less = Record(Ended, finalTemplate: Final(Scope.Year) with { Sections = [.. Final(Scope.Year).Sections.Where(s => s.Id != "ekonomi")] });
        Assert.True(FinalReports.Asks(less, Some.Period, Ended));
    }

    private static FormTemplate Final(Scope scope) => Some.Template with
    {
        Id = "slut",
        Sections = [.. Some.Template.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => b with { Scope = scope })] })],
    };

    private static AssociationRecord Record(Initiative initiative, Initiative? other = null, bool asked = true, FormTemplate? finalTemplate = null, DateOnly? from = null)
    {
        var record = other is null ? Some.Record(initiative) : Some.Record(initiative, other);
        var settings = new FinalReportSettings { EndingFrom = from ?? new DateOnly(2023, 1, 1), Template = "slut", Outline = "arsredovisning", Reminders = Some.Period.Reminders };
        return record with
        {
            Association = record.Association with { Settings = new AssociationSettings { FinalReports = asked ? settings : null } },
            Templates = [Some.Template, finalTemplate ?? Final(Scope.Year)],
        };
    }
}

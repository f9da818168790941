using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;

namespace Finsam.Domain.Periods;

/// <summary>When an initiative is told what the year's reports will ask, so that it can count from the beginning. The one place that says so.</summary>
public static class QuestionsDate
{
    /// <summary>How many days late the questions may still go out. A package that is taken in in June sends no January mail.</summary>
    public const int MostDaysLate = 14;

    /// <summary>The day the questions of a period go out to an initiative: the association's day in the period's year, or the initiative's first day when
    /// that is later, moved to a working day. Null when they do not: the association sends none, the initiative has been told by an earlier period of the
    /// year, or the form itself is there by then.</summary>
    public static DateOnly? Of(AssociationRecord record, ReportingPeriod period, Initiative initiative)
    {
        if (record.Association.Settings.Questions is not { } settings || FirstOf(record, period.Year, initiative)?.Id != period.Id)
        {
            return null;
        }

        var day = new MonthDay(settings.Month, settings.Day).In(period.Year);
        var date = SundayRule.Shift(day > initiative.Start ? day : initiative.Start, DeadlineShift.Next);
        return date < period.Opens ? date : null;
    }

    /// <summary>True when the questions may go out now: their hour has come, it is not too late, and the form is not there yet.</summary>
    /// <param name="date">From <see cref="Of"/>.</param>
    /// <param name="settings">The association's settings.</param>
    /// <param name="opens">The day the period opens.</param>
    /// <param name="now">Now.</param>
    public static bool IsDue(DateOnly date, QuestionsSettings settings, DateOnly opens, DateTimeOffset now) =>
        SwedishTime.At(date, settings.At) <= now && IsInTime(date, opens, SwedishTime.DateAt(now));

    /// <summary>True until it is too late.</summary>
    /// <param name="date">From <see cref="Of"/>.</param>
    /// <param name="opens">The day the period opens.</param>
    /// <param name="today">The Swedish date.</param>
    public static bool IsInTime(DateOnly date, DateOnly opens, DateOnly today) => today <= date.AddDays(MostDaysLate) && today < opens;

    // A final report is no year's: it asks about the whole time.
    private static ReportingPeriod? FirstOf(AssociationRecord record, int year, Initiative initiative) => record.Periods.Periods
        .Where(p => p.Year == year && p.Kind != PeriodKind.Final && FinalReports.Asks(record, p, initiative))
        .MinBy(p => (p.End, p.Opens));
}

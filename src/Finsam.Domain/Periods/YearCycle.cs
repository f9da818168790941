using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Periods;

/// <summary>The årshjul: all days of a year in one list.</summary>
public static class YearCycle
{
    /// <summary>The days that fall in a year, in order: board meetings and what leads up to them, statutory last days, and the reporting periods'
    /// own dates.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="meetings">Board meetings, also those of the next year: what leads up to one in January falls in this year.</param>
    /// <param name="settings">How the association reckons backwards from a meeting.</param>
    /// <param name="interim">What the förbundsordning says of a delårsrapport; null when it asks for none.</param>
    /// <param name="periods">The reporting periods, also those of other years: a year's last one is due in the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">The settings can't be reckoned with (<see cref="BoardCycle.Before"/>).</exception>
    public static ImmutableArray<YearCycleEntry> ForYear(
        int year, IEnumerable<DateOnly> meetings, YearCycleSettings settings, InterimReportRule? interim, IEnumerable<ReportingPeriod> periods) =>
    [
        .. meetings.Distinct().SelectMany(meeting => Entries(BoardCycle.Before(meeting, settings)))
            // A last day of the year before may have been moved into this one.
            .Concat(new[] { year - 1, year }.SelectMany(y => StatutoryDates.ForYear(y, interim).Select(date => Entry(date, y, interim))))
            .Concat(periods.SelectMany(Entries))
            .Where(e => e.Date.Year == year)
            .OrderBy(e => e.Date)
            .ThenBy(e => e.Kind)
            .ThenBy(e => e.Title, StringComparer.Ordinal),
    ];

    private static IEnumerable<YearCycleEntry> Entries(BoardCycle cycle)
    {
        var meeting = SwedishFormat.LongDate(cycle.Meeting);
        return
        [
            new(cycle.OwnersLastDay, YearCycleEntryKind.OwnersLastDay, Format(YearCycleTexts.OwnersLastDay, meeting), Meeting: cycle.Meeting),
            new(cycle.DraftReady, YearCycleEntryKind.DraftReady, Format(YearCycleTexts.DraftReady, meeting), Meeting: cycle.Meeting),
            new(cycle.MaterialOut, YearCycleEntryKind.MaterialOut, Format(YearCycleTexts.MaterialOut, meeting), Meeting: cycle.Meeting),
            new(cycle.Meeting, YearCycleEntryKind.Meeting, YearCycleTexts.Meeting, Meeting: cycle.Meeting),
        ];
    }

    private static IEnumerable<YearCycleEntry> Entries(ReportingPeriod period) =>
    [
        new(period.Opens, YearCycleEntryKind.Opens, Format(YearCycleTexts.Opens, period.Name), Period: period.Id),
        new(period.LastDay, YearCycleEntryKind.Due, Format(YearCycleTexts.Due, period.Name), Period: period.Id),
        new(period.Closes, YearCycleEntryKind.Closes, Format(YearCycleTexts.Closes, period.Name), Period: period.Id),
    ];

    private static YearCycleEntry Entry(StatutoryDate date, int year, InterimReportRule? interim)
    {
        var title = date.Kind switch
        {
            StatutoryDateKind.AnnualReport => Format(YearCycleTexts.AnnualReport, year - 1),
            StatutoryDateKind.InterimReport => Format(YearCycleTexts.InterimReport, SwedishFormat.LongDate(interim!.PeriodEnd.In(year))),
            StatutoryDateKind.Budget => Format(YearCycleTexts.Budget, year + 1),
            _ => throw new ArgumentOutOfRangeException(nameof(date), date.Kind, null),
        };
        return new YearCycleEntry(date.LastDay, YearCycleEntryKind.Statutory, title, date.Law);
    }

    private static string Format(string text, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}

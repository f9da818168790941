using System.Collections.Immutable;
using Finsam.App.Records;
using Finsam.Domain.Reports;

namespace Finsam.App.Reminders.Calendars;

/// <summary>The calendar file that goes with a mail about a report that is waited for.</summary>
public sealed class AttachLastDay(IRecordStore records, TimeProvider clock)
{
    /// <summary>The file.</summary>
    /// <param name="report">The report, with the last day that the mail names.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>One file; none when the record no longer knows the report.</returns>
    /// <remarks>A last day is moved for all by the record, which then has a new version, or for the one report, which then is asked a round more. Both
    /// only grow, so their sum is higher whenever the day has changed.</remarks>
    public async Task<ImmutableArray<MailAttachment>> HandleAsync(Report report, CancellationToken cancellation) =>
        await records.FindAsync(report.Key.Association, cancellation) is { } stored
            && stored.Record.FindPeriod(report.Key.Period) is { } period && stored.Record.FindInitiative(report.Key.Initiative) is { } initiative
            ?
            [
                LastDayCalendar.Of(new LastDay
                {
                    Report = report.Key,
                    Date = report.Due,
                    Sequence = stored.Version + report.Round,
                    Written = clock.GetUtcNow(),
                    Association = stored.Record.Association.Name,
                    Organizer = stored.Record.Association.Office.Email,
                    Initiative = initiative.Name,
                    Period = period.Name,
                }),
            ]
            : [];
}

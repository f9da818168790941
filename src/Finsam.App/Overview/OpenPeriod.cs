using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.App.Overview;

/// <summary>Opens a period: a report for every initiative that is asked in it. Opening again adds the reports that are missing, and moves the
/// last day of those that are still out when the period's has moved (a decision that moves an initiative's end moves its final report).</summary>
public sealed class OpenPeriod(IRecordStore records, IReportStore reports, IDueIndex due, TimeProvider clock)
{
    /// <summary>Opens the period.</summary>
    /// <param name="period">Which.</param>
    /// <param name="who">Who did it: a person's id, or "systemet".</param>
    /// <returns>How many reports the period has; null when there is no such period.</returns>
    public async Task<int?> HandleAsync(PeriodKey period, string who, CancellationToken cancellation)
    {
        if (await records.FindAsync(period.Association, cancellation) is not { } stored || stored.Record.FindPeriod(period.Period) is not { } settings)
        {
            return null;
        }

        var template = stored.Templates[settings.Template];
        var initiatives = stored.Record.Initiatives.Initiatives.Where(i => FinalReports.Asks(stored.Record, settings, i)).ToArray();
        var now = clock.GetUtcNow();
        var today = SwedishTime.DateAt(now);
        var sent = (await reports.ListAsync(period, cancellation)).Where(h => h.Value.IsSent).Select(h => h.Value.Key.Initiative).ToHashSet(StringComparer.Ordinal);
        foreach (var initiative in initiatives.Where(i => !sent.Contains(i.Id)))
        {
            // The due entry first: killed between the two, the tick finds an entry that leads to no report and takes it away.
            await due.AddAsync(new DueEntry(Earlier(settings.Opens, today), period, initiative.Id), cancellation);
            await reports.CreateAsync(
                new Report
                {
                    Key = period.Report(initiative.Id),
                    State = ReportState.NotStarted,
                    Due = settings.LastDay,
                    Closes = settings.Closes,
                    TemplateHash = template,
                },
                new ReportEvent(now, who, ReportEventKind.Opened),
                cancellation);

            // And once more: a tick that came between the two has found no report, and has taken the entry away.
            await due.AddAsync(new DueEntry(Earlier(settings.Opens, today), period, initiative.Id), cancellation);
        }

        await MoveAsync(period, settings, who, cancellation);

        // Not one that is due already: the tick, which looks at it now, could never take it away.
        if (settings.LastDay.AddDays(1) is var after && after > today)
        {
            await due.AddAsync(new DueEntry(after, period, null), cancellation);
        }

        return initiatives.Length;
    }

    /// <summary>Moves the last day of the reports that are out to the period's.</summary>
    /// <param name="period">Which period.</param>
    /// <param name="settings">Its dates.</param>
    /// <param name="who">Who did it.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task MoveAsync(PeriodKey period, ReportingPeriod settings, string who, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var head in (await reports.ListAsync(period, cancellation)).Where(h => h.Value is { IsSent: false, HasOwnDue: false } && (h.Value.Due, h.Value.Closes) != (settings.LastDay, settings.Closes)))
        {
            var entry = new DueEntry(SwedishTime.DateAt(now), period, head.Value.Key.Initiative);
            await due.AddAsync(entry, cancellation);
            await reports.UpdateAsync(
                head, head.Value with { Due = settings.LastDay, Closes = settings.Closes }, new ReportEvent(now, who, ReportEventKind.Moved), cancellation);

            // And once more: a tick that came between the two has seen the last day as it was.
            await due.AddAsync(entry, cancellation);
        }
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}

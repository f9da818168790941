using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.App.Setup;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.App.Overview;

/// <summary>Opens a period: a report for every initiative that was active in it. Opening again adds the reports that are missing.</summary>
public sealed class OpenPeriod(IRecordStore records, IReportStore reports, IDueIndex due, TimeProvider clock)
{
    /// <summary>Opens the period.</summary>
    /// <param name="period">Which.</param>
    /// <param name="who">Who did it: a person's id, or "systemet".</param>
    /// <returns>How many reports the period has; null when there is no such period.</returns>
    public async Task<int?> HandleAsync(PeriodKey period, string who, CancellationToken cancellation)
    {
        if (await records.FindPeriodAsync(period.Association, period.Period, cancellation) is not { } settings)
        {
            return null;
        }

        var template = await records.TemplateHashAsync(period.Association, settings.Template, cancellation);
        var initiatives = (await records.InitiativesAsync(period.Association, cancellation)).Initiatives
            .Where(i => i.Overlaps(settings.Start, settings.End)).ToArray();
        var now = clock.GetUtcNow();
        var today = SwedishTime.DateAt(now);
        foreach (var initiative in initiatives)
        {
            // The due entry first: killed between the two, the tick finds an entry that leads to no report and takes it away.
            await due.AddAsync(new DueEntry(Earlier(settings.Opens, today), period, initiative.Id), cancellation);
            await reports.CreateAsync(
                new Report
                {
                    Key = period.Report(initiative.Id),
                    State = ReportState.NotStarted,
                    Due = settings.Due,
                    Closes = settings.Closes,
                    TemplateHash = template,
                },
                new ReportEvent(now, who, ReportEventKind.Opened),
                cancellation);
        }

        await due.AddAsync(new DueEntry(settings.Due.AddDays(1), period, null), cancellation);
        return initiatives.Length;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}

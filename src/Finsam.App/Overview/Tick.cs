using Finsam.App.Drafts;
using Finsam.App.FollowUp;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.App.Telemetry;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Overview;

/// <summary>What happens every hour: periods are opened, reminders planned, drafts asked for, work that got stuck is taken up again, and the mailboxes
/// read for mail that did not come. It may run twice, late, or be stopped anywhere: each entry of the due index is taken away only when what it led to is done.</summary>
public sealed partial class Tick(
    IDueIndex due, IRecordStore records, IReportStore reports, OpenPeriod open, PlanReminders remind, PlanDigest digest, RequestDraft drafts, ReadBounces bounces,
    TimeProvider clock, ILogger<Tick> log)
{
    /// <summary>Who the history says did it.</summary>
    public const string System = "systemet";

    /// <summary>Looks at everything that is due, and in the mailboxes.</summary>
    /// <returns>How many entries were looked at.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        using var trace = Traces.Begin(Traces.Hour);
        var looked = await LookAsync(cancellation);
        await bounces.HandleAsync(cancellation);
        await due.TickedAsync(clock.GetUtcNow(), cancellation);
        trace?.SetTag("finsam.looked", looked);
        return looked;
    }

    private async Task<int> LookAsync(CancellationToken cancellation)
    {
        var today = SwedishTime.DateAt(clock.GetUtcNow());
        var looked = 0;

        // Opening a period adds entries for its reports, some of them for today: so again, until nothing new comes.
        var seen = new HashSet<DueEntry>();
        while (true)
        {
            var entries = (await due.UpToAsync(today, cancellation)).Where(e => seen.Add(e with { Version = null })).ToArray();
            if (entries.Length == 0)
            {
                return looked;
            }

            foreach (var entry in entries)
            {
                looked++;
                try
                {
                    await LookAsync(entry, cancellation);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // One report's trouble must not stop the others; its entry stays for the next tick.
                    LogFailed(e, entry.Period.Association, entry.Period.Period, entry.Initiative);
                }
            }
        }
    }

    private async Task LookAsync(DueEntry entry, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("look").About(entry.Period);
        var record = (await records.FindAsync(entry.Period.Association, cancellation))?.Record;
        var next = record?.FindPeriod(entry.Period.Period) is { } period
            ? entry.Initiative is { } initiative
                ? await remind.HandleAsync(entry.Period.Report(initiative), period, cancellation)
                : await LookAtPeriodAsync(entry.Period, record, period, cancellation)
            : null;
        if (next == entry.Date)
        {
            return;
        }

        if (next is { } date)
        {
            await due.AddAsync(entry with { Date = date }, cancellation);
        }

        await due.RemoveAsync(entry, cancellation);
    }

    // The next date to look at the period; null when there is nothing more to do.
    private async Task<DateOnly?> LookAtPeriodAsync(PeriodKey key, AssociationRecord record, ReportingPeriod period, CancellationToken cancellation)
    {
        var today = SwedishTime.DateAt(clock.GetUtcNow());
        if (today < period.Opens)
        {
            await open.MoveAsync(key, period, System, cancellation);
            return await drafts.SweepAsync(key, cancellation) ? today : period.Opens;
        }

        await open.HandleAsync(key, System, cancellation);
        var heads = await reports.ListAsync(key, cancellation);
        var isAllIn = heads.Length > 0 && heads.All(h => h.Value.IsSent);
        if (isAllIn)
        {
            await drafts.HandleAsync(key, RequestDraft.AllInRequest(heads.Select(h => h.Value)), cancellation);
        }
        else if (today > period.LastDay)
        {
            await drafts.HandleAsync(key, RequestDraft.DeadlineRequest, cancellation);
        }

        var pending = await drafts.SweepAsync(key, cancellation);
        var told = heads.Length > 0 ? await digest.HandleAsync(key, record, period, isAllIn, cancellation) : null;
        var afterDue = today <= period.LastDay ? period.LastDay.AddDays(1) : (DateOnly?)null;
        return pending ? today : told is null || told > afterDue ? afterDue ?? told : told;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Tick could not look at {Association} {Period} {Initiative}; it is tried again at the next tick")]
    private partial void LogFailed(Exception e, string association, string period, string? initiative);
}

using System.Security.Cryptography;
using System.Text;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Storage;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Finsam.App.Drafts;

/// <summary>Asks for a draft. The same request, made again or by two at once, gives one draft.</summary>
public sealed class RequestDraft(IRecordStore records, IDraftStore drafts, IDueIndex due, IWorkQueue queue, IOptions<Settings> settings, TimeProvider clock)
{
    /// <summary>The request that is made when the last day has passed.</summary>
    public const string DeadlineRequest = "sista-dagen";

    /// <summary>How the request of a draft begins that is made because all is in.</summary>
    public const string AllInPrefix = "alla-inne-";

    /// <summary>The request that is made when everything has come in: another one when a report is sent anew.</summary>
    public static string AllInRequest(IEnumerable<Report> reports)
    {
        var snapshots = string.Join('\n', reports.Select(r => r.SnapshotHash).Order(StringComparer.Ordinal));
        return AllInPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(snapshots)))[..16];
    }

    /// <summary>Asks for a draft of a period.</summary>
    /// <returns>The draft, new or asked for before; null when there is no such period.</returns>
    public async Task<DraftKey?> HandleAsync(PeriodKey period, string request, CancellationToken cancellation)
    {
        if ((await records.FindAsync(period.Association, cancellation))?.Record.FindPeriod(period.Period) is not { } settings)
        {
            return null;
        }

        while (true)
        {
            var known = (await drafts.ListAsync(period, cancellation)).Where(d => d.Value.Key.Kind == settings.Outline).ToArray();
            var entry = new DueEntry(SwedishTime.DateAt(clock.GetUtcNow()), period, null);
            if (known.FirstOrDefault(d => d.Value.Request == request) is { } before)
            {
                if (before.Value.State == DraftState.Requested)
                {
                    await due.AddAsync(entry, cancellation);
                }

                return before.Value.Key;
            }

            // An entry for the tick first: killed before the message is queued, the sweeper finds the draft. And once more when the draft
            // is there, since a tick between the two has seen no draft and taken the entry away.
            await due.AddAsync(entry, cancellation);
            var draft = new Draft
            {
                Key = new DraftKey(period, settings.Outline, known.Length == 0 ? 1 : known.Max(d => d.Value.Key.Version) + 1),
                Request = request,
                RequestedAt = clock.GetUtcNow(),
                State = DraftState.Requested,
            };
            if (await drafts.AddAsync(draft, cancellation))
            {
                await due.AddAsync(entry, cancellation);
                await queue.CompileDraftAsync(draft.Key, cancellation);
                return draft.Key;
            }
        }
    }

    /// <summary>Queues again the drafts that have waited too long.</summary>
    /// <returns>True when some draft is still to be made.</returns>
    public async Task<bool> SweepAsync(PeriodKey period, CancellationToken cancellation)
    {
        var waiting = (await drafts.ListAsync(period, cancellation)).Where(d => d.Value.State == DraftState.Requested).ToArray();
        foreach (var draft in waiting.Where(d => clock.GetUtcNow() - d.Value.RequestedAt >= settings.Value.QueuedTimeout))
        {
            await queue.CompileDraftAsync(draft.Value.Key, cancellation);
        }

        return waiting.Length > 0;
    }
}

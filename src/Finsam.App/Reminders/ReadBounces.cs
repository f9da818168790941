using System.Collections.Immutable;
using Finsam.App.Records;
using Finsam.App.Reminders.Deliveries;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Reminders;

/// <summary>Reads in the mailboxes what other mail servers report of our mail, and writes it down at the mails. Reading the same again changes nothing.</summary>
/// <remarks>A report names a mail by its Message-ID, which is a hash of the mail's key. The mail is found by looking through the outbox of the
/// associations that send from the mailbox: a few rows a period, and only when a report has come that can be about a mail of ours. An index would be
/// one more row to write at each sending, and would miss the mail that we were stopped in the middle of.</remarks>
public sealed partial class ReadBounces(
    IDeliveryReports reports, IMailboxes mailboxes, IRecordStore records, IOutbox outbox, RecordDelivery record, TimeProvider clock, ILogger<ReadBounces> log)
{
    // How far back the first look goes: a server gives up a mail after some days.
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(7);

    // Two messages that come at the same moment need not be seen at the same moment.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Reads every mailbox that is sent from. One that cannot be read does not stand in the way of the others.</summary>
    public async Task HandleAsync(CancellationToken cancellation)
    {
        if (!reports.CanBeRead)
        {
            return;
        }

        foreach (var (mailbox, associations) in await SendersAsync(cancellation))
        {
            try
            {
                await ReadAsync(mailbox, associations, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogNotRead(e, associations[0]);
            }
        }
    }

    private async Task<IEnumerable<(string? Mailbox, string[] Associations)>> SendersAsync(CancellationToken cancellation)
    {
        var senders = new List<(string Association, string? Mailbox)>();
        foreach (var association in await records.AssociationsAsync(cancellation))
        {
            senders.Add((association, await records.MailboxAsync(association, cancellation)));
        }

        return senders.GroupBy(s => s.Mailbox ?? "", StringComparer.OrdinalIgnoreCase).Select(g => (g.First().Mailbox, g.Select(s => s.Association).ToArray()));
    }

    private async Task ReadAsync(string? mailbox, string[] associations, CancellationToken cancellation)
    {
        var readTo = (await mailboxes.FindAsync(mailbox ?? "", cancellation))?.Value.ReportsReadTo;
        var found = await reports.SinceAsync(mailbox, readTo - Overlap ?? clock.GetUtcNow() - FirstLook, cancellation);
        var waiting = found.Reports
            .Select(r => (Id: r.MessageIds.Select(MailId.In).FirstOrDefault(id => id is not null), Delivery: r.ToDelivery()))
            .Where(r => r is { Id: not null, Delivery: not null })
            .ToLookup(r => r.Id!, r => r.Delivery!);
        await RecordAsync(waiting, associations, cancellation);

        // Last: stopped before it, everything is read once more.
        if (found.ReadTo > (readTo ?? DateTimeOffset.MinValue))
        {
            await RememberAsync(mailbox, found.ReadTo.Value, cancellation);
        }
    }

    private async Task RecordAsync(ILookup<string, Delivery> waiting, string[] associations, CancellationToken cancellation)
    {
        var left = waiting.Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var period in left.Count == 0 ? [] : await PeriodsAsync(associations, cancellation))
        {
            foreach (var key in (await outbox.ListAsync(period, cancellation)).Select(m => m.Value.Key).Where(k => left.Remove(MailId.Of(k))))
            {
                await record.HandleAsync([.. waiting[MailId.Of(key)].Select(d => new MailEvent(key.Masked(), d.At, d.Kind, d.Reason))], cancellation);
            }

            if (left.Count == 0)
            {
                return;
            }
        }
    }

    // The latest first: a report is about a mail of the last days.
    private async Task<ImmutableArray<PeriodKey>> PeriodsAsync(string[] associations, CancellationToken cancellation)
    {
        var periods = new List<(PeriodKey Key, DateOnly Opens)>();
        foreach (var association in associations)
        {
            if ((await records.FindAsync(association, cancellation))?.Record is { } known)
            {
                periods.AddRange(known.Periods.Periods.Concat(FinalReports.PeriodsOf(known)).Select(p => (new PeriodKey(association, p.Id), p.Opens)));
            }
        }

        return [.. periods.OrderByDescending(p => p.Opens).Select(p => p.Key)];
    }

    private async Task RememberAsync(string? mailbox, DateTimeOffset readTo, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await mailboxes.FindAsync(mailbox ?? "", cancellation);
            if (await mailboxes.WriteAsync(mailbox ?? "", read, (read?.Value ?? new Mailbox()) with { ReportsReadTo = readTo }, cancellation))
            {
                return;
            }
        }
    }


    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not read the mailbox of {Association} for reports; it is tried again at the next tick")]
    private partial void LogNotRead(Exception e, string association);
}

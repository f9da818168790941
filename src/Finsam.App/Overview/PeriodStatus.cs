using System.Collections.Immutable;
using Finsam.App.Drafts;
using Finsam.App.FollowUp;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Finsam.App.Overview;

/// <summary>Where a period stands: who has answered, what mail has gone out, which drafts there are.</summary>
public sealed record PeriodStatus
{
    /// <summary>The association's record.</summary>
    public required AssociationRecord Record { get; init; }

    /// <summary>The association.</summary>
    public Association Association => Record.Association;

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>When it is seen.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The Swedish date it is seen on.</summary>
    public DateOnly Today => SwedishTime.DateAt(Now);

    /// <summary>One row per report, in the record's order; empty before the period is opened.</summary>
    public required ImmutableArray<ReportStatus> Reports { get; init; }

    /// <summary>All mails, oldest first; before the period is opened those about the questions.</summary>
    public ImmutableArray<OutgoingMail> Mails { get; init; } = [];

    /// <summary>The drafts, newest first.</summary>
    public required ImmutableArray<Draft> Drafts { get; init; }

    /// <summary>The drafts that were asked for so long ago that something has gone wrong.</summary>
    public ImmutableHashSet<DraftKey> StuckDrafts { get; init; } = [];

    /// <summary>True while a draft is being made: another one would be of the same reports.</summary>
    public bool IsDraftUnderway => Drafts.Any(d => d.State == DraftState.Requested && !StuckDrafts.Contains(d.Key));

    /// <summary>As what it is seen: what the viewer may not do is not offered.</summary>
    public Role Viewer { get; init; } = Role.Reader;

    /// <summary>How many have been sent in.</summary>
    public int Sent => Reports.Count(r => r.Report.IsSent);

    /// <summary>Why no mail goes out at all, in Swedish; null when it does.</summary>
    public string? StoppedReason { get; init; }

    /// <summary>Why a draft is not to be had as PDF, in Swedish; null when it is.</summary>
    public string? NoPdf { get; init; }

    /// <summary>The mails that need a person, as long as the report is waited for: the last to somebody, if it did not surely arrive.</summary>
    public IEnumerable<(ReportStatus Report, OutgoingMail Mail)> Troubled =>
        from report in Reports
        where !report.Report.IsSent
        from mail in report.Mails.Where(m => m.State != MailState.NotNeeded).GroupBy(m => m.Key.Contact).Select(g => g.Last())
        where MailWords.WhatToDo(mail) is not null
        select (report, mail);

    /// <summary>True for a report that should have been in.</summary>
    public bool IsLate(Report report) => !report.IsSent && Today > report.Due;
}

/// <summary>Where a report stands.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Report">The report's head.</param>
/// <param name="Mails">Its mails, oldest first.</param>
public sealed record ReportStatus(Initiative Initiative, Report Report, ImmutableArray<OutgoingMail> Mails);

/// <summary>Reads where a period stands.</summary>
public sealed class LoadStatus(IRecordStore records, IReportStore reports, IOutbox outbox, IMailboxes mailboxes, IDraftStore drafts, IPdfConversion pdf, IOptions<Settings> settings, TimeProvider clock)
{
    /// <summary>The status, or null when there is no such period.</summary>
    public async Task<PeriodStatus?> HandleAsync(PeriodKey key, CancellationToken cancellation)
    {
        var record = (await records.FindAsync(key.Association, cancellation))?.Record;
        if (record?.FindPeriod(key.Period) is not { } period)
        {
            return null;
        }

        var initiatives = record.Initiatives.Initiatives;
        var heads = (await reports.ListAsync(key, cancellation)).ToImmutableDictionary(h => h.Value.Key.Initiative, h => h.Value);
        var all = (await outbox.ListAsync(key, cancellation)).Select(m => m.Value).OrderBy(m => m.Since).ToImmutableArray();
        var mails = all.ToLookup(m => m.Key.Report.Initiative);
        var (now, made) = (clock.GetUtcNow(), (await drafts.ListAsync(key, cancellation)).Select(d => d.Value).ToArray());
        return new PeriodStatus
        {
            Record = record,
            Period = period,
            Now = now,
            Reports =
            [
                .. initiatives.Where(i => heads.ContainsKey(i.Id))
                    .Select(i => new ReportStatus(i, heads[i.Id], [.. mails[i.Id]])),
            ],
            Mails = all,
            StoppedReason = (await mailboxes.FindAsync(record.Association.Settings.Mail.Mailbox ?? "", cancellation))?.Value is { StoppedSince: not null } stopped ? stopped.Reason : null,
            NoPdf = pdf.Unavailable(record.Association),
            Drafts = [.. made.OrderByDescending(d => d.Key.Version)],
            StuckDrafts = [.. made.Where(d => d.State == DraftState.Requested && now - d.RequestedAt >= settings.Value.QueuedTimeout).Select(d => d.Key)],
        };
    }
}

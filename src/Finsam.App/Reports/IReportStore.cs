using System.Collections.Immutable;
using Finsam.App.Storage;
using Finsam.Domain.Answers;
using Finsam.Domain.Reports;

namespace Finsam.App.Reports;

/// <summary>The reports: heads, sections and what happened to them, in one partition per period; sent reports as immutable snapshots.</summary>
public interface IReportStore
{
    /// <summary>A report's head, or null.</summary>
    Task<Stored<Report>?> FindAsync(ReportKey key, CancellationToken cancellation);

    /// <summary>A report's head and saved parts, or null.</summary>
    Task<ReportInProgress?> FindWithPartsAsync(ReportKey key, CancellationToken cancellation);

    /// <summary>The heads of a period's reports, by initiative id.</summary>
    Task<ImmutableArray<Stored<Report>>> ListAsync(PeriodKey period, CancellationToken cancellation);

    /// <summary>Creates a head; one that exists is left as it is.</summary>
    Task CreateAsync(Report report, ReportEvent happened, CancellationToken cancellation);

    /// <summary>Writes a part, the head and what happened as one. False when the head or the part has changed since it was read.</summary>
    Task<bool> SavePartAsync(Stored<Report> head, SavedPart part, Report changed, ReportEvent happened, CancellationToken cancellation);

    /// <summary>Writes the head and what happened as one. False when the head has changed since it was read.</summary>
    Task<bool> UpdateAsync(Stored<Report> head, Report changed, ReportEvent happened, CancellationToken cancellation);

    /// <summary>Keeps a sent report; gives its SHA-256. Keeping the same one again changes nothing.</summary>
    Task<string> KeepSnapshotAsync(ReportSnapshot snapshot, CancellationToken cancellation);

    /// <summary>A sent report by its SHA-256.</summary>
    Task<ReportSnapshot> SnapshotAsync(string association, string hash, CancellationToken cancellation);

    /// <summary>Keeps an attached file; gives its SHA-256. Keeping the same one again changes nothing.</summary>
    Task<string> KeepFileAsync(string association, byte[] content, CancellationToken cancellation);

    /// <summary>An attached file by its SHA-256.</summary>
    Task<byte[]> FileAsync(string association, string hash, CancellationToken cancellation);

    /// <summary>What has happened to a report, oldest first.</summary>
    Task<ImmutableArray<ReportEvent>> HistoryAsync(ReportKey key, CancellationToken cancellation);
}

/// <summary>A report that is being filled in.</summary>
/// <param name="Head">The head.</param>
/// <param name="Parts">What has been saved, by part id.</param>
public sealed record ReportInProgress(Stored<Report> Head, ImmutableDictionary<string, SavedPart> Parts)
{
    /// <summary>All answers of all parts.</summary>
    public AnswerSheet Answers => Parts.Values.Aggregate(AnswerSheet.Empty, (all, section) => all.With(section.Answers));
}

/// <summary>A part as it was saved.</summary>
/// <param name="Id">The part.</param>
/// <param name="Revision">Counts from 1; the form sends back the one it showed.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="SavedBy">Whose link was used.</param>
/// <param name="SavedAt">When.</param>
/// <param name="Version">The stored row's ETag; null before it is stored.</param>
public sealed record SavedPart(string Id, int Revision, AnswerSheet Answers, string SavedBy, DateTimeOffset SavedAt, string? Version);

/// <summary>Something that happened to a report. Written with the change itself, so that there is never one without the other.</summary>
/// <param name="At">When.</param>
/// <param name="Who">The contact's id, the person's id or "systemet".</param>
/// <param name="What">What happened.</param>
/// <param name="Changes">The fields that changed, as they became.</param>
public sealed record ReportEvent(DateTimeOffset At, string Who, ReportEventKind What, AnswerSheet? Changes = null);

/// <summary>What can happen to a report.</summary>
public enum ReportEventKind
{
    /// <summary>The period was opened.</summary>
    Opened,

    /// <summary>A part was saved.</summary>
    Saved,

    /// <summary>It was sent in.</summary>
    Submitted,

    /// <summary>A part was passed on to somebody else.</summary>
    PassedOn,

    /// <summary>Somebody asked for another contact.</summary>
    ContactProposed,

    /// <summary>The chef has said yes or no to another contact.</summary>
    ContactSettled,

    /// <summary>Its last day was moved, since the period's was.</summary>
    Moved,

    /// <summary>The chef reminded by hand.</summary>
    Reminded,

    /// <summary>The chef stopped its reminders.</summary>
    Quieted,

    /// <summary>The chef let its reminders go out again.</summary>
    Unquieted,

    /// <summary>The chef gave it a last day of its own.</summary>
    Extended,

    /// <summary>The chef sent it back to be completed.</summary>
    Returned,

    /// <summary>The chef approved it.</summary>
    Approved,
}

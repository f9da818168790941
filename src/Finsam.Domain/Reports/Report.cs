using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Periods;
using Finsam.Domain.Rules;

namespace Finsam.Domain.Reports;

/// <summary>A report's head: its state and what has been done with it. The answers stand in its parts.</summary>
public sealed record Report
{
    /// <summary>Which report it is.</summary>
    public required ReportKey Key { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReportState State { get; init; }

    /// <summary>The owners' last day; the period's unless it has been put off for this report.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The day after which its links no longer open.</summary>
    public required DateOnly Closes { get; init; }

    /// <summary>SHA-256 of the template it is answered in. A new version of the template does not change it.</summary>
    public required string TemplateHash { get; init; }

    /// <summary>True when its last day is its own and does not move with the period's.</summary>
    public bool HasOwnDue { get; init; }

    /// <summary>What the chef wants completed; null unless it has been sent back.</summary>
    public string? ReturnComment { get; init; }

    /// <summary>How many times the chef has reminded by hand.</summary>
    public int RemindedByHand { get; init; }

    /// <summary>When the chef last did; null when never.</summary>
    public DateTimeOffset? RemindedByHandAt { get; init; }

    /// <summary>Which time over it is asked: 0, and one more each time it is sent back or its last day is moved for it alone.</summary>
    public int Round { get; init; }

    /// <summary>When the round began; null for the first.</summary>
    public DateTimeOffset? RoundFrom { get; init; }

    /// <summary>True when the chef has stopped its reminders.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The parts saved at least once.</summary>
    public ImmutableArray<string> SavedParts { get; init; } = [];

    /// <summary>Those whom the owner has asked to answer a part.</summary>
    public ImmutableArray<PassedOn> PassedOn { get; init; } = [];

    /// <summary>Contacts that somebody has asked for, until the chef has said yes or no.</summary>
    public ImmutableArray<ContactProposal> Proposals { get; init; } = [];

    /// <summary>When it was last sent in.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The receipt's reference number.</summary>
    public string? Reference { get; init; }

    /// <summary>SHA-256 of the immutable snapshot that drafts read.</summary>
    public string? SnapshotHash { get; init; }

    /// <summary>True when the owner can no longer change the answers.</summary>
    [JsonIgnore]
    public bool IsSent => State is ReportState.Submitted or ReportState.Approved or ReportState.Locked;

    /// <summary>True when links to the report still open.</summary>
    public bool IsOpenAt(DateTimeOffset now) => now < SwedishTime.EndOf(Closes);

    /// <summary>The report after a part was saved. Saving what is sent is a mistake of the caller's.</summary>
    /// <exception cref="InvalidOperationException">The report is sent.</exception>
    public Report WithSaved(string part) => IsSent
        ? throw new InvalidOperationException("A report that is sent takes no more answers.")
        : this with
        {
            State = State == ReportState.NotStarted ? ReportState.Begun : State,
            SavedParts = SavedParts.Contains(part, StringComparer.Ordinal) ? SavedParts : SavedParts.Add(part),
        };

    /// <summary>What sending comes to, given what the check found.</summary>
    /// <param name="findings">From <see cref="CheckReport"/>.</param>
    /// <param name="unexplained">The warnings that nobody has explained.</param>
    /// <param name="now">The instant of sending.</param>
    public Submission Submit(ImmutableArray<Finding> findings, ImmutableArray<Finding> unexplained, DateTimeOffset now) => this switch
    {
        { IsSent: true } => new Submission.AlreadySent(),
        _ when !IsOpenAt(now) => new Submission.Closed(),
        _ when findings.Any(f => f.Severity == Severity.Error) => new Submission.Stopped(findings),
        _ when !unexplained.IsEmpty => new Submission.Stopped(findings),
        _ => new Submission.Accepted(now),
    };

    /// <summary>The report after it was sent.</summary>
    public Report WithSubmission(DateTimeOffset at, string snapshotHash) => this with
    {
        State = ReportState.Submitted,
        SubmittedAt = at,
        SnapshotHash = snapshotHash,
        Reference = ReferenceNumber.Of(Key, snapshotHash),
        ReturnComment = null,
    };

    /// <summary>The report with a last day of its own: a new round of reminders. The links open at least to the end of that day.</summary>
    /// <exception cref="InvalidOperationException">The report is sent.</exception>
    public Report WithDue(DateOnly due, DateTimeOffset now) => IsSent
        ? throw new InvalidOperationException("A report that is sent is not waited for.")
        : this with { Due = due, Closes = due > Closes ? due : Closes, HasOwnDue = true, Round = Round + 1, RoundFrom = now };

    /// <summary>The report sent back to be completed. The answers are as they were sent, and can be changed again.</summary>
    /// <exception cref="InvalidOperationException">The report is not sent, or is part of an adopted document.</exception>
    public Report Returned(string comment, DateOnly due, DateTimeOffset now) => State is ReportState.Submitted or ReportState.Approved
        ? (this with { State = ReportState.Returned, ReturnComment = comment }).WithDue(due, now)
        : throw new InvalidOperationException("Only a report that is sent, and not locked, can be sent back.");
}

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>Nobody has saved anything.</summary>
    NotStarted,

    /// <summary>Something is saved.</summary>
    Begun,

    /// <summary>Sent in.</summary>
    Submitted,

    /// <summary>Sent back by the chef for completion.</summary>
    Returned,

    /// <summary>Approved by the chef.</summary>
    Approved,

    /// <summary>Part of an adopted document.</summary>
    Locked,
}

/// <summary>What sending came to.</summary>
public abstract record Submission
{
    private Submission()
    {
    }

    /// <summary>It may be sent.</summary>
    public sealed record Accepted(DateTimeOffset At) : Submission;

    /// <summary>Something has to be put right or explained first.</summary>
    public sealed record Stopped(ImmutableArray<Finding> Findings) : Submission;

    /// <summary>It was sent before; sending twice changes nothing.</summary>
    public sealed record AlreadySent : Submission;

    /// <summary>The period is closed.</summary>
    public sealed record Closed : Submission;
}

using System.Collections.Immutable;
using Finsam.App.Storage;
using Finsam.Domain.Reports;

namespace Finsam.App.Reminders;

/// <summary>The mails that are to go out, or have gone. A mail's key is inserted once and never again: that is what makes it at most once.</summary>
public interface IOutbox
{
    /// <summary>Inserts a planned mail. False when its key is already there, whatever became of it.</summary>
    Task<bool> PlanAsync(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>A mail, or null.</summary>
    Task<Stored<OutgoingMail>?> FindAsync(MailKey key, CancellationToken cancellation);

    /// <summary>All mails about a report.</summary>
    Task<ImmutableArray<Stored<OutgoingMail>>> ListAsync(ReportKey report, CancellationToken cancellation);

    /// <summary>All mails of a period.</summary>
    Task<ImmutableArray<Stored<OutgoingMail>>> ListAsync(PeriodKey period, CancellationToken cancellation);

    /// <summary>Changes a mail's state. False when somebody else has changed it since it was read.</summary>
    Task<bool> UpdateAsync(Stored<OutgoingMail> mail, OutgoingMail changed, CancellationToken cancellation);
}

/// <summary>Which mail: the report, the step of its schedule, the contact.</summary>
/// <param name="Report">The report.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Contact">The contact's id.</param>
public sealed record MailKey(ReportKey Report, string Step, string Contact)
{
    /// <summary>The key as one text, fit for a file name and a Message-ID.</summary>
    public override string ToString() => $"{Report.Association}.{Report.Period}.{Report.Initiative}.{Step}.{Contact}";
}

/// <summary>A mail and what has become of it.</summary>
public sealed record OutgoingMail
{
    /// <summary>Which mail.</summary>
    public required MailKey Key { get; init; }

    /// <summary>What has become of it.</summary>
    public required MailState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it failed or is uncertain, in Swedish.</summary>
    public string? Reason { get; init; }

    /// <summary>The mail in a new state.</summary>
    public OutgoingMail As(MailState state, DateTimeOffset now, string? reason = null) => this with { State = state, Since = now, Reason = reason };
}

/// <summary>What can become of a mail: planned → queued → sending → sent, failed, uncertain or not needed.</summary>
public enum MailState
{
    /// <summary>Its key is taken; nothing more.</summary>
    Planned,

    /// <summary>A message about it is in the queue.</summary>
    Queued,

    /// <summary>Handed to the sender: from here it may have gone out, and it is never sent again by itself.</summary>
    Sending,

    /// <summary>The sender has taken it.</summary>
    Sent,

    /// <summary>The sender has refused it; it has not gone out.</summary>
    Failed,

    /// <summary>We were stopped in the middle of handing it over. It may have gone out; a person must say.</summary>
    Uncertain,

    /// <summary>The report was sent in before the mail went out.</summary>
    NotNeeded,
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Finsam.App.Storage;
using Finsam.Domain;
using Finsam.Domain.Periods;
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
    /// <summary>The step without its round.</summary>
    public string Kind => Step.Split('~')[0];

    /// <summary>The key as one text, fit for a file name and a Message-ID.</summary>
    public override string ToString() => $"{Report.Association}.{Report.Period}.{Report.Initiative}.{Step}.{Contact}";

    /// <summary>The key with a mark in place of the contact's id, which is often made of a person's name: fit for a provider that keeps it for ever.</summary>
    public MailKey Masked() => this with { Contact = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())))[..16] };

    /// <summary>Reads what <see cref="ToString"/> has written: no id holds a full stop.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailKey? key)
    {
        key = null;
        if (text?.Split('.') is not [var association, var period, var initiative, var step, var contact]
            || !new[] { association, contact }.Concat(step.Split('~')).All(Identifier.IsValid)
            || !(Identifier.IsValid(initiative) || initiative == MailSteps.AllInitiatives)
            || !(Identifier.IsValid(period) || period == FinalReports.IdOf(initiative)))
        {
            return false;
        }

        key = new MailKey(new ReportKey(association, period, initiative), step, contact);
        return true;
    }
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

    /// <summary>Why it failed, waits or is uncertain, in Swedish.</summary>
    public string? Reason { get; init; }

    /// <summary>While it is queued: its message in the queue comes no sooner than this. Null when it comes at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How many times it has been handed over and put off.</summary>
    public int Tries { get; init; }

    /// <summary>What the provider has told of it since it was sent; null when nothing has been told.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>The mail in a new state.</summary>
    public OutgoingMail As(MailState state, DateTimeOffset now, string? reason = null) => this with { State = state, Since = now, Reason = reason, NotBefore = null };

    /// <summary>The mail as it stands in tables that are put back to an earlier day: one that was to go out by now may have, and is not sent again by itself.</summary>
    public OutgoingMail PutBack(DateTimeOffset now) =>
        State is MailState.Planned or MailState.Queued or MailState.Sending && !(NotBefore > now) ? As(MailState.Uncertain, now, ReminderTexts.PutBack) : this;

    /// <summary>The mail put back in the queue, to come again after a while.</summary>
    public OutgoingMail Again(DateTimeOffset now, TimeSpan wait, string? reason) => As(MailState.Queued, now, reason) with { NotBefore = now + wait, Tries = Tries + (reason is null ? 0 : 1) };
}

/// <summary>What a provider has told of a mail that it took.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">What the receiving server said, shortened; null when nothing.</param>
public sealed record Delivery(DeliveryKind Kind, DateTimeOffset At, string? Reason);

/// <summary>What can become of a mail that a provider took. A later one in this order is kept over an earlier, whichever is told first.</summary>
public enum DeliveryKind
{
    /// <summary>The receiving server has asked to wait; the provider tries again by itself.</summary>
    Deferred,

    /// <summary>The receiving server has taken it. It need not have been read.</summary>
    Delivered,

    /// <summary>Somebody has marked it as junk: the provider sends no more to the address.</summary>
    Reported,

    /// <summary>The provider did not send it, or the receiving server does not want mail from it.</summary>
    Blocked,

    /// <summary>There is no such address, or it cannot receive.</summary>
    Bounced,
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

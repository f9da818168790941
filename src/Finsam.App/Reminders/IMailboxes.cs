using Finsam.App.Storage;

namespace Finsam.App.Reminders;

/// <summary>The mailboxes that mail is sent from: what all instances must know of each, since a provider's limits hold for all of them together.</summary>
public interface IMailboxes
{
    /// <summary>A mailbox; null when there has been nothing to remember of it.</summary>
    /// <param name="address">Its address; empty for the installation's own.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<Stored<Mailbox>?> FindAsync(string address, CancellationToken cancellation);

    /// <summary>Writes what is known of a mailbox over what was read. False when somebody else has changed it since.</summary>
    /// <param name="address">Its address; empty for the installation's own.</param>
    /// <param name="read">What was read; null when there was nothing.</param>
    /// <param name="changed">What is to be remembered.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<bool> WriteAsync(string address, Stored<Mailbox>? read, Mailbox changed, CancellationToken cancellation);
}

/// <summary>What is remembered of a mailbox: when it may send, and how far it has been read.</summary>
public sealed record Mailbox
{
    /// <summary>The first moment at which another mail may be handed over.</summary>
    public DateTimeOffset Next { get; init; }

    /// <summary>Until when the provider has asked us to wait: also a mail that had its turn before waits until then. Null when it has not asked.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Since when the provider does not let us in; null when it does.</summary>
    public DateTimeOffset? StoppedSince { get; init; }

    /// <summary>Why, in Swedish, with what to do.</summary>
    public string? Reason { get; init; }

    /// <summary>When the last message came that has been looked at for reports of mail that did not come; null when none has.</summary>
    public DateTimeOffset? ReportsReadTo { get; init; }
}

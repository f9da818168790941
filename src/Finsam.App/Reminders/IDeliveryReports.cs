using System.Collections.Immutable;

namespace Finsam.App.Reminders;

/// <summary>What other mail servers report of our mail (RFC 3464), where the reports come to the mailbox it was sent from. They are only read:
/// nothing in a mailbox is changed or taken away.</summary>
public interface IDeliveryReports
{
    /// <summary>False where the mailboxes are not ours to read.</summary>
    bool CanBeRead { get; }

    /// <summary>The reports that have come to a mailbox.</summary>
    /// <param name="mailbox">The mailbox; null for the installation's own.</param>
    /// <param name="since">Messages that came before are not looked at.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<ReadReports> SinceAsync(string? mailbox, DateTimeOffset since, CancellationToken cancellation);
}

/// <summary>What was found in a mailbox.</summary>
/// <param name="Reports">The reports.</param>
/// <param name="ReadTo">When the last message came, report or not; null when none had.</param>
public sealed record ReadReports(ImmutableArray<DeliveryReport> Reports, DateTimeOffset? ReadTo);

/// <summary>What a mail server reports of one recipient of one mail.</summary>
public sealed record DeliveryReport
{
    /// <summary>The Message-IDs it can be about, the likeliest first.</summary>
    public required ImmutableArray<string> MessageIds { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the server did: "failed", "delayed", "delivered", "relayed", "expanded"; null when it does not say.</summary>
    public string? Action { get; init; }

    /// <summary>The enhanced status code (RFC 3463): "5.1.1"; null when it does not say.</summary>
    public string? Status { get; init; }

    /// <summary>What the receiving server said, word for word; null when nothing.</summary>
    public string? Diagnostic { get; init; }
}

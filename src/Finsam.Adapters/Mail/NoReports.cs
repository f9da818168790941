using Finsam.App.Reminders;

namespace Finsam.Adapters.Mail;

/// <summary>Where the mailboxes are not ours to read.</summary>
public sealed class NoReports : IDeliveryReports
{
    /// <inheritdoc/>
    public bool CanBeRead => false;

    /// <inheritdoc/>
    public Task<ReadReports> SinceAsync(string? mailbox, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(new ReadReports([], null));
}

using Microsoft.Extensions.Logging;

namespace Finsam.App.Reminders;

/// <summary>Gives each mail its turn, over all instances: so far from the one before it that the provider's limit holds, after what the provider has
/// asked us to wait, and one try an hour while it does not let us in.</summary>
/// <remarks>A turn is taken when the mail is about to be handed over and not when it is planned: a function host that was asleep would otherwise wake to a
/// heap of turns that have all come.</remarks>
public sealed partial class MailPace(IMailboxes mailboxes, IMailSender sender, TimeProvider clock, ILogger<MailPace> log)
{
    /// <summary>The longest that a mail waits for its turn inside the function; with longer to go it is put back in the queue.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>How often we knock at a provider that does not let us in.</summary>
    public static readonly TimeSpan BetweenKnocks = TimeSpan.FromHours(1);

    /// <summary>Takes the mailbox's next turn.</summary>
    /// <param name="mailbox">The mailbox; null for the installation's own.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How long to wait until it; or, when that is longer than <see cref="LongestWait"/>, when to come again for a turn.</returns>
    public async Task<MailTurn> TakeAsync(string? mailbox, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await mailboxes.FindAsync(mailbox ?? "", cancellation);
            var (now, known) = (clock.GetUtcNow(), read?.Value ?? new Mailbox());
            var wait = known.Next > now ? known.Next - now : TimeSpan.Zero;
            if (wait > LongestWait || (known.StoppedSince is not null && wait > TimeSpan.Zero))
            {
                return new MailTurn(wait, IsTaken: false);
            }

            var after = known.StoppedSince is null ? sender.Spacing : BetweenKnocks;
            if (after == TimeSpan.Zero || await mailboxes.WriteAsync(mailbox ?? "", read, known with { Next = now + wait + after }, cancellation))
            {
                return new MailTurn(wait, IsTaken: true, known.StoppedSince is not null);
            }
        }
    }

    /// <summary>Waits for a turn that has been taken. What the provider has asked since, of whichever instance, holds for it too.</summary>
    /// <param name="mailbox">The mailbox; null for the installation's own.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>A turn that has come; or one that is not taken, with when to come again.</returns>
    public async Task<MailTurn> WaitAsync(string? mailbox, MailTurn turn, CancellationToken cancellation)
    {
        while (turn.IsTaken && turn.Wait > TimeSpan.Zero)
        {
            await Task.Delay(turn.Wait, clock, cancellation);
            var known = (await mailboxes.FindAsync(mailbox ?? "", cancellation))?.Value ?? new Mailbox();
            turn = known.HeldUntil > clock.GetUtcNow() || known.StoppedSince is not null
                ? await TakeAsync(mailbox, cancellation)
                : turn with { Wait = TimeSpan.Zero };
        }

        return turn;
    }

    /// <summary>The provider has asked us to wait: the next turn comes no sooner than then.</summary>
    /// <param name="mailbox">The mailbox; null for the installation's own.</param>
    /// <param name="wait">How long.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task HoldAsync(string? mailbox, TimeSpan wait, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + wait;
        return ChangeAsync(mailbox, known => known.HeldUntil >= until ? null : known with { Next = known.Next > until ? known.Next : until, HeldUntil = until }, cancellation);
    }

    /// <summary>The provider does not let us in. Said once, however many mails meet it.</summary>
    /// <param name="mailbox">The mailbox; null for the installation's own.</param>
    /// <param name="reason">Why, in Swedish, with what to do.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task StopAsync(string? mailbox, string reason, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await ChangeAsync(mailbox, known => known.StoppedSince is null ? known with { StoppedSince = now, Reason = reason, Next = now + BetweenKnocks } : null, cancellation))
        {
            LogStopped(reason);
        }
    }

    /// <summary>A mail has gone out: whatever was stopped is not any more.</summary>
    /// <param name="mailbox">The mailbox; null for the installation's own.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task GoesAsync(string? mailbox, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await ChangeAsync(mailbox, known => known.StoppedSince is null ? null : known with { StoppedSince = null, Reason = null, Next = now + sender.Spacing }, cancellation))
        {
            LogGoes();
        }
    }

    // False when there is nothing to change.
    private async Task<bool> ChangeAsync(string? mailbox, Func<Mailbox, Mailbox?> change, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await mailboxes.FindAsync(mailbox ?? "", cancellation);
            if (change(read?.Value ?? new Mailbox()) is not { } changed)
            {
                return false;
            }

            if (await mailboxes.WriteAsync(mailbox ?? "", read, changed, cancellation))
            {
                return true;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "All mail stands still: {Reason}")]
    private partial void LogStopped(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail goes out again")]
    private partial void LogGoes();
}

/// <summary>A mail's turn.</summary>
/// <param name="Wait">How long until it.</param>
/// <param name="IsTaken">True when the turn is this mail's; false when it must come again then.</param>
/// <param name="IsKnock">True when the provider did not let us in last time: if this mail goes, all go.</param>
public readonly record struct MailTurn(TimeSpan Wait, bool IsTaken, bool IsKnock = false);

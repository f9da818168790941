using Finsam.App.Storage;

namespace Finsam.App.Reminders;

/// <summary>Plans a mail under its key, which can be inserted once, and puts it in the queue.</summary>
public sealed class PlanMail(IOutbox outbox, IWorkQueue queue, TimeProvider clock)
{
    /// <summary>Plans the mail. False when its key is already there, whatever became of it.</summary>
    public async Task<bool> HandleAsync(MailKey key, CancellationToken cancellation)
    {
        if (!await outbox.PlanAsync(new OutgoingMail { Key = key, State = MailState.Planned, Since = clock.GetUtcNow() }, cancellation))
        {
            return false;
        }

        await QueueAsync(key, cancellation);
        return true;
    }

    /// <summary>Puts a planned mail in the queue, or puts it there again.</summary>
    public async Task QueueAsync(MailKey key, CancellationToken cancellation)
    {
        await queue.SendMailAsync(key, TimeSpan.Zero, cancellation);
        if (await outbox.FindAsync(key, cancellation) is { Value.State: MailState.Planned } planned)
        {
            // Lost to the queue function when it is quicker: then the state is already a later one.
            await outbox.UpdateAsync(planned, planned.Value.As(MailState.Queued, clock.GetUtcNow()), cancellation);
        }
    }
}

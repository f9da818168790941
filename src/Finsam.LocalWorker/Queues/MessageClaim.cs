using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Finsam.LocalWorker.Storage;

namespace Finsam.LocalWorker.Queues;

/// <summary>A message that is being processed: hidden from others, and renewed at half time, so that a killed process's message comes back.</summary>
internal sealed class MessageClaim : IAsyncDisposable
{
    private readonly QueueClient queue;
    private readonly TimeSpan hidden;
    private readonly StorageOutage outage;
    private readonly CancellationTokenSource done = new();
    private readonly Task renewal;
    private string receipt;

    public MessageClaim(QueueClient queue, QueueMessage message, TimeSpan hidden, StorageOutage outage)
    {
        this.queue = queue;
        this.hidden = hidden;
        this.outage = outage;
        Message = message;
        receipt = message.PopReceipt;
        renewal = Task.Run(RenewAsync);
    }

    public QueueMessage Message { get; }

    /// <summary>Whether the message is another's by now, or gone.</summary>
    public static bool IsGone(RequestFailedException exception) =>
        exception.Status == 404 || exception.ErrorCode == QueueErrorCode.PopReceiptMismatch;

    /// <summary>Ends the renewal and gives the receipt that is valid now.</summary>
    public async Task<string> EndAsync()
    {
        await done.CancelAsync();
        await renewal;
        return receipt;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        done.Dispose();
    }

    private async Task RenewAsync()
    {
        var wait = hidden / 2;
        while (true)
        {
            await Pause.ForAsync(wait, done.Token);
            if (done.IsCancellationRequested)
            {
                return;
            }

            try
            {
                // Not cancelled half way: the receipt would be lost.
                var updated = await queue.UpdateMessageAsync(Message.MessageId, receipt, (string?)null, hidden, CancellationToken.None);
                receipt = updated.Value.PopReceipt;
                wait = hidden / 2;
            }
            catch (RequestFailedException exception) when (IsGone(exception))
            {
                return;
            }
            catch (Exception exception)
            {
                outage.Failed(exception);
                wait = hidden / 8;
            }
        }
    }
}

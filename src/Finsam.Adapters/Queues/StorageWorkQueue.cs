using Azure.Storage.Queues;
using Finsam.App.Drafts;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Reminders;
using Finsam.App.Setup;
using Finsam.App.Storage;
using Names = Finsam.App.Storage.Queues;

namespace Finsam.Adapters.Queues;

/// <summary>Work in Azure Queue Storage, Base64 as host.json says.</summary>
public sealed class StorageWorkQueue(StorageAccount account) : IWorkQueue
{
    private readonly QueueClient _mail = account.Queues.GetQueueClient(Names.Mail);
    private readonly QueueClient _drafts = account.Queues.GetQueueClient(Names.Drafts);
    private readonly QueueClient _sharePoint = account.Queues.GetQueueClient(Names.SharePoint);

    /// <inheritdoc/>
    public Task SendMailAsync(MailKey key, TimeSpan delay, CancellationToken cancellation) =>
        _mail.SendMessageAsync(RecordJson.Text(key), delay == TimeSpan.Zero ? null : delay, cancellationToken: cancellation);

    /// <inheritdoc/>
    public Task CompileDraftAsync(DraftKey key, CancellationToken cancellation) => _drafts.SendMessageAsync(RecordJson.Text(key), cancellation);

    /// <inheritdoc/>
    public Task SaveDraftAsync(SaveDraftMessage message, TimeSpan delay, CancellationToken cancellation) =>
        _sharePoint.SendMessageAsync(RecordJson.Text(message), delay == TimeSpan.Zero ? null : delay, cancellationToken: cancellation);
}

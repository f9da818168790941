using System.Diagnostics;
using Azure.Storage.Queues;
using Finsam.App.Drafts;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Reminders;
using Finsam.App.Setup;
using Finsam.App.Storage;
using Finsam.App.Telemetry;
using Names = Finsam.App.Storage.Queues;

namespace Finsam.Adapters.Queues;

/// <summary>Work in Azure Queue Storage, Base64 as host.json says.</summary>
public sealed class StorageWorkQueue(StorageAccount account) : IWorkQueue
{
    private readonly QueueClient _mail = account.Queues.GetQueueClient(Names.Mail);
    private readonly QueueClient _drafts = account.Queues.GetQueueClient(Names.Drafts);
    private readonly QueueClient _sharePoint = account.Queues.GetQueueClient(Names.SharePoint);

    /// <inheritdoc/>
    public async Task SendMailAsync(MailKey key, TimeSpan delay, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("queue mail", ActivityKind.Producer).About(key.Report);
        var message = RecordJson.Text(new QueuedMail(key.Report, key.Step, key.Contact, Traces.Parent));
        await _mail.SendMessageAsync(message, delay == TimeSpan.Zero ? null : delay, cancellationToken: cancellation);
    }

    /// <inheritdoc/>
    public async Task CompileDraftAsync(DraftKey key, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("queue draft", ActivityKind.Producer).About(key.Period);
        await _drafts.SendMessageAsync(RecordJson.Text(new QueuedDraft(key.Period, key.Kind, key.Version, Traces.Parent)), cancellation);
    }

    /// <inheritdoc/>
    public Task SaveDraftAsync(SaveDraftMessage message, TimeSpan delay, CancellationToken cancellation) =>
        _sharePoint.SendMessageAsync(RecordJson.Text(message), delay == TimeSpan.Zero ? null : delay, cancellationToken: cancellation);
}

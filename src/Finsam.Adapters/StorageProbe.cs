using Finsam.Adapters.Tables;
using Finsam.App.Storage;
using Names = Finsam.App.Storage.Queues;

namespace Finsam.Adapters;

/// <summary>Asks the account with one read of each kind.</summary>
public sealed class StorageProbe(StorageAccount account) : IStorageProbe
{
    /// <inheritdoc/>
    public Task ProbeAsync(CancellationToken cancellation) => Task.WhenAll(
        account.Tables.GetTableClient(TableNames.Due).GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("~", "~", cancellationToken: cancellation),
        account.Blobs.ExistsAsync(cancellation),
        account.Queues.GetQueueClient(Names.Mail).ExistsAsync(cancellation));
}

using Finsam.Adapters.Tables;
using Finsam.App.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Finsam.Adapters;

/// <summary>Makes the tables, the containers and the queues at start, once. Storage that is down does not stop the start: it is tried until it answers.</summary>
public sealed partial class PrepareStorage(StorageAccount account, IStorageFaults faults, ILogger<PrepareStorage> log) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await TryAsync(cancellationToken))
        {
            await base.StartAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
        }
        while (!await TryAsync(stoppingToken));
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(
                [
                    .. TableNames.All.Select(name => account.Tables.CreateTableIfNotExistsAsync(name, cancellation)),
                    account.Blobs.CreateIfNotExistsAsync(cancellationToken: cancellation),
                    account.Exports.CreateIfNotExistsAsync(cancellationToken: cancellation),
                    .. Finsam.App.Storage.Queues.All.Select(name => account.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation)),
                ]);
            return true;
        }
        catch (Exception e) when (faults.IsUnavailable(e))
        {
            LogNotReady(e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage is not ready; trying again")]
    private partial void LogNotReady(Exception e);
}

using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Finsam.LocalWorker.Storage;

/// <summary>The right to be the only one, held by a lease on a blob and renewed until disposed.</summary>
internal sealed class BlobLease : IAsyncDisposable
{
    private readonly BlobLeaseClient client;
    private readonly TimeSpan duration;
    private readonly StorageOutage outage;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource done = new();
    private readonly Task renewal;

    private BlobLease(BlobLeaseClient client, TimeSpan duration, StorageOutage outage)
    {
        this.client = client;
        this.duration = duration;
        this.outage = outage;
        renewal = Task.Run(RenewAsync);
    }

    /// <summary>Cancelled when another one may hold the lease.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Takes the lease, or gives null when another one has it. The same <paramref name="id"/> takes over its own lease.</summary>
    public static async Task<BlobLease?> TryTakeAsync(BlobClient blob, string id, TimeSpan duration, StorageOutage outage, CancellationToken cancellation)
    {
        var client = blob.GetBlobLeaseClient(id);
        try
        {
            await client.AcquireAsync(duration, cancellationToken: cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            await MakeAsync(blob, cancellation);
            return await TryTakeAsync(blob, id, duration, outage, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return null;
        }

        return new BlobLease(client, duration, outage);
    }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await renewal;
        try
        {
            await client.ReleaseAsync();
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            // Then it runs out by itself.
        }

        done.Dispose();
        lost.Dispose();
    }

    private static async Task MakeAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellation);
            await blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobAlreadyExists || exception.Status == 412)
        {
            // Another instance was quicker.
        }
    }

    private async Task RenewAsync()
    {
        var renewed = TimeProvider.System.GetTimestamp();
        var wait = duration / 3;
        while (true)
        {
            await Pause.ForAsync(wait, done.Token);
            if (done.IsCancellationRequested)
            {
                return;
            }

            try
            {
                var asked = TimeProvider.System.GetTimestamp();
                await client.RenewAsync(cancellationToken: done.Token);
                renewed = asked;
                wait = duration / 3;
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                outage.Failed(exception);
                wait = TimeSpan.FromSeconds(1);
                if (exception is RequestFailedException { Status: 404 or 409 or 412 } || TimeProvider.System.GetElapsedTime(renewed) + wait >= duration)
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
    }
}

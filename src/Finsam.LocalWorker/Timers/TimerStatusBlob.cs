using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace Finsam.LocalWorker.Timers;

/// <summary>A timer's status in storage: JSON with Last, Next and LastUpdated.</summary>
internal sealed class TimerStatusBlob(BlobClient blob)
{
    public async Task<TimerStatus?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var content = await blob.DownloadContentAsync(cancellation);
            return content.Value.Content.ToObjectFromJson<TimerStatus>();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // Not ours, or half written: begin anew.
            return null;
        }
    }

    public Task WriteAsync(TimerStatus status, CancellationToken cancellation) =>
        blob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellation);
}

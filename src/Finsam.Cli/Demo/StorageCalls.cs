using System.Diagnostics.Metrics;

namespace Finsam.Cli.Demo;

/// <summary>Counts the calls this process makes to storage, by .NET's own measure of outgoing requests.</summary>
public sealed class StorageCalls : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    /// <summary>Counts calls to any address but the app's own.</summary>
    public StorageCalls(Func<int, bool> isStoragePort)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: "server.port", Value: int port } && isStoragePort(port))
                {
                    Interlocked.Increment(ref _count);
                }
            }
        });
        _listener.Start();
    }

    /// <summary>How many so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}

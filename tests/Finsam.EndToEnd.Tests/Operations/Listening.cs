using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Finsam.App.Telemetry;

namespace Finsam.EndToEnd.Tests.Operations;

/// <summary>Keeps the traces and figures of this process, as an exporter would.</summary>
public sealed class Listening : IDisposable
{
    private readonly ActivityListener _traces;
    private readonly MeterListener _figures = new();

    public Listening()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Traces.Name or "System.Net.Http" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Steps.Enqueue,
        };
        ActivitySource.AddActivityListener(_traces);
        _figures.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measures.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _figures.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Figures.Enqueue((instrument.Name, value, tags.ToArray())));
        _figures.Start();
    }

    public ConcurrentQueue<Activity> Steps { get; } = new();

    public ConcurrentQueue<(string Name, long Value, KeyValuePair<string, object?>[] Tags)> Figures { get; } = new();

    public long Sum(string name) => Figures.Where(f => f.Name == name).Sum(f => f.Value);

    public void Dispose()
    {
        _traces.Dispose();
        _figures.Dispose();
    }
}

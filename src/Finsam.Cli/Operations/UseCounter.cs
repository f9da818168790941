using System.Diagnostics;
using Finsam.App.Telemetry;

namespace Finsam.Cli.Operations;

/// <summary>Counts what functions of this process use, by their own traces: what runs, for how long, and the calls to storage that belong to it.
/// What the local worker asks storage in order to find work is not counted: in Azure the host does that.</summary>
public sealed class UseCounter : IDisposable
{
    private const string OutgoingHttp = "System.Net.Http";
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(120);

    private const string EmulatorAccount = "/devstoreaccount1";

    private readonly Prices _prices;
    private readonly ActivityListener _listener;
    private readonly Lock _lock = new();
    private Use _use;

    /// <summary>Begins to count.</summary>
    public UseCounter(Prices prices)
    {
        _prices = prices;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Traces.Name or OutgoingHttp,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What has been used so far.</summary>
    public Use Use
    {
        get
        {
            lock (_lock)
            {
                return _use;
            }
        }
    }

    /// <summary>Waits until nothing has been used for a while: what the work has put in a queue belongs to it.</summary>
    public async Task RestAsync(CancellationToken cancellation)
    {
        for (var (before, now) = (default(Use?), Use); before != now; (before, now) = (now, Use))
        {
            await Task.Delay(Rest, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Count(Activity activity)
    {
        var more = activity switch
        {
            { Source.Name: OutgoingHttp } => activity.ParentSpanId != default && $"{activity.GetTagItem("url.full")}".Contains(EmulatorAccount, StringComparison.Ordinal)
                ? new Use(1, 0, 0)
                : default,
            { Kind: ActivityKind.Server or ActivityKind.Consumer } or { OperationName: Traces.Hour, Parent: null } => new Use(
                0, 1, _prices.MemoryGb.Value * Math.Max(_prices.LeastMillisecondsAnExecution.Value, (decimal)activity.Duration.TotalMilliseconds) / 1000m),
            _ => default,
        };
        lock (_lock)
        {
            _use += more;
        }
    }
}

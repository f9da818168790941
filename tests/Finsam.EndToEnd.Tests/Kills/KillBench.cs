using System.Collections.Concurrent;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>Two lanes side by side, started once for all kill tests.</summary>
public sealed class KillBench : IAsyncLifetime
{
    private const int Lanes = 2;
    private const int Tries = 3;
    private static readonly TimeSpan PointPatience = TimeSpan.FromSeconds(120);

    private readonly ConcurrentBag<KillLane> _lanes = [];

    public async ValueTask InitializeAsync()
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            _lanes.Add(await KillLane.StartAsync(CancellationToken.None));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
        {
            await lane.DisposeAsync();
        }
    }

    /// <summary>Takes a free lane.</summary>
    internal async Task<T> OneAsync<T>(Func<KillLane, CancellationToken, Task<T>> run, CancellationToken cancellation)
    {
        Assert.True(_lanes.TryTake(out var lane), "Every lane is taken.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(PointPatience);
        try
        {
            await lane.AliveAsync(patience.Token);
            return await run(lane, patience.Token);
        }
        catch
        {
            // Whatever is left of it must not be in the next one's way.
            await lane.EndAsync();
            throw;
        }
        finally
        {
            _lanes.Add(lane);
        }
    }

    /// <summary>Runs every kill point, as many at a time as there are lanes.</summary>
    /// <param name="points">The points.</param>
    /// <param name="run">Kills at the point and looks at what comes of it; false when the point was not reached.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What went wrong, with the point.</returns>
    internal async Task<IReadOnlyCollection<string>> EachAsync(
        IEnumerable<KillPoint> points, Func<KillLane, KillPoint, CancellationToken, Task<bool>> run, CancellationToken cancellation)
    {
        var failures = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellation }, async (point, stop) =>
        {
            try
            {
                for (var tries = 0; tries < Tries; tries++)
                {
                    if (await OneAsync((lane, c) => run(lane, point, c), stop))
                    {
                        return;
                    }
                }

                failures.Enqueue($"{point}: the step was not reached");
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                failures.Enqueue($"{point}: {e}");
            }
        });
        return failures;
    }
}

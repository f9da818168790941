using System.Collections.Immutable;
using System.Globalization;
using Finsam.Cli.Hosting;

namespace Finsam.Cli.Rehearsals;

/// <summary>The processes that send: two on one storage, each by its own port of the mail server. One that is killed is started again at once, while the
/// other goes on.</summary>
internal sealed class SenderProcesses(string storage, AdjustableClock clock) : IAsyncDisposable
{
    /// <summary>How many there are.</summary>
    public const int Count = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Lock _lock = new();
    private readonly Task<ServeProcess>[] _running = new Task<ServeProcess>[Count];
    private readonly CancellationTokenSource _stop = new();
    private ImmutableArray<int> _ports = [];

    /// <summary>Starts them.</summary>
    public async Task StartAsync(ImmutableArray<int> ports)
    {
        _ports = ports;
        for (var number = 0; number < Count; number++)
        {
            Start(number, after: null);
        }

        await Task.WhenAll(_running);
    }

    /// <summary>Kills the one that sends by this port.</summary>
    /// <returns>False when it is being started again already.</returns>
    public bool Kill(int port)
    {
        lock (_lock)
        {
            var number = _ports.IndexOf(port);
            if (_running[number] is not { IsCompletedSuccessfully: true, Result: var process })
            {
                return false;
            }

            process.Kill();
            Start(number, process);
            return true;
        }
    }

    /// <summary>One that runs, and the port it sends by.</summary>
    public async Task<(ServeProcess Process, int Port)> AliveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var running = Running();
            var first = await Task.WhenAny(running).WaitAsync(Patience, cancellation);
            var process = await first;
            if (!process.IsDead)
            {
                return (process, _ports[Array.IndexOf(running, first)]);
            }

            // Killed since we asked, and its successor on the way; or gone by itself.
            if (Running().Contains(first))
            {
                throw new InvalidOperationException("finsam serve: " + process.LastWords);
            }
        }
    }

    /// <summary>Sets the clock of all that run, and of those that will.</summary>
    public async Task SetClockAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        clock.Set(now);
        await Task.WhenAll(Running().Select(async running => await (await running).SetClockAsync(clock.GetUtcNow(), cancellation))).WaitAsync(Patience, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var running in Running().Where(r => r is not null))
        {
            try
            {
                await (await running).DisposeAsync();
            }
            catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
            {
                // It had not started.
            }
        }

        _stop.Dispose();
    }

    private Task<ServeProcess>[] Running()
    {
        lock (_lock)
        {
            return [.. _running];
        }
    }

    private void Start(int number, ServeProcess? after)
    {
        _running[number] = Task.Run(async () =>
        {
            if (after is not null)
            {
                await after.DisposeAsync();
            }

            return await ServeProcess.StartAsync(storage, Settings(_ports[number]), clock.GetUtcNow(), _stop.Token);
        });
    }

    private static Dictionary<string, string> Settings(int port) => new(StringComparer.Ordinal)
    {
        ["Finsam__Mail__Sender"] = "smtp",
        ["Finsam__Mail__From"] = "rapport@example.org",
        ["Finsam__Mail__Smtp__Host"] = "127.0.0.1",
        ["Finsam__Mail__Smtp__Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Finsam__Mail__Smtp__RequireTls"] = "false",
        ["Finsam__Mail__Smtp__Timeout"] = "00:00:04",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:01",
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200",
        ["AzureFunctionsJobHost__extensions__queues__batchSize"] = "1",
    };
}

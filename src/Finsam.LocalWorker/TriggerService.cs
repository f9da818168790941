using Finsam.LocalWorker.Queues;
using Finsam.LocalWorker.Storage;
using Finsam.LocalWorker.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Finsam.LocalWorker;

/// <summary>Runs one loop for each timer and queue. When the application stops, nothing new begins, and what runs may finish within the host's shutdown time-out.</summary>
internal sealed class TriggerService(FunctionTable table, StorageClients storage, IServiceProvider services) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abort = new();
    private Task loops = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (table.Functions.Any(function => function.Trigger is not FunctionTrigger.Http))
        {
            storage.Check();
        }

        loops = Task.WhenAll(table.Functions.Select(function => function.Trigger switch
        {
            FunctionTrigger.Timer => Run(ActivatorUtilities.CreateInstance<TimerLoop>(services, function).RunAsync),
            FunctionTrigger.Queue => Run(ActivatorUtilities.CreateInstance<QueueLoop>(services, function).RunAsync),
            _ => Task.CompletedTask,
        }));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        try
        {
            await loops.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await abort.CancelAsync();
            await loops.WaitAsync(TimeSpan.FromSeconds(2), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        stop.Dispose();
        abort.Dispose();
    }

    private Task Run(Func<CancellationToken, CancellationToken, Task> loop) => Task.Run(() => loop(stop.Token, abort.Token));
}

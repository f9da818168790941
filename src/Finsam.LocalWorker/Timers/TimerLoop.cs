using System.Reflection;
using Finsam.LocalWorker.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Finsam.LocalWorker.Timers;

/// <summary>Runs one timer function whenever its schedule says so, in the one instance that holds its lease. Runs never overlap; a failed one waits for the next.</summary>
internal sealed partial class TimerLoop(
    FunctionDescription function,
    StorageClients storage,
    StorageOutage outage,
    LocalWorkerOptions options,
    TimeProvider clock,
    IServiceScopeFactory scopes,
    ILoggerFactory logs)
{
    /// <summary>The clock is asked this often, so that a computer that slept, or a clock that was set, is noticed.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    /// <summary>A run later than this was missed.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private readonly FunctionInvoker invoker = new(function);
    private readonly TimerSchedule schedule = TimerSchedule.TryParse(function.Schedule!)!;
    private readonly TimerTriggerAttribute attribute = function.Method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>()).First(found => found is not null)!;
    private readonly ILogger log = logs.CreateLogger("Function." + function.Name);
    private readonly string instance = Guid.NewGuid().ToString();
    private TimerStatus? known;
    private bool runAtStart;

    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var pause = Pause.AfterFailure();
        runAtStart = attribute.RunOnStartup;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var blob = storage.Hosts.GetBlobClient($"locks/{options.HostId}/{function.Name}.Listener");
                await using var lease = await BlobLease.TryTakeAsync(blob, instance, options.LeaseDuration, outage, stop);
                outage.Answered();
                pause.Reset();
                if (lease is null)
                {
                    await Pause.ForAsync(options.LeaseRetry, stop);
                }
                else
                {
                    await KeepTimeAsync(lease.Lost, stop, abort);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                outage.Failed(exception);
                await pause.WaitAsync(stop);
            }
        }
    }

    private async Task KeepTimeAsync(CancellationToken lost, CancellationToken stop, CancellationToken abort)
    {
        var monitored = attribute.UseMonitor && !schedule.IsWithinMinutes(clock.GetUtcNow());
        var kept = monitored ? new TimerStatusBlob(storage.Hosts.GetBlobClient($"timers/{options.HostId}/{function.Name}/status")) : null;
        var status = await BeginAsync(kept, stop);
        var late = TimeSpan.Zero;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(lost, stop);
        while (!waiting.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            if (now < status.Next && !runAtStart)
            {
                // From here on only a late run is past due; at the beginning any missed one is.
                late = Late;
                await Pause.ForAsync(status.Next - now < Tick ? status.Next - now : Tick, waiting.Token);
                continue;
            }

            runAtStart = false;
            await InvokeAsync(new TimerInfo { IsPastDue = now - status.Next > late, ScheduleStatus = monitored ? status.ToScheduleStatus() : null }, lost, abort);
            status = known = now < status.Next ? status with { Last = now } : status.Ran(schedule, now);
            late = Late;
            if (kept is not null)
            {
                await kept.WriteAsync(status, abort);
            }
        }
    }

    /// <summary>The status to go on from; a run that storage could not be told of is remembered here.</summary>
    private async Task<TimerStatus> BeginAsync(TimerStatusBlob? kept, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (kept is null)
        {
            return TimerStatus.First(schedule, now);
        }

        var stored = await kept.ReadAsync(cancellation);
        var latest = known is not null && (stored is null || known.LastUpdated > stored.LastUpdated) ? known : stored;
        var status = latest?.Under(schedule, now) ?? TimerStatus.First(schedule, now);
        if (status != stored)
        {
            await kept.WriteAsync(status, cancellation);
        }

        return status;
    }

    private async Task InvokeAsync(TimerInfo timer, CancellationToken lost, CancellationToken abort)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(lost, abort);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await invoker.InvokeAsync(scope.ServiceProvider, parameter => parameter.ParameterType == typeof(TimerInfo) ? timer : cancellation.Token);
        }
        catch (Exception exception)
        {
            LogFailed(log, exception, function.Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed; it runs again at its next time.")]
    private static partial void LogFailed(ILogger log, Exception exception, string function);
}

using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Finsam.LocalWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Finsam.LocalWorker.Queues;

/// <summary>Runs one queue function for each message of its queue, as many at a time as host.json says.</summary>
internal sealed partial class QueueLoop
{
    private const string PoisonSuffix = "-poison";

    private readonly FunctionDescription function;
    private readonly QueueSettings settings;
    private readonly StorageClients storage;
    private readonly StorageOutage outage;
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger log;
    private readonly FunctionInvoker invoker;
    private readonly TimeSpan hidden;

    public QueueLoop(FunctionDescription function, HostJson host, StorageClients storage, StorageOutage outage, IServiceScopeFactory scopes, ILoggerFactory logs)
    {
        this.function = function;
        this.storage = storage;
        this.outage = outage;
        this.scopes = scopes;
        settings = host.Queues;
        log = logs.CreateLogger("Function." + function.Name);
        invoker = new FunctionInvoker(function);

        // The Functions host hides a running message for ten minutes, and takes visibilityTimeout for failed ones only.
        hidden = settings.VisibilityTimeout > TimeSpan.Zero ? settings.VisibilityTimeout : TimeSpan.FromMinutes(10);
    }

    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var failure = Pause.AfterFailure();
        var idle = new Pause(TimeSpan.FromMilliseconds(100), settings.MaxPollingInterval);
        var made = false;
        using var slots = new SemaphoreSlim(settings.BatchSize);
        while (!stop.IsCancellationRequested)
        {
            var free = await TakeSlotsAsync(slots, stop);
            var used = 0;
            try
            {
                var queue = storage.Queue(function.Queue!);
                if (!made)
                {
                    await queue.CreateIfNotExistsAsync(cancellationToken: abort);
                    made = true;
                }

                // Not cancelled by a stop: messages already handed out would stay hidden.
                var messages = free == 0 ? [] : (await queue.ReceiveMessagesAsync(free, hidden, abort)).Value;
                outage.Answered();
                failure.Reset();
                foreach (var message in messages)
                {
                    used++;
                    _ = Task.Run(
                        async () =>
                        {
                            await ProcessAsync(queue, message, stop, abort);
                            slots.Release();
                        },
                        CancellationToken.None);
                }
            }
            catch (Exception exception) when (!abort.IsCancellationRequested)
            {
                made = false;
                outage.Failed(exception);
                await failure.WaitAsync(stop);
            }

            if (free > used)
            {
                slots.Release(free - used);
            }

            if (used == 0)
            {
                await idle.WaitAsync(stop);
            }
            else
            {
                idle.Reset();
            }
        }

        // What is running finishes.
        for (var slot = 0; slot < settings.BatchSize; slot++)
        {
            await slots.WaitAsync(CancellationToken.None);
        }
    }

    private async Task<int> TakeSlotsAsync(SemaphoreSlim slots, CancellationToken stop)
    {
        try
        {
            await slots.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }

        var taken = 1;
        while (taken < settings.BatchSize && slots.Wait(0, CancellationToken.None))
        {
            taken++;
        }

        return taken;
    }

    private async Task ProcessAsync(QueueClient queue, QueueMessage message, CancellationToken stop, CancellationToken abort)
    {
        try
        {
            await using var claim = new MessageClaim(queue, message, hidden, outage);
            var done = message.DequeueCount <= settings.MaxDequeueCount && await InvokeAsync(message, abort);
            var receipt = await claim.EndAsync();
            if (!done && !IsSpent(message))
            {
                await SettleAsync(() => queue.UpdateMessageAsync(message.MessageId, receipt, (string?)null, settings.VisibilityTimeout, abort), stop);
                return;
            }

            if (!done)
            {
                await SettleAsync(() => CopyToPoisonAsync(message, abort), stop);
            }

            await SettleAsync(() => queue.DeleteMessageAsync(message.MessageId, receipt, abort), stop);
        }
        catch (Exception exception)
        {
            LogUnsettled(log, exception, function.Name, message.MessageId);
        }
    }

    private async Task<bool> InvokeAsync(QueueMessage message, CancellationToken abort)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await invoker.InvokeAsync(scope.ServiceProvider, parameter => parameter.ParameterType == typeof(CancellationToken)
                ? abort
                : MessageBody.Read(message.Body.ToString(), settings.Base64, parameter.ParameterType));
            return true;
        }
        catch (Exception exception)
        {
            LogFailed(log, exception, function.Name, message.MessageId, message.DequeueCount, settings.MaxDequeueCount);
            return false;
        }
    }

    /// <summary>Whether there is no further try. As in the host, a poison queue has none of its own.</summary>
    private bool IsSpent(QueueMessage message) =>
        message.DequeueCount >= settings.MaxDequeueCount && !function.Queue!.EndsWith(PoisonSuffix, StringComparison.Ordinal);

    private async Task CopyToPoisonAsync(QueueMessage message, CancellationToken abort)
    {
        var poison = storage.Queue(function.Queue + PoisonSuffix);
        await poison.CreateIfNotExistsAsync(cancellationToken: abort);
        await poison.SendMessageAsync(message.Body, cancellationToken: abort);
        LogPoison(log, function.Name, message.MessageId, poison.Name);
    }

    /// <summary>Tells storage what became of a message, however long storage does not answer: else what is done would be done again.</summary>
    private async Task SettleAsync(Func<Task> settle, CancellationToken stop)
    {
        var pause = Pause.AfterFailure();
        while (true)
        {
            try
            {
                await settle();
                return;
            }
            catch (RequestFailedException exception) when (MessageClaim.IsGone(exception))
            {
                return;
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                outage.Failed(exception);
                await pause.WaitAsync(stop);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed with message {Message}, try {Try} of {Tries}.")]
    private static partial void LogFailed(ILogger log, Exception exception, string function, string message, long @try, int tries);

    [LoggerMessage(LogLevel.Warning, "Function {Function}: message {Message} is moved to {Queue}.")]
    private static partial void LogPoison(ILogger log, string function, string message, string queue);

    [LoggerMessage(LogLevel.Warning, "Function {Function}: message {Message} could not be settled and comes again.")]
    private static partial void LogUnsettled(ILogger log, Exception exception, string function, string message);
}

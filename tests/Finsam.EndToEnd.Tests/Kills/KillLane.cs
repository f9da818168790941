using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Azure.Storage.Queues;
using Finsam.App.Overview;
using Finsam.App.Storage;
using Finsam.Cli.Hosting;
using Finsam.LocalWorker.LocalStorage;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>A storage emulator, a mail server and one of our processes at a time. Each kill point has an association of its own, and when
/// the process that was started after a kill has come to rest, it is the one that is killed at the next point.</summary>
internal sealed class KillLane : IAsyncDisposable
{
    private static readonly TimeSpan RestPatience = TimeSpan.FromSeconds(40);
    private static int s_associations;

    private readonly DirectoryInfo _folder;
    private readonly Azurite _azurite;
    private readonly StorageProxy _storage;
    private readonly QueueServiceClient _queues;
    private ServeProcess? _process;

    private KillLane(DirectoryInfo folder, Azurite azurite, StorageProxy storage)
    {
        (_folder, _azurite, _storage) = (folder, azurite, storage);
        _queues = new QueueServiceClient(azurite.ConnectionString);
    }

    public MailServer Post { get; } = new();

    /// <summary>The running process.</summary>
    public ServeProcess Process => _process ?? throw new InvalidOperationException("No process runs.");

    public static async Task<KillLane> StartAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-lane-");
        var azurite = await Azurite.StartAsync(folder.FullName, cancellation: cancellation);
        return new KillLane(folder, azurite, await StorageProxy.StartAsync(azurite, cancellation));
    }

    public static string NewAssociation() => string.Create(CultureInfo.InvariantCulture, $"forbund-{Interlocked.Increment(ref s_associations)}");

    /// <summary>A process that is alive: the one there is, or a new one.</summary>
    public async Task AliveAsync(CancellationToken cancellation)
    {
        if (_process is { IsDead: false })
        {
            return;
        }

        await EndAsync();
        _process = await ServeProcess.StartAsync(_storage.ConnectionString, Settings(Post.Port), KillClock.Now, cancellation);
    }

    /// <summary>Ends the process, whatever state it is in.</summary>
    public async Task EndAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
        }
    }

    /// <summary>Does something while a watch follows, which may kill the process; returns when all work is done or the process dead.</summary>
    public async Task<KillWatch> WatchAsync(KillPoint? point, Func<CancellationToken, Task> trigger, CancellationToken cancellation)
    {
        var process = Process;
        var watch = new KillWatch(point, process.Kill);
        _storage.HoldQueues();
        _storage.Watch(watch);
        Post.Watch(watch);
        try
        {
            await UnlessKilledAsync(trigger);
            _storage.OpenQueues();
            await UnlessKilledAsync(c => UntilAsync(async () => process.IsDead || await QueuesAreEmptyAsync(c), "the queues do not become empty", c));
            await UnlessKilledAsync(TickAsync);
        }
        finally
        {
            _storage.OpenQueues();
            _storage.Watch(null);
            Post.Watch(null);
            watch.End();
        }

        return watch;

        async Task UnlessKilledAsync(Func<CancellationToken, Task> step)
        {
            try
            {
                if (!process.IsDead)
                {
                    await step(cancellation);
                }
            }
            catch (Exception e) when (e is HttpRequestException or SocketException && watch.WasKilled())
            {
                // That is what was to happen. A connection that is reset while it is being made comes as a bare SocketException.
            }
        }
    }

    /// <summary>Does what the timer does every hour.</summary>
    public async Task TickAsync(CancellationToken cancellation) =>
        (await Process.Chef.PostAsync(new Uri("/" + OverviewRoutes.ApiTick, UriKind.Relative), null, cancellation)).EnsureSuccessStatusCode();

    /// <summary>Asks for a draft.</summary>
    public async Task<DraftAnswer> RequestDraftAsync(string association, string key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(association) + "/utkast") { Headers = { { "Idempotency-Key", key } } };
        using var response = await Process.Chef.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<DraftAnswer>(JsonSerializerOptions.Web, cancellation))!;
    }

    /// <summary>Where an association's period stands.</summary>
    public async Task<PeriodView> ViewAsync(string association, CancellationToken cancellation) =>
        (await Process.Chef.GetFromJsonAsync<PeriodView>(Address(association), JsonSerializerOptions.Web, cancellation))!;

    /// <summary>Ticks until nothing more happens: every mail has come to an end, every draft is ready, no message waits.</summary>
    public async Task<PeriodView> RestAsync(string association, CancellationToken cancellation)
    {
        PeriodView? view = null;
        await UntilAsync(
            async () =>
            {
                await TickAsync(cancellation);
                var empty = await QueuesAreEmptyAsync(cancellation);
                view = await ViewAsync(association, cancellation);
                return empty && view.Mails.Any() && view.Mails.All(m => m.IsFinal) && view.Drafts.All(d => d.State == "ready");
            },
            "it does not come to rest",
            cancellation,
            () => view?.ToString() ?? "");

        // And nothing begins anew.
        await TickAsync(cancellation);
        await UntilAsync(() => QueuesAreEmptyAsync(cancellation), "the queues do not become empty", cancellation);
        return await ViewAsync(association, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _storage.DisposeAsync();
        await _azurite.DisposeAsync();
        await Post.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Dictionary<string, string> Settings(int mailPort) => new(StringComparer.Ordinal)
    {
        ["Finsam__Mail__Sender"] = "smtp",
        ["Finsam__Mail__Smtp__Host"] = "127.0.0.1",
        ["Finsam__Mail__Smtp__Port"] = mailPort.ToString(CultureInfo.InvariantCulture),
        ["Finsam__Mail__Smtp__RequireTls"] = "false",
        ["Finsam__SendingTimeout"] = "00:00:05",

        // Longer than a run takes, so that the steps of an undisturbed run are always the same.
        ["Finsam__QueuedTimeout"] = "00:00:03",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:02",
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200",
        ["AzureFunctionsJobHost__extensions__queues__batchSize"] = "1",
    };

    private static string Address(string association) => $"/api/forbund/{association}/perioder/{SmallPackage.Period}";

    private static async Task UntilAsync(Func<Task<bool>> done, string complaint, CancellationToken cancellation, Func<string>? state = null)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await done())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > RestPatience)
            {
                throw new TimeoutException($"{complaint}; {state?.Invoke()}");
            }

            await Task.Delay(150, cancellation);
        }
    }

    // Hidden messages are counted too.
    private async Task<bool> QueuesAreEmptyAsync(CancellationToken cancellation)
    {
        foreach (var name in new[] { Queues.Mail, Queues.Drafts })
        {
            if ((await _queues.GetQueueClient(name).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount > 0)
            {
                return false;
            }
        }

        return true;
    }
}

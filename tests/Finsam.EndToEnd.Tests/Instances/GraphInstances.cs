using Finsam.Cli.Hosting;
using Finsam.App.Overview;
using Finsam.EndToEnd.Tests.Kills;
using Finsam.LocalWorker.LocalStorage;
using Finsam.Testing.Graph;

namespace Finsam.EndToEnd.Tests.Instances;

/// <summary>Several processes of ours that share a storage and send from one mailbox at Graph, as a function app that has scaled out.
/// Each has an identity of its own, so that its requests can be told from the others'.</summary>
internal sealed class GraphInstances : IAsyncDisposable
{
    public const string Mailbox = "rapport@finsam.example.org";

    private readonly DirectoryInfo _folder;
    private readonly Azurite _azurite;
    private readonly List<ServeProcess> _processes = [];

    private GraphInstances(DirectoryInfo folder, Azurite azurite, GraphServer graph) => (_folder, _azurite, Graph) = (folder, azurite, graph);

    public GraphServer Graph { get; }

    public IReadOnlyList<ServeProcess> Processes => _processes;

    /// <summary>Starts them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="settings">Environment variables for all.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<GraphInstances> StartAsync(int count, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-instances-");
        var instances = new GraphInstances(folder, await Azurite.StartAsync(folder.FullName, cancellation: cancellation), await GraphServer.StartAsync(cancellation));
        try
        {
            instances.Graph.Mailboxes[Mailbox] = new GraphMailbox();
            for (var number = 1; number <= count; number++)
            {
                instances._processes.Add(await ServeProcess.StartAsync(
                    instances._azurite.ConnectionString, instances.Settings("instans-" + number).Concat(settings), KillClock.Now, cancellation));
            }

            return instances;
        }
        catch
        {
            await instances.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does what the timer does every hour.</summary>
    public async Task TickAsync(CancellationToken cancellation) =>
        (await _processes[0].Chef.PostAsync(new Uri("/" + OverviewRoutes.ApiTick, UriKind.Relative), null, cancellation)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Graph.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // As App Service tells an app of its managed identity.
    private IEnumerable<KeyValuePair<string, string>> Settings(string identity) =>
    [
        new("AzureWebJobsStorage__credential", "managedidentity"),
        new("IDENTITY_ENDPOINT", Graph.Identity.AbsoluteUri),
        new("IDENTITY_HEADER", identity),
        new("Finsam__Mail__Sender", "graph"),
        new("Finsam__Mail__From", Mailbox),
        new("Finsam__Mail__Graph__BaseUrl", Graph.BaseUrl.AbsoluteUri),
    ];
}

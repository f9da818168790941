using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using System.Text;
using Azure.Storage.Queues;
using Finsam.LocalWorker.LocalStorage;
using Finsam.LocalWorker.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.LocalWorker.Tests.Storage;

public sealed class OutageTests
{
    [Fact]
    public async Task Timers_and_queues_recover_by_themselves_when_storage_comes_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("finsam-outage-").FullName;
        var azurite = await Azurite.StartAsync(folder, cancellation: cancellation);
        var clock = new SetClock(new(2025, 3, 1, 12, 30, 0, TimeSpan.Zero));
        var setup = new TestApp.Setup(typeof(Functions))
        {
            Clock = clock,
            HostJson = """{ "extensions": { "queues": { "maxPollingInterval": "00:00:00.2" } } }""",
            Settings = new() { ["AzureWebJobsStorage"] = azurite.ConnectionString },
        };
        var app = await TestApp.StartAsync(setup);
        await SendAsync(azurite, "before");
        Assert.Equal("before", await setup.Journal.NextAsync());

        // What comes back is a timer that has begun: its next time is kept in storage.
        var hosts = new BlobContainerClient(azurite.ConnectionString, "azure-webjobs-hosts");
        while (!await hosts.ExistsAsync(cancellation) || !await hosts.GetBlobsAsync(BlobTraits.None, BlobStates.None, "timers/", cancellation).AnyAsync(cancellation))
        {
            await Task.Delay(50, cancellation);
        }

        await azurite.StopAsync();
        await Task.Delay(2500, cancellation);
        Assert.Single(setup.Log.Containing("Storage does not answer"));
        var again = await Azurite.StartAsync(folder, ports: azurite.Ports, cancellation: cancellation);

        await SendAsync(again, "after");
        Assert.Equal("after", await setup.Journal.NextAsync());
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("tick", await setup.Journal.NextAsync());
        Assert.Single(setup.Log.Containing("Storage does not answer"));
        Assert.Single(setup.Log.Containing("Storage answers again"));

        await app.DisposeAsync();
        await again.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_missing_storage_setting_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<FunctionTableException>(() => TestApp.StartAsync(new(typeof(Functions))));

        Assert.Contains("AzureWebJobsStorage is missing", refused.Message, StringComparison.Ordinal);
    }

    private static async Task SendAsync(Azurite azurite, string text)
    {
        var queue = new QueueClient(azurite.ConnectionString, "outage");
        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
    }

    public sealed class Functions(Journal journal)
    {
        [Function("Message")]
        public void Message([QueueTrigger("outage")] string text) => journal.Write(text);

        [Function("Tick")]
        public void Tick([TimerTrigger("0 0 * * * *")] TimerInfo timer) => journal.Write("tick");
    }
}

using System.Text.Json;
using Azure.Storage.Blobs;
using Finsam.LocalWorker.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.LocalWorker.Tests.Timers;

public sealed class TimerTests(AzuriteFixture azurite)
{
    private readonly SetClock clock = new(new(2025, 3, 1, 12, 30, 0, TimeSpan.Zero));
    private readonly Journal journal = new();

    [Fact]
    public async Task A_missed_timer_is_past_due_once_and_keeps_its_time_after_that()
    {
        var setup = Setup(typeof(Hourly));
        await using (await TestApp.StartAsync(setup))
        {
            await StatusAsync(setup, "Hourly");
        }

        clock.Advance(TimeSpan.FromHours(5));
        await using (await TestApp.StartAsync(setup))
        {
            Assert.Equal("17:30 past due: True, next was 13:00", await journal.NextAsync());
            clock.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal("18:00 past due: False, next was 18:00", await journal.NextAsync());
        }

        Assert.Equal(2, journal.Entries.Count);
        var status = await StatusAsync(setup, "Hourly");
        Assert.Equal(new DateTimeOffset(2025, 3, 1, 18, 0, 0, TimeSpan.Zero), status.GetProperty("Last").GetDateTimeOffset());
        Assert.Equal(new DateTimeOffset(2025, 3, 1, 19, 0, 0, TimeSpan.Zero), status.GetProperty("Next").GetDateTimeOffset());
        Assert.True(status.TryGetProperty("LastUpdated", out _));
    }

    [Fact]
    public async Task A_new_timer_waits_for_its_time()
    {
        await using var app = await TestApp.StartAsync(Setup(typeof(Hourly)));

        await Task.Delay(1000, TestContext.Current.CancellationToken);

        Assert.Empty(journal.Entries);
    }

    [Fact]
    public async Task Two_hosts_on_one_storage_run_a_timer_once_and_the_other_takes_over()
    {
        var setup = Setup(typeof(Hourly));
        await using var first = await TestApp.StartAsync(setup);
        await StatusAsync(setup, "Hourly");
        await using var second = await TestApp.StartAsync(setup);

        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.StartsWith("13:00", await journal.NextAsync(), StringComparison.Ordinal);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.Single(journal.Entries);

        await first.DisposeAsync();
        clock.Advance(TimeSpan.FromHours(1));
        Assert.StartsWith("14:00", await journal.NextAsync(), StringComparison.Ordinal);
        await second.DisposeAsync();
        Assert.Equal(2, journal.Entries.Count);
    }

    [Fact]
    public async Task A_failed_timer_is_not_tried_again_before_its_next_time()
    {
        var setup = Setup(typeof(Failing));
        await using var app = await TestApp.StartAsync(setup);
        await StatusAsync(setup, "Failing");

        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("13:00", await journal.NextAsync());
        await Task.Delay(1200, TestContext.Current.CancellationToken);
        Assert.Single(journal.Entries);
        Assert.Single(setup.Log.Containing("Error Function.Failing"));

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("14:00", await journal.NextAsync());
    }

    [Fact]
    public async Task A_timer_never_overlaps_itself_and_finishes_when_the_host_stops()
    {
        var setup = Setup(typeof(Slow));
        var app = await TestApp.StartAsync(setup);
        await StatusAsync(setup, "Slow");
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("begun", await journal.NextAsync());
        clock.Advance(TimeSpan.FromHours(2));
        await Task.Delay(1200, TestContext.Current.CancellationToken);
        Assert.Single(journal.Entries);

        var stopping = app.DisposeAsync().AsTask();
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        journal.Gate.SetResult();
        await stopping;

        Assert.Equal(["begun", "ended"], journal.Entries);
    }

    private TestApp.Setup Setup(Type functions) => new(functions)
    {
        Clock = clock,
        Journal = journal,
        Settings = new() { ["AzureWebJobsStorage"] = azurite.ConnectionString },
    };

    private async Task<JsonElement> StatusAsync(TestApp.Setup setup, string function)
    {
        var blob = new BlobClient(azurite.ConnectionString, "azure-webjobs-hosts", $"timers/{setup.HostId}/{function}/status");
        for (var tries = 0; tries < 100; tries++)
        {
            if (await blob.ExistsAsync(TestContext.Current.CancellationToken))
            {
                var content = await blob.DownloadContentAsync(TestContext.Current.CancellationToken);
                return content.Value.Content.ToObjectFromJson<JsonElement>();
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The status was not written.");
    }

    public sealed class Hourly(Journal journal, TimeProvider clock)
    {
        [Function("Hourly")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) =>
            journal.Write($"{clock.GetUtcNow():HH:mm} past due: {timer.IsPastDue}, next was {timer.ScheduleStatus!.Next:HH:mm}");
    }

    public sealed class Failing(Journal journal, TimeProvider clock)
    {
        [Function("Failing")]
        public Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation)
        {
            journal.Write($"{clock.GetUtcNow():HH:mm}");
            throw new InvalidOperationException("broken on purpose");
        }
    }

    public sealed class Slow(Journal journal)
    {
        [Function("Slow")]
        public async Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation)
        {
            journal.Write("begun");
            await journal.Gate.Task.WaitAsync(cancellation);
            journal.Write("ended");
        }
    }
}

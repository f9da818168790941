using System.Text;
using Azure.Storage.Queues;
using Finsam.LocalWorker.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.LocalWorker.Tests.Queues;

public sealed class QueueTests : IAsyncLifetime
{
    private readonly string connection;
    private readonly Journal journal = new();
    private readonly QueueClient queue;
    private readonly QueueClient poison;

    public QueueTests(AzuriteFixture azurite)
    {
        connection = azurite.ConnectionString;
        var name = "q" + Guid.NewGuid().ToString("n");
        queue = new QueueClient(connection, name);
        poison = new QueueClient(connection, name + "-poison");
    }

    public async ValueTask InitializeAsync() => await queue.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_text_and_a_record_are_read_from_Base64()
    {
        await using var app = await StartAsync(typeof(Records));

        await SendAsync("""{ "number": 7, "text": "Åsa" }""");

        Assert.Equal("Order { Number = 7, Text = Åsa }", await journal.NextAsync());
        await EmptiedAsync();
    }

    [Fact]
    public async Task A_message_that_fails_five_times_lands_in_poison_with_the_same_content()
    {
        await using var app = await StartAsync(typeof(Failing), "\"visibilityTimeout\": \"00:00:00\"");
        await SendAsync("går inte");

        var moved = await ReceiveAsync(poison);

        Assert.Equal(Encode("går inte"), moved.Body.ToString());
        Assert.Equal(5, journal.Entries.Count);
        await EmptiedAsync();
    }

    [Fact]
    public async Task A_message_that_is_no_Base64_lands_in_poison_as_it_is()
    {
        await using var app = await StartAsync(typeof(Records), "\"visibilityTimeout\": \"00:00:00\", \"maxDequeueCount\": 2");
        await queue.SendMessageAsync("*", TestContext.Current.CancellationToken);

        Assert.Equal("*", (await ReceiveAsync(poison)).Body.ToString());
        Assert.Empty(journal.Entries);
    }

    [Fact]
    public async Task A_failed_message_waits_for_the_visibility_time_out()
    {
        await using var app = await StartAsync(typeof(Failing), "\"visibilityTimeout\": \"00:00:03\"");
        await SendAsync("a");
        await journal.NextAsync();
        var failed = TimeProvider.System.GetTimestamp();

        await journal.NextAsync();

        Assert.InRange(TimeProvider.System.GetElapsedTime(failed).TotalSeconds, 1.8, 6);
    }

    [Fact]
    public async Task A_message_survives_the_kill_of_its_processor()
    {
        await SendAsync("a");
        var abandoned = await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.NotNull(abandoned.Value);

        await using var app = await StartAsync(typeof(Texts));

        Assert.Equal("a", await journal.NextAsync());
        await EmptiedAsync();
    }

    [Fact]
    public async Task A_message_stays_hidden_as_long_as_its_function_runs()
    {
        await using var app = await StartAsync(typeof(Gated), "\"visibilityTimeout\": \"00:00:02\"");
        await SendAsync("long");
        await journal.NextAsync();

        await Task.Delay(4500, TestContext.Current.CancellationToken);

        Assert.Null((await queue.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken)).Value);
        Assert.Single(journal.Entries);
        journal.Gate.SetResult();
        await EmptiedAsync();
        Assert.Equal(["long", "done"], journal.Entries);
    }

    [Fact]
    public async Task As_many_messages_run_at_once_as_the_batch_size_says()
    {
        foreach (var number in Enumerable.Range(1, 10))
        {
            await SendAsync($"m{number}");
        }

        await using var app = await StartAsync(typeof(Gated), "\"batchSize\": 4");
        for (var begun = 0; begun < 4; begun++)
        {
            await journal.NextAsync();
        }

        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(4, journal.Entries.Count);
        journal.Gate.SetResult();
        await EmptiedAsync();
        Assert.Equal(4, journal.MostAtOnce);
        Assert.Equal(10, journal.Entries.Count(entry => entry == "done"));
    }

    [Fact]
    public async Task What_is_running_finishes_when_the_host_stops()
    {
        var app = await StartAsync(typeof(Gated));
        await SendAsync("a");
        await journal.NextAsync();

        var stopping = app.DisposeAsync().AsTask();
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        journal.Gate.SetResult();
        await stopping;

        Assert.Equal(["a", "done"], journal.Entries);
        await EmptiedAsync();
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task SendAsync(string text) => await queue.SendMessageAsync(Encode(text), TestContext.Current.CancellationToken);

    private Task<TestApp> StartAsync(Type functions, string settings = "\"batchSize\": 16") => TestApp.StartAsync(new(functions)
    {
        Journal = journal,
        HostJson = $$"""{ "version": "2.0", "extensions": { "queues": { {{settings}}, "maxPollingInterval": "00:00:00.2" } } }""",
        Settings = new() { ["AzureWebJobsStorage"] = connection, ["Queue"] = queue.Name },
    });

    private async Task EmptiedAsync()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await queue.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount == 0)
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The queue still holds a message.");
    }

    private static async Task<Azure.Storage.Queues.Models.QueueMessage> ReceiveAsync(QueueClient from)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            if (await from.ExistsAsync(TestContext.Current.CancellationToken)
                && (await from.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken)).Value is { } message)
            {
                return message;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No message came.");
    }

    public sealed record Order(int Number, string Text);

    public sealed class Records(Journal journal)
    {
        [Function("Records")]
        public Task Run([QueueTrigger("%Queue%")] Order order, CancellationToken cancellation)
        {
            journal.Write(order.ToString());
            return Task.CompletedTask;
        }
    }

    public sealed class Texts(Journal journal)
    {
        [Function("Texts")]
        public void Run([QueueTrigger("%Queue%")] string text) => journal.Write(text);
    }

    public sealed class Failing(Journal journal)
    {
        [Function("Failing")]
        public Task Run([QueueTrigger("%Queue%")] string text)
        {
            journal.Write(text);
            throw new InvalidOperationException("broken on purpose");
        }
    }

    public sealed class Gated(Journal journal)
    {
        [Function("Gated")]
        public Task Run([QueueTrigger("%Queue%")] string text, CancellationToken cancellation) => journal.CountedAsync(async () =>
        {
            journal.Write(text);
            await journal.Gate.Task.WaitAsync(cancellation);
            journal.Write("done");
        });
    }
}

using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Finsam.LocalWorker.Tests.Hosting;

/// <summary>Where the test functions write what they were called with, and what they wait for.</summary>
public sealed class Journal
{
    private readonly Channel<string> unread = Channel.CreateUnbounded<string>();
    private int running;

    public ConcurrentQueue<string> Entries { get; } = new();

    public TaskCompletionSource Gate { get; } = new();

    public int MostAtOnce { get; private set; }

    public void Write(string entry)
    {
        Entries.Enqueue(entry);
        unread.Writer.TryWrite(entry);
    }

    public async Task<string> NextAsync(int seconds = 60)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(seconds));
        return await unread.Reader.ReadAsync(patience.Token);
    }

    public async Task CountedAsync(Func<Task> work)
    {
        lock (unread)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++running);
        }

        await work();
        lock (unread)
        {
            running--;
        }
    }
}

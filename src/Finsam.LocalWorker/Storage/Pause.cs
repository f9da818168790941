namespace Finsam.LocalWorker.Storage;

/// <summary>A pause that doubles from a first length up to a longest one.</summary>
internal sealed class Pause(TimeSpan first, TimeSpan longest)
{
    private readonly TimeSpan first = first;
    private TimeSpan next = first;

    /// <summary>For storage that does not answer.</summary>
    public static Pause AfterFailure() => new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(10));

    /// <summary>Waits; a cancelled wait ends early, without an exception.</summary>
    public static async Task ForAsync(TimeSpan time, CancellationToken cancellation) =>
        await Task.Delay(time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task WaitAsync(CancellationToken cancellation)
    {
        var time = next;
        next = next + next < longest ? next + next : longest;
        return ForAsync(time, cancellation);
    }

    public void Reset() => next = first;
}

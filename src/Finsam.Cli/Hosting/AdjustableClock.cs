namespace Finsam.Cli.Hosting;

/// <summary>A clock that runs as fast as any other but can be set: the demo lives through three weeks in a minute.</summary>
public sealed class AdjustableClock : TimeProvider
{
    private long _offset;

    /// <summary>A clock that shows <paramref name="now"/>.</summary>
    public AdjustableClock(DateTimeOffset now) => Set(now);

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _offset, (now - System.GetUtcNow()).Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));
}

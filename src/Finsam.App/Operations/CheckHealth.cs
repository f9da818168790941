using Finsam.App.Storage;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Operations;

/// <summary>Says whether the service can do its work. Anyone may ask, so storage is asked at most once in a while, however often we are.</summary>
public sealed partial class CheckHealth(IStorageProbe storage, TimeProvider clock, ILogger<CheckHealth> log) : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);
    private (long At, bool IsWell)? _last;

    /// <summary>True when storage answers.</summary>
    public async Task<bool> HandleAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_last is { } last && clock.GetElapsedTime(last.At) < Holds)
            {
                return last.IsWell;
            }

            var isWell = await ProbeAsync(cancellation);
            _last = (clock.GetTimestamp(), isWell);
            return isWell;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<bool> ProbeAsync(CancellationToken cancellation)
    {
        try
        {
            await storage.ProbeAsync(cancellation).WaitAsync(Patience, clock, cancellation);
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogNotWell(e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Health: storage does not answer")]
    private partial void LogNotWell(Exception e);
}

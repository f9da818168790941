using Microsoft.Extensions.Logging;

namespace Finsam.LocalWorker.Storage;

/// <summary>Knows whether storage answers, and logs only when that changes, however many loops notice it.</summary>
internal sealed partial class StorageOutage(ILogger<StorageOutage> log)
{
    private int down;

    public void Failed(Exception exception)
    {
        if (Interlocked.Exchange(ref down, 1) == 0)
        {
            LogDown(log, exception.Message.Split('\n')[0].Trim());
        }
    }

    public void Answered()
    {
        if (Volatile.Read(ref down) == 1 && Interlocked.Exchange(ref down, 0) == 1)
        {
            LogUp(log);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage does not answer; timers and queues wait and try again. {Reason}")]
    private static partial void LogDown(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Storage answers again.")]
    private static partial void LogUp(ILogger log);
}

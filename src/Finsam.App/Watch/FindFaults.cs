using Finsam.App.Exports;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Watch;

/// <summary>Says in the log what stands still without anybody noticing, every hour until it is mended. The alerts in infra/modules/alerts.bicep read it.</summary>
public sealed partial class FindFaults(IPoisonQueues queues, IExportStore exports, TimeProvider clock, ILogger<FindFaults> log)
{
    /// <summary>Looks, and logs what it finds.</summary>
    public async Task HandleAsync(CancellationToken cancellation)
    {
        foreach (var (queue, count) in await queues.CountAsync(cancellation))
        {
            LogStandingStill(queue, count);
        }

        // Before the first night there is nothing to miss.
        var today = SwedishTime.DateAt(clock.GetUtcNow());
        if (await exports.LastNightAsync(cancellation) is { } night && night < today.AddDays(-1))
        {
            LogNoExport(SwedishFormat.Date(night));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages stand still in {Queue}: {Count}")]
    private partial void LogStandingStill(string queue, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "No export of the tables since {Night}")]
    private partial void LogNoExport(string night);
}

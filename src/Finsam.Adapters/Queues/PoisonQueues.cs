using Azure;
using Finsam.App.Watch;
using Names = Finsam.App.Storage.Queues;

namespace Finsam.Adapters.Queues;

/// <summary>The queues that the Functions host makes beside ours, when a message has failed five times.</summary>
public sealed class PoisonQueues(StorageAccount account) : IPoisonQueues
{
    private const string Ending = "-poison";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var queue in Names.All.Select(name => name + Ending))
        {
            if (await CountAsync(queue, cancellation) is > 0 and var count)
            {
                counts.Add(queue, count);
            }
        }

        return counts;
    }

    private async Task<int> CountAsync(string queue, CancellationToken cancellation)
    {
        try
        {
            return (await account.Queues.GetQueueClient(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return 0;
        }
    }
}

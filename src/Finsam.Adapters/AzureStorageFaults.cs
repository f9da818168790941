using Azure;
using Finsam.App.Storage;

namespace Finsam.Adapters;

/// <summary>Knows Azure Storage's ways of not answering: no connection, throttled, out of order, not let in.</summary>
public sealed class AzureStorageFaults : IStorageFaults
{
    /// <inheritdoc/>
    public bool IsUnavailable(Exception exception) => exception switch
    {
        RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } => true,
        RequestFailedException { ErrorCode: "TableNotFound" or "ContainerNotFound" or "QueueNotFound" or "TableBeingDeleted" } => true,
        AggregateException many => many.InnerExceptions.Count > 0 && many.InnerExceptions.All(IsUnavailable),
        HttpRequestException or IOException => true,
        _ => false,
    };
}

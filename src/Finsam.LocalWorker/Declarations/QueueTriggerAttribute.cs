namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function handles a queue's messages.</summary>
/// <param name="queueName">The queue, or <c>%Setting%</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The name of the setting with the storage connection; AzureWebJobsStorage when not given.</summary>
    public string? Connection { get; set; }
}

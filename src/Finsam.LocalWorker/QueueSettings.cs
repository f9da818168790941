namespace Finsam.LocalWorker;

/// <summary><c>extensions.queues</c> of host.json, with the Functions host's defaults.</summary>
public sealed record QueueSettings
{
    /// <summary>How many messages of a queue run at the same time, 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>After how many failed tries a message goes to <c>-poison</c>.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a failed message waits for its next try, and how long a running one is hidden at a time.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>The longest pause between two looks into an idle queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether messages are Base64 (<c>messageEncoding</c>).</summary>
    public bool Base64 { get; init; } = true;
}

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function runs on a schedule.</summary>
/// <param name="schedule">NCRONTAB with six fields, or <c>%Setting%</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>The schedule.</summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>Whether the last run is kept in storage, so that a missed one is noticed.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether it also runs at start.</summary>
    public bool RunOnStartup { get; set; }
}

namespace Finsam.LocalWorker;

/// <summary>What host.json does not say.</summary>
public sealed class LocalWorkerOptions
{
    /// <summary>Names the app in storage: instances with the same id share its timers. The functions' assembly when not given.</summary>
    public string? HostId { get; set; }

    /// <summary>How long a killed instance keeps its timers from the others, 15 to 60 seconds.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an instance asks for a timer that another one has.</summary>
    public TimeSpan LeaseRetry { get; set; } = TimeSpan.FromSeconds(5);
}

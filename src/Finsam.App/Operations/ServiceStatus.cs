namespace Finsam.App.Operations;

/// <summary>How the service is doing, as the chef sees it.</summary>
/// <param name="LastTick">When everything was last gone through; null when it never was.</param>
/// <param name="Now">Now.</param>
public sealed record ServiceStatus(DateTimeOffset? LastTick, DateTimeOffset Now)
{
    // The hour's work may begin late and take a while.
    private static readonly TimeSpan Late = TimeSpan.FromHours(2);

    /// <summary>True when the hour's work has not been done for long: then nobody is reminded.</summary>
    public bool IsStanding => LastTick is { } last && Now - last > Late;
}

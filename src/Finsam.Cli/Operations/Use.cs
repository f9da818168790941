namespace Finsam.Cli.Operations;

/// <summary>What has been used.</summary>
/// <param name="StorageCalls">Calls to storage.</param>
/// <param name="Executions">Functions that ran.</param>
/// <param name="GbSeconds">Memory times time, as it is charged.</param>
public readonly record struct Use(decimal StorageCalls, decimal Executions, decimal GbSeconds)
{
    /// <summary>Two uses together.</summary>
    public static Use operator +(Use a, Use b) => new(a.StorageCalls + b.StorageCalls, a.Executions + b.Executions, a.GbSeconds + b.GbSeconds);

    /// <summary>What is more in one use than in another.</summary>
    public static Use operator -(Use a, Use b) => a + (b * -1m);

    /// <summary>A use some times over.</summary>
    public static Use operator *(Use use, decimal times) => new(use.StorageCalls * times, use.Executions * times, use.GbSeconds * times);
}

using System.Text.Json;

namespace Finsam.Cli.Operations;

/// <summary>What things cost, as data: Prices.json says from where and when.</summary>
/// <param name="Source">Where the prices were read.</param>
/// <param name="Date">When.</param>
/// <param name="KronorPerDollar">The rate that is reckoned with.</param>
/// <param name="DollarsPerGbSecond">Of memory while functions run.</param>
/// <param name="DollarsPerMillionExecutions">Of functions.</param>
/// <param name="DollarsPer10000StorageCalls">Of the dearest kind.</param>
/// <param name="FreeGbSecondsAMonth">What each subscription has for nothing.</param>
/// <param name="FreeExecutionsAMonth">What each subscription has for nothing.</param>
/// <param name="MemoryGb">An instance's memory.</param>
/// <param name="LeastMillisecondsAnExecution">The least that is charged.</param>
/// <param name="PeriodsAYear">How many times a year an association collects reports.</param>
public sealed record Prices(
    string Source, DateOnly Date, decimal KronorPerDollar, decimal DollarsPerGbSecond, decimal DollarsPerMillionExecutions, decimal DollarsPer10000StorageCalls,
    decimal FreeGbSecondsAMonth, decimal FreeExecutionsAMonth, decimal MemoryGb, decimal LeastMillisecondsAnExecution, int PeriodsAYear)
{
    /// <summary>The prices that came with the program.</summary>
    public static Prices Read() => JsonSerializer.Deserialize<Prices>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Operations", "Prices.json")), JsonSerializerOptions.Web)!;

    /// <summary>What a year's use costs, in kronor.</summary>
    /// <param name="use">The use.</param>
    /// <param name="withFree">True when what a subscription has for nothing is taken off. It is by the month; the year is taken as twelve of the same.</param>
    public decimal Kronor(Use use, bool withFree)
    {
        const int Months = 12;
        var gbSeconds = use.GbSeconds - (withFree ? FreeGbSecondsAMonth * Months : 0m);
        var executions = use.Executions - (withFree ? FreeExecutionsAMonth * Months : 0m);
        return KronorPerDollar * (
            (Math.Max(0m, gbSeconds) * DollarsPerGbSecond)
            + (Math.Max(0m, executions) / 1_000_000m * DollarsPerMillionExecutions)
            + (use.StorageCalls / 10_000m * DollarsPer10000StorageCalls));
    }
}

/// <summary>What has been used.</summary>
/// <param name="StorageCalls">Calls to storage.</param>
/// <param name="Executions">Functions that ran.</param>
/// <param name="GbSeconds">Memory times time, as it is charged.</param>
public readonly record struct Use(decimal StorageCalls, decimal Executions, decimal GbSeconds)
{
    /// <summary>Two uses together.</summary>
    public static Use operator +(Use a, Use b) => new(a.StorageCalls + b.StorageCalls, a.Executions + b.Executions, a.GbSeconds + b.GbSeconds);

    /// <summary>A use some times over.</summary>
    public static Use operator *(Use use, decimal times) => new(use.StorageCalls * times, use.Executions * times, use.GbSeconds * times);
}

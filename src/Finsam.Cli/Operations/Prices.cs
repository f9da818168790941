using System.Text.Json;

namespace Finsam.Cli.Operations;

/// <summary>What things cost, as data: Prices.json says from where and when each comes, and which are assumptions.</summary>
/// <param name="DollarsPerGbSecond">Of memory while functions run.</param>
/// <param name="DollarsPerMillionExecutions">Of functions.</param>
/// <param name="FreeGbSecondsAMonth">What each subscription has for nothing.</param>
/// <param name="FreeExecutionsAMonth">What each subscription has for nothing.</param>
/// <param name="DollarsPer10000StorageCalls">Of any kind.</param>
/// <param name="DollarsPer10000HostCalls">Of what the Functions host asks, mostly of queues.</param>
/// <param name="KronorPerDollar">The rate that is reckoned with.</param>
/// <param name="MemoryGb">An instance's memory.</param>
/// <param name="LeastMillisecondsAnExecution">The least that is charged.</param>
/// <param name="HostCallsAnHour">What the Functions host asks of storage for itself.</param>
/// <param name="CollectionsAYear">How many times a year an association collects reports.</param>
/// <param name="ViewsACollection">How often the overview is looked at meanwhile.</param>
public sealed record Prices(
    Price DollarsPerGbSecond, Price DollarsPerMillionExecutions, Price FreeGbSecondsAMonth, Price FreeExecutionsAMonth, Price DollarsPer10000StorageCalls,
    Price DollarsPer10000HostCalls, Price KronorPerDollar, Price MemoryGb, Price LeastMillisecondsAnExecution, Price HostCallsAnHour, Price CollectionsAYear, Price ViewsACollection)
{
    private static readonly JsonSerializerOptions Complete = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>All of them, in the order they are printed.</summary>
    public IReadOnlyList<Price> All =>
    [
        DollarsPerGbSecond, DollarsPerMillionExecutions, FreeGbSecondsAMonth, FreeExecutionsAMonth, DollarsPer10000StorageCalls, DollarsPer10000HostCalls, KronorPerDollar, MemoryGb,
        LeastMillisecondsAnExecution, HostCallsAnHour, CollectionsAYear, ViewsACollection,
    ];

    /// <summary>The prices that came with the program.</summary>
    public static Prices Read() => JsonSerializer.Deserialize<Prices>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Operations", "Prices.json")), Complete)!;

    /// <summary>What the Functions host itself asks of storage in a year, in kronor; the same however many the associations are.</summary>
    public decimal HostKronor => KronorPerDollar.Value * DollarsPer10000HostCalls.Value * HostCallsAnHour.Value * YearOfUse.Hours / 10_000m;

    /// <summary>What a year's use costs, in kronor.</summary>
    /// <param name="use">The use.</param>
    /// <param name="withFree">True when what a subscription has for nothing is taken off. It is by the month; the year is taken as twelve of the same.</param>
    public decimal Kronor(Use use, bool withFree)
    {
        const int Months = 12;
        var gbSeconds = use.GbSeconds - (withFree ? FreeGbSecondsAMonth.Value * Months : 0m);
        var executions = use.Executions - (withFree ? FreeExecutionsAMonth.Value * Months : 0m);
        return KronorPerDollar.Value * (
            (Math.Max(0m, gbSeconds) * DollarsPerGbSecond.Value)
            + (Math.Max(0m, executions) / 1_000_000m * DollarsPerMillionExecutions.Value)
            + (use.StorageCalls / 10_000m * DollarsPer10000StorageCalls.Value));
    }
}

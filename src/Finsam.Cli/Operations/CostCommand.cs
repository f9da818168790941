using System.Globalization;
using System.Net;
using Finsam.App.Overview;
using Finsam.Cli.Demo;
using Finsam.Cli.Hosting;
using Finsam.Domain.Formats;

namespace Finsam.Cli.Operations;

/// <summary>finsam cost: rehearses a period of one association and an hour in which nothing is due, and reckons a year of it for 1, 10 and 80 associations.</summary>
public static class CostCommand
{
    private const int Hours = 365 * 24;
    private const int Ticks = 10;

    private static readonly int[] Associations = [1, 10, 80];

    /// <summary>Rehearses and prints.</summary>
    public static async Task<int> RunAsync(string sample, string outFolder, CancellationToken cancellation)
    {
        var prices = Prices.Read();
        using var counter = new UseCounter(prices);
        var hour = await HourAsync(counter, Path.Combine(outFolder, "timme"), cancellation);
        var before = counter.Use;
        if (await DemoCommand.RunAsync(sample, Path.Combine(outFolder, "period"), storage: null, verbose: false, cancellation) is not 0 and var failed)
        {
            return failed;
        }

        var period = counter.Use + (before * -1m);
        Console.Write(Table(period, hour, prices));
        return 0;
    }

    /// <summary>The table.</summary>
    /// <param name="period">What a period of one association uses.</param>
    /// <param name="hour">What an hour uses in which nothing is due; the same however many the associations are.</param>
    /// <param name="prices">The prices.</param>
    public static string Table(Use period, Use hour, Prices prices) =>
        CliTexts.CostHead + "\n|---:|---:|---:|---:|---:|---:|\n"
        + string.Concat(Associations.Select(count =>
        {
            var year = (period * prices.PeriodsAYear * count) + (hour * Hours);
            return $"| {count} | {Whole(year.StorageCalls)} | {Whole(year.Executions)} | {Whole(year.GbSeconds)} | {Kronor(year, withFree: true)} | {Kronor(year, withFree: false)} |\n";

            string Kronor(Use use, bool withFree) => SwedishFormat.Exact(Math.Round(prices.Kronor(use, withFree), 2, MidpointRounding.AwayFromZero));
        }))
        + "\n" + string.Format(CultureInfo.InvariantCulture, CliTexts.CostFoot, prices.PeriodsAYear, SwedishFormat.Exact(prices.MemoryGb), SwedishFormat.Date(prices.Date), prices.Source) + "\n";

    private static string Whole(decimal number) => SwedishFormat.Number(Math.Round(number, MidpointRounding.AwayFromZero));

    private static async Task<Use> HourAsync(UseCounter counter, string folder, CancellationToken cancellation)
    {
        await using var instance = await LocalInstance.StartAsync(new LocalInstanceOptions { DataFolder = folder }, cancellation);
        using var chef = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = instance.Address };
        chef.DefaultRequestHeaders.Add("Origin", instance.Address.GetLeftPart(UriPartial.Authority));
        (await chef.GetAsync(instance.SignInLink, cancellation)).EnsureSuccessStatusCode();
        await TickAsync(chef, cancellation);
        var before = counter.Use;
        for (var tick = 0; tick < Ticks; tick++)
        {
            await TickAsync(chef, cancellation);
        }

        return (counter.Use + (before * -1m)) * (1m / Ticks);
    }

    private static async Task TickAsync(HttpClient chef, CancellationToken cancellation) =>
        (await chef.PostAsync(new Uri("/" + OverviewRoutes.ApiTick, UriKind.Relative), null, cancellation)).EnsureSuccessStatusCode();
}

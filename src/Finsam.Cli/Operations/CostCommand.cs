using System.Globalization;
using System.Net;
using System.Text;
using Finsam.App.Overview;
using Finsam.Cli.Demo;
using Finsam.Cli.Hosting;
using Finsam.Cli.Packages;
using Finsam.Domain.Formats;

namespace Finsam.Cli.Operations;

/// <summary>finsam cost: lives through a collection of one association hour by hour, and reckons a year of it for 1, 10 and 80 associations.</summary>
public static class CostCommand
{
    private const int Times = 10;

    private static readonly int[] Associations = [1, 10, 80];
    private static readonly string[] Viewed = ["gavleborg-2023", "jamtland-2023"];

    /// <summary>Rehearses and prints.</summary>
    public static async Task<int> RunAsync(string sample, string outFolder, CancellationToken cancellation)
    {
        var prices = Prices.Read();
        using var counter = new UseCounter(prices);
        var (hour, view, viewed) = await AtRestAsync(counter, Path.Combine(outFolder, "timme"), cancellation);
        var (before, hours) = (counter.Use, 0);
        async Task AfterHourAsync()
        {
            hours++;
            await counter.RestAsync(cancellation);
        }

        if (await DemoCommand.RunAsync(sample, Path.Combine(outFolder, "period"), storage: null, verbose: false, cancellation, AfterHourAsync) is not 0 and var failed)
        {
            return failed;
        }

        var collection = counter.Use - before - (hour * hours);
        Console.Write(Text(new YearOfUse(hour, collection, view, viewed), prices, hours));
        return 0;
    }

    /// <summary>What is printed.</summary>
    /// <param name="year">What was rehearsed.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="hours">How many hours the rehearsed collection took.</param>
    public static string Text(YearOfUse year, Prices prices, int hours)
    {
        var text = new StringBuilder(CliTexts.CostHead).Append("\n|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var count in Associations)
        {
            var use = year.Of(count, prices);
            text.Append(CultureInfo.InvariantCulture, $"| {count} | {Whole(use.StorageCalls)} | {Whole(use.Executions)} | {Whole(use.GbSeconds)} | {Whole(prices.Kronor(use, withFree: true))} | {Whole(prices.Kronor(use, withFree: false))} | {Whole(prices.HostKronor)} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{CliTexts.CostPartHead}\n|---|---:|---:|---:|\n");
        foreach (var (name, use) in new[]
        {
            (CliTexts.CostHour, year.Hour),
            (string.Format(CultureInfo.InvariantCulture, CliTexts.CostCollection, hours), year.Collection),
            (CliTexts.CostView, year.View),
            (CliTexts.CostViewed, year.ViewedAssociation),
        })
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Tenths(use.StorageCalls)} | {Tenths(use.Executions)} | {Tenths(use.GbSeconds)} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{CliTexts.CostPriceHead}\n|---:|---|---|---|---|\n");
        foreach (var price in prices.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {SwedishFormat.Exact(price.Value)} | {price.Unit} | {price.Certainty} | {SwedishFormat.Date(price.Date)} | {price.Source} |\n");
        }

        return text.Append('\n').Append(CliTexts.CostFoot).Append('\n').ToString();
    }

    private static string Whole(decimal number) => SwedishFormat.Number(Math.Round(number, MidpointRounding.AwayFromZero));

    private static string Tenths(decimal number) => SwedishFormat.Exact(Math.Round(number, 1, MidpointRounding.AwayFromZero));

    private static async Task<(Use Hour, Use View, Use Viewed)> AtRestAsync(UseCounter counter, string folder, CancellationToken cancellation)
    {
        var clock = new AdjustableClock(TimeProvider.System.GetUtcNow());
        await using var instance = await LocalInstance.StartAsync(new LocalInstanceOptions { DataFolder = folder, Clock = clock }, cancellation);
        using var chef = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = instance.Address };
        chef.DefaultRequestHeaders.Add("Origin", instance.Address.GetLeftPart(UriPartial.Authority));
        (await chef.GetAsync(instance.SignInLink, cancellation)).EnsureSuccessStatusCode();
        var views = new List<Use>();
        foreach (var sample in Viewed)
        {
            await ImportCommand.ImportAsync(chef, Sample.Read(sample).RecordFolder, cancellation);
            await ViewAsync();
            views.Add(await MeasureAsync(ViewAsync));
        }

        // The first hours open and close what the samples' dates have been waiting for.
        for (var day = 0; day < 3; day++)
        {
            await TickAsync();
            await counter.RestAsync(cancellation);
            clock.Set(clock.GetUtcNow().AddDays(1));
        }

        var hour = await MeasureAsync(TickAsync);
        var viewed = views[1] - views[0];
        return (hour, views[0] - viewed, viewed);

        async Task<Use> MeasureAsync(Func<Task> work)
        {
            await counter.RestAsync(cancellation);
            var before = counter.Use;
            for (var time = 0; time < Times; time++)
            {
                await work();
            }

            return (counter.Use - before) * (1m / Times);
        }

        async Task TickAsync() => (await chef.PostAsync(new Uri("/" + OverviewRoutes.ApiTick, UriKind.Relative), null, cancellation)).EnsureSuccessStatusCode();

        async Task ViewAsync() => (await chef.GetAsync(new Uri("/" + OverviewRoutes.Home, UriKind.Relative), cancellation)).EnsureSuccessStatusCode();
    }
}

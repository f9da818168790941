using System.Globalization;
using Finsam.App.Overview;
using Finsam.Cli.Hosting;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;

namespace Finsam.Cli.Records;

/// <summary>finsam year: an association's årshjul.</summary>
public static class YearCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="year">The calendar year; null for the one that is now.</param>
    public static async Task<int> RunAsync(int? year, string? association, string dataFolder, CancellationToken cancellation)
    {
        using var client = await ApiClient.ConnectAsync(dataFolder, cancellation);
        var route = OverviewRoutes.ApiYearCycle.Replace("{year}", (year ?? SwedishTime.DateAt(TimeProvider.System.GetUtcNow()).Year).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var address = ApiClient.Address(route, await ApiClient.AssociationAsync(client, association, cancellation));
        foreach (var line in Lines(await ApiClient.ReadAsync<YearCycleEntry[]>(client, address, cancellation)))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>The days as they are printed.</summary>
    public static IEnumerable<string> Lines(IEnumerable<YearCycleEntry> cycle) =>
        cycle.Select(e => $"{SwedishFormat.Date(e.Date)}  {e.Title}{(e.Source is null ? "" : $" ({e.Source})")}").DefaultIfEmpty(CliTexts.NoDates);
}

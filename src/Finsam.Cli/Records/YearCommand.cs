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
    public static async Task<int> RunAsync(int? year, string? association, ChosenService service, CancellationToken cancellation)
    {
        using var client = await ApiClient.ConnectAsync(service, cancellation);
        foreach (var line in Lines(await ReadAsync(client, year, await ApiClient.AssociationAsync(client, association, cancellation), cancellation)))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>The days of a year.</summary>
    /// <param name="year">The calendar year; null for the one that is now where the instance runs, whose clock may be set.</param>
    public static async Task<YearCycleEntry[]> ReadAsync(HttpClient client, int? year, string association, CancellationToken cancellation) => year is { } number
        ? await ApiClient.ReadAsync<YearCycleEntry[]>(
            client,
            ApiClient.Address(OverviewRoutes.ApiYearCycle.Replace("{year}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), association),
            cancellation)
        : (await ApiClient.ReadAsync<CurrentYear>(client, ApiClient.Address(OverviewRoutes.ApiAssociation, association), cancellation)).Cycle;

    /// <summary>The days as they are printed.</summary>
    public static IEnumerable<string> Lines(IEnumerable<YearCycleEntry> cycle) =>
        cycle.Select(e => $"{SwedishFormat.Date(e.Date)}  {e.Title}{(e.Source is null ? "" : $" ({e.Source})")}").DefaultIfEmpty(CliTexts.NoDates);

    // The part of the answer that is printed.
    private sealed record CurrentYear(YearCycleEntry[] Cycle);
}

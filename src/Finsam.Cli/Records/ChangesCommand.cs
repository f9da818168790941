using System.Globalization;
using Finsam.App.Overview;
using Finsam.App.Records;
using Finsam.Cli.Hosting;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;

namespace Finsam.Cli.Records;

/// <summary>finsam changes: what has been changed in the record, newest first.</summary>
public static class ChangesCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string? association, ChosenService service, CancellationToken cancellation)
    {
        using var client = await ApiClient.ConnectAsync(service, cancellation);
        var address = ApiClient.Address(OverviewRoutes.ApiChanges, await ApiClient.AssociationAsync(client, association, cancellation));
        foreach (var line in Lines(await ApiClient.ReadAsync<RecordVersion[]>(client, address, cancellation)))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>The changes as they are printed.</summary>
    public static IEnumerable<string> Lines(IEnumerable<RecordVersion> versions) => versions.SelectMany(version =>
        version.Changes.Select(c => $"  {c.Where}: {ChangeText.From(c)} → {ChangeText.To(c)}").DefaultIfEmpty("  " + CliTexts.FirstVersion).Prepend(string.Format(
            CultureInfo.InvariantCulture, CliTexts.Version, version.Number, SwedishFormat.Date(SwedishTime.DateAt(version.At)), SwedishTime.Local(version.At), version.Name ?? version.Who)));
}

using System.Globalization;
using Finsam.Cli.Hosting;

namespace Finsam.Cli.Lists;

/// <summary>finsam excel-export: the lists of an instance, as a workbook.</summary>
public static class ExcelExportCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string path, string? list, string? association, ChosenService service, CancellationToken cancellation)
    {
        using var client = await ApiClient.ConnectAsync(service, cancellation);
        var workbook = await ListClient.ExportAsync(client, await ApiClient.AssociationAsync(client, association, cancellation), list, cancellation);
        await TargetFile.WriteAsync(path, workbook, cancellation);
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.Exported, Path.GetFullPath(path)));
        return 0;
    }
}

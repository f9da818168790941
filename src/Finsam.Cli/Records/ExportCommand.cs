using System.Globalization;
using System.IO.Compression;
using Finsam.App.Overview;
using Finsam.Cli.Hosting;

namespace Finsam.Cli.Records;

/// <summary>finsam export: the record of an instance, as a package.</summary>
public static class ExportCommand
{
    private const string ZipEnding = ".zip";

    /// <summary>Runs it: to a zip when the path ends so, else to a folder.</summary>
    /// <param name="date">The day whose record is wanted, as it was when the day ended; null for now.</param>
    /// <exception cref="UserException">There is something else in the folder already, or the record had not begun by then.</exception>
    public static async Task<int> RunAsync(string path, DateOnly? date, string? association, ChosenService service, CancellationToken cancellation)
    {
        using var client = await ApiClient.ConnectAsync(service, cancellation);
        await WriteAsync(path, await ReadAsync(client, await ApiClient.AssociationAsync(client, association, cancellation), date, cancellation), cancellation);
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.RecordExported, Path.GetFullPath(path)));
        return 0;
    }

    /// <summary>The record as a package.</summary>
    public static Task<byte[]> ReadAsync(HttpClient client, string association, DateOnly? date, CancellationToken cancellation) => ApiClient.BytesAsync(
        client,
        ApiClient.Address(OverviewRoutes.ApiRecord, association, date is { } day ? string.Create(CultureInfo.InvariantCulture, $"?{OverviewRoutes.DateQuery}={day:yyyy-MM-dd}") : ""),
        cancellation);

    /// <summary>Writes a package to a zip or a folder. What is in the folder already is never mixed with it.</summary>
    public static async Task WriteAsync(string path, byte[] package, CancellationToken cancellation)
    {
        if (path.EndsWith(ZipEnding, StringComparison.OrdinalIgnoreCase))
        {
            await TargetFile.WriteAsync(path, package, cancellation);
            return;
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.FolderNotEmpty, path));
        }

        using var stream = new MemoryStream(package);
        await ZipFile.ExtractToDirectoryAsync(stream, path, cancellation);
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Finsam.App.Overview;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Cli.Hosting;

namespace Finsam.Cli.Packages;

/// <summary>finsam import: a package into an instance.</summary>
public static class ImportCommand
{
    /// <summary>Runs it; prints every finding with file and path.</summary>
    public static async Task<int> RunAsync(string path, ChosenService service, CancellationToken cancellation)
    {
        using var client = await ApiClient.ConnectAsync(service, cancellation);
        var answer = await ImportAsync(client, path, cancellation);
        foreach (var line in Lines(answer))
        {
            Console.WriteLine(line);
        }

        return answer.Imported ? 0 : 1;
    }

    /// <summary>What came of it as it is printed; last, how much was changed.</summary>
    public static IEnumerable<string> Lines(ImportAnswer answer) =>
        answer.Findings.Select(f => $"{f.File} {f.Path}: {(f.IsWarning ? CliTexts.Warning : CliTexts.Error)}: {f.Message}").Append(answer switch
        {
            { Imported: false } => CliTexts.NotImported,
            { IsFirst: true } => CliTexts.FirstVersion,
            { Changes.Length: 0 } => CliTexts.PackageSame,
            { Changes.Length: 1 } => CliTexts.ImportedOne,
            { Changes.Length: var changes } => string.Format(CultureInfo.InvariantCulture, CliTexts.Imported, changes),
        });

    /// <summary>Sends a package to an instance.</summary>
    public static async Task<ImportAnswer> ImportAsync(HttpClient client, string path, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(await PackageFolder.ZipAsync(path, cancellation));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var response = await client.PostAsync(new Uri("/" + OverviewRoutes.ApiPackage, UriKind.Relative), content, cancellation);
        if (response.StatusCode != System.Net.HttpStatusCode.UnprocessableEntity)
        {
            await ApiClient.ExpectAsync(response, cancellation);
        }

        return (await response.Content.ReadFromJsonAsync<ImportAnswer>(RecordJson.Options, cancellation))!;
    }
}

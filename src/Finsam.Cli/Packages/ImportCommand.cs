using System.Net.Http.Headers;
using System.Net.Http.Json;
using Finsam.App.Overview;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Cli.Hosting;

namespace Finsam.Cli.Packages;

/// <summary>finsam import: a package into the instance that runs with the same data folder.</summary>
public static class ImportCommand
{
    /// <summary>Runs it; prints every finding with file and path.</summary>
    public static async Task<int> RunAsync(string path, string dataFolder, CancellationToken cancellation)
    {
        using var client = await ApiClient.ConnectAsync(dataFolder, cancellation);
        var answer = await ImportAsync(client, path, cancellation);
        foreach (var finding in answer.Findings)
        {
            Console.WriteLine($"{finding.File} {finding.Path}: {(finding.IsWarning ? CliTexts.Warning : CliTexts.Error)}: {finding.Message}");
        }

        Console.WriteLine(answer.Imported ? CliTexts.Imported : CliTexts.NotImported);
        return answer.Imported ? 0 : 1;
    }

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

using System.Text.Json.Nodes;
using Finsam.Adapters.Pdf;
using Finsam.Testing;
using Finsam.Testing.Graph;

namespace Finsam.EndToEnd.Tests;

/// <summary>An instance with a draft, whose association has a site in SharePoint; the app signs in to Graph by its managed identity.</summary>
public sealed class SharePointInstance : IAsyncLifetime
{
    public const string Site = "https://gavleborg.sharepoint.com/sites/kansliet";
    public const string Folder = "Rapporter/Utkast";
    public const string Period = "/oversikt/gavleborg/2023-helar";

    public TestInstance Instance { get; private set; } = null!;

    public GraphServer Graph { get; private set; } = null!;

    public GraphSite Kansliet { get; private set; } = null!;

    public CollectedLog Log { get; } = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Graph = await GraphServer.StartAsync(Cancellation);
        Kansliet = Graph.Sites.Add(Site);

        // As App Service tells an app of its managed identity. No other test in this process has one.
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", Graph.Identity.AbsoluteUri);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "app");
        Instance = await TestInstance.StartAsync(
            Cancellation,
            new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage:credential"] = "managedidentity",
                ["Finsam:SharePoint:BaseUrl"] = Graph.BaseUrl.AbsoluteUri,
                ["Finsam:Pdf:LibreOffice"] = PdfSettings.None,
            },
            logging: Log.Collect);
        await Instance.OpenAsync(Cancellation);
        await PlaceAsync(new JsonObject { ["site"] = Site, ["folder"] = Folder });
    }

    /// <summary>Says in the record where drafts are saved; null for nowhere.</summary>
    public Task PlaceAsync(JsonNode? place) => Instance.ChangeRecordAsync(
        "gavleborg",
        "association.json",
        json =>
        {
            var settings = json["settings"]?.AsObject() ?? [];
            settings.Remove("sharePoint");
            if (place is not null)
            {
                settings["sharePoint"] = place.DeepClone();
            }

            json["settings"] = settings.Parent is null ? settings : settings.DeepClone();
        },
        Cancellation);

    /// <summary>Makes a draft of its own for a test.</summary>
    public async Task<SavedDraft> DraftAsync()
    {
        using var answer = await Instance.Chef.PostAsync(new Uri("/api/forbund/gavleborg/perioder/2023-helar/utkast", UriKind.Relative), content: null, Cancellation);
        var version = (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["version"]!;
        JsonNode? draft = null;
        await TestInstance.WaitAsync(
            async () => (draft = JsonNode.Parse(await Instance.Chef.GetStringAsync(new Uri("/api/forbund/gavleborg/perioder/2023-helar", UriKind.Relative), Cancellation))!["drafts"]!.AsArray()
                .FirstOrDefault(d => (int)d!["version"]! == version && d["word"] is not null)) is not null,
            Cancellation);
        var word = (string)draft!["word"]!;
        return new SavedDraft(word[..word.LastIndexOf('/')], word[(word.LastIndexOf('/') + 1)..], version);
    }

    public async ValueTask DisposeAsync()
    {
        await Instance.DisposeAsync();
        await Graph.DisposeAsync();
        Log.Dispose();
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
    }
}

/// <summary>A draft to save.</summary>
/// <param name="Address">Where its files lie.</param>
/// <param name="File">The Word file's name.</param>
/// <param name="Version">Its version.</param>
public sealed record SavedDraft(string Address, string File, int Version)
{
    /// <summary>Its page.</summary>
    public Uri Page => new(Address + "/forhandsgranskning", UriKind.Relative);

    /// <summary>Where it lies in the library.</summary>
    public string Path => SharePointInstance.Folder + "/" + File;
}

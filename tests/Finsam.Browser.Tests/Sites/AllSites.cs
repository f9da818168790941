using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Finsam.Cli.Demo;
using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.Browser.Tests.Sites;

/// <summary>The sites the tests visit, each started when the first asks for it. A site stands at one point of the cycle and stays there, so that tests
/// can share it.</summary>
public sealed class AllSites : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> WithoutPdf = new() { ["Finsam:Pdf:LibreOffice"] = "none" };

    private readonly ConcurrentDictionary<string, Lazy<Task<Site>>> _sites = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task>> _prepared = new(StringComparer.Ordinal);

    /// <summary>No association yet.</summary>
    public Task<Site> Empty => Once("empty", () => Site.StartAsync(TestInstance.Gavleborg));

    /// <summary>A record, and a period that is not open yet.</summary>
    public Task<Site> Imported => Once("imported", () => Site.ImportAsync(TestInstance.Gavleborg));

    /// <summary>Past the last day: some reports never came, the links open no more, and the record has been changed. Of its drafts the first had no
    /// report and the second one; the third has other tables, and the fourth says the same.</summary>
    public Task<Site> Ended => Once("ended", EndAsync);

    /// <summary>An open period where no PDF is made: a template is in use, one draft is made and another is on its way.</summary>
    public Task<Site> Drafting => Once("drafting", DraftAsync);

    /// <summary>An open period of an association that keeps its drafts in SharePoint, where nobody answers.</summary>
    public Task<Site> SharePoint => Once("sharepoint", async () =>
    {
        var settings = new Dictionary<string, string?> { ["Finsam:SharePoint:BaseUrl"] = "http://127.0.0.1:9/v1.0", ["Finsam:Pdf:LibreOffice"] = "none" };
        var site = await Site.OpenAsync(TestInstance.Gavleborg, settings);
        await site.Instance.ChangeRecordAsync(
            site.PeriodKey.Association,
            "association.json",
            json => json["settings"]!["sharePoint"] = new JsonObject { ["site"] = "https://gavleborg.sharepoint.com/sites/kansliet", ["folder"] = "Rapporter/Utkast" },
            CancellationToken.None);
        return site;
    });

    /// <summary>An open period. A name is a site of its own, for what must not disturb what others look at.</summary>
    public Task<Site> Opened(string name) => Opened(name, TestInstance.Gavleborg);

    /// <summary>An open period of another sample.</summary>
    public Task<Site> Opened(string name, Sample sample) => Once($"{name} {sample.Name}", () => Site.OpenAsync(sample));

    /// <summary>An open period where an initiative's report has been sent in.</summary>
    public async Task<Site> Sent(string name, string initiative)
    {
        var site = await Opened(name);
        await _prepared.GetOrAdd($"sent {name} {initiative}", _ => new(() => site.Instance.SendReportAsync(initiative, CancellationToken.None))).Value;
        return site;
    }

    /// <summary>An open period with a draft that was asked for long ago and never came.</summary>
    public async Task<Site> Stuck(string name)
    {
        var site = await Opened(name);
        await _prepared.GetOrAdd($"stuck {name}", _ => new(() => site.BeginDraftAsync(TimeSpan.FromHours(2)))).Value;
        return site;
    }

    /// <summary>An open period of another sample, with a draft of every report as the sample answers them.</summary>
    public async Task<Site> Whole(string name, Sample sample)
    {
        var site = await Opened(name, sample);
        await _prepared.GetOrAdd($"whole {name} {sample.Name}", _ => new(() => site.PutDraftAsync(WholeDraft.Of(sample), sample.Answers.Count))).Value;
        return site;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_sites.Values.Where(s => s.Value.IsCompletedSuccessfully).Select(async site => await (await site.Value).DisposeAsync()));

    private Task<Site> Once(string name, Func<Task<Site>> start) => _sites.GetOrAdd(name, _ => new(() => Task.Run(start))).Value;

    private static async Task<Site> EndAsync()
    {
        var site = await Site.OpenAsync(TestInstance.Gavleborg);
        await site.MakeDraftAsync();
        await site.Instance.SendReportAsync("hofors", CancellationToken.None);
        await site.MakeDraftAsync();
        await ChangeAsync(site, "outlines/arsredovisning.json", OtherTables);
        await site.MakeDraftAsync();
        site.Instance.Clock.Set(SwedishTime.At(site.Period.Closes.AddDays(1), new TimeOnly(9, 0)));
        await site.Instance.TickAsync(CancellationToken.None);
        await ChangeAsync(site, "association.json", json => json["office"]!["phone"] = "026-00 00 00");
        await site.ReadyAsync(4);
        return site;
    }

    private static async Task<Site> DraftAsync()
    {
        var site = await Site.OpenAsync(TestInstance.Gavleborg, WithoutPdf);
        await site.ChooseTemplateAsync("Förbundets mall.dotx", WordTemplateFiles.Own());
        await site.MakeDraftAsync();
        await site.BeginDraftAsync(TimeSpan.Zero);
        return site;
    }

    // One table is taken away, one is new and one has another name.
    private static void OtherTables(JsonNode outline)
    {
        var parts = outline["parts"]!.AsArray();
        parts.Remove(parts.Single(p => (string?)p!["shows"] == "meetings"));
        parts.Single(p => (string?)p!["shows"] == "staff")!["caption"] = "Kansliets bemanning {year}";
        parts.Add(new JsonObject { ["part"] = "record", ["caption"] = "Beslut under {year}", ["shows"] = "contributions" });
    }

    private static Task ChangeAsync(Site site, string file, Action<JsonNode> change) =>
        site.Instance.ChangeRecordAsync(site.PeriodKey.Association, file, change, CancellationToken.None);
}

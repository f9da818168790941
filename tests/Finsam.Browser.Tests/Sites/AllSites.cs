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
    private readonly ConcurrentDictionary<string, Lazy<Task<Site>>> _sites = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task>> _sent = new(StringComparer.Ordinal);

    /// <summary>No association yet.</summary>
    public Task<Site> Empty => Once("empty", () => Site.StartAsync(TestInstance.Gavleborg));

    /// <summary>A record, and a period that is not open yet.</summary>
    public Task<Site> Imported => Once("imported", () => Site.ImportAsync(TestInstance.Gavleborg));

    /// <summary>Past the last day: some reports never came, the links open no more, a draft is made, and the record has been changed.</summary>
    public Task<Site> Ended => Once("ended", EndAsync);

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
        await _sent.GetOrAdd($"{name} {initiative}", _ => new(() => site.Instance.SendReportAsync(initiative, CancellationToken.None))).Value;
        return site;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_sites.Values.Where(s => s.Value.IsCompletedSuccessfully).Select(async site => await (await site.Value).DisposeAsync()));

    private Task<Site> Once(string name, Func<Task<Site>> start) => _sites.GetOrAdd(name, _ => new(() => Task.Run(start))).Value;

    private static async Task<Site> EndAsync()
    {
        var site = await Site.OpenAsync(TestInstance.Gavleborg);
        await site.Instance.SendReportAsync("hofors", CancellationToken.None);
        site.Instance.Clock.Set(SwedishTime.At(site.Period.Closes.AddDays(1), new TimeOnly(9, 0)));
        await site.Instance.TickAsync(CancellationToken.None);
        await site.Instance.ChangeRecordAsync(site.PeriodKey.Association, "association.json", json => json["office"]!["phone"] = "026-00 00 00", CancellationToken.None);
        await TestInstance.WaitAsync(async () => (await PageAsync(site)).Contains(".docx", StringComparison.Ordinal), CancellationToken.None);
        return site;
    }

    private static Task<string> PageAsync(Site site) =>
        site.Instance.Chef.GetStringAsync(new Uri($"/oversikt/{site.PeriodKey.Association}/{site.PeriodKey.Period}", UriKind.Relative));
}

using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>The chef's pages as she receives them.</summary>
public sealed class OverviewTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private const string Page = "/oversikt/gavleborg/2023-helar";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestInstance Instance => opened.Instance;

    [Fact]
    public async Task The_period_page_shows_who_has_answered_and_lets_her_fetch_the_draft_she_asks_for()
    {
        await Instance.SendReportAsync("hofors", Cancellation);
        var page = await PageAsync();
        Assert.Contains("1 av 14 rapporter har kommit in", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Inskickad", Row(page, "Ett hållbart arbetsliv – Hofors").QuerySelector(".tag")!.TextContent);
        Assert.Equal("Inte påbörjad", Row(page, "Connect – Bollnäs").QuerySelector(".tag")!.TextContent);
        Assert.Contains("inbjudan, skickad 2024-01-08", Row(page, "Connect – Bollnäs").TextContent, StringComparison.Ordinal);

        var request = page.QuerySelector("input[name=_begaran]")!.GetAttribute("value")!;
        for (var click = 0; click < 2; click++)
        {
            using var form = new FormUrlEncodedContent([new("_begaran", request)]);
            (await Instance.Chef.PostAsync(Page + "/utkast", form, Cancellation)).EnsureSuccessStatusCode();
        }

        IElement? link = null;
        await TestInstance.WaitAsync(async () => (link = (await PageAsync()).QuerySelector("a[href$='.docx']")) is not null, Cancellation);
        Assert.Single((await PageAsync()).QuerySelectorAll("a[href$='.docx']"));
        Assert.Contains("1 av 14 rapporter", link!.Closest("tr")!.TextContent, StringComparison.Ordinal);
        var word = await Instance.Chef.GetAsync(link.GetAttribute("href"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, word.StatusCode);
        Assert.Equal("attachment", word.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("PK"u8.ToArray(), (await word.Content.ReadAsByteArrayAsync(Cancellation))[..2]);
        var excel = await Instance.Chef.GetAsync(link.GetAttribute("href")!.Replace(".docx", ".xlsx", StringComparison.Ordinal), Cancellation);
        Assert.Equal(HttpStatusCode.OK, excel.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", excel.Content.Headers.ContentType!.MediaType);

        var preview = new HtmlParser().ParseDocument(await Instance.Chef.GetStringAsync(
            (await PageAsync()).QuerySelector("a[href$='/forhandsgranskning']")!.GetAttribute("href"), Cancellation));
        Assert.Single(preview.QuerySelectorAll("h1"));
        Assert.NotEmpty(preview.QuerySelectorAll(".draft table caption"));
        Assert.Empty(preview.QuerySelectorAll(".draft script, .draft [style]"));
    }

    [Fact]
    public async Task A_draft_that_does_not_exist_is_not_found_and_its_folder_cannot_be_walked()
    {
        foreach (var path in new[] { "/utkast/arsredovisning/99/x.docx", "/utkast/arsredovisning/1/..%2f..%2fmanifest.json", "/utkast/annat/1/manifest.json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Instance.Chef.GetAsync(Page + path, Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task The_front_door_leads_to_the_overview_with_the_associations_periods()
    {
        var page = await Instance.Chef.GetAsync("/", Cancellation);
        Assert.Equal("/oversikt", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("helåret 2023", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_shows_no_addresses()
    {
        var answer = await Instance.Chef.GetStringAsync("/api/forbund/gavleborg/perioder/2023-helar", Cancellation);
        Assert.Equal(14, JsonNode.Parse(answer)!["reports"]!.AsArray().Count);
        Assert.DoesNotContain("@", answer, StringComparison.Ordinal);
    }

    private static IElement Row(IDocument page, string initiative) =>
        page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith(initiative, StringComparison.Ordinal));

    private async Task<IDocument> PageAsync() => new HtmlParser().ParseDocument(await Instance.Chef.GetStringAsync(Page, Cancellation));
}

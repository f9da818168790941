using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>What anyone may see of an association: the accessibility statement that the law asks for, and the logo.</summary>
public sealed class PublicTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private const string Association = "/api/forbund/gavleborg/register/association.json";

    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR42mP4jwYYRrYAAID5/wGR6yAaAAAAAElFTkSuQmCC";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/tillganglighet/gavleborg")]
    [InlineData("/tillganglighet")]
    public async Task The_statement_says_what_the_law_asks_for_without_signing_in(string address)
    {
        using var stranger = TestInstance.Client(opened.Instance.Address);
        var page = await PageAsync(stranger, address);
        var text = page.Body!.TextContent;
        Assert.Contains("Samordningsförbund Gävleborg", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("delvis förenlig", text, StringComparison.Ordinal);
        Assert.Contains("EN 301 549", text, StringComparison.Ordinal);
        Assert.Contains("2018:1937", text, StringComparison.Ordinal);
        Assert.Matches("Senaste bedömningen gjordes den 20[0-9]{2}-[0-9]{2}-[0-9]{2}", text);
        Assert.Matches("Redogörelsen uppdaterades senast den 20[0-9]{2}-[0-9]{2}-[0-9]{2}", text);
        Assert.NotNull(page.QuerySelector("a[href='https://www.digg.se/tdosanmalan']"));
        Assert.NotNull(page.QuerySelector("main a[href^='mailto:']"));
        Assert.Equal(
            [
                "Hur tillgänglig är tjänsten?", "Vad kan du göra om du inte kan använda delar av tjänsten?", "Rapportera brister i tjänstens tillgänglighet", "Tillsyn",
                "Teknisk information om tjänstens tillgänglighet", "Innehåll som inte är tillgängligt", "Hur vi testat tjänsten",
            ],
            page.QuerySelectorAll("h2").Select(h => h.TextContent));
    }

    [Theory]
    [InlineData("/tillganglighet/okant")]
    [InlineData("/tillganglighet/%C3%85")]
    [InlineData("/logotyp/okant/x.png")]
    public async Task An_association_that_is_unknown_is_not_found_and_the_page_leads_to_the_statements(string address)
    {
        using var stranger = TestInstance.Client(opened.Instance.Address);
        var answer = await stranger.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Sidan finns inte", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/tillganglighet", page.QuerySelector("footer a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/oversikt/gavleborg")]
    [InlineData("/oversikt/gavleborg/2023-helar")]
    [InlineData("/andringar/gavleborg")]
    public async Task Every_page_of_an_association_leads_to_its_statement(string address) =>
        Assert.NotNull((await PageAsync(opened.Instance.Chef, address)).QuerySelector("footer a[href='/tillganglighet/gavleborg']"));

    [Fact]
    public async Task A_logo_is_shown_with_the_associations_name_and_anyone_may_fetch_it()
    {
        var chef = opened.Instance.Chef;
        Assert.Null((await PageAsync(chef, "/oversikt/gavleborg")).QuerySelector("header img"));
        var association = JsonNode.Parse(await chef.GetStringAsync(new Uri(Association, UriKind.Relative), Cancellation))!;
        association["logo"] = Png;
        using var content = new StringContent(association.ToJsonString(), Encoding.UTF8, "application/json");
        (await chef.PutAsync(new Uri(Association, UriKind.Relative), content, Cancellation)).EnsureSuccessStatusCode();

        var image = (IHtmlImageElement)(await PageAsync(chef, "/oversikt/gavleborg")).QuerySelector("header img")!;
        Assert.Equal("Samordningsförbund Gävleborg", image.AlternativeText);
        Assert.Equal("16", image.GetAttribute("width"));
        var address = image.GetAttribute("src")!;
        using var stranger = TestInstance.Client(opened.Instance.Address);
        var answer = await stranger.GetAsync(address, Cancellation);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(Convert.FromBase64String(Png), await answer.Content.ReadAsByteArrayAsync(Cancellation));

        // Under a name that is not its own it is not there, so what is kept for ever is never another picture.
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address.Replace(".png", "0.png", StringComparison.Ordinal), Cancellation)).StatusCode);
    }

    private static async Task<IDocument> PageAsync(HttpClient client, string address) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation));
}

using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Parser;
using Finsam.App.Pages;

namespace Finsam.EndToEnd.Tests;

/// <summary>The style sheets as a browser fetches them.</summary>
public sealed class AssetTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_takes_everything_from_us_and_nothing_stands_in_it()
    {
        var page = new HtmlParser().ParseDocument(await opened.Instance.Chef.GetStringAsync(new Uri("/oversikt", UriKind.Relative), Cancellation));
        Assert.Equal(["fkui.css", "finsam.css"], page.QuerySelectorAll("link[rel=stylesheet]").Select(l => string.Join('.', l.GetAttribute("href")!.Split('/')[^1].Split('.')[0], "css")));
        Assert.All(page.QuerySelectorAll("[href]:not(a), [src]"), e => Assert.StartsWith("/", e.GetAttribute("href") ?? e.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, GZIP;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task An_asset_is_compressed_as_the_browser_accepts_and_kept_for_ever(string? accept, string? expected)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = opened.Instance.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, AssetFiles.Address("fkui.css"));
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        }

        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        Assert.Equal("text/css; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        await using var read = expected switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var text = new StreamReader(read);
        var sheet = await text.ReadToEndAsync(Cancellation);
        Assert.Contains(".message-box", sheet, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted", sheet, StringComparison.Ordinal);
        if (expected is not null)
        {
            Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, sheet.Length / 4);
        }
    }
}

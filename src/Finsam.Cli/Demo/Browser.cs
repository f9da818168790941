using System.Net;
using System.Runtime.CompilerServices;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Finsam.App.Forms;

namespace Finsam.Cli.Demo;

/// <summary>What a browser without scripts does: keeps cookies, follows redirects, posts the forms it was shown.</summary>
public sealed class Browser : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient _client;
    private readonly Uri _address;

    /// <summary>A browser with no cookies.</summary>
    public Browser(Uri address)
    {
        _address = address;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };
    }

    /// <summary>Opens an address.</summary>
    public async Task<WebPage> GetAsync(string address, CancellationToken cancellation) =>
        await PageAsync(await _client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), cancellation), cancellation);

    /// <summary>Fetches a file.</summary>
    public async Task<byte[]> DownloadAsync(string address, CancellationToken cancellation) =>
        await _client.GetByteArrayAsync(new Uri(address, UriKind.RelativeOrAbsolute), cancellation);

    /// <summary>Posts the page's form with some fields changed, as its first button would.</summary>
    public async Task<WebPage> PostAsync(WebPage page, IReadOnlyDictionary<string, string> written, CancellationToken cancellation)
    {
        var form = page.Document.QuerySelector("form[method=post]") as IHtmlFormElement ?? throw new InvalidOperationException($"{page.Address} has no form.");
        var fields = FieldsOf(form);
        foreach (var (name, value) in written)
        {
            fields[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, form.GetAttribute("action") ?? page.Address.PathAndQuery))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Origin", _address.GetLeftPart(UriPartial.Authority));
        return await PageAsync(await _client.SendAsync(request, cancellation), cancellation);
    }

    /// <summary>The pages of a report's parts, as its first page leads to them, with the parties' shares.</summary>
    public async IAsyncEnumerable<WebPage> PartsAsync(WebPage home, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var address in AddressesIn(home, ".tasks a"))
        {
            var page = await GetAsync(address, cancellation);
            if (page.Document.QuerySelector("form[method=post]") is not null)
            {
                yield return page;
            }

            foreach (var share in AddressesIn(page, ".parties a").Distinct(StringComparer.Ordinal))
            {
                yield return await GetAsync(share, cancellation);
            }
        }
    }

    /// <summary>Fills in a part and saves it. A list that is longer than the rows shown is saved and shown again with more, as the page's button does.</summary>
    /// <returns>The page it came to, and the fields that were filled in.</returns>
    public async Task<(WebPage Page, ISet<string> Filled)> FillInAsync(WebPage part, IReadOnlyDictionary<string, string> answers, CancellationToken cancellation)
    {
        var filled = new HashSet<string>(StringComparer.Ordinal);
        for (var page = part; ;)
        {
            var names = NamesOn(page).Where(answers.ContainsKey).ToArray();
            var written = names.ToDictionary(n => n, n => answers[n], StringComparer.Ordinal);
            var more = page.Document.QuerySelector($"button[name='{PartEntry.ActionField}'][value^='{PartAction.Stay}:']")?.GetAttribute("value");
            if (more is null || names.All(filled.Contains))
            {
                filled.UnionWith(names);
                return (await PostAsync(page, written, cancellation), filled);
            }

            written[PartEntry.ActionField] = more;
            filled.UnionWith(names);
            page = await PostAsync(page, written, cancellation);
        }
    }

    /// <summary>The names of the fields that can be filled in on a page, as far as they are seen.</summary>
    public static IEnumerable<string> NamesOn(WebPage page) => page.Document
        .QuerySelectorAll("form[method=post] input[name]:not([type=hidden]):not([type=file]), form[method=post] textarea[name]")
        .Where(e => e.Closest("[hidden]") is null)
        .Select(e => e.GetAttribute("name")!).Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static string[] AddressesIn(WebPage page, string selector) => [.. page.Document.QuerySelectorAll(selector).Select(a => a.GetAttribute("href")!)];

    private static Dictionary<string, string> FieldsOf(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name]"))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement input:
                    fields[name] = input.Value;
                    break;
                case IHtmlTextAreaElement text:
                    fields[name] = text.Value;
                    break;
            }
        }

        return fields;
    }

    private static async Task<WebPage> PageAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync(cancellation);
            return new WebPage(response.RequestMessage!.RequestUri!, response.StatusCode, Parser.ParseDocument(html));
        }
    }
}

/// <summary>A page as it was received.</summary>
/// <param name="Address">Where it was in the end.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Document">The page.</param>
public sealed record WebPage(Uri Address, HttpStatusCode Status, IHtmlDocument Document)
{
    /// <summary>The text of the main part.</summary>
    public string Text => Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "";
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Finsam.App.Reports;
using Finsam.Domain.Reports;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>Somebody with a link, who sends exactly what a test says: no redirects, no fields of a page.</summary>
public sealed class FormClient : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient _client;
    private readonly CancellationToken _cancellation;

    private FormClient(HttpClient client, ReportKey report, CancellationToken cancellation) => (_client, Report, _cancellation) = (client, report, cancellation);

    /// <summary>The report.</summary>
    public ReportKey Report { get; }

    /// <summary>The address of its first page.</summary>
    public string Home => $"/rapport/{Report.Association}/{Report.Period}/{Report.Initiative}";

    /// <summary>The client, for what no other method sends.</summary>
    public HttpClient Http => _client;

    /// <summary>Makes a link for a contact, as the mail does, and opens it.</summary>
    public static async Task<FormClient> OpenAsync(TestInstance instance, ReportKey report, string contact, CancellationToken cancellation)
    {
        var token = LinkToken.Mint();
        await instance.Service<ILinkStore>().AddAsync(LinkToken.Hash(token), new FormLink(report, contact, AllKinds.Period.Closes, IsRevoked: false), cancellation);
        return await OpenAsync(instance, report, new Uri(instance.Address, "/r/" + token), cancellation);
    }

    /// <summary>Opens a link.</summary>
    public static async Task<FormClient> OpenAsync(TestInstance instance, ReportKey report, Uri link, CancellationToken cancellation)
    {
        var client = TestInstance.Client(instance.Address);
        using var opened = await client.GetAsync(link, cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        return new FormClient(client, report, cancellation);
    }

    public Task<Answered> GetAsync(string page = "") => SendAsync(_client.GetAsync(Home + (page.Length == 0 ? "" : "/" + page), _cancellation));

    public Task<Answered> PostAsync(string page, params (string Name, string Value)[] fields) => PostAsync(page, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<Answered> PostAsync(string page, HttpContent content) => SendAsync(_client.PostAsync($"{Home}/{page}", content, _cancellation));

    /// <summary>Saves a part as its page does.</summary>
    public Task<Answered> SaveAsync(string part, int revision, params (string Name, string Value)[] fields) => PostAsync("del/" + part, [("_revision", $"{revision}"), .. fields]);

    /// <summary>Saves a part with files.</summary>
    public async Task<Answered> SaveFilesAsync(string part, int revision, (string Name, string Value)[] fields, params (string Name, byte[] Content)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Prepend(("_revision", $"{revision}")))
        {
            content.Add(new StringContent(value, Encoding.UTF8), $"\"{name}\"");
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "\"_fil.bilaga\"", $"\"{name}\"");
        }

        return await PostAsync("del/" + part, content);
    }

    /// <summary>Saves changed fields as the script does: each with what it showed.</summary>
    public async Task<JsonNode> AutoSaveAsync(string part, int revision, params (string Name, string Shown, string Value)[] fields)
    {
        var answered = await PostAsync($"del/{part}/spara", [("_revision", $"{revision}"), .. fields.SelectMany(f => new[] { (f.Name, f.Value), ("_visade." + f.Name, f.Shown) })]);
        Assert.Equal(HttpStatusCode.OK, answered.Status);
        return JsonNode.Parse(answered.Html)!;
    }

    /// <summary>Fills in everything that must be there, so that the report can be sent.</summary>
    public async Task FillInAsync()
    {
        foreach (var (part, fields) in Complete)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await SaveAsync(part, 0, fields)).Status);
        }
    }

    public Task<Answered> SubmitAsync(params (string Name, string Value)[] fields) => PostAsync("granska", fields);

    public void Dispose() => _client.Dispose();

    private static readonly (string Part, (string Name, string Value)[] Fields)[] Complete =
    [
        ("deltagare", [("deltagare.deltagit.kvinna", "3"), ("deltagare.deltagit.man", "2")]),
        ("timmar@a", [("timmar@a.avtalade", "10,5"), ("timmar@a.anvanda", "8"), ("timmar@a.personer", "1"), .. Views("a")]),
        ("timmar@b", [("timmar@b.avtalade", "20"), ("timmar@b.anvanda", "20"), ("timmar@b.personer", "2"), .. Views("b")]),
        ("mal", [("mal.1.resultat", "Klart."), ("mal.2.resultat", "Klart."), ("mal.1.bedomning", "uppfylld"), ("mal.2.bedomning", "uppfylld"), ("mal.samlad", "uppfylld")]),
        ("ekonomi", [("ekonomi.utfall", "50 000"), ("ekonomi.prognos", "100 000")]),
    ];

    private static (string Name, string Value)[] Views(string party) => [($"delmal@{party}.1.resultat", "Bra."), ($"delmal@{party}.2.resultat", "Bra.")];

    private static async Task<Answered> SendAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new Answered(response.StatusCode, response.Headers.Location?.OriginalString, bytes, response.Content.Headers.ContentType?.MediaType, Parser)
        {
            Disposition = response.Content.Headers.ContentDisposition?.ToString(),
            ContentTypeOptions = response.Headers.TryGetValues("X-Content-Type-Options", out var values) ? string.Join(',', values) : null,
        };
    }
}

/// <summary>What came back.</summary>
public sealed record Answered(HttpStatusCode Status, string? Location, byte[] Body, string? MediaType, HtmlParser Parser)
{
    private IHtmlDocument? _document;

    public string? Disposition { get; init; }

    public string? ContentTypeOptions { get; init; }

    public string Html => Encoding.UTF8.GetString(Body);

    public IHtmlDocument Document => _document ??= Parser.ParseDocument(Html);

    /// <summary>The text of the main part, with ordinary spaces.</summary>
    public string Text => (Document.QuerySelector("main")?.TextContent ?? "").Replace('\u00A0', ' ');

    /// <summary>What stands in a field.</summary>
    public string? ValueOf(string name) => Document.QuerySelector($"input[name='{name}'], textarea[name='{name}']") switch
    {
        IHtmlTextAreaElement text => text.Value,
        IHtmlInputElement { Type: "radio" or "checkbox" } => Document.QuerySelectorAll($"[name='{name}']").OfType<IHtmlInputElement>().FirstOrDefault(i => i.IsChecked)?.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    /// <summary>The messages at a field.</summary>
    public string MessagesAt(string name) => Document.QuerySelector($"[data-messages='{name}']")?.TextContent.Trim() ?? "";
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.App.Access;
using Finsam.App.Drafts.WordTemplates;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Finsam.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.EndToEnd.Tests;

/// <summary>The association's own Word template, and two versions of a draft beside each other.</summary>
public sealed class WordTemplateTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private const string Page = "/wordmall/gavleborg";
    private const string Period = "/oversikt/gavleborg/2023-helar";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Chef => opened.Instance.Chef;

    [Fact]
    public async Task Drafts_are_written_in_the_template_that_is_uploaded_until_it_is_taken_away_and_versions_can_be_compared()
    {
        await DraftAsync();
        var template = Template();
        var shown = await UploadAsync("Förbundets mall.dotx", template);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Förbundets mall.dotx", shown.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("uppladdad 2024-", shown.Page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vårt eget sidhuvud", HeaderOf(await Chef.GetByteArrayAsync(new Uri(Page + "/prov.docx", UriKind.Relative), Cancellation)), StringComparison.Ordinal);

        await opened.Instance.SendReportAsync("hofors", Cancellation);
        var inTemplate = await DraftAsync();
        Assert.Contains("Vårt eget sidhuvud", HeaderOf(await GetAsync(inTemplate.Word)), StringComparison.Ordinal);
        var manifest = JsonNode.Parse(await GetAsync(inTemplate.Manifest))!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(template)), (string?)manifest["wordTemplate"]!["sha256"]);
        Assert.Equal(64, ((string)manifest["recordHash"]!).Length);
        Assert.Equal(64, ((string)manifest["templateHash"]!).Length);
        Assert.NotEmpty((string)manifest["software"]!);

        // Version 1 had no report; version 2 has Hofors' figures.
        var changes = new HtmlParser().ParseDocument(await Chef.GetStringAsync(new Uri($"{Period}/utkast/arsredovisning/{inTemplate.Version}/andrat?sedan={inTemplate.Version - 1}", UriKind.Relative), Cancellation));
        var hofors = changes.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")!.TextContent.Contains("Hofors", StringComparison.Ordinal));
        Assert.Contains("saknas", hofors.QuerySelectorAll("td")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("sedan version 1?", await Chef.GetStringAsync(new Uri(Period, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Chef.GetAsync(new Uri($"{Period}/utkast/arsredovisning/2/andrat?sedan=9", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Chef.GetAsync(new Uri($"{Period}/utkast/arsredovisning/2/andrat", UriKind.Relative), Cancellation)).StatusCode);

        using var nothing = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.OK, (await Chef.PostAsync(new Uri(Page + "/ta-bort", UriKind.Relative), nothing, Cancellation)).StatusCode);
        var plain = await DraftAsync();
        Assert.DoesNotContain("Vårt eget sidhuvud", HeaderOf(await GetAsync(plain.Word)), StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(await GetAsync(plain.Manifest))!["wordTemplate"]);
    }

    [Theory]
    [InlineData("inte ens en zip", "inget Word-dokument")]
    [InlineData("%PDF-1.7", "inget Word-dokument")]
    [InlineData("\u00d0\u00cf\u0011\u00e0 ett äldre Word", "gammalt Word-format eller med lösenord")]
    [InlineData("PK\u0003\u0004 och inget mer", "går inte att läsa")]
    [InlineData("", "Välj den Word-mall")]
    public async Task A_file_that_is_no_template_is_refused_at_its_field_and_changes_nothing(string content, string said)
    {
        var before = (await opened.Instance.Service<IWordTemplateStore>().ListAsync("gavleborg", Cancellation)).Length;
        var shown = await UploadAsync("mall.docx", Encoding.Latin1.GetBytes(content));
        await RefusedAsync(shown, before);
        Assert.Contains(said, shown.Page.QuerySelector("#mall-e")!.TextContent, StringComparison.Ordinal);
    }

    // A little too large is read and refused; far too large is refused before it is read.
    [Theory]
    [InlineData(11)]
    [InlineData(14)]
    public async Task A_template_that_is_too_large_is_refused_at_its_field(int megabytes)
    {
        var before = (await opened.Instance.Service<IWordTemplateStore>().ListAsync("gavleborg", Cancellation)).Length;
        var shown = await UploadAsync("mall.docx", new byte[megabytes * 1024 * 1024]);
        await RefusedAsync(shown, before);
        Assert.Contains("större än 10 MB", shown.Page.QuerySelector("#mall-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_with_macros_or_with_a_linked_picture_is_refused()
    {
        var before = (await opened.Instance.Service<IWordTemplateStore>().ListAsync("gavleborg", Cancellation)).Length;
        await RefusedAsync(await UploadAsync("mall.docx", Template(main => main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1])))), before);
        await RefusedAsync(
            await UploadAsync("mall.docx", Template(main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://spion.example/x.png")))),
            before);
    }

    [Fact]
    public async Task Another_associations_chef_finds_no_page_and_can_change_nothing()
    {
        var signIn = new AnotherChef();
        var pages = ActivatorUtilities.CreateInstance<WordTemplatePages>(
            opened.Instance.Local.Services, ActivatorUtilities.CreateInstance<PageRunner>(opened.Instance.Local.Services, signIn));
        foreach (var ask in new Func<HttpRequest, Task<IResult>>[] { r => pages.PageAsync(r, "gavleborg"), r => pages.UploadAsync(r, "gavleborg"), r => pages.RemoveAsync(r, "gavleborg"), r => pages.TrialAsync(r, "gavleborg") })
        {
            var http = new DefaultHttpContext { RequestServices = opened.Instance.Local.Services };
            http.Request.Method = HttpMethods.Post;
            http.Request.Headers["Sec-Fetch-Site"] = "same-origin";
            http.Response.Body = new MemoryStream();
            await (await ask(http.Request)).ExecuteAsync(http);
            Assert.Equal(StatusCodes.Status404NotFound, http.Response.StatusCode);
        }
    }

    [Theory]
    [InlineData("reader", false, false)]
    [InlineData("developer", true, false)]
    [InlineData("chief", true, true)]
    public async Task What_a_person_may_not_do_is_not_offered(string role, bool seesPage, bool mayChange)
    {
        var signIn = new AnotherChef();
        await opened.Instance.ChangeRecordAsync(
            "gavleborg",
            "association.json",
            json => json["access"] = new JsonArray(new JsonObject { ["role"] = role, ["tenantId"] = signIn.Person.TenantId, ["objectId"] = signIn.Person.ObjectId }),
            Cancellation);
        var services = opened.Instance.Local.Services;
        var runner = ActivatorUtilities.CreateInstance<PageRunner>(services, signIn);
        var overview = ActivatorUtilities.CreateInstance<OverviewPages>(services, runner);
        var templates = ActivatorUtilities.CreateInstance<WordTemplatePages>(services, runner);

        var association = await ShownAsync(request => overview.AssociationAsync(request, "gavleborg"));
        Assert.Equal(seesPage, association.Page.QuerySelector($"a[href='{Page}']") is not null);
        var template = await ShownAsync(request => templates.PageAsync(request, "gavleborg"));
        Assert.Equal(seesPage ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden, template.Status);
        Assert.Equal(mayChange, template.Page.QuerySelector("form") is not null);
        Assert.Equal(seesPage, template.Page.Body!.TextContent.Contains("{{utkast}} på en egen rad", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_template_that_is_a_whole_report_is_taken_in_with_a_warning()
    {
        var report = Template(main =>
        {
            for (var i = 0; i < 40; i++)
            {
                main.Document!.Body!.PrependChild(new Paragraph(new Run(new Text("Förra årets text."))));
            }
        });

        var shown = await UploadAsync("Årsredovisning.docx", report);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Mallen har 40 stycken före utkastet", shown.Page.QuerySelector(".message-box--warning-short")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_was_taken_in_before_and_would_be_refused_today_is_told_of_and_stops_no_draft()
    {
        // As it was taken in when less was asked.
        var hostile = Template(main => main.Document!.Body!.PrependChild(new Paragraph(new SimpleField { Instruction = "DDEAUTO c:\\x" })));
        var store = opened.Instance.Service<IWordTemplateStore>();
        var number = (await store.ListAsync("gavleborg", Cancellation)).Length + 1;
        Assert.True(await store.AddAsync(
            "gavleborg",
            new WordTemplateChoice { Number = number, At = opened.Instance.Clock.GetUtcNow(), Who = "chef", File = "gammal.docx", Sha256 = Convert.ToHexStringLower(SHA256.HashData(hostile)) },
            hostile,
            Cancellation));

        Assert.Contains("Mallen används inte längre", await Chef.GetStringAsync(new Uri(Page, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        var draft = await DraftAsync();
        Assert.Null(JsonNode.Parse(await GetAsync(draft.Manifest))!["wordTemplate"]);
    }

    private async Task<(int Status, IDocument Page)> ShownAsync(Func<HttpRequest, Task<IResult>> ask)
    {
        var http = new DefaultHttpContext { RequestServices = opened.Instance.Local.Services };
        http.Request.Method = HttpMethods.Get;
        using var body = new MemoryStream();
        http.Response.Body = body;
        await (await ask(http.Request)).ExecuteAsync(http);
        return (http.Response.StatusCode, new HtmlParser().ParseDocument(Encoding.UTF8.GetString(body.ToArray())));
    }

    private async Task RefusedAsync((HttpStatusCode Status, IDocument Page) shown, int before)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        Assert.NotEmpty(shown.Page.QuerySelector(".field.bad #mall-e")!.TextContent);
        Assert.Equal("#mall", shown.Page.QuerySelector(".summary a")!.GetAttribute("href"));
        Assert.Equal(before, (await opened.Instance.Service<IWordTemplateStore>().ListAsync("gavleborg", Cancellation)).Length);
    }

    private async Task<(HttpStatusCode Status, IDocument Page)> UploadAsync(string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), WordTemplatePages.FileField, name } };
        using var answer = await Chef.PostAsync(new Uri(Page, UriKind.Relative), form, Cancellation);
        return (answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation)));
    }

    private async Task<(int Version, string Word, string Manifest)> DraftAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/forbund/gavleborg/perioder/2023-helar/utkast");
        using var answer = await Chef.SendAsync(request, Cancellation);
        var version = (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["version"]!;
        JsonNode? draft = null;
        await TestInstance.WaitAsync(
            async () => (draft = JsonNode.Parse(await Chef.GetStringAsync(new Uri("/api/forbund/gavleborg/perioder/2023-helar", UriKind.Relative), Cancellation))!["drafts"]!.AsArray()
                .FirstOrDefault(d => (int)d!["version"]! == version && d["word"] is not null)) is not null,
            Cancellation);
        return (version, (string)draft!["word"]!, (string)draft["manifest"]!);
    }

    private Task<byte[]> GetAsync(string address) => Chef.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancellation);

    private static string HeaderOf(byte[] word)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        return string.Concat(package.MainDocumentPart!.HeaderParts.Select(h => h.Header!.InnerText));
    }

    private static byte[] Template(Action<MainDocumentPart>? spoil = null)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Template))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<HeaderPart>("rIdHead").Header = new Header(new Paragraph(new Run(new Text("Vårt eget sidhuvud"))));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                new Paragraph(),
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHead" },
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 1418, Bottom = 1418, Left = 1418, Right = 1418, Header = 708, Footer = 708, Gutter = 0 })));
            spoil?.Invoke(main);
        }

        return stream.ToArray();
    }

    private sealed class AnotherChef : ISignIn
    {
        public SignedInPerson Person { get; } = new(Guid.NewGuid(), Guid.NewGuid(), "En annan chef");

        public SignedInPerson? PersonOf(HttpRequest request) => Person;

        public string? SignInAddress(HttpRequest request) => null;

        public bool IsAdministrator(SignedInPerson person) => false;
    }
}

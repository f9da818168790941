using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Finsam.App.Access;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Finsam.Domain.Reports;
using Finsam.Testing;
using Finsam.Testing.Graph;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.EndToEnd.Tests;

/// <summary>From the chef's button to the file in SharePoint, over HTTP all the way.</summary>
public sealed class SharePointTests(SharePointInstance shared) : IClassFixture<SharePointInstance>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Chef => shared.Instance.Chef;

    public ValueTask InitializeAsync()
    {
        shared.Graph.Sites.Instead = (_, _, _) => null;
        shared.Kansliet.IsGranted = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_chefs_button_puts_the_draft_in_SharePoint_and_the_page_leads_to_it()
    {
        var draft = await shared.DraftAsync();
        Assert.Equal("Spara i SharePoint", Button(await PageAsync(draft))?.TextContent);
        var pressed = await SaveAsync(draft);
        Assert.Equal(draft.Page.OriginalString, pressed.Path);

        var page = await UntilAsync(draft, "Utkastet är sparat i SharePoint.");
        Assert.Equal(await Chef.GetByteArrayAsync(new Uri($"{draft.Address}/{draft.File}", UriKind.Relative), Cancellation), shared.Kansliet.Library.Items[draft.Path].Content);
        var link = page.QuerySelectorAll("#sharepoint a").Single();
        Assert.Equal($"Öppna {draft.File} i SharePoint", link.TextContent);
        Assert.StartsWith("https://gavleborg.sharepoint.com/_layouts/15/Doc.aspx?", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(link.GetAttribute("href")!, (await HtmlAsync(SharePointInstance.Period)).QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Spara i SharePoint igen", Button(page)?.TextContent);
    }

    [Fact]
    public async Task What_somebody_has_written_in_the_file_is_left_when_it_is_saved_again_and_the_next_version_is_a_file_of_its_own()
    {
        var draft = await shared.DraftAsync();
        await SaveAsync(draft);
        await UntilAsync(draft, "Utkastet är sparat i SharePoint.");
        byte[] written = [1, 2, 3];
        shared.Kansliet.Library.Items[draft.Path] = shared.Kansliet.Library.Items[draft.Path] with { Content = written };

        await SaveAsync(draft);
        await UntilAsync(draft, "fanns redan i SharePoint och har lämnats orört");
        var next = await shared.DraftAsync();
        await SaveAsync(next);
        await UntilAsync(next, "Utkastet är sparat i SharePoint.");
        Assert.Equal(written, shared.Kansliet.Library.Items[draft.Path].Content);
        Assert.NotEqual(draft.Path, next.Path);
        Assert.Contains(next.Path, shared.Kansliet.Library.Files);
    }

    [Fact]
    public async Task A_wait_that_Microsoft_365_asks_for_is_told_and_then_the_draft_is_saved_by_itself()
    {
        var draft = await shared.DraftAsync();
        var busy = true;
        shared.Graph.Sites.Instead = (_, _, _) => busy ? GraphReply.Error(429, "activityLimitReached", retryAfter: "12") : null;
        await SaveAsync(draft);
        await UntilAsync(draft, "Ett nytt försök görs av sig självt");
        busy = false;
        await UntilAsync(draft, "Utkastet är sparat i SharePoint.");
        Assert.Contains(draft.Path, shared.Kansliet.Library.Files);
    }

    [Fact]
    public async Task A_site_the_app_has_no_right_to_and_a_locked_file_are_told_with_what_to_do_and_saving_again_works_when_it_is_done()
    {
        var draft = await shared.DraftAsync();
        shared.Kansliet.IsGranted = false;
        await SaveAsync(draft);
        var refused = await UntilAsync(draft, "Utkastet sparades inte i SharePoint.");
        Assert.Contains("Be IT köra infra/microsoft-365/ge-ratt-till-webbplats.ps1", refused.QuerySelector("#sharepoint [role=alert]")!.TextContent, StringComparison.Ordinal);

        shared.Kansliet.IsGranted = true;
        shared.Graph.Sites.Instead = (_, method, _) => method == "PUT" ? GraphReply.Error(423, "resourceLocked") : null;
        await SaveAsync(draft);
        await UntilAsync(draft, draft.File + " är låst i SharePoint");

        shared.Graph.Sites.Instead = (_, _, _) => null;
        await SaveAsync(draft);
        await UntilAsync(draft, "Utkastet är sparat i SharePoint.");
    }

    [Fact]
    public async Task The_pdf_is_made_in_SharePoint_once_and_leaves_nothing_there()
    {
        var draft = await shared.DraftAsync();
        var address = new Uri($"{draft.Address}/{Path.ChangeExtension(draft.File, ".pdf")}", UriKind.Relative);
        var before = shared.Kansliet.Library.Files;
        Assert.Contains(address.OriginalString, (await PageAsync(draft)).QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        var pdf = await Chef.GetByteArrayAsync(address, Cancellation);
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
        Assert.Equal(before, shared.Kansliet.Library.Files);

        var asked = shared.Graph.Sites.Requests.Length;
        Assert.Equal(pdf, await Chef.GetByteArrayAsync(address, Cancellation));
        Assert.Equal(asked, shared.Graph.Sites.Requests.Length);
        Assert.All(shared.Graph.Sites.Requests.Where(r => r.Path == GraphSites.DownloadPath), r => Assert.False(r.HasToken));
    }

    [Fact]
    public async Task A_pdf_that_is_not_made_is_told_on_the_drafts_page()
    {
        var draft = await shared.DraftAsync();
        shared.Kansliet.IsGranted = false;
        using var answer = await Chef.GetAsync(new Uri($"{draft.Address}/{Path.ChangeExtension(draft.File, ".pdf")}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("ge-ratt-till-webbplats.ps1", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Fel: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_where_the_draft_is_and_has_no_button_and_may_not_press_it()
    {
        var draft = await shared.DraftAsync();
        await SaveAsync(draft);
        await UntilAsync(draft, "Utkastet är sparat i SharePoint.");
        var reader = new Reader();
        await shared.Instance.ChangeRecordAsync(
            "gavleborg",
            "association.json",
            json => json["access"] = new JsonArray(new JsonObject { ["role"] = "reader", ["tenantId"] = reader.Person.TenantId, ["objectId"] = reader.Person.ObjectId }),
            Cancellation);
        var services = shared.Instance.Local.Services;
        var pages = ActivatorUtilities.CreateInstance<OverviewPages>(services, ActivatorUtilities.CreateInstance<PageRunner>(services, reader));
        var key = new PeriodKey("gavleborg", "2023-helar");
        var version = draft.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (seen, html) = await AskAsync(HttpMethods.Get, request => pages.FileAsync(request, key, "arsredovisning", version, "forhandsgranskning"));
        Assert.Equal(StatusCodes.Status200OK, seen);
        Assert.Contains("Utkastet är sparat i SharePoint.", html, StringComparison.Ordinal);
        Assert.Null(Button(new HtmlParser().ParseDocument(html)));

        var rounds = shared.Graph.Sites.Requests.Length;
        Assert.Equal(StatusCodes.Status403Forbidden, (await AskAsync(HttpMethods.Post, request => pages.SaveAsync(request, key, "arsredovisning", version))).Status);
        Assert.Equal(rounds, shared.Graph.Sites.Requests.Length);
    }

    [Fact]
    public async Task An_association_that_says_no_place_has_no_button_and_is_told_that_there_is_no_pdf()
    {
        var draft = await shared.DraftAsync();
        await shared.PlaceAsync(null);
        try
        {
            var page = await PageAsync(draft);
            Assert.Null(Button(page));
            Assert.DoesNotContain(".pdf", page.Body!.InnerHtml, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(draft)).Status);
        }
        finally
        {
            await shared.PlaceAsync(new JsonObject { ["site"] = SharePointInstance.Site, ["folder"] = SharePointInstance.Folder });
        }
    }

    [Fact]
    public async Task A_draft_that_is_none_is_not_saved()
    {
        foreach (var version in new[] { "99", "0", "-1", "tre" })
        {
            using var answer = await Chef.PostAsync(new Uri($"{SharePointInstance.Period}/utkast/arsredovisning/{version}/sharepoint", UriKind.Relative), content: null, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_log_holds_neither_the_token_nor_an_address_that_needs_none()
    {
        var draft = await shared.DraftAsync();
        await SaveAsync(draft);
        await UntilAsync(draft, "Utkastet är sparat i SharePoint.");
        await Chef.GetByteArrayAsync(new Uri($"{draft.Address}/{Path.ChangeExtension(draft.File, ".pdf")}", UriKind.Relative), Cancellation);

        Assert.NotEmpty(shared.Graph.Sites.Tickets);
        Assert.Contains(shared.Log.Lines, line => line.Contains("in SharePoint", StringComparison.Ordinal));
        Assert.All([GraphServer.TokenOf("app"), .. shared.Graph.Sites.Tickets], secret => Assert.DoesNotContain(shared.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static IElement? Button(IParentNode page) => page.QuerySelector("form[action$='/sharepoint'] button");

    private Task<IDocument> PageAsync(SavedDraft draft) => HtmlAsync(draft.Page.OriginalString);

    private async Task<IDocument> HtmlAsync(string address) => new HtmlParser().ParseDocument(await Chef.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation));

    private async Task<(HttpStatusCode Status, string? Path)> SaveAsync(SavedDraft draft)
    {
        using var answer = await Chef.PostAsync(new Uri(draft.Address + "/sharepoint", UriKind.Relative), content: null, Cancellation);
        return (answer.StatusCode, answer.RequestMessage?.RequestUri?.AbsolutePath);
    }

    private async Task<IDocument> UntilAsync(SavedDraft draft, string text)
    {
        IDocument? page = null;
        await TestInstance.WaitAsync(
            async () => (page = await PageAsync(draft)).QuerySelector("#sharepoint")?.TextContent.Contains(text, StringComparison.Ordinal) is true, Cancellation);
        return page!;
    }

    private async Task<(int Status, string Html)> AskAsync(string method, Func<HttpRequest, Task<IResult>> ask)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = shared.Instance.Local.Services };
        http.Request.Method = method;
        http.Request.Headers["Sec-Fetch-Site"] = "same-origin";
        http.Response.Body = body;
        await (await ask(http.Request)).ExecuteAsync(http);
        return (http.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    private sealed class Reader : ISignIn
    {
        public SignedInPerson Person { get; } = new(Guid.NewGuid(), Guid.NewGuid(), "En läsare");

        public SignedInPerson? PersonOf(HttpRequest request) => Person;

        public string? SignInAddress(HttpRequest request) => null;

        public bool IsAdministrator(SignedInPerson person) => false;
    }
}

using Azure.Core;
using Azure.Identity;
using Finsam.Adapters.SharePoint;
using Finsam.Adapters.Tests.Mail.Graph;
using Finsam.App.Drafts.SharePoint;
using Finsam.Domain.Associations;
using Finsam.Testing;
using Finsam.Testing.Graph;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Tests.SharePoint;

/// <summary>What is made of Graph's answers about files: over real HTTP.</summary>
public sealed class GraphSharePointTests : IAsyncLifetime
{
    private const string Site = "https://gavleborg.sharepoint.com/sites/kansliet";
    private const string File = "arsredovisning-2023-helar-v1.docx";

    private static readonly SharePointPlace Place = new() { Site = new Uri(Site), Folder = "Årsredovisning #1/100 % utkast" };
    private static readonly byte[] Word = [1, 2, 3];

    private readonly ListeningLog _log = new();
    private GraphServer _graph = null!;
    private GraphSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _graph = await GraphServer.StartAsync(Cancellation);
        _site = _graph.Sites.Add(Site);
    }

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task A_draft_is_saved_in_the_folder_which_is_made_with_those_on_the_way_to_it()
    {
        using var sharePoint = Open();
        var saved = await sharePoint.SaveAsync(Place, File, Word, Cancellation);

        Assert.False(saved.WasThere);
        Assert.Equal(["Årsredovisning #1", Place.Folder], _site.Library.Folders);
        Assert.Equal([Place.Folder + "/" + File], _site.Library.Files);
        Assert.Equal(Word, _site.Library.Items[Place.Folder + "/" + File].Content);
        Assert.StartsWith("https://gavleborg.sharepoint.com/_layouts/15/Doc.aspx", saved.Address.AbsoluteUri, StringComparison.Ordinal);

        // The folder is there now: it is not made again.
        await sharePoint.SaveAsync(Place, "annan.docx", Word, Cancellation);
        Assert.Equal(2, _graph.Sites.Requests.Count(r => r.Method == "POST"));
    }

    [Fact]
    public async Task A_file_that_is_there_is_left_with_what_has_been_written_in_it()
    {
        using var sharePoint = Open();
        var first = await sharePoint.SaveAsync(Place, File, Word, Cancellation);
        byte[] written = [4, 5, 6, 7];
        var path = Place.Folder + "/" + File;
        _site.Library.Items[path] = _site.Library.Items[path] with { Content = written };

        var again = await sharePoint.SaveAsync(Place, File, Word, Cancellation);
        Assert.Equal(new SharePointFile(first.Address, WasThere: true), again);
        Assert.Equal(written, _site.Library.Items[path].Content);
    }

    [Theory]
    [InlineData("Styrelsen")]
    [InlineData("styrelsen")]
    [InlineData("StyrelsensFiler")]
    public async Task Another_library_is_found_by_its_name_or_by_its_address(string library)
    {
        _site.Libraries.Add(new GraphLibrary("Styrelsen", new Uri(Site + "/StyrelsensFiler")));
        using var sharePoint = Open();
        await sharePoint.SaveAsync(Place with { Library = library, Folder = null }, File, Word, Cancellation);
        Assert.Equal([File], _site.Libraries[1].Files);
        Assert.Empty(_site.Library.Files);
    }

    [Fact]
    public async Task The_tenants_first_site_has_no_path()
    {
        var first = _graph.Sites.Add("https://gavleborg.sharepoint.com/");
        using var sharePoint = Open();
        await sharePoint.SaveAsync(new SharePointPlace { Site = first.Address }, File, Word, Cancellation);
        Assert.Equal([File], first.Library.Files);
    }

    [Fact]
    public async Task A_library_that_is_not_there_is_told_by_its_name() =>
        await RefusedAsync(Place with { Library = "Borta" }, "heter Borta");

    [Fact]
    public async Task A_site_that_is_not_there_is_told_by_its_address_and_what_to_do() =>
        await RefusedAsync(Place with { Site = new Uri("https://gavleborg.sharepoint.com/sites/borta") }, "sites/borta finns inte", "ge-ratt-till-webbplats.ps1");

    [Fact]
    public async Task A_site_that_the_app_has_no_right_to_says_which_script_IT_shall_run()
    {
        _site.IsGranted = false;
        await RefusedAsync(Place, "får inte skriva på " + Site, "ge-ratt-till-webbplats.ps1");
    }

    [Fact]
    public async Task A_folder_whose_name_a_file_has_is_refused()
    {
        _site.Library.Items["Utkast"] = new GraphItem([1]);
        await RefusedAsync(Place with { Folder = "Utkast" }, "Mappen Utkast");
    }

    [Theory]
    [InlineData(401, "unauthenticated", "får inte skriva på " + Site)]
    [InlineData(403, "accessDenied", "får inte skriva på " + Site)]
    [InlineData(403, "quotaLimitReached", "inte plats på " + Site)]
    [InlineData(413, "maxFileSizeExceeded", "för stor")]
    [InlineData(423, "resourceLocked", File + " är låst")]
    [InlineData(507, "insufficientStorage", "inte plats på " + Site)]
    [InlineData(400, "invalidRequest", "400 invalidRequest")]
    public async Task What_Graph_refuses_says_why_and_is_asked_once(int status, string code, string reason)
    {
        _graph.Sites.Instead = (_, method, _) => method == "PUT" ? GraphReply.Error(status, code, "https://gavleborg.sharepoint.com/hemligt") : null;
        var refused = await RefusedAsync(Place, reason);
        Assert.DoesNotContain("hemligt", refused.ToString(), StringComparison.Ordinal);
        Assert.Single(_graph.Sites.Requests, r => r.Method == "PUT");
        Assert.Empty(_site.Library.Files);
    }

    [Theory]
    [InlineData(429, "activityLimitReached", "1")]
    [InlineData(503, "serviceNotAvailable", "1")]
    [InlineData(503, "serviceNotAvailable", null)]
    public async Task A_short_wait_that_Graph_asks_for_is_waited_and_the_file_is_saved_once(int status, string code, string? retryAfter)
    {
        var puts = 0;
        _graph.Sites.Instead = (_, method, _) => method == "PUT" && ++puts == 1 ? GraphReply.Error(status, code, retryAfter: retryAfter) : null;
        using var sharePoint = Open();
        var began = TimeProvider.System.GetTimestamp();
        Assert.False((await sharePoint.SaveAsync(Place, File, Word, Cancellation)).WasThere);
        Assert.Equal(2, puts);
        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(429, "37", 37)]
    [InlineData(503, "120", 120)]
    [InlineData(429, "99999999", 86400)]
    public async Task A_long_wait_is_left_to_the_queue(int status, string retryAfter, int seconds)
    {
        _graph.Sites.Instead = (_, _, _) => GraphReply.Error(status, "activityLimitReached", retryAfter: retryAfter);
        var passing = await RefusedAsync(Place, "för mycket att göra");
        Assert.True(passing.IsPassing);
        Assert.Equal(TimeSpan.FromSeconds(seconds), passing.After);
        Assert.Single(_graph.Sites.Requests);
    }

    [Fact]
    public async Task Graph_that_does_not_answer_is_tried_again_later()
    {
        using var nobody = new UnansweredPort();
        using var sharePoint = new GraphSharePoint(Options.Create(new SharePointSettings { BaseUrl = nobody.Address("v1.0") }), new OneToken(), TimeProvider.System, _log);
        var passing = await Assert.ThrowsAsync<SharePointException>(() => sharePoint.SaveAsync(Place, File, Word, Cancellation));
        Assert.Contains("svarar inte", passing.Message, StringComparison.Ordinal);
        Assert.True(passing.IsPassing);
    }

    [Fact]
    public async Task An_app_without_an_identity_says_so()
    {
        using var sharePoint = Open(new OneToken(new CredentialUnavailableException("No managed identity.")));
        var refused = await Assert.ThrowsAsync<SharePointException>(() => sharePoint.SaveAsync(Place, File, Word, Cancellation));
        Assert.Contains("hanterade identitet", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsPassing);
    }

    [Fact]
    public async Task A_pdf_is_fetched_where_Graph_points_without_our_token_and_nothing_is_left_of_the_draft()
    {
        using var sharePoint = Open();
        Assert.Equal(new GraphItem(Word).Pdf, await sharePoint.ConvertAsync(Place, Word, Cancellation));
        Assert.Empty(_site.Library.Files);
        Assert.Contains(Place.Folder + "/Arbetsfiler", _site.Library.Folders);

        var fetched = Assert.Single(_graph.Sites.Requests, r => r.Path == GraphSites.DownloadPath);
        Assert.Equal((200, false), (fetched.Status, fetched.HasToken));
        Assert.All(_graph.Sites.Requests.Except([fetched]), r => Assert.True(r.HasToken, r.Path));
    }

    [Theory]
    [InlineData(400, "invalidRequest", "kunde inte göra Word-filen till PDF")]
    [InlineData(406, "notSupported", "kunde inte göra Word-filen till PDF")]
    [InlineData(403, "accessDenied", "får inte skriva")]
    [InlineData(423, "resourceLocked", "är låst")]
    [InlineData(503, "serviceNotAvailable", "för mycket att göra")]
    public async Task Where_no_pdf_is_made_the_draft_is_taken_away_all_the_same(int status, string code, string reason)
    {
        _graph.Sites.Instead = (_, method, path) => method == "GET" && path.EndsWith("/content", StringComparison.Ordinal) ? GraphReply.Error(status, code, retryAfter: "1") : null;
        using var sharePoint = Open();
        var failed = await Assert.ThrowsAsync<SharePointException>(() => sharePoint.ConvertAsync(Place, Word, Cancellation));
        Assert.Contains(reason, failed.Message, StringComparison.Ordinal);
        Assert.Empty(_site.Library.Files);
        Assert.Single(_graph.Sites.Requests, r => r.Method == "DELETE" && r.Status == 204);
    }

    [Theory]
    [InlineData("http://någonstans.example/hemligt")]
    [InlineData("/hemligt")]
    [InlineData("ftp://127.0.0.1/hemligt")]
    public async Task A_pdf_is_not_fetched_from_just_anywhere(string location)
    {
        _graph.Sites.Instead = (_, method, path) => method == "GET" && path.EndsWith("/content", StringComparison.Ordinal)
            ? new GraphReply { Status = 302, Location = new Uri(location, UriKind.RelativeOrAbsolute).IsAbsoluteUri ? new Uri(location).AbsoluteUri : location } : null;
        using var sharePoint = Open();
        var failed = await Assert.ThrowsAsync<SharePointException>(() => sharePoint.ConvertAsync(Place, Word, Cancellation));
        Assert.DoesNotContain("hemligt", failed.ToString(), StringComparison.Ordinal);
        Assert.Empty(_site.Library.Files);
    }

    [Fact]
    public async Task What_is_fetched_and_is_no_pdf_is_none()
    {
        _graph.Sites.Instead = (_, _, path) => path == GraphSites.DownloadPath ? new GraphReply { Status = 410 } : null;
        using var sharePoint = Open();
        var failed = await Assert.ThrowsAsync<SharePointException>(() => sharePoint.ConvertAsync(Place, Word, Cancellation));
        Assert.All(_graph.Sites.Tickets, ticket => Assert.DoesNotContain(ticket, failed.ToString(), StringComparison.Ordinal));
        Assert.Empty(_site.Library.Files);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_taken_away_does_not_cost_the_pdf_but_is_told_in_the_log()
    {
        _graph.Sites.Instead = (_, method, _) => method == "DELETE" ? GraphReply.Error(423, "resourceLocked") : null;
        using var sharePoint = Open();
        Assert.Equal(new GraphItem(Word).Pdf, await sharePoint.ConvertAsync(Place, Word, Cancellation));
        Assert.Contains("could not be removed", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_hangs_up_leaves_no_draft_behind()
    {
        using var hangUp = new CancellationTokenSource();
        _graph.Sites.Instead = (_, method, path) =>
        {
            if (method == "GET" && path.EndsWith("/content", StringComparison.Ordinal))
            {
                hangUp.Cancel();
            }

            return null;
        };
        using var sharePoint = Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sharePoint.ConvertAsync(Place, Word, hangUp.Token));
        Assert.Empty(_site.Library.Files);
    }

    private async Task<SharePointException> RefusedAsync(SharePointPlace place, params string[] reasons)
    {
        using var sharePoint = Open();
        var refused = await Assert.ThrowsAsync<SharePointException>(() => sharePoint.SaveAsync(place, File, Word, Cancellation));
        Assert.All(reasons, reason => Assert.Contains(reason, refused.Message, StringComparison.Ordinal));
        return refused;
    }

    private GraphSharePoint Open(TokenCredential? credential = null) =>
        new(Options.Create(new SharePointSettings { BaseUrl = _graph.BaseUrl }), credential ?? new OneToken(), TimeProvider.System, _log);
}

using System.Net;
using System.Net.Http.Headers;
using Finsam.App.Forms.Pdfs;
using Finsam.Cli.Demo;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>A report's documents as they are fetched: by whoever has a link, and by the association.</summary>
public sealed class PdfTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestInstance Instance => opened.Instance;

    [Fact]
    public async Task Before_sending_there_are_the_questions_and_an_empty_form_and_no_answers()
    {
        using var owner = await HolderAsync("hofors");
        var name = TestInstance.Gavleborg.Record.FindInitiative("hofors")!.Name;
        foreach (var client in new[] { (owner, "/rapport/gavleborg/2023-helar/hofors/pdf/"), (Instance.Chef, "/oversikt/gavleborg/2023-helar/hofors/pdf/") })
        {
            Assert.Equal($"Frågor – {name} – helåret 2023.pdf", await NameAsync(client, "fragor.pdf"));
            Assert.Equal($"Blankett – {name} – helåret 2023.pdf", await NameAsync(client, "blankett.pdf"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "svar.pdf"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "annat.pdf"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "svar"));
        }
    }

    [Fact]
    public async Task What_was_sent_is_saved_from_the_receipt_and_by_the_chef_as_the_same_file()
    {
        await Instance.SendReportAsync("ljusdal", Cancellation);
        using var owner = await HolderAsync("ljusdal");
        using var browser = new Browser(Instance.Address);
        var receipt = await browser.GetAsync(await Instance.LinkAsync("ljusdal"), Cancellation);
        var link = receipt.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Spara svaren som PDF").GetAttribute("href")!;
        var saved = await browser.DownloadAsync(link, Cancellation);
        Assert.Equal("%PDF"u8.ToArray(), saved[..4]);
        Assert.Equal(saved, await Instance.Chef.GetByteArrayAsync(new Uri("/oversikt/gavleborg/2023-helar/ljusdal/pdf/svar.pdf", UriKind.Relative), Cancellation));
        Assert.StartsWith("Svar – ", await NameAsync((owner, "/rapport/gavleborg/2023-helar/ljusdal/pdf/"), "svar.pdf"), StringComparison.Ordinal);

        var page = await Instance.Chef.GetStringAsync(new Uri("/oversikt/gavleborg/2023-helar/ljusdal", UriKind.Relative), Cancellation);
        Assert.Contains("/oversikt/gavleborg/2023-helar/ljusdal/pdf/svar.pdf", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_fetches_its_own_reports_documents_and_no_others()
    {
        using var owner = await HolderAsync("hofors");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync((owner, "/rapport/gavleborg/2023-helar/ovanaker/pdf/"), "fragor.pdf"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync((owner, "/oversikt/gavleborg/2023-helar/hofors/pdf/"), "fragor.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync((Instance.Chef, "/oversikt/gavleborg/2023-helar/ingen/pdf/"), "fragor.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync((Instance.Chef, "/oversikt/gavleborg/ingen/hofors/pdf/"), "blankett.pdf"));
    }

    [Fact]
    public async Task The_chef_fetches_the_questions_before_the_period_opens()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        var page = await instance.Chef.GetStringAsync(new Uri("/oversikt/gavleborg/2023-helar", UriKind.Relative), Cancellation);
        foreach (var document in new[] { PdfDocuments.Questions, PdfDocuments.Blank })
        {
            var address = "/oversikt/gavleborg/2023-helar/hofors/pdf/" + document;
            Assert.Contains(address, page, StringComparison.Ordinal);
            Assert.Equal("%PDF"u8.ToArray(), (await instance.Chef.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancellation))[..4]);
        }
    }

    private async Task<HttpClient> HolderAsync(string initiative)
    {
        var client = TestInstance.Client(Instance.Address, redirect: true);
        (await client.GetAsync(new Uri(await Instance.LinkAsync(initiative)), Cancellation)).EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<HttpStatusCode> StatusAsync((HttpClient Client, string Folder) where, string document)
    {
        using var response = await where.Client.GetAsync(new Uri(where.Folder + document, UriKind.Relative), Cancellation);
        return response.StatusCode;
    }

    private static async Task<string?> NameAsync((HttpClient Client, string Folder) where, string document)
    {
        using var response = await where.Client.GetAsync(new Uri(where.Folder + document, UriKind.Relative), Cancellation);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        ContentDispositionHeaderValue disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        return disposition.FileNameStar;
    }
}

using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Wording;
using Finsam.Domain.Associations;
using Finsam.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Finsam.EndToEnd.Tests;

/// <summary>The chef writes the words of the association's mails: saves, is refused, sees, tries and takes back; and the mails are written with them.</summary>
public sealed class MailTextTests
{
    private const string Address = "/mejl/gavleborg/paminnelse";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Own_words_are_what_the_next_mail_is_written_with_and_can_be_taken_back()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        var records = instance.Service<IRecordStore>();
        var shipped = ShippedWordings.Of(MailKind.Reminder);

        var saved = await PostAsync(instance, WordingPages.Save, "Dags nu: {insats}, {period}, {sista-datum}", "Hej {mottagare}\r\n\r\n{kvar}\r\n\r\n[Till formuläret]({länk})");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("Texten är sparad", saved.Text, StringComparison.Ordinal);
        await PostAsync(instance, WordingPages.Save, "Andra försöket: {insats}", "[Till formuläret]({länk})");

        // An earlier version is shown, and saved from there.
        var page = await GetAsync(instance, Address);
        var earlier = page.Document.QuerySelectorAll("a[href*='version=']");
        Assert.Equal(2, earlier.Length);
        var old = await GetAsync(instance, earlier[^1].GetAttribute("href")!);
        Assert.Equal("Dags nu: {insats}, {period}, {sista-datum}", old.Document.QuerySelector("#amne")!.GetAttribute("value"));
        await PostAsync(instance, WordingPages.Save, old.Document.QuerySelector("#amne")!.GetAttribute("value")!, old.Document.QuerySelector("#text")!.TextContent);

        var hofors = TestInstance.PeriodKey.Report("hofors");
        using var remind = new FormUrlEncodedContent([new("antal", "0")]);
        (await instance.Chef.PostAsync(new Uri($"/oversikt/gavleborg/2023-helar/{hofors.Initiative}/paminn", UriKind.Relative), remind, Cancellation)).EnsureSuccessStatusCode();
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("for-hand~1").Length > 0), Cancellation);
        var mail = await MimeMessage.LoadAsync(instance.Mails("for-hand~1")[0], Cancellation);
        Assert.StartsWith("Dags nu: ", mail.Subject, StringComparison.Ordinal);
        Assert.Matches("^Hej .*\n\nIfyllda delar: 0 av [0-9]+\\.\n\nTill formuläret:\nhttp", mail.TextBody!.ReplaceLineEndings("\n"));

        var back = await PostAsync(instance, WordingPages.Shipped, "", "");
        Assert.Contains("systemets text", back.Text, StringComparison.Ordinal);
        Assert.Empty((await records.FindAsync("gavleborg", Cancellation))!.Record.Mails.Mails);
        Assert.Equal(shipped.Subject, back.Document.QuerySelector("#amne")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Words_that_would_not_do_are_refused_at_their_line_with_everything_typed_still_there()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        foreach (var action in new[] { WordingPages.Save, WordingPages.Preview, WordingPages.Test })
        {
            var page = await PostAsync(instance, action, "", "\r\nHej {insatts} <b>\r\n</textarea>");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains("Ämnet är tomt", page.Text, StringComparison.Ordinal);
            Assert.Contains("Fältet {insatts} finns inte", page.Text, StringComparison.Ordinal);
            Assert.Contains("Länken till formuläret saknas", page.Text, StringComparison.Ordinal);
            Assert.Equal("Hej {insatts} <b>\n</textarea>", page.Document.QuerySelector("#text")!.TextContent.Trim('\n'));
        }

        Assert.Empty((await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record.Mails.Mails);
        Assert.False(Directory.Exists(instance.Local.MailFolder) && Directory.GetFiles(instance.Local.MailFolder).Length > 0);
    }

    [Fact]
    public async Task A_preview_is_of_real_data_with_a_link_that_opens_nothing_and_saves_nothing()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        foreach (var kind in MailKind.All)
        {
            var wording = ShippedWordings.Of(kind);
            var page = await PostAsync(instance, WordingPages.Preview, wording.Subject, wording.Text, "/mejl/gavleborg/" + kind.Id, "hofors");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var html = page.Document.QuerySelector("div.mail")!.TextContent;
            var text = page.Document.QuerySelector("pre.mail")!.TextContent;
            Assert.All([html, text], part => Assert.Contains("helåret 2023", part, StringComparison.Ordinal));
            Assert.All([html, text], part => Assert.Contains("Samordningsförbund Gävleborg", part, StringComparison.Ordinal));
            Assert.DoesNotContain('{', html + text);
            Assert.Equal(kind.NeedsLink, text.Contains("/r/exempel", StringComparison.Ordinal));
            Assert.DoesNotMatch(new Regex("/r/[A-Za-z0-9_-]{20}"), text);
            Assert.Null(page.Document.QuerySelector("[style]"));
        }

        Assert.Empty((await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record.Mails.Mails);
        using var stranger = TestInstance.Client(instance.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri("/r/exempel", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_test_goes_to_the_office_marked_as_one_and_is_no_step_of_any_report()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        var before = (await instance.Service<IOutbox>().ListAsync(TestInstance.PeriodKey, Cancellation)).Length;

        var page = await PostAsync(instance, WordingPages.Test, "Ny: {insats}", "Hej {mottagare}\n\n[Öppna]({länk})");

        Assert.Contains("Testmejlet är skickat till forbundschef@gavleborg.example.org", page.Text, StringComparison.Ordinal);
        Assert.Equal("Ny: {insats}", page.Document.QuerySelector("#amne")!.GetAttribute("value"));
        var mail = await MimeMessage.LoadAsync(Directory.GetFiles(instance.Local.MailFolder, "*.test~*.eml").Single(), Cancellation);
        Assert.StartsWith("[Test] Ny: ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("forbundschef@gavleborg.example.org", mail.To.Mailboxes.Single().Address);
        Assert.Contains("/r/exempel", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(before, (await instance.Service<IOutbox>().ListAsync(TestInstance.PeriodKey, Cancellation)).Length);
    }

    [Fact]
    public async Task Whoever_saves_over_what_another_has_written_meanwhile_is_told_and_keeps_what_was_typed()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        var seen = (await GetAsync(instance, Address)).Document.QuerySelector("[name=sedd]")!.GetAttribute("value")!;
        await PostAsync(instance, WordingPages.Save, "Den andras", "{länk}");

        var page = await PostAsync(instance, WordingPages.Save, "Min", "{länk}", seen: seen);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Någon annan har ändrat", page.Text, StringComparison.Ordinal);
        Assert.Equal("Min", page.Document.QuerySelector("#amne")!.GetAttribute("value"));
        Assert.Equal("Den andras", (await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record.Mails.Find("paminnelse")!.Subject);
    }

    [Theory]
    [InlineData("/mejl/annat-forbund")]
    [InlineData("/mejl/annat-forbund/paminnelse")]
    [InlineData("/mejl/gavleborg/lage")]
    [InlineData("/mejl/gavleborg/paminnelse?version=99")]
    [InlineData("/mejl/gavleborg/paminnelse?version=-1")]
    public async Task There_is_nothing_at_an_address_of_another_association_kind_or_version(string address)
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(instance, address)).Status);
    }

    [Theory]
    [InlineData(Role.Reader, StatusCodes.Status403Forbidden)]
    [InlineData(Role.Developer, StatusCodes.Status403Forbidden)]
    [InlineData(Role.Chief, StatusCodes.Status200OK)]
    public async Task Only_the_chef_gets_in(Role role, int expected)
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.ImportAsync(Cancellation);
        var person = new SignedInPerson(Guid.NewGuid(), Guid.NewGuid(), "");
        var record = (await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record;
        record = record with { Association = record.Association with { Access = record.Association.Access.Add(new AccessGrant(role, person.TenantId, person.ObjectId)) } };
        await instance.Service<SaveRecord>().HandleAsync(record, new Caller("test"), ChangeSource.Page, over: null, Cancellation);
        var runner = ActivatorUtilities.CreateInstance<PageRunner>(instance.Local.Services, new FixedSignIn(person));
        var pages = ActivatorUtilities.CreateInstance<WordingPages>(instance.Local.Services, runner);
        HttpRequest Request(string method)
        {
            var http = new DefaultHttpContext { RequestServices = instance.Local.Services };
            http.Request.Method = method;
            http.Request.Headers["Sec-Fetch-Site"] = "same-origin";
            http.Request.ContentType = "application/x-www-form-urlencoded";
            return http.Request;
        }

        int? Status(IResult result) => ((IStatusCodeHttpResult)result).StatusCode;
        Assert.Equal(expected, Status(await pages.ListAsync(Request("GET"), "gavleborg")));
        Assert.Equal(expected, Status(await pages.ShowAsync(Request("GET"), "gavleborg", "paminnelse")));

        // An empty form: who gets in is told what is missing.
        Assert.Equal(expected == StatusCodes.Status200OK ? StatusCodes.Status422UnprocessableEntity : expected, Status(await pages.PostAsync(Request("POST"), "gavleborg", "paminnelse")));
    }

    private sealed class FixedSignIn(SignedInPerson person) : ISignIn
    {
        public SignedInPerson? PersonOf(HttpRequest request) => person;

        public string? SignInAddress(HttpRequest request) => null;

        public bool IsAdministrator(SignedInPerson person) => false;
    }

    [Fact]
    public async Task Wrong_recipient_in_the_mail_leads_to_the_page_where_another_is_named()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        var file = instance.Mails("inbjudan").Single(m => m.EndsWith(".hofors.inbjudan.insatsagare.eml", StringComparison.Ordinal));
        var html = new HtmlParser().ParseDocument((await MimeMessage.LoadAsync(file, Cancellation)).HtmlBody!);
        var link = html.QuerySelectorAll("a").Single(a => a.TextContent.StartsWith("Fel mottagare", StringComparison.Ordinal)).GetAttribute("href")!;
        using var browser = TestInstance.Client(instance.Address, redirect: true);
        var answer = await browser.GetAsync(new Uri(link), Cancellation);
        Assert.Equal((HttpStatusCode.OK, "/rapport/gavleborg/2023-helar/hofors/mottagare"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath));

        var elsewhere = await browser.GetAsync(new Uri(link.Replace("sida=mottagare", "sida=//evil.example", StringComparison.Ordinal)), Cancellation);
        Assert.Equal("/rapport/gavleborg/2023-helar/hofors", elsewhere.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private static async Task<(HttpStatusCode Status, string Text, AngleSharp.Html.Dom.IHtmlDocument Document)> GetAsync(TestInstance instance, string address) =>
        await ReadAsync(await instance.Chef.GetAsync(new Uri(address, UriKind.Relative), Cancellation));

    private static async Task<(HttpStatusCode Status, string Text, AngleSharp.Html.Dom.IHtmlDocument Document)> PostAsync(
        TestInstance instance, string action, string subject, string text, string address = Address, string initiative = "hofors", string? seen = null)
    {
        seen ??= (await GetAsync(instance, address)).Document.QuerySelector("[name=sedd]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(
        [
            new(WordingPages.ActionField, action), new(WordingPages.SubjectField, subject), new(WordingPages.TextField, text), new(WordingPages.InitiativeField, initiative),
            new(WordingPages.SeenField, seen),
        ]);
        return await ReadAsync(await instance.Chef.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation));
    }

    private static async Task<(HttpStatusCode Status, string Text, AngleSharp.Html.Dom.IHtmlDocument Document)> ReadAsync(HttpResponseMessage answer)
    {
        var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
        return (answer.StatusCode, document.Body!.TextContent, document);
    }
}

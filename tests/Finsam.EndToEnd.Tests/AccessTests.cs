using System.Net;
using System.Text;
using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.Cli;
using Finsam.LocalWorker;
using Finsam.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Finsam.EndToEnd.Tests;

/// <summary>Every route lets in whom it should and nobody else. The routes are taken from the running app: a new one without a line here fails.</summary>
public sealed class AccessTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private const string Open = "anyone";
    private const string Link = "link holder";
    internal const string SignedIn = "signed in";
    private const string Signature = "signature";

    internal static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["OpenLink"] = Open,
        ["Asset"] = Open,
        ["Schema"] = Open,
        ["Statements"] = Open,
        ["Statement"] = Open,
        ["Logo"] = Open,
        ["FormHome"] = Link,
        ["FormPart"] = Link,
        ["SavePart"] = Link,
        ["AutoSave"] = Link,
        ["FormFile"] = Link,
        ["FormQuestions"] = Link,
        ["PassOn"] = Link,
        ["SendPassOn"] = Link,
        ["Recipient"] = Link,
        ["ProposeContact"] = Link,
        ["FormReview"] = Link,
        ["SubmitReport"] = Link,
        ["FormPrint"] = Link,
        ["WorkbookPage"] = Link,
        ["FormWorkbook"] = Link,
        ["MonthWorkbook"] = Link,
        ["UploadWorkbook"] = Link,
        ["SaveWorkbook"] = Link,
        ["FormPdf"] = Link,
        ["SendGridEvents"] = Signature,
        ["ReportPdf"] = SignedIn,
        ["Root"] = SignedIn,
        ["Overview"] = SignedIn,
        ["Association"] = SignedIn,
        ["ApiAssociation"] = SignedIn,
        ["ApiYearCycle"] = SignedIn,
        ["Period"] = SignedIn,
        ["Report"] = SignedIn,
        ["ReportFile"] = SignedIn,
        ["SettleContact"] = SignedIn,
        ["RemindLate"] = SignedIn,
        ["RemindReport"] = SignedIn,
        ["QuietReport"] = SignedIn,
        ["ExtendReport"] = SignedIn,
        ["ReturnReport"] = SignedIn,
        ["ApproveReport"] = SignedIn,
        ["FormPreview"] = SignedIn,
        ["TemplatePreview"] = SignedIn,
        ["OpenPeriod"] = SignedIn,
        ["RequestDraft"] = SignedIn,
        ["DraftFile"] = SignedIn,
        ["SaveDraft"] = SignedIn,
        ["WordTemplate"] = SignedIn,
        ["UploadWordTemplate"] = SignedIn,
        ["RemoveWordTemplate"] = SignedIn,
        ["TryWordTemplate"] = SignedIn,
        ["ApiPeriod"] = SignedIn,
        ["ApiOpenPeriod"] = SignedIn,
        ["ApiRequestDraft"] = SignedIn,
        ["ApiImport"] = SignedIn,
        ["ApiRecord"] = SignedIn,
        ["ApiReplaceRecord"] = SignedIn,
        ["ApiRecordFile"] = SignedIn,
        ["ApiReplaceRecordFile"] = SignedIn,
        ["ApiRecordFolderFile"] = SignedIn,
        ["ApiReplaceRecordFolderFile"] = SignedIn,
        ["ApiChanges"] = SignedIn,
        ["Changes"] = SignedIn,
        ["MailTexts"] = SignedIn,
        ["MailText"] = SignedIn,
        ["ChangeMailText"] = SignedIn,
        ["ApiTick"] = SignedIn,
        ["ApiAssociations"] = SignedIn,
        ["ApiLists"] = SignedIn,
        ["ApiList"] = SignedIn,
        ["ApiImportList"] = SignedIn,
        ["People"] = SignedIn,
        ["GrantRole"] = SignedIn,
        ["RemovePerson"] = SignedIn,
        ["Health"] = Open,
        ["About"] = SignedIn,
    };

    private static IEnumerable<FunctionDescription> Http => FunctionsCommand.Table().Functions.Where(f => f.Trigger == FunctionTrigger.Http);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Seen on the Functions worker: a failed function is logged with its address, and the address is the link.
    [Fact]
    public async Task A_caller_that_hangs_up_is_no_failure()
    {
        var http = new DefaultHttpContext { RequestServices = opened.Instance.Service<IServiceProvider>(), RequestAborted = new CancellationToken(canceled: true) };
        http.Request.Method = HttpMethods.Get;
        var result = await opened.Instance.Service<PageRunner>().RunAsync(http.Request, new AccessRule.Anyone(), _ => throw new OperationCanceledException());
        Assert.IsType<EmptyHttpResult>(result);
    }

    // The worker reads a number in a route as JSON and fails on "02".
    [Theory]
    [InlineData("api/forbund/gavleborg/arshjul/02024")]
    [InlineData("api/forbund/gavleborg/arshjul/+2024")]
    [InlineData("api/forbund/gavleborg/arshjul/i-ar")]
    [InlineData("oversikt/gavleborg/2023-helar/utkast/arsredovisning/-1/arsredovisning.docx")]
    public async Task A_number_in_an_address_that_is_none_is_not_found(string path)
    {
        using var response = await opened.Instance.Chef.GetAsync(new Uri("/" + path, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    public static TheoryData<string> Routes => [.. Http.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_refuses_those_its_rule_refuses(string function)
    {
        Assert.True(Rules.TryGetValue(function, out var rule), $"{function} has no access rule in this test");
        using var stranger = TestInstance.Client(opened.Instance.Address);
        var answer = await SendAsync(stranger, function);
        var expected = rule switch
        {
            Open => [HttpStatusCode.NotFound, HttpStatusCode.OK],
            Link => [HttpStatusCode.Forbidden],
            _ => new[] { HttpStatusCode.Unauthorized },
        };
        Assert.Contains(answer.StatusCode, expected);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Every_answer_carries_the_security_headers(string function)
    {
        using var stranger = TestInstance.Client(opened.Instance.Address);
        var answer = await SendAsync(stranger, function);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_from_another_site_is_refused_even_with_the_right_cookie()
    {
        foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/timmen");
            request.Headers.Add(header, value);
            request.Headers.Add("Cookie", opened.Instance.Local.SignIn.CookieHeader);
            using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = opened.Instance.Address };
            Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task A_forged_principal_header_is_worth_nothing_outside_App_Service()
    {
        var principal = Convert.ToBase64String(Encoding.UTF8.GetBytes(
            """{"claims":[{"typ":"oid","val":"00000000-0000-0000-0000-000000000001"},{"typ":"tid","val":"00000000-0000-0000-0000-000000000000"}]}"""));
        using var client = TestInstance.Client(opened.Instance.Address);
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", principal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/oversikt", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_sign_in_link_works_once()
    {
        using var second = TestInstance.Client(opened.Instance.Address);
        var answer = await second.GetAsync(opened.Instance.UsedSignInLink, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync("/oversikt", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task One_reports_link_does_not_open_another_report()
    {
        var (browser, home) = await opened.Instance.OpenFormAsync("hofors", Cancellation);
        using (browser)
        {
            Assert.Equal(HttpStatusCode.OK, home.Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/rapport/gavleborg/2023-helar/ovanaker", Cancellation)).Status);
        }
    }

    [Fact]
    public async Task Opening_a_link_changes_nothing_and_leaves_no_token_in_the_address()
    {
        var link = await opened.Instance.LinkAsync("ljusdal");
        using var scanner = TestInstance.Client(opened.Instance.Address);
        var answer = await scanner.GetAsync(new Uri(link), Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/rapport/gavleborg/2023-helar/ljusdal", answer.Headers.Location!.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        // Fetched by a scanner first, it still opens for the person.
        var (browser, home) = await opened.Instance.OpenFormAsync("ljusdal", Cancellation);
        using (browser)
        {
            Assert.Equal(HttpStatusCode.OK, home.Status);
        }
    }

    [Fact]
    public async Task A_guessed_a_revoked_and_a_closed_link_say_the_same()
    {
        using var client = TestInstance.Client(opened.Instance.Address);
        var guessed = await client.GetAsync("/r/" + new string('A', 43), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);

        var link = new Uri(await opened.Instance.LinkAsync("mysam-koordinator"));
        await opened.Instance.Service<App.Reports.ILinkStore>().RevokeAsync(TestInstance.PeriodKey.Report("mysam-koordinator"), "insatsagare", Cancellation);
        var revoked = await client.GetAsync(link, Cancellation);
        Assert.Equal(HttpStatusCode.Gone, revoked.StatusCode);
        Assert.Equal(await guessed.Content.ReadAsStringAsync(Cancellation), await revoked.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_person_without_a_role_in_the_association_finds_nothing_there()
    {
        var signIn = new FixedSignIn(new SignedInPerson(Guid.NewGuid(), Guid.NewGuid(), ""));
        var association = (await opened.Instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record.Association;
        Assert.DoesNotContain(association.Access, a => a.ObjectId == signIn.Person.ObjectId);
        var runner = ActivatorUtilitiesOf<App.Pages.PageRunner>(signIn);
        Assert.Empty(await runner.AssociationsOfAsync(signIn.Person, Cancellation));
    }

    private T ActivatorUtilitiesOf<T>(ISignIn signIn) =>
        Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<T>(opened.Instance.Local.Services, signIn);

    /// <summary>Asks for a function's route, with something in each of its places.</summary>
    internal static async Task<HttpResponseMessage> SendAsync(HttpClient client, string function, string association = "gavleborg")
    {
        var description = Http.Single(f => f.Name == function);
        var path = description.Route!
            .Replace("{association}", association, StringComparison.Ordinal).Replace("{period}", "2023-helar", StringComparison.Ordinal)
            .Replace("{initiative}", "hofors", StringComparison.Ordinal).Replace("{part}", "mal", StringComparison.Ordinal)
            .Replace("{version}", "1", StringComparison.Ordinal).Replace("{kind}", "arsredovisning", StringComparison.Ordinal)
            .Replace("{name}", "association.json", StringComparison.Ordinal).Replace("{nothing:maxlength(0)?}", "", StringComparison.Ordinal)
            .Replace("{document}", "fragor.pdf", StringComparison.Ordinal).Replace("{token}", "x", StringComparison.Ordinal).Replace("{file}", "x", StringComparison.Ordinal)
            .Replace("{folder}", "x", StringComparison.Ordinal).Replace("{year}", "2024", StringComparison.Ordinal)
            .Replace("{list}", "insatser", StringComparison.Ordinal)
            .Replace("{field}", "x", StringComparison.Ordinal).Replace("{template}", "helar", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(description.Methods[0]), "/" + path);
        return await client.SendAsync(request, Cancellation);
    }

    private sealed class FixedSignIn(SignedInPerson person) : ISignIn
    {
        public SignedInPerson Person => person;

        public SignedInPerson? PersonOf(Microsoft.AspNetCore.Http.HttpRequest request) => person;

        public string? SignInAddress(Microsoft.AspNetCore.Http.HttpRequest request) => null;

        public bool IsAdministrator(SignedInPerson person) => false;
    }
}

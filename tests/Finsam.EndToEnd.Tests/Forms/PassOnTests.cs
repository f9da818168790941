using System.Net;
using Finsam.App.Forms.Sharing;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Testing;
using MimeKit;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>"Skicka ekonomidelen till ekonomen".</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class PassOnTests(AllKindsInstance opened)
{
    private const string Page = "skicka-vidare";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Anna", "anna@exempel.se", "", "", "#del", "Välj minst en del")]
    [InlineData("Anna", "anna@exempel.se", "hemlig", "", "#del", "Välj minst en del")]
    [InlineData("", "anna@exempel.se", "ekonomi", "", "#namn", "Skriv ett namn")]
    [InlineData("Anna", "", "ekonomi", "", "#epost", "Skriv en e-postadress")]
    [InlineData("Anna", "anna", "ekonomi", "", "#epost", "inte giltig")]
    [InlineData("Anna", "anna@exempel", "ekonomi", "", "#epost", "inte giltig")]
    [InlineData("Anna", "anna@exempel.se, bo@exempel.se", "ekonomi", "", "#epost", "inte giltig")]
    [InlineData("Anna", "Anna <anna@exempel.se>", "ekonomi", "", "#epost", "inte giltig")]
    [InlineData("Anna", "anna@exempel.se\r\nBcc: alla@exempel.se", "ekonomi", "", "#epost", "inte giltig")]
    [InlineData("Anna", "anna@exempel.se", "ekonomi", "Det gäller 19121212-1212.", "#meddelande", "personnummer")]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_is_passed_on(string name, string email, string part, string message, string at, string told)
    {
        using var owner = await opened.OpenAsync();
        var answered = await owner.PostAsync(Page, ("namn", name), ("epost", email), ("meddelande", message), (part.Length == 0 ? "x" : "del." + part, "ja"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answered.Status);
        var error = Assert.Single(answered.Document.QuerySelectorAll(".summary a"));
        Assert.Equal(at, error.GetAttribute("href"));
        Assert.Contains(told, error.TextContent, StringComparison.Ordinal);
        Assert.NotNull(answered.Document.QuerySelector(at));
        Assert.Equal(name, answered.ValueOf("namn"));
        Assert.Equal(message, answered.ValueOf("meddelande"));
        Assert.Empty((await opened.SavedAsync(owner.Report)).Head.Value.PassedOn);
    }

    [Fact]
    public async Task One_mail_goes_out_that_names_only_the_parts_and_its_link_opens_only_them()
    {
        using var owner = await opened.OpenAsync();
        await PassOnAsync(owner, "Anna\r\nBcc: alla@exempel.se\u0007", "anna@exempel.se", "Hälsning <b>& tack", "ekonomi", "timmar@b");
        var mail = await MailAsync(owner.Report);
        Assert.Equal("anna@exempel.se", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Empty(mail.Bcc);
        Assert.Null(mail.Headers["Bcc"]);
        Assert.Contains("Ekonomi", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Timmar, Bollnäs kommun", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Deltagare", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Arbetsförmedlingen", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp; tack", mail.HtmlBody, StringComparison.Ordinal);

        using var helper = await FormClient.OpenAsync(opened.Instance, owner.Report, Link(mail), Cancellation);
        Assert.Equal([helper.Home + "/del/timmar@b", helper.Home + "/del/ekonomi"], (await helper.GetAsync()).Document.QuerySelectorAll(".tasks a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await helper.GetAsync("del/deltagare")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await helper.SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await helper.SaveAsync("ekonomi", 0, ("ekonomi.utfall", "5"))).Status);
        Assert.Equal(5m, (await opened.AnswersAsync(owner.Report)).Number("ekonomi.utfall"));
        Assert.Contains("Timmar, Bollnäs kommun (inte påbörjad), Ekonomi (påbörjad – 1 fält kvar)", (await owner.GetAsync(Page)).Text, StringComparison.Ordinal);

        // The tick looks at the report too, and writes to nobody twice.
        await opened.Instance.TickAsync(Cancellation);
        await opened.Instance.TickAsync(Cancellation);
        Assert.Single(Mails(owner.Report));
    }

    [Fact]
    public async Task Whoever_passes_a_part_on_and_whoever_has_filled_it_in_gets_a_receipt()
    {
        using var owner = await opened.OpenAsync();
        var passed = await owner.PostAsync(Page, ("namn", "Anna"), ("epost", "anna@exempel.se"), ("del.ekonomi", "ja"));
        Assert.Contains("Mejlet är på väg till Anna (anna@exempel.se).", (await owner.GetAsync(passed.Location![(owner.Home.Length + 1)..])).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("på väg", (await owner.GetAsync(Page)).Text, StringComparison.Ordinal);

        using var helper = await opened.OpenAsync(owner.Report, "vidare-1");
        Assert.Contains("Börja fylla i", (await helper.GetAsync()).Text, StringComparison.Ordinal);
        await helper.SaveAsync("ekonomi", 0, ("ekonomi.utfall", "50 000"));
        Assert.DoesNotContain("Tack", (await helper.GetAsync()).Text, StringComparison.Ordinal);
        var saved = await helper.SaveAsync("ekonomi", 1, ("ekonomi.utfall", "50 000"), ("ekonomi.prognos", "100 000"));
        Assert.Equal(helper.Home, saved.Location);
        Assert.Contains("Tack, din del är klar. Ägaren och Andra ägaren ser den och skickar in rapporten.", (await helper.GetAsync()).Text, StringComparison.Ordinal);

        var back = await owner.PostAsync(Page, ("ta-tillbaka", "vidare-1"));
        Assert.Contains("Länken som Anna fick gäller inte längre.", (await owner.GetAsync(back.Location![(owner.Home.Length + 1)..])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_part_without_tables_of_persons_is_offered_no_list_to_count_by()
    {
        using var owner = await opened.OpenAsync();
        using var accountant = await opened.OpenAsync(owner.Report, AllKinds.Accountant);
        Assert.Contains("Formuläret eller en pinnlista i Excel", (await owner.GetAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pinnlista", (await accountant.GetAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_the_link_is_dead_at_once()
    {
        using var owner = await opened.OpenAsync();
        await PassOnAsync(owner, "Anna", "anna@exempel.se", "", "ekonomi");
        var link = Link(await MailAsync(owner.Report));
        using var helper = await FormClient.OpenAsync(opened.Instance, owner.Report, link, Cancellation);
        await helper.SaveAsync("ekonomi", 0, ("ekonomi.utfall", "5"));

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.PostAsync(Page, ("ta-tillbaka", "vidare-1"))).Status);

        Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync("del/ekonomi")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.SaveAsync("ekonomi", 1, ("ekonomi.utfall", "6"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.PostAsync("del/ekonomi/spara", ("ekonomi.utfall", "6"))).Status);
        using var again = TestInstance.Client(opened.Instance.Address);
        Assert.Equal(HttpStatusCode.Gone, (await again.GetAsync(link, Cancellation)).StatusCode);
        Assert.Equal(5m, (await opened.AnswersAsync(owner.Report)).Number("ekonomi.utfall"));
        Assert.DoesNotContain("anna@exempel.se", (await owner.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_are_passed_on_to_twenty_at_most()
    {
        using var owner = await opened.OpenAsync();
        var head = (await opened.SavedAsync(owner.Report)).Head;
        var many = Enumerable.Range(1, 19).Select(n => new PassedOn($"vidare-{n}", "N", $"n{n}@exempel.se", ["mal"], AllKinds.Owner, opened.Instance.Clock.GetUtcNow()) { IsTakenBack = true });
        Assert.True(await opened.Instance.Service<IReportStore>().UpdateAsync(
            head, head.Value with { PassedOn = [.. many] }, new ReportEvent(opened.Instance.Clock.GetUtcNow(), AllKinds.Owner, ReportEventKind.PassedOn), Cancellation));
        await PassOnAsync(owner, "Den tjugonde", "tjugo@exempel.se", "", "mal");
        var refused = await owner.PostAsync(Page, ("namn", "En till"), ("epost", "en@exempel.se"), ("del.mal", "ja"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("20 personer", refused.Text, StringComparison.Ordinal);
        Assert.Equal(PassOn.Most, (await opened.SavedAsync(owner.Report)).Head.Value.PassedOn.Length);
    }

    // Stopped after the head was written and before the mail was planned.
    [Fact]
    public async Task A_mail_that_was_never_planned_goes_out_with_the_next_tick()
    {
        using var owner = await opened.OpenAsync();
        var (store, now) = (opened.Instance.Service<IReportStore>(), opened.Instance.Clock.GetUtcNow());
        await opened.Instance.Service<IDueIndex>().AddAsync(new DueEntry(SwedishTime.DateAt(now), AllKinds.PeriodKey, owner.Report.Initiative), Cancellation);
        var head = (await opened.SavedAsync(owner.Report)).Head;
        var anna = new PassedOn("vidare-1", "Anna", "anna@exempel.se", ["mal"], AllKinds.Owner, now);
        Assert.True(await store.UpdateAsync(
            head, head.Value with { PassedOn = [anna, anna with { Id = "vidare-2", IsTakenBack = true }] }, new ReportEvent(now, AllKinds.Owner, ReportEventKind.PassedOn), Cancellation));
        await opened.Instance.TickAsync(Cancellation);
        Assert.Equal("anna@exempel.se", Assert.Single((await MailAsync(owner.Report)).To.Mailboxes).Address);
        Assert.Single(Mails(owner.Report));
    }

    [Fact]
    public async Task A_report_that_is_sent_is_passed_on_to_nobody()
    {
        using var owner = await opened.OpenAsync();
        await owner.FillInAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync()).Status);
        Assert.Equal((HttpStatusCode.SeeOther, owner.Home), ((await owner.GetAsync(Page)).Status, (await owner.GetAsync(Page)).Location));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.PostAsync(Page, ("namn", "Anna"), ("epost", "anna@exempel.se"), ("del.mal", "ja"))).Status);
    }

    internal static async Task PassOnAsync(FormClient owner, string name, string email, string message, params string[] parts) => Assert.Equal(
        HttpStatusCode.SeeOther, (await owner.PostAsync(Page, [("namn", name), ("epost", email), ("meddelande", message), .. parts.Select(p => ("del." + p, "ja"))])).Status);

    private string[] Mails(ReportKey report) => [.. opened.Instance.Mails(MailSteps.PassedOn).Where(f => f.Contains($".{report.Initiative}.", StringComparison.Ordinal))];

    private async Task<MimeMessage> MailAsync(ReportKey report)
    {
        await TestInstance.WaitAsync(() => Task.FromResult(Mails(report).Length > 0), Cancellation);
        return await MimeMessage.LoadAsync(Mails(report)[0], Cancellation);
    }

    private static Uri Link(MimeMessage mail) => new(mail.TextBody!.Split('\n').First(l => l.Contains("/r/", StringComparison.Ordinal)).Trim());
}

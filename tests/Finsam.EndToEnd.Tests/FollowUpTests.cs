using System.Net;
using Finsam.App.Forms;
using Finsam.App.Reports;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Testing;
using MimeKit;

namespace Finsam.EndToEnd.Tests;

/// <summary>What the chef does by hand, what the owner and the chef are told of it, and what is told without anybody asking.</summary>
public sealed class FollowUpTests
{
    private const string Initiative = "hofors";

    private static readonly ReportKey Key = TestInstance.PeriodKey.Report(Initiative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reminder_by_hand_goes_at_once_at_any_hour_and_once_however_often_the_button_is_pressed()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        instance.Clock.Set(SwedishTime.At(new DateOnly(2024, 1, 13), new TimeOnly(22, 30))); // A Saturday night.

        await PostAsync(instance, "paminn", ("antal", "0"));
        await PostAsync(instance, "paminn", ("antal", "0"));
        await instance.TickAsync(Cancellation);

        await MailsAsync(instance, "for-hand~1", TestInstance.Gavleborg.Record.Initiatives.Initiatives.Single(i => i.Id == Initiative).Contacts.Length);
        await Task.Delay(500, Cancellation);
        Assert.Empty(instance.Mails("for-hand~2"));
        Assert.StartsWith("Påminnelse: ", (await MimeMessage.LoadAsync(instance.Mails("for-hand~1")[0], Cancellation)).Subject, StringComparison.Ordinal);
        await PostAsync(instance, "paminn", ("antal", "1"));
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("for-hand~2").Length > 0), Cancellation);
        Assert.Equal(2, (await HistoryAsync(instance)).Count(e => e.What == ReportEventKind.Reminded));
    }

    [Fact]
    public async Task All_that_are_late_are_reminded_and_nobody_else()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        await instance.SendReportAsync(Initiative, Cancellation);
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.LastDay.AddDays(1), new TimeOnly(10, 0)));
        var page = await instance.Chef.GetStringAsync(PeriodAddress, Cancellation);
        Assert.Contains("Påminn alla 13 sena", page, StringComparison.Ordinal);
        var fields = page.Split('"').Where(s => s.StartsWith("antal.", StringComparison.Ordinal)).Select(name => new KeyValuePair<string, string>(name, "0"));

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await instance.Chef.PostAsync(new Uri("/oversikt/gavleborg/2023-helar/paminn", UriKind.Relative), content, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode); // The page it was asked for on: the client has followed the redirect.
        var expected = TestInstance.Gavleborg.Record.Initiatives.Initiatives.Where(i => i.Id != Initiative).Sum(i => i.Contacts.Length);
        await MailsAsync(instance, "for-hand~1", expected);
        Assert.DoesNotContain(instance.Mails("for-hand~1"), f => f.Contains($".{Initiative}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_whose_reminders_are_stopped_gets_none_until_they_go_again()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        await PostAsync(instance, "paminnelser", ("stoppa", "ja"));
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.LastDay, new TimeOnly(9, 0)));
        await instance.TickAsync(Cancellation);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("sista-dagen").Length > 0), Cancellation);
        await Task.Delay(500, Cancellation);
        Assert.DoesNotContain(instance.Mails("sista-dagen"), f => f.Contains($".{Initiative}.", StringComparison.Ordinal));

        await PostAsync(instance, "paminnelser");

        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("sista-dagen").Any(f => f.Contains($".{Initiative}.", StringComparison.Ordinal))), Cancellation);
    }

    [Fact]
    public async Task A_last_day_of_its_own_moves_one_reports_reminders_and_opens_its_links_longer()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.LastDay, new TimeOnly(7, 5)));
        var day = TestInstance.Period.Closes.AddDays(20);

        await PostAsync(instance, "sista-dag", ("dag", SwedishFormat.Date(day)));
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.LastDay, new TimeOnly(9, 0)));
        await instance.TickAsync(Cancellation);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("sista-dagen").Length > 0), Cancellation);
        await Task.Delay(500, Cancellation);
        Assert.DoesNotContain(instance.Mails("sista-dagen"), f => f.Contains($".{Initiative}.", StringComparison.Ordinal));

        var report = (await instance.Service<IReportStore>().FindAsync(Key, Cancellation))!.Value;
        Assert.Equal((day, day, true), (report.Due, report.Closes, report.HasOwnDue));
        instance.Clock.Set(SwedishTime.At(day, new TimeOnly(9, 0)));
        await instance.TickAsync(Cancellation);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("sista-dagen~1").Length > 0), Cancellation);
        Assert.All(instance.Mails("sista-dagen~1"), f => Assert.Contains($".{Initiative}.", f, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_contact_of_a_report_that_is_in_is_said_to_get_no_link_and_the_old_one_to_open_no_more()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        var (browser, home) = await instance.OpenFormAsync(Initiative, Cancellation);
        using (browser)
        {
            var page = await browser.GetAsync(home.Address.AbsolutePath + "/mottagare", Cancellation);
            await browser.PostAsync(page, new Dictionary<string, string>(StringComparer.Ordinal) { ["namn"] = "Bo", ["epost"] = "bo@exempel.se", ["byt"] = "ja" }, Cancellation);
        }

        var address = new Uri("/oversikt/gavleborg/2023-helar/" + Initiative, UriKind.Relative);
        Assert.Contains("Godkänn och skicka länk", await instance.Chef.GetStringAsync(address, Cancellation), StringComparison.Ordinal);
        await instance.SendReportAsync(Initiative, Cancellation);
        var soon = await instance.Chef.GetStringAsync(address, Cancellation);
        Assert.Contains("Rapporten är redan inskickad. Bo får kvittot, men inget mejl med länk går ut. Länken som", soon, StringComparison.Ordinal);
        Assert.Contains("slutar att öppna.", soon, StringComparison.Ordinal);
        Assert.DoesNotContain("Godkänn och skicka länk", soon, StringComparison.Ordinal);

        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens.AddDays(3), new TimeOnly(9, 0)));
        Assert.Contains("Rapporten är redan inskickad. Inget mejl går ut. Länken som", await instance.Chef.GetStringAsync(address, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sista-dag", "2024-01-07")]
    [InlineData("sista-dag", "imorgon")]
    [InlineData("sista-dag", "")]
    [InlineData("komplettera", "2024-02-05")]
    public async Task What_will_not_do_is_told_on_the_page_with_what_was_written(string page, string day)
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);

        using var content = new FormUrlEncodedContent([new("dag", day), new("kommentar", "Skriv om mål 2.")]);
        using var answer = await instance.Chef.PostAsync(Address(page), content, Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{day}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(await HistoryAsync(instance), e => e.What is ReportEventKind.Extended or ReportEventKind.Returned);
    }

    [Fact]
    public async Task A_report_sent_back_is_open_with_its_answers_its_contacts_are_told_why_and_it_is_reminded_of_anew()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        await instance.SendReportAsync(Initiative, Cancellation);
        var contacts = TestInstance.Gavleborg.Record.Initiatives.Initiatives.Single(i => i.Id == Initiative).Contacts.Length;
        await MailsAsync(instance, "kvitto~0", contacts);
        var day = new DateOnly(2024, 1, 24);

        await PostAsync(instance, "komplettera", ("kommentar", "Skriv vad som uppnåtts för mål 2."), ("dag", SwedishFormat.Date(day)));

        await MailsAsync(instance, "atersand~1", contacts);
        var mail = await MimeMessage.LoadAsync(instance.Mails("atersand~1")[0], Cancellation);
        Assert.Contains("Skriv vad som uppnåtts för mål 2.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("senast onsdag 24 januari 2024", mail.TextBody, StringComparison.Ordinal);
        var (_, home) = await instance.OpenFormAsync(Initiative, Cancellation);
        Assert.Contains("Skriv vad som uppnåtts för mål 2.", home.Text, StringComparison.Ordinal);
        var form = (await instance.Service<LoadForm>().HandleAsync(Key, null, Cancellation))!;
        Assert.False(form.Report.IsSent);
        Assert.NotEmpty(form.Answers.Entries);

        instance.Clock.Set(SwedishTime.At(day, new TimeOnly(9, 0)));
        await instance.TickAsync(Cancellation);
        await MailsAsync(instance, "sista-dagen~1", contacts);

        // Sent in again, it has a receipt of its own, and the draft is another.
        await instance.SendReportAsync(Initiative, Cancellation);
        await MailsAsync(instance, "kvitto~1", contacts);
        Assert.Null((await instance.Service<IReportStore>().FindAsync(Key, Cancellation))!.Value.ReturnComment);
    }

    [Fact]
    public async Task The_receipt_has_the_answers_attached_to_each_contact()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        await instance.SendReportAsync(Initiative, Cancellation);

        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("kvitto~0").Length > 0), Cancellation);
        var mail = await MimeMessage.LoadAsync(instance.Mails("kvitto~0")[0], Cancellation);

        var report = (await instance.Service<IReportStore>().FindAsync(Key, Cancellation))!.Value;
        Assert.Contains(report.Reference!, mail.TextBody, StringComparison.Ordinal);
        var file = (MimePart)Assert.Single(mail.Attachments);
        Assert.Equal("application/pdf", file.ContentType.MimeType);
        Assert.DoesNotContain("/r/", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chef_is_told_weekly_before_the_last_day_daily_after_it_and_once_when_all_is_in()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        await instance.SendReportAsync(Initiative, Cancellation);
        foreach (var day in new[] { "2024-01-15", "2024-01-16", "2024-01-22", "2024-02-01", "2024-02-02", "2024-02-03" })
        {
            instance.Clock.Set(SwedishTime.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), new TimeOnly(7, 30, 5)));
            await instance.TickAsync(Cancellation);
        }

        await MailsAsync(instance, "lage~*", 4);
        Assert.Equal(
            ["lage~2024-01-15", "lage~2024-01-22", "lage~2024-02-01", "lage~2024-02-02"],
            instance.Mails("lage~*").Select(f => Path.GetFileName(f).Split('.')[3]).Order(StringComparer.Ordinal));
        Assert.Equal("Läget för helåret 2023: 1 av 14 rapporter är inne", (await MimeMessage.LoadAsync(instance.Mails("lage~2024-01-15")[0], Cancellation)).Subject);
        var late = await MimeMessage.LoadAsync(instance.Mails("lage~2024-02-01")[0], Cancellation);
        Assert.Equal("Läget för helåret 2023: 1 av 14 rapporter är inne, 13 dröjer", late.Subject);
        Assert.Equal("forbundschef@gavleborg.example.org", late.To.Mailboxes.Single().Address);

        instance.Clock.Set(SwedishTime.At(new DateOnly(2024, 2, 5), new TimeOnly(20, 0)));
        foreach (var initiative in TestInstance.Gavleborg.Record.Initiatives.Initiatives.Where(i => i.Id != Initiative))
        {
            await instance.SendReportAsync(initiative.Id, Cancellation);
        }

        await TestInstance.WaitAsync(
            async () =>
            {
                await instance.TickAsync(Cancellation);
                return instance.Mails("lage~alla-inne-*").Length > 0;
            },
            Cancellation);
        var allIn = await MimeMessage.LoadAsync(Assert.Single(instance.Mails("lage~alla-inne-*")), Cancellation);
        Assert.Equal("Alla rapporter för helåret 2023 är inne: utkastet är klart", allIn.Subject);
        Assert.Contains(".docx", allIn.TextBody, StringComparison.Ordinal);
    }

    private static Uri PeriodAddress => new("/oversikt/gavleborg/2023-helar", UriKind.Relative);

    private static Uri Address(string page) => new($"/oversikt/gavleborg/2023-helar/{Initiative}/{page}", UriKind.Relative);

    private static async Task PostAsync(TestInstance instance, string page, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        using var answer = await instance.Chef.PostAsync(Address(page), content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode); // The page it was asked for on: the client has followed the redirect.
    }

    private static Task MailsAsync(TestInstance instance, string step, int count) =>
        TestInstance.WaitAsync(() => Task.FromResult(instance.Mails(step).Length >= count), Cancellation);

    private static async Task<IReadOnlyCollection<ReportEvent>> HistoryAsync(TestInstance instance) => await instance.Service<IReportStore>().HistoryAsync(Key, Cancellation);
}

using System.Net;
using System.Text;
using AngleSharp.Dom;
using Finsam.App.Reports;
using Finsam.Cli.Demo;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>The form as it is received and sent by a browser without scripts.</summary>
public sealed class FormTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestInstance Instance => opened.Instance;

    [Fact]
    public async Task The_first_page_shows_what_the_association_already_knows()
    {
        var (browser, home) = await Instance.OpenFormAsync("resan-soderhamn", Cancellation);
        using (browser)
        {
            Assert.Contains("Minst 50 kvinnor och män identifierade via Trisam ska delta.", home.Text, StringComparison.Ordinal);
            Assert.Contains("1\u00A0243\u00A0000\u00A0kr", home.Text, StringComparison.Ordinal);
            Assert.Contains("onsdag 31 januari 2024", home.Text, StringComparison.Ordinal);
            Assert.Equal("sv", home.Document.DocumentElement.GetAttribute("lang"));
            Assert.Single(home.Document.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task A_section_is_saved_by_itself_and_stands_there_the_next_time()
    {
        var (browser, home) = await Instance.OpenFormAsync("connect-bollnas", Cancellation);
        using (browser)
        {
            var page = await browser.GetAsync(home.Address.AbsolutePath + "/del/ekonomi", Cancellation);
            var next = await browser.PostAsync(page, new Dictionary<string, string> { ["ekonomi.utfall"] = "1 172 000 kr" }, Cancellation);
            Assert.Equal(home.Address.AbsolutePath + "/granska", next.Address.AbsolutePath);
        }

        var (again, _) = await Instance.OpenFormAsync("connect-bollnas", Cancellation, "ekonom");
        using (again)
        {
            var page = await again.GetAsync(home.Address.AbsolutePath + "/del/ekonomi", Cancellation);
            Assert.Equal("1 172 000", page.Document.QuerySelector("[name='ekonomi.utfall']")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_at_its_field_and_in_the_summary_and_everything_typed_is_kept()
    {
        var (browser, home) = await Instance.OpenFormAsync("karnhuset-sandviken", Cancellation);
        using (browser)
        {
            var page = await browser.GetAsync(home.Address.AbsolutePath + "/del/deltagare", Cancellation);
            var answer = await browser.PostAsync(page, new Dictionary<string, string>
            {
                ["deltagare.deltagit.kvinna"] = "-3",
                ["deltagare.deltagit.man"] = "tio",
                ["deltagare.deltagit.annat"] = "1.234",
                ["deltagare.deltagit.okant"] = "7",
            }, Cancellation);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.StartsWith("Fel: ", answer.Document.Title, StringComparison.Ordinal);
            Assert.Contains("kan inte vara mindre än noll", Message(answer.Document, "deltagare.deltagit.kvinna"), StringComparison.Ordinal);
            Assert.Contains("”tio” är inget tal. Skriv det med siffror", Message(answer.Document, "deltagare.deltagit.man"), StringComparison.Ordinal);
            Assert.Contains("kan betyda 1\u00A0234 eller 1,234", Message(answer.Document, "deltagare.deltagit.annat"), StringComparison.Ordinal);
            Assert.Equal(3, answer.Document.QuerySelectorAll(".summary li a").Length);
            Assert.All(answer.Document.QuerySelectorAll(".summary li a"), a => Assert.NotNull(answer.Document.QuerySelector(a.GetAttribute("href")!)));
            Assert.Equal(["-3", "tio", "1.234", "7"], answer.Document.QuerySelectorAll("input.number").Take(4).Select(i => i.GetAttribute("value")));

            // What could be read is saved.
            var saved = await Instance.Service<IReportStore>().FindWithPartsAsync(TestInstance.PeriodKey.Report("karnhuset-sandviken"), Cancellation);
            Assert.Equal(7m, saved!.Answers.Number("deltagare.deltagit.okant"));
            Assert.Null(saved.Answers["deltagare.deltagit.kvinna"]);

            // Put right and saved again from the page that was shown, it is no conflict with oneself.
            var righted = await browser.PostAsync(answer, new Dictionary<string, string>
            {
                ["deltagare.deltagit.kvinna"] = "3",
                ["deltagare.deltagit.man"] = "10",
                ["deltagare.deltagit.annat"] = "0",
            }, Cancellation);
            Assert.Equal(HttpStatusCode.OK, righted.Status);
        }
    }

    [Fact]
    public async Task Two_who_save_the_same_section_are_shown_both_versions_and_nothing_is_lost()
    {
        const string initiative = "trisam-processledare";
        var (first, home) = await Instance.OpenFormAsync(initiative, Cancellation);
        var (second, _) = await Instance.OpenFormAsync(initiative, Cancellation, "ekonom");
        using (first)
        using (second)
        {
            var address = home.Address.AbsolutePath + "/del/ekonomi";
            var one = await first.GetAsync(address, Cancellation);
            var two = await second.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.OK, (await first.PostAsync(one, new Dictionary<string, string> { ["ekonomi.utfall"] = "1 486 000" }, Cancellation)).Status);

            var conflict = await second.PostAsync(two, new Dictionary<string, string> { ["ekonomi.utfall"] = "1 500 000", ["ekonomi.kommentar"] = "Min text" }, Cancellation);
            Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
            Assert.Contains("Någon annan har sparat den här delen", conflict.Text, StringComparison.Ordinal);
            Assert.Equal("1 500 000", conflict.Document.QuerySelector("[name='ekonomi.utfall']")!.GetAttribute("value"));
            Assert.Contains(conflict.Document.QuerySelectorAll(".theirs"), t => t.TextContent.Contains("1 486 000", StringComparison.Ordinal));
            Assert.Equal("Min text", conflict.Document.QuerySelector("[name='ekonomi.kommentar']")!.TextContent);

            // The first one's figure stands until the second, having seen both, saves.
            Assert.Equal(1_486_000m, await SavedAsync(initiative, "ekonomi.utfall"));
            Assert.Equal(HttpStatusCode.OK, (await second.PostAsync(conflict, new Dictionary<string, string>(), Cancellation)).Status);
            Assert.Equal(1_500_000m, await SavedAsync(initiative, "ekonomi.utfall"));

            var history = await Instance.Service<IReportStore>().HistoryAsync(TestInstance.PeriodKey.Report(initiative), Cancellation);
            Assert.Contains(history, e => e.Changes?.Number("ekonomi.utfall") == 1_486_000m && e.Who == "insatsagare");
            Assert.Contains(history, e => e.Changes?.Number("ekonomi.utfall") == 1_500_000m && e.Who == "ekonom");
        }
    }

    [Fact]
    public async Task A_report_with_something_missing_is_not_sent_and_says_where()
    {
        var (browser, home) = await Instance.OpenFormAsync("ovanaker", Cancellation);
        using (browser)
        {
            var review = await browser.GetAsync(home.Address.AbsolutePath + "/granska", Cancellation);
            Assert.Contains("Rapporten kan inte skickas in än", review.Text, StringComparison.Ordinal);
            var answer = await browser.PostAsync(review, new Dictionary<string, string>(), Cancellation);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(answer.Document.QuerySelectorAll(".summary a"), a => a.GetAttribute("href") == home.Address.AbsolutePath + "/del/ekonomi#f-ekonomi-utfall");
            Assert.False((await Instance.Service<IReportStore>().FindAsync(TestInstance.PeriodKey.Report("ovanaker"), Cancellation))!.Value.IsSent);
        }
    }

    [Fact]
    public async Task Warnings_are_explained_before_sending_and_what_was_written_is_kept()
    {
        var (browser, home) = await Instance.OpenFormAsync("utvecklingsinsatser", Cancellation);
        using (browser)
        {
            await TestInstance.FillInAsync(browser, home, "utvecklingsinsatser", Cancellation);
            var review = await browser.GetAsync(home.Address.AbsolutePath + "/granska", Cancellation);
            Assert.Contains("Kostnaden är 68\u00A0% av beviljade medel", review.Text, StringComparison.Ordinal);
            var stopped = await browser.PostAsync(review, new Dictionary<string, string>(), Cancellation);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, stopped.Status);
            Assert.NotEmpty(stopped.Document.QuerySelectorAll(".summary a"));
            var explanations = Browser.NamesOn(stopped).Where(n => n.StartsWith("_forklaring.", StringComparison.Ordinal)).ToArray();
            Assert.Equal("_forklaring.krav:ekonomi.kommentar", Assert.Single(explanations));
            var sent = await browser.PostAsync(stopped, new Dictionary<string, string> { [explanations[0]] = "Två utbildningar blev inställda." }, Cancellation);
            Assert.Equal(HttpStatusCode.OK, sent.Status);
            Assert.NotNull(sent.Document.QuerySelector(".ref"));
            var head = (await Instance.Service<IReportStore>().FindAsync(TestInstance.PeriodKey.Report("utvecklingsinsatser"), Cancellation))!.Value;
            var snapshot = await Instance.Service<IReportStore>().SnapshotAsync(head.Key.Association, head.SnapshotHash!, Cancellation);
            Assert.Equal("Två utbildningar blev inställda.", Assert.Single(snapshot.ExplainedWarnings).Comment);
        }
    }

    [Fact]
    public async Task After_sending_the_link_shows_the_sent_answers_and_takes_no_more()
    {
        const string initiative = "valfardsguiden";
        var (browser, home) = await Instance.OpenFormAsync(initiative, Cancellation);
        using (browser)
        {
            var open = await browser.GetAsync(home.Address.AbsolutePath + "/del/ekonomi", Cancellation);
            await Instance.SendReportAsync(initiative, Cancellation);
            var late = await browser.PostAsync(open, new Dictionary<string, string> { ["ekonomi.utfall"] = "999" }, Cancellation);
            Assert.Equal(HttpStatusCode.Conflict, late.Status);
            Assert.Contains("999", late.Text, StringComparison.Ordinal);

            var again = await browser.GetAsync(await Instance.LinkAsync(initiative), Cancellation);
            Assert.Contains("rapporten är inskickad", again.Text, StringComparison.Ordinal);
            Assert.Contains("216\u00A0000\u00A0kr", again.Text, StringComparison.Ordinal);
            Assert.Matches("^2023-[0-9A-Z]{4}-[0-9A-Z]{4}$", again.Document.QuerySelector(".ref")!.TextContent);
            Assert.Empty(again.Document.QuerySelectorAll("form"));
        }
    }

    [Fact]
    public async Task A_wrong_content_type_and_a_body_that_is_too_large_are_refused_with_a_page()
    {
        var (browser, home) = await Instance.OpenFormAsync("dans-for-halsa-gavle", Cancellation);
        browser.Dispose();
        using var client = TestInstance.Client(Instance.Address);
        await client.GetAsync(new Uri(await Instance.LinkAsync("dans-for-halsa-gavle")), Cancellation);
        var address = home.Address.AbsolutePath + "/del/ekonomi";

        var json = await client.PostAsync(address, new StringContent("{}", Encoding.UTF8, "application/json"), Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        var large = await client.PostAsync(address, new StringContent("ekonomi.kommentar=" + new string('x', 1_100_000), Encoding.UTF8, "application/x-www-form-urlencoded"), Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("för stort", await large.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_shown_as_text_whatever_they_hold()
    {
        const string hostile = "<script>alert(1)</script> \"'&";
        var (browser, home) = await Instance.OpenFormAsync("fontanhus-sandviken", Cancellation);
        using (browser)
        {
            var page = await browser.GetAsync(home.Address.AbsolutePath + "/del/mal", Cancellation);
            await browser.PostAsync(page, new Dictionary<string, string> { ["kommentar.text"] = hostile }, Cancellation);
            var review = await browser.GetAsync(home.Address.AbsolutePath + "/granska", Cancellation);
            Assert.Empty(review.Document.QuerySelectorAll("script:not([src^='/assets/'])"));
            Assert.Contains(hostile, review.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_save_lands_after_a_report_is_sent_however_they_race()
    {
        const string initiative = "ratt-till-ratt-gavle";
        var key = TestInstance.PeriodKey.Report(initiative);
        var (browser, home) = await Instance.OpenFormAsync(initiative, Cancellation);
        using (browser)
        {
            await TestInstance.FillInAsync(browser, home, initiative, Cancellation);
        }

        var save = Instance.Service<App.Forms.SavePart>();
        var submit = Instance.Service<App.Forms.SubmitReport>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var saving = Task.Run(async () =>
        {
            var saved = new List<decimal>();
            for (var kronor = 1m; !stop.IsCancellationRequested; kronor++)
            {
                var revision = (await Instance.Service<IReportStore>().FindWithPartsAsync(key, Cancellation))!.Parts["ekonomi"].Revision;
                var outcome = await save.HandleAsync(
                    key, "ekonomi", Entry(("_revision", $"{revision}"), ("ekonomi.utfall", $"1410{kronor}"), ("ekonomi.kommentar", "Priset steg.")), "insatsagare", Cancellation);
                if (outcome is App.Forms.SaveOutcome.Saved)
                {
                    saved.Add(decimal.Parse("1410" + kronor, System.Globalization.CultureInfo.InvariantCulture));
                }
                else if (outcome is App.Forms.SaveOutcome.AlreadySent)
                {
                    break;
                }
            }

            return saved;
        }, Cancellation);
        await Task.Delay(300, Cancellation);
        App.Forms.SubmitOutcome sent;
        do
        {
            sent = await submit.HandleAsync(key, Entry(), "insatsagare", Cancellation);
        }
        while (sent is App.Forms.SubmitOutcome.Busy);

        Assert.IsType<App.Forms.SubmitOutcome.Sent>(sent);
        await stop.CancelAsync();
        var answers = await saving;
        var report = (await Instance.Service<IReportStore>().FindWithPartsAsync(key, Cancellation))!;
        var snapshot = await Instance.Service<IReportStore>().SnapshotAsync("gavleborg", report.Head.Value.SnapshotHash!, Cancellation);
        Assert.True(answers.Count > 0);
        Assert.Equal(answers[^1], snapshot.Answers.Number("ekonomi.utfall"));
        Assert.Equal(answers[^1], report.Answers.Number("ekonomi.utfall"));
    }

    private static string Message(IDocument page, string field) => string.Concat(
        page.QuerySelector($"[name='{field}']")!.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent));

    private static App.Forms.PartEntry Entry(params (string Name, string Value)[] written) =>
        new() { Written = written.ToDictionary(w => w.Name, w => w.Value) };

    private async Task<decimal?> SavedAsync(string initiative, string field) =>
        (await Instance.Service<IReportStore>().FindWithPartsAsync(TestInstance.PeriodKey.Report(initiative), Cancellation))!.Answers.Number(field);
}

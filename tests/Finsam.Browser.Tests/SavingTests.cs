using System.Text.RegularExpressions;
using Finsam.App.Reports;
using Finsam.Browser.Tests.Browsers;
using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;
using Finsam.Domain.Answers;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests;

/// <summary>What one writes is saved by itself, and nothing that has been written is lost: without network, in two tabs, after a day. Each test has
/// an initiative of its own on a site they share.</summary>
public sealed class SavingTests(Chromium chromium, AllSites sites)
{
    private const string Women = "deltagare.deltagit.kvinna";
    private const string Men = "deltagare.deltagit.man";
    private const string Comment = "kommentar.text";
    private const string TellsOfNobody = "Texten handlar inte om någon enskild person.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<Site> Site => sites.Opened("saving");

    [Fact(Timeout = Patience.Test)]
    public async Task What_is_written_as_the_network_goes_is_saved_when_it_is_back()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, "hofors", "deltagare");
        await tab.WriteAsync(Women, "3");
        await visit.OfflineAsync();
        await tab.WriteAsync(Men, "4");
        await tab.SaysAsync("Ingen kontakt");
        Assert.Equal(Number(null), await StoredAsync(site, "hofors", Men));

        await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Save }).ClickAsync();
        await tab.SaysAsync("Ingen kontakt");
        Assert.EndsWith("del/deltagare", tab.Page.Url, StringComparison.Ordinal);

        await visit.OfflineAsync(false);
        await tab.SaysAsync("Sparat");
        Assert.Equal(Number(3), await StoredAsync(site, "hofors", Women));
        Assert.Equal(Number(4), await StoredAsync(site, "hofors", Men));
        Assert.Empty(await tab.KeptAsync());
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData("ovanaker", true)]
    [InlineData("ratt-till-ratt-gavle", false)]
    public async Task What_could_not_be_saved_before_the_page_was_closed_is_saved_when_the_link_is_opened_again(string initiative, bool straightToThePart)
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, initiative, "mal");
        await visit.OfflineAsync();
        await tab.WriteAsync(Comment, "Skrivet på tåget.");
        await tab.SaysAsync("Ingen kontakt");
        await tab.Page.CloseAsync();

        await visit.OfflineAsync(false);
        var again = new Tab(await visit.Context.NewPageAsync());
        await again.Page.GotoAsync(straightToThePart ? site.FormAddress(initiative, "del/mal") : await site.LinkAsync(initiative));
        if (straightToThePart)
        {
            await again.ShowsAsync(Comment, "Skrivet på tåget.");
        }

        await EventuallyAsync(site, initiative, Comment, new Answer.Text("Skrivet på tåget."));
        await UntilAsync(async () => (await again.KeptAsync()).Length == 0);
        await again.Page.GotoAsync(site.FormAddress(initiative, "del/mal"));
        await again.ShowsAsync(Comment, "Skrivet på tåget.");
    }

    [Fact(Timeout = Patience.Test)]
    public async Task What_a_server_in_trouble_did_not_take_is_sent_again()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, "resan-soderhamn", "deltagare");
        var refused = 0;
        await tab.Page.RouteAsync("**/spara", route => ++refused <= 2 ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await tab.WriteAsync(Women, "12");
        await tab.SaysAsync("Ingen kontakt");
        await tab.SaysAsync("Sparat");
        Assert.Equal(3, refused);
        Assert.Equal(Number(12), await StoredAsync(site, "resan-soderhamn", Women));
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Two_tabs_that_change_different_fields_keep_both()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var one = await OpenAsync(site, visit, "ljusdal", "deltagare");
        var two = new Tab(await visit.Context.NewPageAsync());
        await two.Page.GotoAsync(site.FormAddress("ljusdal", "del/deltagare"));

        await one.WriteAsync(Women, "5");
        await one.SaysAsync("Sparat");
        await two.WriteAsync(Men, "6");
        await two.ShowsAsync(Women, "5");
        await one.WriteAsync("deltagare.nya.kvinna", "1");
        await one.ShowsAsync(Men, "6");

        // Spara is no different: what the other tab has saved is not in the way.
        await two.WriteAsync("deltagare.nya.man", "2");
        await one.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Save }).ClickAsync();
        await one.Page.WaitForURLAsync("**/del/avslut");
        await EventuallyAsync(site, "ljusdal", "deltagare.nya.man", Number(2));
        Assert.Equal(Number(5), await StoredAsync(site, "ljusdal", Women));
        Assert.Equal(Number(6), await StoredAsync(site, "ljusdal", Men));
        Assert.Equal(Number(1), await StoredAsync(site, "ljusdal", "deltagare.nya.kvinna"));
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Two_that_change_the_same_field_are_told_and_choose()
    {
        await using var visit = await chromium.VisitAsync();
        await using var other = await chromium.VisitAsync();
        var site = await Site;
        var mine = await OpenAsync(site, visit, "karnhuset-sandviken", "deltagare");
        await site.OpenFormAsync(other, "karnhuset-sandviken", "ekonom");
        var theirs = new Tab(other.Page);
        await theirs.Page.GotoAsync(site.FormAddress("karnhuset-sandviken", "del/deltagare"));

        await theirs.WriteAsync(Women, "20");
        await theirs.SaysAsync("Sparat");
        await mine.WriteAsync(Women, "30");
        await mine.SaysAsync("Samma fält har ändrats samtidigt");
        Assert.Contains("20", await mine.MessageAsync(Women), StringComparison.Ordinal);
        await mine.ShowsAsync(Women, "30");
        Assert.Equal(Number(20), await StoredAsync(site, "karnhuset-sandviken", Women));

        // The rest goes on being saved, and the field when one has decided.
        await mine.WriteAsync(Men, "7");
        await EventuallyAsync(site, "karnhuset-sandviken", Men, Number(7));
        Assert.Contains("20", await mine.MessageAsync(Women), StringComparison.Ordinal);

        // Nobody has read it sooner than that.
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await mine.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Save }).ClickAsync();
        await mine.Page.WaitForURLAsync("**/del/avslut");
        Assert.Equal(Number(30), await StoredAsync(site, "karnhuset-sandviken", Women));
        await UntilAsync(async () => (await mine.KeptAsync()).Length == 0);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task What_was_saved_without_an_answer_coming_back_is_nobody_elses()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, "utvecklingsinsatser", "mal");
        var lost = 0;
        await tab.Page.RouteAsync("**/spara", async route =>
        {
            if (++lost == 1)
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await tab.WriteAsync(Comment, "Halva");
        await tab.SaysAsync("Ingen kontakt");
        Assert.Equal(new Answer.Text("Halva"), await StoredAsync(site, "utvecklingsinsatser", Comment));
        await tab.WriteAsync(Comment, "Halva, och resten.");
        await EventuallyAsync(site, "utvecklingsinsatser", Comment, new Answer.Text("Halva, och resten."));
        await tab.SaysAsync("Sparat");
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Who_presses_Spara_before_having_seen_what_another_has_written_is_told_first()
    {
        await using var visit = await chromium.VisitAsync();
        await using var other = await chromium.VisitAsync();
        var site = await Site;
        var mine = await OpenAsync(site, visit, "trisam-processledare", "mal");
        await site.OpenFormAsync(other, "trisam-processledare", "ekonom");
        var theirs = new Tab(other.Page);
        await theirs.Page.GotoAsync(site.FormAddress("trisam-processledare", "del/mal"));

        await theirs.WriteAsync(Comment, "Kollegans text.");
        await theirs.SaysAsync("Sparat");
        await mine.Page.Locator($"[name='{Comment}']").FillAsync("Min text.");
        var save = mine.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Save });
        await save.ClickAsync();
        await mine.SaysAsync("Samma fält har ändrats samtidigt");
        Assert.Contains("Kollegans text.", await mine.MessageAsync(Comment), StringComparison.Ordinal);
        Assert.Equal(new Answer.Text("Kollegans text."), await StoredAsync(site, "trisam-processledare", Comment));

        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        await visit.GoAsync(() => save.ClickAsync());
        await EventuallyAsync(site, "trisam-processledare", Comment, new Answer.Text("Min text."));
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Back_reload_and_a_day_away_lose_nothing()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, "valfardsguiden", "mal");
        await tab.Page.Locator($"[name='{Comment}']").FillAsync("Först.");
        await tab.Page.ReloadAsync();
        await tab.ShowsAsync(Comment, "Först.");

        await tab.Page.Locator($"[name='{Comment}']").FillAsync("Sedan.");
        await tab.Page.GotoAsync(site.FormAddress("valfardsguiden"));
        await tab.Page.GoBackAsync();
        await tab.ShowsAsync(Comment, "Sedan.");

        site.Instance.Clock.Set(site.Instance.Clock.GetUtcNow().AddDays(1));
        await tab.WriteAsync(Comment, "Dagen efter.");
        await EventuallyAsync(site, "valfardsguiden", Comment, new Answer.Text("Dagen efter."));
        await UntilAsync(async () => (await tab.KeptAsync()).Length == 0);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Totals_shares_and_derived_rows_follow_what_is_written_and_are_the_servers()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, "trisam-handlaggartid", "trisam");
        await tab.WriteAsync("alder.under-30.kvinna", "1");
        Assert.Contains("1\u00A0hittills", await tab.FiguresAsync(), StringComparison.Ordinal);
        await tab.WriteAsync("alder.30-49.man", "2");
        await tab.PressAsync("Övriga rutor är 0", "Ålder");
        Assert.Contains("33\u00A0%|", await tab.FiguresAsync(), StringComparison.Ordinal);
        await tab.PressAsync("Övriga rutor: uppgift saknas", "Huvudsaklig försörjning");
        await tab.ShowsAsync("forsorjning.annan.okant", "uppgift saknas");
        await tab.IsWhatTheServerSaysAsync();
        Assert.Equal(Number(0), await StoredAsync(site, "trisam-handlaggartid", "alder.50-over.okant"));
        Assert.Equal(Answer.Unknown.Instance, await StoredAsync(site, "trisam-handlaggartid", "forsorjning.annan.okant"));

        await site.OpenFormAsync(visit, "connect-bollnas");
        await tab.Page.GotoAsync(site.FormAddress("connect-bollnas", "del/deltagare"));
        await tab.WriteAsync(Women, "1 200");
        await tab.WriteAsync("deltagare.nya.kvinna", "7");
        Assert.Contains("1\u00A0193", await tab.FiguresAsync(), StringComparison.Ordinal);
        await tab.PressAsync("Inga deltagare den här perioden");
        await tab.IsWhatTheServerSaysAsync();
        Assert.Equal(Number(0), await StoredAsync(site, "connect-bollnas", Men));

        await tab.Page.GotoAsync(site.FormAddress("connect-bollnas", "del/ekonomi"));
        await tab.WriteAsync("ekonomi.utfall", "1 000 000");
        await tab.IsWhatTheServerSaysAsync();
        Assert.EndsWith("%|", await tab.FiguresAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task A_number_in_a_text_that_is_not_the_tables_is_asked_about_as_one_writes()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, "dans-for-halsa-gavle", "deltagare");
        await tab.WriteAsync(Women, "8");
        await tab.PressAsync("Övriga rutor är 0", "Deltagare under perioden");
        await tab.SaysAsync("Sparat");
        await tab.Page.GotoAsync(site.FormAddress("dans-for-halsa-gavle", "del/mal"));
        await tab.WriteAsync(Comment, "I år har 62 deltagare dansat.");
        await tab.SaysAsync("Sparat");
        Assert.Contains("62", await tab.MessageAsync(Comment), StringComparison.Ordinal);
        await tab.WriteAsync(Comment, "I år har 8 deltagare dansat.");
        await UntilAsync(async () => (await tab.MessageAsync(Comment)).Length == 0);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task A_text_with_a_personal_number_is_saved_only_when_the_writer_says_so()
    {
        const string text = "Vi har hjälpt 811218-9876 i år.";
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, "fontanhus-sandviken", "mal");
        await tab.WriteAsync(Comment, text);
        await tab.SaysAsync("att se över");
        Assert.NotEmpty(await tab.MessageAsync(Comment));
        Assert.Empty(await tab.KeptAsync());
        var anyway = tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = TellsOfNobody });
        await Assertions.Expect(anyway).ToBeVisibleAsync();
        await tab.WriteAsync(Comment, "Vi har hjälpt många i år.");
        await Assertions.Expect(anyway).ToBeHiddenAsync();
        await tab.WriteAsync(Comment, text);
        await Assertions.Expect(anyway).ToBeVisibleAsync();
        var save = tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Save });
        await visit.GoAsync(() => save.ClickAsync());
        Assert.Equal(new Answer.Text("Vi har hjälpt många i år."), await StoredAsync(site, "fontanhus-sandviken", Comment));
        await tab.ShowsAsync(Comment, text);

        // To mend it is nothing of anybody else's.
        await tab.WriteAsync(Comment, "Vi har hjälpt 811218-9876 i fjol.");
        await tab.SaysAsync("att se över");
        Assert.Empty(await tab.KeptAsync());
        await anyway.CheckAsync();
        await EventuallyAsync(site, "fontanhus-sandviken", Comment, new Answer.Text("Vi har hjälpt 811218-9876 i fjol."));
        await tab.SaysAsync("Sparat");
        await Assertions.Expect(anyway).ToBeHiddenAsync();
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData("hofors", "mal", Comment, "Vi har hjälpt 811218-9876 i år.", "personnummer")]
    [InlineData("ovanaker", "deltagare", Women, "1.234", "kan betyda")]
    [InlineData("ljusdal", "deltagare", Women, "-3", "mindre än noll")]
    public async Task What_was_not_taken_is_there_again_with_its_message_when_the_part_is_opened(string initiative, string part, string field, string text, string message)
    {
        await using var visit = await chromium.VisitAsync();
        var site = await sites.Opened("refused");
        var tab = await OpenAsync(site, visit, initiative, part);
        await tab.WriteAsync(field, text);
        await tab.SaysAsync("att se över");
        await visit.GoAsync(() => tab.Page.GetByRole(AriaRole.Link, new() { Name = site.Initiative(initiative).Name }).ClickAsync());
        await Assertions.Expect(tab.Page.Locator("[data-kept] > :last-child:not([hidden])")).ToHaveTextAsync(["Något är inte sparat"]);

        await tab.Page.GotoAsync(site.FormAddress(initiative, $"del/{part}"));
        await tab.ShowsAsync(field, text);
        await tab.SaysAsync("att se över");
        Assert.Contains(message, await tab.MessageAsync(field), StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_could_not_be_read_is_in_no_total(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(new VisitOptions { Scripts = scripts });
        var tab = await OpenAsync(await sites.Opened("refused"), visit, scripts ? "resan-soderhamn" : "connect-bollnas", "deltagare");
        await tab.WriteAsync(Men, "7");
        await SaveAsync("5", "Sparat");
        await SaveAsync("1 232,5", "att se över");
        await tab.ShowsAsync(Women, "1 232,5");
        Assert.Equal("7\u00A0hittills", await tab.Page.Locator("[data-row-total=deltagit]").TextContentAsync());

        async Task SaveAsync(string women, string says)
        {
            var part = tab.Page.Url;
            await tab.WriteAsync(Women, women);
            if (scripts)
            {
                await tab.SaysAsync(says);
                return;
            }

            await visit.GoAsync(() => tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Save }).ClickAsync());
            if (says == "Sparat")
            {
                await tab.Page.GotoAsync(part);
            }
        }
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData("samlad", "mal.samlad")]
    [InlineData("Deltag", Women)]
    public async Task A_line_that_says_what_is_missing_leads_to_its_field(string line, string field)
    {
        await using var visit = await chromium.VisitAsync(new VisitOptions { Scripts = false });
        var site = await sites.Opened("refused");
        await site.OpenFormAsync(visit, "karnhuset-sandviken");
        await visit.Page.GotoAsync(site.FormAddress("karnhuset-sandviken", "granska"));
        await visit.GoAsync(() => visit.Page.Locator(".summary a", new() { HasTextRegex = new Regex(line, RegexOptions.IgnoreCase) }).First.ClickAsync());
        await Assertions.Expect(visit.Page.Locator($"[name='{field}']").First).ToBeInViewportAsync();
        Assert.Contains(field, visit.Page.Url.Replace("f-", "", StringComparison.Ordinal).Replace('-', '.'), StringComparison.Ordinal);
        Assert.Equal(field, await visit.Page.EvaluateAsync<string>("() => document.querySelector(':target')?.name"));
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Once_the_report_is_sent_an_open_tab_says_so_and_keeps_what_is_written_there()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await Site;
        var tab = await OpenAsync(site, visit, "mysam-koordinator", "mal");
        await sites.Sent("saving", "mysam-koordinator");
        await tab.WriteAsync(Comment, "Ett tillägg.");
        await tab.SaysAsync("Det går inte att spara");
        await tab.ShowsAsync(Comment, "Ett tillägg.");
        await visit.GoAsync(() => tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Save }).ClickAsync());
        Assert.Contains("Ett tillägg.", await tab.Page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
        await visit.GoAsync(() => tab.Page.GetByRole(AriaRole.Link, new() { Name = "Visa det som skickades in" }).ClickAsync());
        await UntilAsync(async () => (await tab.KeptAsync()).Length == 0);
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData("hofors", true)]
    [InlineData("ovanaker", false)]
    public async Task Enter_saves_and_goes_on(string initiative, bool scripts)
    {
        await using var visit = await chromium.VisitAsync(new VisitOptions { Scripts = scripts });
        var site = await sites.Opened("reporting");
        var tab = await OpenAsync(site, visit, initiative, "deltagare");
        await tab.Page.Locator($"[name='{Women}']").FillAsync("3");
        await visit.GoAsync(() => tab.Page.Keyboard.PressAsync("Enter"));
        Assert.EndsWith("/del/avslut", tab.Page.Url, StringComparison.Ordinal);
        Assert.Equal(Number(3), await StoredAsync(site, initiative, Women));
        Assert.Equal(Number(null), await StoredAsync(site, initiative, Men));
    }

    private static async Task<Tab> OpenAsync(Site site, Visit visit, string initiative, string part)
    {
        await site.OpenFormAsync(visit, initiative);
        await visit.Page.GotoAsync(site.FormAddress(initiative, $"del/{part}"));
        return new Tab(visit.Page);
    }

    private static Answer.Number? Number(int? number) => number is { } n ? new Answer.Number(n) : null;

    private static async Task<Answer?> StoredAsync(Site site, string initiative, string field) =>
        (await site.Instance.Service<IReportStore>().FindWithPartsAsync(site.PeriodKey.Report(initiative), Cancellation))!.Answers[field];

    private static Task EventuallyAsync(Site site, string initiative, string field, Answer? answer) =>
        UntilAsync(async () => Equals(await StoredAsync(site, initiative, field), answer));

    private static Task UntilAsync(Func<Task<bool>> until) => Testing.TestInstance.WaitAsync(until, Cancellation);

    /// <summary>A part of the form in a tab.</summary>
    private sealed record Tab(IPage Page)
    {
        private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 20_000 };

        /// <summary>Writes, and leaves the field.</summary>
        public async Task WriteAsync(string field, string text)
        {
            await Page.Locator($"[name='{field}']").FillAsync(text);
            await Page.Locator($"[name='{field}']").BlurAsync();
        }

        public Task PressAsync(string button, string block = "") =>
            Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{button}.*{block}$") }).ClickAsync();

        public Task SaysAsync(string text) => Assertions.Expect(Page.Locator(".savestate")).ToContainTextAsync(text, Patient);

        public Task ShowsAsync(string field, string text) => Assertions.Expect(Page.Locator($"[name='{field}']")).ToHaveValueAsync(text, new() { Timeout = 20_000 });

        public async Task<string> MessageAsync(string field) => (await Page.Locator($"[data-messages='{field}']").InnerTextAsync()).Trim();

        /// <summary>What the browser keeps of the form.</summary>
        public Task<string[]> KeptAsync() => Page.EvaluateAsync<string[]>("() => Object.keys(localStorage).filter(k => k.startsWith('finsam:'))");

        /// <summary>All that is calculated, in order.</summary>
        public Task<string> FiguresAsync() => Page.EvaluateAsync<string>("() => [...document.querySelectorAll('output')].map(o => o.textContent.trim() + '|').join('')");

        public async Task IsWhatTheServerSaysAsync()
        {
            await SaysAsync("Sparat");
            var before = await FiguresAsync();
            var served = await Page.EvaluateAsync<string>("""
                async () => [...new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html').querySelectorAll('output')].map(o => o.textContent.trim() + '|').join('')
                """);
            Assert.Equal(served, before);
        }
    }
}

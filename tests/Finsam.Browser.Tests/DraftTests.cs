using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Finsam.App.Drafts;
using Finsam.App.Drafts.WordTemplates;
using Finsam.App.Storage;
using Finsam.Browser.Tests.Browsers;
using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;
using Finsam.Testing;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests;

/// <summary>A chef gets a draft in the forms there are, in the association's own look, and is not led astray by what people do by mistake.</summary>
public sealed partial class DraftTests(Chromium chromium, AllSites sites)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience.Test)]
    public async Task A_draft_is_fetched_as_Word_and_Excel_with_names_that_say_what_they_are()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await OpenPeriodAsync(visit, await sites.Ended);

        var (wordName, word) = await FetchAsync(visit, () => Link(visit, "Word, version 2").ClickAsync());
        using var document = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        Assert.Contains("Samordningsförbund Gävleborg", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);

        var (excelName, excel) = await FetchAsync(visit, () => Link(visit, "Excel, version 2").ClickAsync());
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(excel), isEditable: false);
        Assert.True(workbook.WorkbookPart!.WorksheetParts.Count() > 5);
        Assert.Equal(("arsredovisning-2023-helar-v2.docx", "arsredovisning-2023-helar-v2.xlsx"), (wordName, excelName));
        Assert.Equal(site.PeriodAddress(), visit.Page.Url);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task A_draft_is_fetched_as_PDF_from_its_preview()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await OpenPeriodAsync(visit, await sites.Ended);
        Assert.SkipUnless(site.Instance.Service<IPdfConversion>().Unavailable(TestInstance.Gavleborg.Record.Association) is null, "skipped: no LibreOffice");

        await visit.GoAsync(() => Link(visit, "Förhandsgranska version 4").ClickAsync());
        var (name, pdf) = await FetchAsync(visit, () => Link(visit, "PDF, version 4").ClickAsync());
        Assert.Equal("arsredovisning-2023-helar-v4.pdf", name);
        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8) && pdf.AsSpan().TrimEnd("\r\n"u8).EndsWith("%%EOF"u8));
    }

    [Fact(Timeout = Patience.Test)]
    public async Task With_the_keyboard_alone_a_template_is_chosen_a_draft_is_made_in_it_and_it_is_taken_away()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await OpenPeriodAsync(visit, await sites.Opened("reporting"));
        var keyboard = new Keyboard(visit);

        // The browser hands choosers over from here on, and not first when Enter is pressed: on a busy machine the key came before the browser was asked to (18 of 120 times, and 0 of 120 so).
        visit.Page.FileChooser += (_, _) => { };
        await keyboard.FollowAsync(WordTemplateWords());
        await keyboard.ReachAsync("INPUT", Nothing());
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(TemplateFile("Vår mall.dotx", WordTemplateFiles.Own()));
        await keyboard.PressAsync(FormWords.Upload);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Nästa utkast skrivs i den");

        await visit.Page.GotoAsync(site.PeriodAddress());
        await keyboard.PressAsync(MakeWords());
        await site.ReadyAsync(1);
        await visit.Page.GotoAsync(site.PeriodAddress());
        await keyboard.ReachAsync("A", WordWords());
        var (_, word) = await FetchAsync(visit, () => visit.Page.Keyboard.PressAsync("Enter"));
        using (var document = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false))
        {
            var main = document.MainDocumentPart!;
            Assert.Contains(main.HeaderParts, h => h.Header!.InnerText == WordTemplateFiles.HeaderText);
            Assert.Contains(WordTemplateFiles.HeadingColour, main.StyleDefinitionsPart!.Styles!.OuterXml, StringComparison.Ordinal);
        }

        await keyboard.FollowAsync(WordTemplateWords());
        await keyboard.PressAsync(RemoveWords());
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Mallen är borttagen");
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Two_clicks_two_tabs_and_an_impatient_chef_get_one_draft()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await OpenPeriodAsync(visit, await sites.Opened("saving"));
        var other = await visit.Context.NewPageAsync();
        await other.GotoAsync(site.PeriodAddress());
        await site.BeginDraftAsync(TimeSpan.Zero);

        await other.GetByRole(AriaRole.Button, new() { NameRegex = MakeWords() }).DblClickAsync();
        await Assertions.Expect(other.GetByText("Sammanställs.")).ToHaveCountAsync(1);
        await visit.GoAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = MakeWords() }).ClickAsync());
        await visit.GoAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = SeeWords() }).ClickAsync());
        await Assertions.Expect(visit.Page.GetByText("Sammanställs.")).ToHaveCountAsync(1);
        Assert.Single(await DraftsAsync(site));

        await site.Instance.Service<IWorkQueue>().CompileDraftAsync(site.Draft(1), Cancellation);
        await site.ReadyAsync(1);
        await visit.GoAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = SeeWords() }).ClickAsync());
        await Assertions.Expect(Link(visit, "Word, version 1")).ToBeVisibleAsync();

        // The other tab is as old as the draft. Its button asks for another now, and two clicks for one.
        await other.ReloadAsync();
        await other.GetByRole(AriaRole.Button, new() { NameRegex = MakeWords() }).DblClickAsync();
        await site.ReadyAsync(2);
        await other.GoBackAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Utkast" })).ToBeVisibleAsync();
        Assert.Equal(2, (await DraftsAsync(site)).Length);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task A_wrong_file_is_told_of_and_the_right_one_sent_twice_is_taken_in_once()
    {
        await using var visit = await chromium.VisitAsync();
        var site = await sites.Opened("sharing");
        await site.SignInAsync(visit);
        await visit.Page.GotoAsync(new Uri(site.Instance.Address, WordTemplatePages.Address(site.PeriodKey.Association)).ToString());
        var file = visit.Page.Locator("input[type=file]");
        await file.SetInputFilesAsync(TemplateFile("protokoll.pdf", "%PDF-1.7"u8.ToArray()));
        await new PointingHand(visit).PressAsync(FormWords.Upload);
        await Assertions.Expect(visit.Page.Locator("p.error")).ToContainTextAsync("inget Word-dokument");
        await visit.Page.Locator(".summary a").ClickAsync();
        await Assertions.Expect(file).ToBeFocusedAsync();

        await file.SetInputFilesAsync(TemplateFile("Vår mall.dotx", WordTemplateFiles.WithoutStyles()));
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Upload }).DblClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Mallen är mottagen");
        await visit.Page.GotoAsync(new Uri(site.Instance.Address, WordTemplatePages.Address(site.PeriodKey.Association)).ToString());
        await Assertions.Expect(visit.Page.GetByText("Vår mall.dotx")).ToBeVisibleAsync();
        Assert.Single(await site.Instance.Service<IWordTemplateStore>().ListAsync(site.PeriodKey.Association, Cancellation));
    }

    private static async Task<Site> OpenPeriodAsync(Visit visit, Site site)
    {
        await site.SignInAsync(visit);
        await visit.Page.GotoAsync(site.PeriodAddress());
        return site;
    }

    private static async Task<Draft[]> DraftsAsync(Site site) =>
        [.. (await site.Instance.Service<IDraftStore>().ListAsync(site.PeriodKey, Cancellation)).Select(d => d.Value)];

    private static ILocator Link(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^" + Regex.Escape(name).Replace(",", " ?,", StringComparison.Ordinal) + "$") });

    private static async Task<(string Name, byte[] Content)> FetchAsync(Visit visit, Func<Task> act)
    {
        var file = await visit.Page.RunAndWaitForDownloadAsync(act, new() { Timeout = 120_000 });
        return (file.SuggestedFilename, await File.ReadAllBytesAsync(await file.PathAsync(), Cancellation));
    }

    private static FilePayload TemplateFile(string name, byte[] content) => new() { Name = name, MimeType = DraftFiles.WordMediaType, Buffer = content };

    [GeneratedRegex("^Word-mall")]
    private static partial Regex WordTemplateWords();

    [GeneratedRegex("^Gör ett (nytt )?utkast$")]
    private static partial Regex MakeWords();

    [GeneratedRegex("^Se om utkastet")]
    private static partial Regex SeeWords();

    [GeneratedRegex(@"^Word\s*,")]
    private static partial Regex WordWords();

    [GeneratedRegex("^Ta bort mallen$")]
    private static partial Regex RemoveWords();

    [GeneratedRegex("^$")]
    private static partial Regex Nothing();
}

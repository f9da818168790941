using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Finsam.App.Forms;
using Finsam.App.Forms.Workbooks;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>The form in Excel over HTTP: out, filled in, in again, looked at, saved.</summary>
public sealed class WorkbookTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private const string Women = "deltagare.nya.kvinna";
    private const string Men = "deltagare.nya.man";
    private const string Cost = "ekonomi.utfall";

    private static readonly HtmlParser Parser = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestInstance Instance => opened.Instance;

    [Fact]
    public async Task The_form_is_filled_in_in_Excel_looked_at_and_saved()
    {
        using var client = await ClientAsync("connect-bollnas");
        var home = await PageAsync(await client.GetAsync(Address("connect-bollnas"), Cancellation));
        Assert.NotNull(home.QuerySelector($"a[href='{Address("connect-bollnas", "excel")}']"));

        var book = FilledWorkbook.Open(await client.GetByteArrayAsync(Address("connect-bollnas", "formular.xlsx"), Cancellation))
            .Set(Women, 12m).Set(Men, "1 200").Set(Cost, "ungefär en miljon").Set("ekonomi.kommentar", "Priset steg.\nI maj.");
        var shown = await UploadAsync(client, "connect-bollnas", book.ToBytes());
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains($", cell {book.AddressOf(Cost)}", shown.Page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Spara det som går", shown.Page.Body!.TextContent, StringComparison.Ordinal);

        // Looking at it has saved nothing.
        Assert.Null((await AnswersAsync("connect-bollnas"))[Women]);

        var saved = await SaveAsync(client, "connect-bollnas", shown.Page);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("3 svar är sparade", saved.Page.Body!.TextContent, StringComparison.Ordinal);
        var answers = await AnswersAsync("connect-bollnas");
        Assert.Equal((12m, 1200m, null), (answers.Number(Women), answers.Number(Men), answers[Cost]));
        Assert.Equal("Priset steg.\nI maj.", answers.Text("ekonomi.kommentar"));

        // What is saved stands in the next file.
        var next = await client.GetByteArrayAsync(Address("connect-bollnas", "formular.xlsx"), Cancellation);
        Assert.Contains("Inget ändras", (await UploadAsync(client, "connect-bollnas", next)).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_has_saved_meanwhile_is_not_written_over()
    {
        const string initiative = "karnhuset-sandviken";
        using var client = await ClientAsync(initiative);
        var file = FilledWorkbook.Open(await client.GetByteArrayAsync(Address(initiative, "formular.xlsx"), Cancellation)).Set(Women, 12m).Set(Men, 13m).ToBytes();
        var shown = await UploadAsync(client, initiative, file);
        await Instance.Service<SavePart>().ChangesAsync(
            TestInstance.PeriodKey.Report(initiative), "deltagare", new PartEntry { Written = new Dictionary<string, string> { [Women] = "7" } }, "insatsagare", Cancellation);

        var saved = await SaveAsync(client, initiative, shown.Page);
        Assert.Equal(HttpStatusCode.Conflict, saved.Status);
        Assert.Contains("någon annan har ändrat svaret", saved.Page.Body!.TextContent, StringComparison.Ordinal);
        var answers = await AnswersAsync(initiative);
        Assert.Equal((7m, 13m), (answers.Number(Women), answers.Number(Men)));
    }

    [Fact]
    public async Task Months_are_added_up_before_they_are_saved()
    {
        const string initiative = "resan-soderhamn";
        using var client = await ClientAsync(initiative);
        var file = FilledWorkbook.Open(await client.GetByteArrayAsync(Address(initiative, "pinnlista.xlsx"), Cancellation))
            .Set(Women, 3m, "2023-01").Set(Women, 4m, "2023-12").ToBytes();
        var shown = await UploadAsync(client, initiative, file);
        Assert.Contains("summan av januari 2023 och december 2023; tomt för februari–november 2023", shown.Page.Body!.TextContent, StringComparison.Ordinal);
        await SaveAsync(client, initiative, shown.Page);
        Assert.Equal(7m, (await AnswersAsync(initiative)).Number(Women));

        using var none = await client.GetAsync(Address(initiative, "pinnlista.xlsx?ar=1999"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_text_that_seems_to_tell_of_a_person_is_saved_by_no_way_round()
    {
        const string initiative = "ovanaker";
        using var client = await ClientAsync(initiative);
        const string text = "Det gick bra för 19121212-1212.";
        var saved = await PostAsync(client, Address(initiative, "excel"), new()
        {
            ["ekonomi.kommentar"] = text,
            [PartEntry.ShownPrefix + "ekonomi.kommentar"] = "",
            [PartEntry.SavePrefix + "ekonomi.kommentar"] = "ja",
            [Cost] = "1 000",
        });
        Assert.Equal(HttpStatusCode.Conflict, saved.Status);

        // The cost came without what it had been, and so could have been written over somebody's.
        Assert.Equal(0, (await AnswersAsync(initiative)).Count);
    }

    [Fact]
    public async Task A_file_of_another_initiatives_and_a_file_that_is_none_are_refused_in_Swedish()
    {
        using var one = await ClientAsync("hofors");
        using var other = await ClientAsync("ljusdal");
        var file = await one.GetByteArrayAsync(Address("hofors", "formular.xlsx"), Cancellation);

        var refused = await UploadAsync(other, "ljusdal", file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Filen är hämtad för en annan insats än", refused.Page.QuerySelector(".summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Filen är en PDF", (await UploadAsync(other, "ljusdal", Encoding.ASCII.GetBytes("%PDF-1.7"))).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Välj en fil först", (await UploadAsync(other, "ljusdal", [])).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(other, "ljusdal", new byte[WorkbookPages.LargestFile + 1])).Status);
    }

    [Fact]
    public async Task A_report_that_is_sent_takes_nothing_in()
    {
        const string initiative = "valfardsguiden";
        using var client = await ClientAsync(initiative);
        var file = FilledWorkbook.Open(await client.GetByteArrayAsync(Address(initiative, "formular.xlsx"), Cancellation)).Set(Cost, 999m).ToBytes();
        await Instance.SendReportAsync(initiative, Cancellation);

        var late = await UploadAsync(client, initiative, file);
        Assert.Equal(HttpStatusCode.SeeOther, late.Status);
        Assert.NotEqual(999m, (await AnswersAsync(initiative)).Number(Cost));
    }

    private static string Address(string initiative, string page = "") => $"/rapport/gavleborg/2023-helar/{initiative}" + (page.Length == 0 ? "" : "/" + page);

    private async Task<HttpClient> ClientAsync(string initiative)
    {
        var client = TestInstance.Client(Instance.Address);
        using var opened = await client.GetAsync(new Uri(await Instance.LinkAsync(initiative)), Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        return client;
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> UploadAsync(HttpClient client, string initiative, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        using var bytes = new ByteArrayContent(file);
        content.Add(bytes, WorkbookPages.FileField, "svar.xlsx");
        using var answer = await client.PostAsync(Address(initiative, "ladda-upp"), content, Cancellation);
        return (answer.StatusCode, await PageAsync(answer));
    }

    private static Task<(HttpStatusCode Status, IHtmlDocument Page)> SaveAsync(HttpClient client, string initiative, IHtmlDocument shown) => PostAsync(
        client, Address(initiative, "excel"),
        shown.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal));

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page)> PostAsync(HttpClient client, string address, Dictionary<string, string> fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        using var answer = await client.PostAsync(address, content, Cancellation);
        return (answer.StatusCode, await PageAsync(answer));
    }

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) => Parser.ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));

    private async Task<AnswerSheet> AnswersAsync(string initiative) =>
        (await Instance.Service<IReportStore>().FindWithPartsAsync(TestInstance.PeriodKey.Report(initiative), Cancellation))!.Answers;
}

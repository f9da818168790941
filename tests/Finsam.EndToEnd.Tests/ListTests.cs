using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Finsam.App.Lists;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Documents.Excel;

namespace Finsam.EndToEnd.Tests;

/// <summary>The lists out to Excel and in again, over HTTP.</summary>
public sealed class ListTests(OpenedInstance opened) : IClassFixture<OpenedInstance>
{
    private const string Lists = "/api/forbund/gavleborg/listor";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_out_is_a_workbook_with_a_sheet_for_every_list_and_taken_in_again_changes_nothing()
    {
        var (version, _) = await RecordAsync();
        var response = await opened.Instance.Chef.GetAsync(Lists, Cancellation);
        Assert.Equal(ListPages.WorkbookMediaType, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("gavleborg.xlsx", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var workbook = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(RecordLists.All.Select(l => l.Sheet), WorkbookReader.Read(workbook).Sheets.Select(s => s.Name));

        var (status, answer) = await SendAsync("?satt=ersatt", workbook);
        Assert.Equal((HttpStatusCode.OK, true, version), (status, answer.Imported, answer.Version));
        Assert.Empty(answer.Changes);
        Assert.Equal(version, (await RecordAsync()).Version);
    }

    [Fact]
    public async Task One_list_is_sent_out_and_one_that_does_not_exist_is_not_found()
    {
        var workbook = await opened.Instance.Chef.GetByteArrayAsync(Lists + "/beslut", Cancellation);
        Assert.Equal("Beslut", Assert.Single(WorkbookReader.Read(workbook).Sheets).Name);
        Assert.Equal(HttpStatusCode.NotFound, (await opened.Instance.Chef.GetAsync(Lists + "/nej", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_list_is_tried_without_changing_anything_and_then_taken_in_under_the_persons_name()
    {
        var (version, before) = await RecordAsync();
        var workbook = Workbook("Ord", ["Vad", "Betyder", "Vem"], ["IPS", "Individual Placement and Support", "Anna"]);
        const string query = "?lista=ordlista&blad=Ord&kolumn=Vad%3Dord&kolumn=Betyder%3Dforklaring&kolumn=Vem%3D-";

        var (tried, preview) = await SendAsync(query + "&prova=1", workbook);
        Assert.Equal((HttpStatusCode.OK, false, null), (tried, preview.Imported, preview.Version));
        Assert.Equal([new ListCount("ordlista", "Ord", 1, 0, 0)], preview.Counts);
        Assert.Contains(preview.Changes, c => c.Where.StartsWith("Register › Ordlista", StringComparison.Ordinal));
        Assert.Equal(before, (await RecordAsync()).Text);

        var (status, answer) = await SendAsync(query, workbook);
        Assert.Equal((HttpStatusCode.OK, true, version + 1), (status, answer.Imported, answer.Version));
        Assert.Equal(preview.Changes, answer.Changes);
        var saved = (await opened.Instance.Service<IRecordStore>().VersionsAsync("gavleborg", Cancellation))[^1];
        Assert.Equal((ChangeSource.Excel, "Lokal chef"), (saved.Source, saved.Name));
        Assert.Equal(answer.Changes, saved.Changes);

        // The columns are remembered: now nothing needs to be said.
        var (_, again) = await SendAsync("?lista=ordlista", workbook);
        Assert.Equal((true, version + 1), (again.Imported, again.Version));
        Assert.Empty(again.Changes);
    }

    [Fact]
    public async Task A_list_with_errors_is_refused_with_all_of_them_and_nothing_is_changed()
    {
        var (_, before) = await RecordAsync();
        var (status, answer) = await SendAsync("", Workbook(
            "Utbetalningar", ["Insats", "Datum", "Belopp", "Part", "Avser år"],
            ["Ett hållbart arbetsliv – Hofors", "2023-01-31", "1 000", "Hofors kommun", "2023"],
            ["Ett hållbart arbetsliv - Hofor", "2023-02-31", "1 000", "Hofors kommun", "2023"],
            ["hofors", "2023-01-31", "1.000", "Hofors kommun", "2031"]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.False(answer.Imported);
        Assert.Equal(["A3", "B3", "C4"], answer.Findings.Select(f => f.Cell));
        Assert.All(answer.Findings, f => Assert.Equal("Utbetalningar", f.Sheet));
        Assert.Equal(before, (await RecordAsync()).Text);
    }

    [Fact]
    public async Task An_initiative_that_has_been_reported_cannot_be_left_out_and_that_is_told_when_it_is_tried_too()
    {
        await opened.Instance.SendReportAsync("hofors", Cancellation);
        var (_, before) = await RecordAsync();
        var record = (await opened.Instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record;
        var without = record with
        {
            Initiatives = record.Initiatives with { Initiatives = [.. record.Initiatives.Initiatives.Where(i => i.Id != "hofors")] },
            Booked = new() { Booked = [.. record.Booked.Booked.Where(b => b.Row != "hofors")] },
        };

        foreach (var query in new[] { "?satt=ersatt&prova=1", "?satt=ersatt" })
        {
            var (status, answer) = await SendAsync(query, ExportLists.Run(without));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains(answer.Findings, f => f.Message.Contains("”hofors”", StringComparison.Ordinal) && !f.IsWarning);
        }

        Assert.Equal(before, (await RecordAsync()).Text);
    }

    [Fact]
    public async Task What_is_no_workbook_or_makes_no_sense_is_refused()
    {
        using var text = new StringContent("a;b");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await opened.Instance.Chef.PostAsync(Lists, text, Cancellation)).StatusCode);
        using var large = Content(new byte[(20 * 1024 * 1024) + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await opened.Instance.Chef.PostAsync(Lists, large, Cancellation)).StatusCode);
        using var badQuery = Content([1]);
        Assert.Equal(HttpStatusCode.BadRequest, (await opened.Instance.Chef.PostAsync(Lists + "?kolumn=Vad", badQuery, Cancellation)).StatusCode);
        var (status, answer) = await SendAsync("", [1, 2, 3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Single(answer.Findings);
    }

    [Fact]
    public async Task The_associations_a_person_may_see_are_listed() =>
        Assert.Equal(["gavleborg"], (await opened.Instance.Chef.GetFromJsonAsync<string[]>("/api/forbund", Cancellation))!);

    private static byte[] Workbook(string sheet, string[] headers, params string[][] rows) => WorkbookWriter.Write(
    [
        new SheetTable(
            sheet, [.. headers.Select(h => new SheetColumn(h, ColumnFormat.Text, 20))],
            [.. rows.Select(row => (System.Collections.Immutable.ImmutableArray<CellValue>)[.. row.Select(cell => new CellValue.Text(cell))])]),
    ]);

    private async Task<(int Version, string Text)> RecordAsync()
    {
        var stored = (await opened.Instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!;
        return (stored.Version, RecordJson.Text(stored.Record));
    }

    private async Task<(HttpStatusCode Status, ListAnswer Answer)> SendAsync(string query, byte[] workbook)
    {
        using var content = Content(workbook);
        var response = await opened.Instance.Chef.PostAsync(Lists + query, content, Cancellation);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<ListAnswer>(RecordJson.Options, Cancellation))!);
    }

    private static ByteArrayContent Content(byte[] workbook)
    {
        var content = new ByteArrayContent(workbook);
        content.Headers.ContentType = new MediaTypeHeaderValue(ListPages.WorkbookMediaType);
        return content;
    }
}

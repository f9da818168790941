using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Finsam.App.Drafts;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>The record over HTTP: out and in without loss, file by file, as it was on a day; and what has been changed in it.</summary>
public sealed class RecordTests(RecordTests.Imported imported) : IClassFixture<RecordTests.Imported>
{
    private const string Record = "/api/forbund/gavleborg/register";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpClient Chef => imported.Instance.Chef;

    [Fact]
    public async Task Export_then_import_gives_the_same_record_byte_for_byte_and_no_new_version()
    {
        var first = await ExportAsync();
        var answer = await PutZipAsync(first.Bytes);
        Assert.True(answer.Imported);
        Assert.Empty(answer.Changes);
        var second = await ExportAsync();
        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal(first.Version, second.Version);
    }

    [Fact]
    public async Task A_file_is_read_and_written_by_itself_and_the_change_is_kept_with_who_made_it()
    {
        var before = await ExportAsync();
        var began = imported.Instance.Clock.GetUtcNow();
        var goals = await NodeAsync("goals.json");
        goals["goals"]![0]!["description"] = "Ny beskrivning.";
        var answer = await PutFileAsync("goals.json", goals);
        var change = Assert.Single(answer.Changes);
        Assert.Equal("Förbundets mål › Mål › mal-1 › Beskrivning", change.Where);
        Assert.Equal(before.Version + 1, answer.Version);

        var versions = await Chef.GetFromJsonAsync<RecordVersion[]>("/api/forbund/gavleborg/andringar", RecordJson.Options, Cancellation);
        Assert.Equal((answer.Version, ChangeSource.File), (versions![0].Number, versions[0].Source));
        Assert.NotEmpty(versions[0].Who);
        Assert.InRange(versions[0].At, began, imported.Instance.Clock.GetUtcNow());

        var page = new HtmlParser().ParseDocument(await Chef.GetStringAsync(new Uri("/andringar/gavleborg", UriKind.Relative), Cancellation));
        Assert.Contains("Ny beskrivning.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("sv", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_file_that_breaks_the_rest_changes_nothing_and_says_where()
    {
        var before = await ExportAsync();
        var goals = await NodeAsync("goals.json");
        goals["goals"]!.AsArray().RemoveAt(0);
        using var response = await Chef.PutAsync(new Uri(Record + "/goals.json", UriKind.Relative), Json(goals), Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var answer = (await response.Content.ReadFromJsonAsync<ImportAnswer>(RecordJson.Options, Cancellation))!;
        Assert.Contains(answer.Findings, f => f.File == "initiatives.json" && f.Path.EndsWith(".feedsGoals[0]", StringComparison.Ordinal));
        Assert.Equal(before.Bytes, (await ExportAsync()).Bytes);
    }

    [Fact]
    public async Task A_package_made_from_an_older_version_is_refused_when_it_says_so()
    {
        var before = await ExportAsync();
        var texts = await NodeAsync("texts.json");
        texts["texts"]!.AsArray().Add(JsonNode.Parse($$"""{ "id": "ny-{{before.Version}}", "text": "Ny text" }"""));
        await PutFileAsync("texts.json", texts);
        using var request = new HttpRequestMessage(HttpMethod.Put, Record) { Content = Zip(before.Bytes) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{before.Version}\""));
        using var response = await Chef.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Contains("Någon annan har ändrat", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"fem\"", HttpStatusCode.BadRequest)]
    public async Task A_file_made_from_an_older_version_is_refused_and_so_is_a_version_that_is_none(string version, HttpStatusCode expected)
    {
        var before = await ExportAsync();
        var texts = await NodeAsync("texts.json");
        texts["texts"]!.AsArray().Add(JsonNode.Parse("""{ "id": "for-sent", "text": "Skrivet över någon annans" }"""));
        using var request = new HttpRequestMessage(HttpMethod.Put, Record + "/texts.json") { Content = Json(texts) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue(version));
        using var response = await Chef.SendAsync(request, Cancellation);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(before.Bytes, (await ExportAsync()).Bytes);
    }

    [Fact]
    public async Task The_record_is_read_as_it_was_on_a_day_and_by_its_version()
    {
        var before = await ExportAsync();
        var day = SwedishTime.DateAt(imported.Instance.Clock.GetUtcNow());
        imported.Instance.Clock.Set(imported.Instance.Clock.GetUtcNow().AddDays(2));
        var texts = await NodeAsync("texts.json");
        texts["texts"]!.AsArray().Add(JsonNode.Parse("""{ "id": "senare", "text": "Kom till senare" }"""));
        await PutFileAsync("texts.json", texts);
        Assert.Equal(before.Bytes, (await ExportAsync($"?datum={day:yyyy-MM-dd}")).Bytes);
        Assert.Equal(before.Bytes, (await ExportAsync($"?version={before.Version}")).Bytes);
        Assert.NotEqual(before.Bytes, (await ExportAsync()).Bytes);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("?datum=2001-01-01"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("?datum=2024-02-31"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("?version=99999"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("?version=ett"));
    }

    [Fact]
    public async Task A_package_of_another_association_is_not_taken_in_under_this_ones_address()
    {
        var files = PackageFiles.Of(TestInstance.Gavleborg.Record with { Association = TestInstance.Gavleborg.Record.Association with { Id = "annat" } });
        using var response = await Chef.PutAsync(new Uri(Record, UriKind.Relative), Zip(PackageFiles.Zip(files)), Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Chef.GetAsync(new Uri("/api/forbund/annat/register", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_no_package_has_is_not_found_and_one_in_a_folder_is()
    {
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/annat.json"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/templates/helar.json"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/templates/finns-inte.json"));
    }

    [Fact]
    public async Task The_associations_page_shows_arshjul_money_and_goals()
    {
        var page = new HtmlParser().ParseDocument(await Chef.GetStringAsync(new Uri("/oversikt/gavleborg?ar=2024", UriKind.Relative), Cancellation));
        string Section(string id) => string.Join(' ', page.QuerySelector("#" + id)!.NextElementSibling!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("årsredovisning", Section("arshjul"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("24 §", Section("arshjul"), StringComparison.Ordinal);

        var year = new HtmlParser().ParseDocument(await Chef.GetStringAsync(new Uri("/oversikt/gavleborg?ar=2023", UriKind.Relative), Cancellation));
        var money = year.QuerySelector("#pengar ~ .scroll")!.QuerySelectorAll("tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Split(',')[0], r => r.QuerySelector("td")!.TextContent);
        Assert.Equal("12\u00A0400\u00A0361", money["Beviljat"]);
        Assert.Equal("11\u00A0773\u00A0000", money["Bokfört"]);
        Assert.Contains("Verksamhet i ekonomisk balans.", year.QuerySelector("#mal ~ .scroll")!.TextContent, StringComparison.Ordinal);

        var status = JsonNode.Parse(await Chef.GetStringAsync(new Uri("/api/forbund/gavleborg?ar=2023", UriKind.Relative), Cancellation))!;
        Assert.Equal(12_400_361m, status["money"]!["granted"]!.GetValue<decimal>());
        Assert.Equal(HttpStatusCode.NotFound, (await Chef.GetAsync(new Uri("/oversikt/gavleborg?ar=1900", UriKind.Relative), Cancellation)).StatusCode);
        var cycle = JsonNode.Parse(await Chef.GetStringAsync(new Uri("/api/forbund/gavleborg/arshjul/2029", UriKind.Relative), Cancellation))!.AsArray();
        Assert.Contains(cycle, e => e!["kind"]!.GetValue<string>() == "statutory" && e["date"]!.GetValue<string>() == "2029-04-03");
    }

    [Fact]
    public async Task A_draft_of_a_period_that_has_closed_uses_the_record_the_period_closed_with()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        async Task<string> NameAsync() =>
            (await instance.Service<LoadMaterial>().HandleAsync(TestInstance.PeriodKey, instance.Clock.GetUtcNow(), Cancellation))!.Material.Initiatives[0].Initiative.Name;
        async Task RenameAsync(string name)
        {
            var record = (await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record;
            var renamed = record with
            {
                Initiatives = record.Initiatives with { Initiatives = record.Initiatives.Initiatives.SetItem(0, record.Initiatives.Initiatives[0] with { Name = name }) },
            };
            (await instance.Chef.PutAsync(new Uri(Record, UriKind.Relative), Zip(PackageFiles.Zip(PackageFiles.Of(renamed))), Cancellation)).EnsureSuccessStatusCode();
        }

        await RenameAsync("Rättat medan perioden är öppen");
        Assert.Equal("Rättat medan perioden är öppen", await NameAsync());
        instance.Clock.Set(SwedishTime.EndOf(TestInstance.Period.Closes).AddDays(30));
        await RenameAsync("Nytt namn året efter");
        Assert.Equal("Rättat medan perioden är öppen", await NameAsync());
    }

    // The forms may close before the accounts are in and the board has met.
    [Fact]
    public async Task What_is_entered_between_the_last_form_and_the_boards_meeting_is_in_the_draft()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        var closes = TestInstance.Period.Closes;
        async Task SaveAsync(string name)
        {
            var record = (await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record;
            var changed = record with
            {
                Association = record.Association with { Name = name },
                Periods = record.Periods with { Periods = [.. record.Periods.Periods.Select(p => p with { BoardMeeting = closes.AddDays(14) })] },
            };
            (await instance.Chef.PutAsync(new Uri(Record, UriKind.Relative), Zip(PackageFiles.Zip(PackageFiles.Of(changed))), Cancellation)).EnsureSuccessStatusCode();
        }

        await SaveAsync("Medan perioden är öppen");
        instance.Clock.Set(SwedishTime.EndOf(closes).AddDays(3));
        await SaveAsync("Före styrelsens möte");
        instance.Clock.Set(SwedishTime.EndOf(closes).AddDays(30));
        await SaveAsync("Efter styrelsens möte");

        var material = (await instance.Service<LoadMaterial>().HandleAsync(TestInstance.PeriodKey, instance.Clock.GetUtcNow(), Cancellation))!.Material;
        Assert.Equal("Före styrelsens möte", material.Association.Name);
    }

    [Fact]
    public async Task A_decision_made_after_a_report_was_sent_is_in_the_draft_and_an_opened_period_stays()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await instance.OpenAsync(Cancellation);
        await instance.SendReportAsync("hofors", Cancellation);
        var record = (await instance.Service<IRecordStore>().FindAsync("gavleborg", Cancellation))!.Record;
        var all = record.Initiatives.Initiatives;
        var hofors = all.Single(i => i.Id == "hofors");
        var supplement = new FundingDecision { Date = new DateOnly(2023, 12, 1), Kind = DecisionKind.Supplement, Year = 2023, Kronor = 50_000 };
        var decided = record with
        {
            Initiatives = record.Initiatives with { Initiatives = all.Replace(hofors, hofors with { Decisions = hofors.Decisions.Add(supplement) }) },
        };
        (await instance.Chef.PutAsync(new Uri(Record, UriKind.Relative), Zip(PackageFiles.Zip(PackageFiles.Of(decided))), Cancellation)).EnsureSuccessStatusCode();

        var material = (await instance.Service<LoadMaterial>().HandleAsync(TestInstance.PeriodKey, instance.Clock.GetUtcNow(), Cancellation))!.Material;
        Assert.NotNull(material.Initiatives.Single(i => i.Initiative.Id == "hofors").Report);
        Assert.Equal(hofors.GrantedIn(2023) + 50_000, OutcomeTable.Rows(material).Single(r => r.Id == "hofors").Granted);

        var without = decided with { Periods = decided.Periods with { Periods = [] }, Goals = decided.Goals with { Assessments = [] }, Figures = new() };
        using var refused = await instance.Chef.PutAsync(new Uri(Record, UriKind.Relative), Zip(PackageFiles.Zip(PackageFiles.Of(without))), Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var answer = (await refused.Content.ReadFromJsonAsync<ImportAnswer>(RecordJson.Options, Cancellation))!;
        Assert.Contains(answer.Findings, f => f.File == "periods.json" && f.Message.Contains("har öppnats", StringComparison.Ordinal));
    }

    private static StringContent Json(JsonNode node) => new(node.ToJsonString(), Encoding.UTF8, "application/json");

    private static ByteArrayContent Zip(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };

    private async Task<HttpStatusCode> StatusAsync(string rest) => (await Chef.GetAsync(new Uri(Record + rest, UriKind.Relative), Cancellation)).StatusCode;

    private async Task<JsonNode> NodeAsync(string file) => JsonNode.Parse(await Chef.GetStringAsync(new Uri($"{Record}/{file}", UriKind.Relative), Cancellation))!;

    private async Task<(byte[] Bytes, int Version)> ExportAsync(string query = "")
    {
        using var response = (await Chef.GetAsync(new Uri(Record + query, UriKind.Relative), Cancellation)).EnsureSuccessStatusCode();
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Contains(zip.Entries, e => e.FullName == "association.json");
        return (bytes, int.Parse(response.Headers.ETag!.Tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<ImportAnswer> PutZipAsync(byte[] bytes)
    {
        using var response = (await Chef.PutAsync(new Uri(Record, UriKind.Relative), Zip(bytes), Cancellation)).EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ImportAnswer>(RecordJson.Options, Cancellation))!;
    }

    private async Task<ImportAnswer> PutFileAsync(string file, JsonNode content)
    {
        using var response = await Chef.PutAsync(new Uri($"{Record}/{file}", UriKind.Relative), Json(content), Cancellation);
        var answer = (await response.Content.ReadFromJsonAsync<ImportAnswer>(RecordJson.Options, Cancellation))!;
        Assert.True(answer.Imported, string.Join('\n', answer.Findings));
        return answer;
    }

    /// <summary>An instance with the sample's record and nothing opened.</summary>
    public sealed class Imported : IAsyncLifetime
    {
        public TestInstance Instance { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Instance = await TestInstance.StartAsync(TestContext.Current.CancellationToken);
            await Instance.ImportAsync(TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => Instance.DisposeAsync();
    }
}

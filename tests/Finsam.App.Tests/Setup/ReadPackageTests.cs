using Finsam.App.Setup;

namespace Finsam.App.Tests.Setup;

public sealed class ReadPackageTests
{
    private const string Association = "association.json";
    private const string Initiatives = "initiatives.json";
    private const string Booked = "booked.json";
    private const string Periods = "periods.json";
    private const string Template = "templates/helar.json";
    private const string Outline = "outlines/arsredovisning.json";

    [Fact]
    public void A_valid_small_package_is_read_without_a_word()
    {
        var outcome = new Package().Read();

        Assert.Empty(outcome.Findings);
        Assert.NotNull(outcome.Record);
        Assert.Equal(["hofors", "tid"], outcome.Record.Initiatives.Initiatives.Select(i => i.Id));
        Assert.Equal(new DateOnly(2023, 3, 1), outcome.Record.Initiatives.Initiatives[0].End);
        Assert.Equal(["helar"], outcome.Record.Templates.Select(t => t.Id));
        Assert.Equal(["arsredovisning"], outcome.Record.Outlines.Select(o => o.Id));
    }

    [Fact]
    public void The_sample_is_read_without_errors()
    {
        var outcome = ReadPackage.From(Package.Gavleborg());

        Assert.DoesNotContain(outcome.Findings, f => !f.IsWarning);
        Assert.Equal(14, outcome.Record?.Initiatives.Initiatives.Length);
    }

    [Fact]
    public void Booked_outcomes_may_be_left_out_of_a_package()
    {
        var outcome = new Package().With(Booked, null).Read();

        Assert.Empty(outcome.Findings);
        Assert.Empty(outcome.Record!.Booked.Booked);
    }

    [Theory]
    [InlineData(Association)]
    [InlineData(Initiatives)]
    [InlineData(Periods)]
    public void A_file_that_is_missing_is_named(string file) =>
        AssertOnly(new Package().With(file, null), file, "$", "Filen saknas i paketet.");

    [Theory]
    [InlineData("anteckningar.txt")]
    [InlineData("templates/helar.docx")]
    [InlineData("Association.json")]
    [InlineData("../association.json")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    public void A_file_that_does_not_belong_is_named_whatever_its_path(string file) =>
        AssertOnly(
            new Package().With(file, "x"), file, "$",
            "Filen hör inte till ett paket. Ett paket har association.json, initiatives.json, registers.json, goals.json, budget.json, booked.json, history.json, figures.json, texts.json, mails.json, columns.json, periods.json, templates/<id>.json och outlines/<id>.json.");

    [Fact]
    public void Broken_JSON_is_told_by_its_line_and_character() =>
        AssertOnly(
            new Package().With(Booked, "{\n  \"booked\": [\n    { \"year\": 2023, }\n  ]\n}"), Booked, "$",
            "Filen är ingen giltig JSON: fel på rad 3, tecken 21.");

    [Fact]
    public void An_empty_file_is_broken_JSON() =>
        AssertOnly(new Package().With(Booked, ""), Booked, "$", "Filen är ingen giltig JSON: fel på rad 1, tecken 1.");

    [Theory]
    [InlineData("{")]
    [InlineData("{ \"booked\": [\n")]
    public void A_file_that_breaks_off_is_broken_and_not_nested_too_deep(string text) =>
        Assert.StartsWith("Filen är ingen giltig JSON: fel på rad ", Assert.Single(new Package().With(Booked, text).Read().Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_nested_too_deep_is_refused() =>
        AssertOnly(new Package().With(Booked, new string('[', 5000) + new string(']', 5000)), Booked, "$", "Filen är nästlad för djupt.");

    [Theory]
    [InlineData(Association, "$.nmae", "nmae")]
    [InlineData(Initiatives, "$.initiatives[1].ende", "ende")]
    [InlineData(Template, "$.sections[0].blocks[0].kolumner", "kolumner")]
    public void An_unknown_property_is_told_by_name(string file, string path, string name) =>
        AssertOnly(new Package().With(file, path, "\"x\""), file, path, $"”{name}” är ingen egenskap som finns här. Kontrollera stavningen.");

    [Theory]
    [InlineData(Association, "$.office.email", "email")]
    [InlineData(Initiatives, "$.initiatives[1].owner", "owner")]
    [InlineData(Periods, "$.periods[0].due", "due")]
    [InlineData(Template, "$.sections[0].blocks[0].rows", "rows")]
    public void A_missing_property_is_told_by_name(string file, string path, string name) =>
        AssertOnly(new Package().With(file, path, "-"), file, path, $"Egenskapen ”{name}” saknas.");

    [Theory]
    [InlineData(Initiatives, "$.initiatives[1].end", "\"2025-06-31\"", "”2025-06-31” är inget datum som finns. Skriv ÅÅÅÅ-MM-DD.")]
    [InlineData(Initiatives, "$.initiatives[0].start", "\"1/1 2021\"", "”1/1 2021” är inget datum som finns. Skriv ÅÅÅÅ-MM-DD.")]
    [InlineData(Initiatives, "$.initiatives[0].contacts[0].email", "\"hofors\"", "”hofors” är ingen e-postadress.")]
    [InlineData(Association, "$.office.email", "\"chef@\"", "”chef@” är ingen e-postadress.")]
    [InlineData(Initiatives, "$.initiatives[0].decisions[0].kronor", "-1", "Talet är mindre än 0.")]
    [InlineData(Association, "$.members[0].contributions[0].kronor", "-1", "Talet är mindre än 0.")]
    [InlineData(Initiatives, "$.initiatives[0].decisions[0].kronor", "\"176000\"", "Här ska stå ett tal utan citattecken.")]
    [InlineData(Association, "$.members[0].contributions[0].year", "1999", "Talet är mindre än 2004.")]
    [InlineData(Initiatives, "$.initiatives[0].kind", "\"individuell\"", "”individuell” finns inte att välja på. Välj något av: individual, structural.")]
    [InlineData(Initiatives, "$.initiatives[0].id", "\"Höfors\"", "”Höfors” kan inte vara ett id. Använd små bokstäver a–z, siffror och bindestreck, högst 60 tecken.")]
    [InlineData(Initiatives, "$.initiatives[0].name", "\"\"", "Texten får inte vara tom.")]
    [InlineData(Initiatives, "$.initiatives[0].contacts", "[]", "Listan måste ha minst 1 post.")]
    [InlineData(Initiatives, "$.initiatives[0].link", "\"finsam\"", "”finsam” är ingen webbadress. Skriv den hela, med https://.")]
    [InlineData(Association, "$.access[0].tenantId", "\"min\"", "”min” är inget id på formen xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.")]
    [InlineData(Periods, "$.periods[0].reminders[0].at", "\"25:00:00\"", "”25:00:00” har fel form. Tillåtet: ^([01][0-9]|2[0-3]):[0-5][0-9]:00$.")]
    public void A_value_that_cannot_be_is_told_at_its_path(string file, string path, string json, string message) =>
        AssertOnly(new Package().With(file, path, json), file, path, message);

    [Theory]
    [InlineData(Initiatives, "$.initiatives[1].end", "\"2021-12-31\"", "Slutdatum 2021-12-31 ligger före startdatum 2022-01-01.")]
    [InlineData(Periods, "$.periods[0].end", "\"2022-12-31\"", "Slutdatum 2022-12-31 ligger före startdatum 2023-01-01.")]
    [InlineData(Periods, "$.periods[0].due", "\"2024-01-07\"", "Sista dagen 2024-01-07 ligger före den dag perioden öppnar, 2024-01-08.")]
    [InlineData(Periods, "$.periods[0].closes", "\"2024-01-30\"", "Perioden stänger 2024-01-30, före sista dagen 2024-01-31.")]
    [InlineData(Periods, "$.periods[0].template", "\"tertial\"", "Mallen ”tertial” finns inte i paketet.")]
    [InlineData(Periods, "$.periods[0].outline", "\"delar\"", "Dispositionen ”delar” finns inte i paketet.")]
    [InlineData(Initiatives, "$.initiatives[1].group", "\"mysam\"", "Gruppen ”mysam” finns inte bland groups.")]
    [InlineData(Initiatives, "$.initiatives[0].feedsGoals[1]", "\"mal-9\"", "Målet ”mal-9” finns inte bland förbundets mål i goals.json.")]
    [InlineData(Initiatives, "$.initiatives[1].sections[1]", "\"budget\"", "Delen ”budget” finns inte i någon mall.")]
    [InlineData(Booked, "$.booked[1].row", "\"mysam\"", "Raden ”mysam” är varken en insats eller en grupp.")]
    [InlineData(Outline, "$.parts[1].block", "\"personer\"", "Blocket ”personer” finns inte i mallen ”helar”.")]
    [InlineData(Outline, "$.parts[1].row", "\"avslutade\"", "Raden ”avslutade” finns inte i matrisen ”deltagare”.")]
    [InlineData(Outline, "$.parts[1].block", "\"natt\"", "Blocket ”natt” finns inte i mallen ”helar”.")]
    [InlineData(Outline, "$.parts[2].block", "\"personer\"", "Blocket ”personer” finns inte i mallen ”helar”.")]
    [InlineData(Outline, "$.parts[2].figure", "\"personal\"", "Uppgiften ”personal” finns inte i blocket ”natt”.")]
    [InlineData(Outline, "$.parts[3].goal", "\"mal-9\"", "Målet ”mal-9” finns inte bland förbundets mål i goals.json.")]
    [InlineData(Outline, "$.parts[5].rows[1].block", "\"resultat\"", "Blocket ”resultat” finns inte i mallen ”helar”.")]
    public void A_reference_or_a_date_that_leads_nowhere_is_told_at_its_path(string file, string path, string json, string message) =>
        AssertOnly(new Package().With(file, path, json), file, path, message);

    [Fact]
    public void A_grant_outside_the_initiatives_years_or_twice_for_a_year_is_told()
    {
        var package = new Package()
            .With(Initiatives, "$.initiatives[0].decisions[1]", """{ "date": "2023-01-20", "kind": "supplement", "year": 2024, "kronor": 1 }""")
            .With(Initiatives, "$.initiatives[0].decisions[2]", """{ "date": "2023-01-20", "kind": "grant", "year": 2023, "kronor": 1 }""");

        AssertFindings(
            package, (Initiatives, "$.initiatives[0].decisions[1].year", "Insatsen pågår inte under 2024, men har medel för det året."),
            (Initiatives, "$.initiatives[0].decisions[2].year", "Medel för 2023 är redan beviljade i ett annat beslut. Det som kommer senare är ett tillägg (supplement)."));
    }

    [Theory]
    [InlineData(Association, "$.members[1].id", "fk")]
    [InlineData(Initiatives, "$.initiatives[1].id", "hofors")]
    [InlineData(Periods, "$.periods[0].reminders[1].id", "inbjudan")]
    [InlineData(Template, "$.sections[1].id", "deltagare")]
    public void An_id_that_stands_twice_is_told_where_it_stands_again(string file, string path, string id) =>
        Assert.Contains(new PackageFinding(file, path, $"Id ”{id}” finns redan."), new Package().With(file, path, $"\"{id}\"").Read().Findings);

    [Theory]
    [InlineData(Association, "$.members[0].contributions[1]", """{ "year": 2023, "kronor": 1 }""")]
    [InlineData("budget.json", "$.budgets[0].lines[0].amounts[1]", """{ "year": 2023, "kronor": 1 }""")]
    public void A_year_that_stands_twice_is_told_where_it_stands_again(string file, string path, string json) =>
        Assert.Contains(new PackageFinding(file, path + ".year", "Året 2023 finns två gånger."), new Package().With(file, path, json).Read().Findings);

    [Fact]
    public void A_year_that_stands_twice_in_an_agreement_is_told()
    {
        const string agreements = """[{ "party": "A", "from": "2022-01-01", "to": "2022-12-31", "kronor": [{ "year": 2022, "kronor": 1 }, { "year": 2022, "kronor": 2 }] }]""";
        Assert.Contains(
            new PackageFinding(Initiatives, "$.initiatives[0].agreements[0].kronor[1].year", "Året 2022 finns två gånger."),
            new Package().With(Initiatives, "$.initiatives[0].agreements", agreements).Read().Findings);
    }

    [Fact]
    public void A_block_that_has_another_blocks_id_is_told_even_in_another_section() =>
        Assert.Contains(
            new Package().With(Template, "$.sections[1].blocks[2].id", "\"natt\"").Read().Findings,
            f => f.File == Template && f.Message == "Id ”natt” finns redan.");

    [Fact]
    public void A_section_cannot_have_the_id_that_the_explanations_are_saved_under() =>
        Assert.Contains(
            new PackageFinding(Template, "$.sections[1].id", "Id ”granska” är upptaget av formulärets sista sida. Välj ett annat id för delen."),
            new Package().With(Template, "$.sections[1].id", "\"granska\"").Read().Findings);

    [Fact]
    public void A_rule_that_points_at_no_cell_is_told_for_each_cell() =>
        AssertFindings(
            new Package().With(Template, "$.rules[0].left[0]", "\"deltagare.avslutade.{each}\""),
            (Template, "$.rules[0]", "Regeln pekar på ”deltagare.avslutade.kvinna”, som inte är något fält i mallen."),
            (Template, "$.rules[0]", "Regeln pekar på ”deltagare.avslutade.man”, som inte är något fält i mallen."));

    [Theory]
    [InlineData(Template, "$.sections[0].blocks[0]", "kind", "matrix, means, goals, economy, staffing, activities, figures, text, choice, attachment")]
    [InlineData(Outline, "$.parts[0]", "part", "heading, text, initiatives, outcome, participants, figures, goals, comparison, record, kept-text, findings, appendix, grid, sentences, activities, staffing, choices, files, answers, goal-results, status")]
    public void An_unknown_kind_is_told_with_the_kinds_there_are(string file, string path, string property, string kinds) =>
        AssertOnly(new Package().With(file, $"{path}.{property}", "\"tabell\""), file, path, $"Okänd sort. Välj något av: {kinds}.");

    [Fact]
    public void A_block_without_a_kind_is_told_to_lack_its_kind_and_nothing_of_another_kind()
    {
        var findings = new Package().With(Template, "$.sections[1].blocks[2].kind", "-").Read().Findings;

        Assert.NotEmpty(findings);
        Assert.DoesNotContain(findings, f => f.Message.Contains("rows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$.sections[0].blocks[0].rows[1].id", "\"Nya!\"", "”Nya!” kan inte vara ett id. Använd små bokstäver a–z, siffror och bindestreck, högst 60 tecken.")]
    [InlineData("$.sections[0].blocks[0].scope", "\"alltid\"", "”alltid” finns inte att välja på. Välj något av: period, year, initiative.")]
    [InlineData("$.sections[0].blocks[0].columns", "[]", "Listan måste ha minst 1 post.")]
    [InlineData("$.sections[1].blocks[2].maxLength", "0", "Talet är mindre än 1.")]
    [InlineData("$.sections[1].blocks[3].rows", "51", "Talet är större än 50.")]
    public void A_mistake_inside_a_block_is_told_at_its_own_path_and_not_as_an_unknown_kind(string path, string json, string message) =>
        AssertOnly(new Package().With(Template, path, json), Template, path, message);

    [Fact]
    public void Every_mistake_in_every_file_is_told_at_once()
    {
        var package = new Package()
            .With(Association, "$.office.email", "\"chef\"")
            .With(Initiatives, "$.initiatives[0].end", "\"2025-06-31\"")
            .With(Initiatives, "$.initiatives[1].end", "\"2023-13-01\"")
            .With(Booked, "{]")
            .With(Periods, null)
            .With("extra.json", "{}");

        AssertFindings(
            package, (Periods, "$", "Filen saknas i paketet."), (Association, "$.office.email", "”chef” är ingen e-postadress."),
            (Booked, "$", "Filen är ingen giltig JSON: fel på rad 1, tecken 2."),
            ("extra.json", "$", "Filen hör inte till ett paket. Ett paket har association.json, initiatives.json, registers.json, goals.json, budget.json, booked.json, history.json, figures.json, texts.json, mails.json, columns.json, periods.json, templates/<id>.json och outlines/<id>.json."),
            (Initiatives, "$.initiatives[0].end", "”2025-06-31” är inget datum som finns. Skriv ÅÅÅÅ-MM-DD."),
            (Initiatives, "$.initiatives[1].end", "”2023-13-01” är inget datum som finns. Skriv ÅÅÅÅ-MM-DD."));
        Assert.Null(package.Read().Record);
    }

    [Fact]
    public void A_template_that_is_not_named_after_its_id_is_told() =>
        AssertOnly(
            new Package().With("templates/tertial.json", new Package().Files[Template]), "templates/tertial.json", "$.id",
            "Filen heter ”templates/tertial.json” men dokumentets id är ”helar”. De ska vara lika.");

    [Fact]
    public void Shares_other_than_half_and_two_quarters_are_a_warning_and_the_record_is_read_all_the_same()
    {
        var outcome = new Package().With(Association, "$.members[2].contributions[0].kronor", "5810000").Read();

        var warning = Assert.Single(outcome.Findings);
        Assert.True(warning.IsWarning);
        Assert.Equal((Association, "$.members"), (warning.File, warning.Path));
        Assert.Equal(
            "2023: staten betalar 47,3 %, regionen 23,7 % och kommunerna 29,1 % av bidragen. Enligt 5 § lagen (2003:1210) är delarna 50, 25 och 25 %.",
            warning.Message.Replace('\u00A0', ' '));
        Assert.NotNull(outcome.Record);
    }

    [Fact]
    public void Opening_before_the_period_has_ended_is_a_warning_only()
    {
        var outcome = new Package().With(Periods, "$.periods[0].opens", "\"2023-12-31\"").Read();

        var warning = Assert.Single(outcome.Findings);
        Assert.Equal(("$.periods[0].opens", "Perioden öppnar 2023-12-31, före sin egen sista dag 2023-12-31.", true), (warning.Path, warning.Message, warning.IsWarning));
        Assert.NotNull(outcome.Record);
    }

    [Fact]
    public void A_property_that_stands_twice_does_not_hide_the_other_mistakes()
    {
        var twice = new Package().Files[Association].Replace("\"name\": \"Samordningsförbund Gävleborg\",", "\"name\": \"A\", \"name\": \"B\",", StringComparison.Ordinal)
            .Replace("forbundschef@gavleborg.example.org", "chef", StringComparison.Ordinal);

        Assert.Contains(new PackageFinding(Association, "$.office.email", "”chef” är ingen e-postadress."), new Package().With(Association, twice).Read().Findings);
    }

    [Theory]
    [InlineData(Association, "$.members[0].contributions[0].kronor", "1e30")]
    [InlineData(Booked, "$.booked[0].kronor", "1e30")]
    [InlineData(Booked, "$.booked[0].kronor", "1e400")]
    [InlineData(Association, "$.access[0].tenantId", "\"11111111111111111111111111111111\"")]
    [InlineData(Association, "$.access[0].tenantId", "\"{11111111-1111-1111-1111-111111111111}\"")]
    public void What_the_schema_lets_through_but_the_record_cannot_hold_is_a_finding_and_no_crash(string file, string path, string json)
    {
        var outcome = new Package().With(file, path, json).Read();

        Assert.Contains(outcome.Findings, f => f.File == file && !f.IsWarning);
    }

    [Theory]
    [InlineData("$.sections[0].blocks[0].rows[1].id", "\"deltagit\"")]
    [InlineData("$.sections[0].blocks[0].columns[1].id", "\"kvinna\"")]
    [InlineData("$.sections[0].blocks[1].figures[1]", """{ "id": "chefer", "label": "Chefer igen" }""")]
    [InlineData("$.sections[1].blocks[1].assessments[1]", """{ "id": "uppfylld", "label": "Uppfylld igen" }""")]
    public void Rows_columns_figures_and_choices_of_a_block_have_ids_of_their_own(string path, string json) =>
        Assert.Contains(
            new Package().With(Template, path, json).With(Template, "$.rules", "-").Read().Findings,
            f => f.File == Template && f.Message.EndsWith("finns redan.", StringComparison.Ordinal));

    [Theory]
    [InlineData("$.sections[0].blocks[0].requiredRows", """["avslutade"]""")]
    [InlineData("$.sections[0].blocks[0].derived", """[{ "id": "kvar", "label": "Kvar", "from": "deltagit", "minus": "avslutade" }]""")]
    public void A_row_that_a_matrix_speaks_of_is_one_of_its_rows(string path, string json) =>
        Assert.NotEmpty(new Package().With(Template, path, json).Read().Findings);

    [Theory]
    [InlineData("$.parts[5].rows[0].block", "\"mal\"")]
    [InlineData("$.parts[5].rows[1].block", "\"ekonomi\"")]
    [InlineData("$.parts[5].rows[2]", """{ "label": "Kommentar", "shows": "text", "block": "natt" }""")]
    public void A_row_of_the_appendix_points_at_a_block_of_the_kind_it_shows(string path, string json) =>
        Assert.Contains(new Package().With(Outline, path, json).Read().Findings, f => f.File == Outline && !f.IsWarning);

    [Fact]
    public void An_outline_that_shows_outcome_needs_a_template_that_asks_for_it()
    {
        var package = new Package().With(Template, "$.sections[1].blocks[0]", """{ "kind": "text", "id": "ekonomi", "label": "Ekonomi" }""");

        Assert.Contains(package.Read().Findings, f => f.File == Outline && f.Path == "$.parts[4]");
    }

    [Fact]
    public void A_zip_is_read_with_and_without_a_common_top_folder()
    {
        Assert.Empty(ReadPackage.FromZip(new Package().Zip()).Findings);
        Assert.Equal("gavleborg", ReadPackage.FromZip(new Package().Zip("gavleborg-2023/")).Record?.Association.Id);
        Assert.Equal("gavleborg", ReadPackage.FromZip(new Package().Zip("a/b/")).Record?.Association.Id);
    }

    [Fact]
    public void A_zip_whose_files_lie_in_different_folders_is_told_file_by_file()
    {
        var findings = ReadPackage.FromZip(new Package().With("annat/las-mig.txt", "x").Zip()).Findings;

        Assert.Equal("annat/las-mig.txt", Assert.Single(findings).File);
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake()
    {
        var files = new Package().Files.Select(f => KeyValuePair.Create(f.Key, (byte[])[0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(f.Value)]));

        Assert.Empty(ReadPackage.FromZip(Package.Zip(files)).Findings);
    }

    [Fact]
    public void What_is_no_zip_is_refused()
    {
        using var text = new MemoryStream("detta är inget arkiv"u8.ToArray());

        Assert.Equal([new PackageFinding("", "$", "Filen är inget zip-arkiv. Packa paketets mapp som .zip och försök igen.")], ReadPackage.FromZip(text).Findings);
    }

    [Fact]
    public void A_zip_that_breaks_off_is_refused()
    {
        var whole = new Package().Zip().ToArray();
        using var half = new MemoryStream(whole[..(whole.Length / 2)]);

        Assert.Equal("Filen är inget zip-arkiv. Packa paketets mapp som .zip och försök igen.", Assert.Single(ReadPackage.FromZip(half).Findings).Message);
    }

    [Fact]
    public void A_zip_that_grows_over_the_limit_is_refused_however_small_it_was()
    {
        using var bomb = Package.Zip([KeyValuePair.Create("a.json", new byte[30 * 1024 * 1024]), KeyValuePair.Create("b.json", new byte[30 * 1024 * 1024])]);

        Assert.True(bomb.Length < 2 * 1024 * 1024);
        Assert.Equal([new PackageFinding("", "$", "Paketet är större än 50 MB uppackat.")], ReadPackage.FromZip(bomb).Findings);
    }

    [Fact]
    public void Paths_that_climb_out_of_the_zip_are_only_unknown_files()
    {
        var files = new Package().Files.Select(f => KeyValuePair.Create(f.Key, System.Text.Encoding.UTF8.GetBytes(f.Value)))
            .Append(KeyValuePair.Create("../../booked.json", "{}"u8.ToArray())).Append(KeyValuePair.Create("..\\periods.json", "{}"u8.ToArray()));

        var findings = ReadPackage.FromZip(Package.Zip(files)).Findings;

        Assert.Equal(["../../booked.json", "../periods.json"], findings.Select(f => f.File));
        Assert.All(findings, f => Assert.StartsWith("Filen hör inte till ett paket.", f.Message, StringComparison.Ordinal));
    }

    // Read as UTF-8 all the same, every å, ä and ö would be gone for good.
    [Fact]
    public void Files_that_are_not_saved_as_UTF8_are_told_each_by_its_name()
    {
        var files = new Package().Files.Select(f => KeyValuePair.Create(
            f.Key, f.Key is Association or Initiatives ? System.Text.Encoding.Latin1.GetBytes(f.Value) : System.Text.Encoding.UTF8.GetBytes(f.Value)));

        var outcome = ReadPackage.FromZip(Package.Zip(files));

        Assert.Equal([Association, Initiatives], outcome.Findings.Select(f => f.File));
        Assert.All(outcome.Findings, f => Assert.StartsWith("Filen är inte sparad som UTF-8.", f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void A_day_outside_what_a_calendar_can_reckon_with_is_told(string day) => AssertOnly(
        new Package().With(Periods, "$.periods[0].boardMeeting", $"\"{day}\""), Periods, "$.periods[0].boardMeeting", $"”{day}” är ett datum före 1900 eller efter 2199.");

    [Theory]
    [InlineData(6, 31, "Dagen 31/6 finns inte varje år.", false)]
    [InlineData(2, 29, "Dagen 29/2 finns inte varje år.", false)]
    [InlineData(4, 30, "En delårsrapport ska omfatta minst hälften och högst två tredjedelar av året (13 kap. 1 § lagen (2018:597) om kommunal bokföring och redovisning).", true)]
    public void A_delar_ends_on_a_day_that_every_year_has_and_covers_half_the_year_or_more(int month, int day, string message, bool isWarning)
    {
        var settings = $$"""{ "interimReport": { "periodEnd": { "month": {{month}}, "day": {{day}} }, "source": "Förbundsordningen 14 §" } }""";
        var finding = Assert.Single(new Package().With(Association, "$.settings", settings).Read().Findings);
        Assert.Equal(("$.settings.interimReport.periodEnd", message, isWarning), (finding.Path, finding.Message, finding.IsWarning));
    }

    [Fact]
    public void The_questions_go_out_on_a_day_that_every_year_has()
    {
        AssertOnly(
            new Package().With(Association, "$.settings", """{ "questions": { "month": 2, "day": 29, "at": "08:00:00" } }"""),
            Association, "$.settings.questions.day", "Dagen 29/2 finns inte varje år.");
        Assert.NotNull(new Package().With(Association, "$.settings", """{ "questions": { "month": 1, "day": 10, "at": "08:00:00" } }""").Read().Record!.Association.Settings.Questions);
    }

    [Theory]
    [InlineData("fragor")]
    [InlineData("vidare")]
    public void A_reminder_is_not_called_as_a_mail_of_the_systems_own(string id) => AssertOnly(
        new Package().With(Periods, "$.periods[0].reminders[0].id", $"\"{id}\""),
        Periods, "$.periods[0].reminders[0].id", $"Id ”{id}” har ett mejl som systemet självt skickar. Välj ett annat id.");

    [Fact]
    public void The_same_thing_assessed_twice_in_a_period_is_told()
    {
        const string Met = """{ "period": "2023-helar", "goal": "mal-1", "settled": "met" }""";
        var assessments = $$"""[{{Met}}, { "period": "2023-helar", "goal": "mal-1", "settled": "not-met" }]""";
        AssertOnly(
            new Package().With("goals.json", "$.assessments", assessments), "goals.json", "$.assessments[1]",
            "Samma sak är bedömd två gånger i samma period. Ta bort den ena bedömningen.");
    }

    [Fact]
    public void A_decision_that_only_moves_the_end_has_a_new_one_and_no_money() => AssertFindings(
        new Package().With(Initiatives, "$.initiatives[0].decisions[1]", """{ "kind": "extension", "date": "2023-05-01", "year": 2023, "kronor": 50000 }"""),
        (Initiatives, "$.initiatives[0].decisions[1].kronor", "En ändrad tid flyttar bara slutdatumet. Skriv pengarna som ett eget beslut: ett tillägg."),
        (Initiatives, "$.initiatives[0].decisions[1]", "Ett avslut i förtid eller en ändrad tid behöver ett nytt slutdatum (newEnd)."));

    [Fact]
    public void A_group_has_an_id_that_no_initiative_has() => AssertOnly(
        new Package().With(Initiatives, "$.groups[1]", """{ "id": "tid", "name": "Tid" }"""), Initiatives, "$.groups[1].id", "Id ”tid” finns redan.");

    [Fact]
    public void The_initiatives_of_a_group_are_paid_in_the_same_way() => AssertOnly(
        new Package().With(Initiatives, "$.initiatives[0].group", "\"trisam\"").With(Initiatives, "$.initiatives[0].fundedFrom", "\"other\"").With(Booked, "$.booked", "[]"),
        Initiatives, "$.initiatives[1].fundedFrom",
        "Insatserna i gruppen ”trisam” betalas på olika sätt. En grupp är en rad, som antingen räknas in i summan eller står utanför.");

    [Fact]
    public void What_is_booked_on_a_group_and_on_one_of_its_initiatives_is_told()
    {
        var booked = """[{ "row": "trisam", "year": 2022, "kronor": 2 }, { "row": "tid", "year": 2022, "kronor": 1 }]""";
        AssertOnly(
            new Package().With(Booked, "$.booked", booked), Booked, "$.booked[1].row",
            "tid hör till gruppen trisam, som också har ett bokfört belopp 2022. Ta bort det ena, annars räknas det två gånger.");
    }

    private static void AssertOnly(Package package, string file, string path, string message) => AssertFindings(package, (file, path, message));

    private static void AssertFindings(Package package, params (string File, string Path, string Message)[] findings)
    {
        var outcome = package.Read();

        Assert.Equal(findings, outcome.Findings.Select(f => (f.File, f.Path, f.Message)));
        Assert.All(outcome.Findings, f => Assert.False(f.IsWarning));
        Assert.Null(outcome.Record);
    }
}

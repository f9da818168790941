using System.Collections.Immutable;
using Finsam.App.Lists;
using Finsam.App.Setup;
using Finsam.App.Tests.Setup;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Records;

namespace Finsam.App.Tests.Lists;

/// <summary>The lists that associations keep, taken in.</summary>
public sealed class ImportListsTests
{
    private static readonly AssociationRecord Record = new Package().Read().Record!;

    private static readonly object?[][] Projects =
    [
        ["Samordningsförbundets insatser 2024"],
        [null, "Uppdaterad av Anna"],
        [],
        ["Projekt", "Projektägare", "Typ av insats", "Start", "Projektslut", "Kontaktperson", "Mailadress", "Parter"],
        ["Grön väg – Ljusdal", "Ljusdals kommun", "individ", "2024-01-01", new DateOnly(2025, 12, 31), "Åsa Öberg", "asa@exempel.se", "Arbetsförmedlingen, Region Gävleborg"],
        ["ETT  HÅLLBART ARBETSLIV", "Hofors kommun ", "Individinriktad", "1 januari 2021", 20240630m, null, null, null],
    ];

    private static readonly object?[][] Grants =
    [
        ["Insatsnamn", "Datum för beslut", "§", "Beslutstyp", "Budgetår", "Beviljat belopp"],
        ["Ett hållbart arbetsliv", new DateOnly(2021, 1, 15), "§ 4", "Beviljat", 2021, "1 234 567,50 kr"],
        ["hofors", "2021-11-26", "§ 88", "tilläggsbeslut", "2021", "100 tkr"],
    ];

    [Fact]
    public void An_associations_own_list_is_read_below_its_title_with_its_own_headers_and_words()
    {
        var outcome = Import(new OwnWorkbook().Sheet("Projektlista", Projects));

        Assert.Empty(Told(outcome));
        var initiatives = outcome.Record!.Initiatives.Initiatives;
        Assert.Equal(["hofors", "tid", "gron-vag-ljusdal"], initiatives.Select(i => i.Id));
        var added = initiatives[2];
        Assert.Equal(
            ("Grön väg – Ljusdal", "Ljusdals kommun", InitiativeKind.Individual, new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)),
            (added.Name, added.Owner, added.Kind, added.Start, added.AgreedEnd));
        Assert.Equal(["Arbetsförmedlingen", "Region Gävleborg"], added.Partners);
        Assert.Equal([new Contact("asa-oberg", "Åsa Öberg", "asa@exempel.se")], added.Contacts, (a, b) => (a.Id, a.Name, a.Email) == (b.Id, b.Name, b.Email));

        // Known by its name however it is written; what the list has no column for, or leaves blank, is as it was.
        var known = initiatives[0];
        Assert.Equal(("ETT  HÅLLBART ARBETSLIV", "Hofors kommun", new DateOnly(2024, 6, 30)), (known.Name, known.Owner, known.AgreedEnd));
        Assert.Equal((Record.Initiatives.Initiatives[0].Link, 1, 1), (known.Link, known.Contacts.Length, known.Goals.Length));
        Assert.Equal(new ListCount("insatser", "Projektlista", 1, 1, 0), outcome.Counts[0]);
        Assert.NotEmpty(outcome.Changes);
    }

    [Fact]
    public void Amounts_are_read_as_people_write_them_and_the_year_too()
    {
        var decisions = Import(new OwnWorkbook().Sheet("Beslut", Grants)).Record!.Initiatives.Initiatives[0].Decisions;

        Assert.Equal([176000m, 1234567.50m, 100000m], decisions.Select(d => d.Kronor));
        Assert.Equal([2023, 2021, 2021], decisions.Select(d => d.Year));
        Assert.Equal([DecisionKind.Grant, DecisionKind.Grant, DecisionKind.Supplement], decisions.Select(d => d.Kind));
    }

    [Fact]
    public void A_header_that_says_tkr_is_read_so_and_it_is_told()
    {
        var outcome = Import(new OwnWorkbook().Sheet("Bokfört", ["År", "Insats", "Utfall (tkr)"], [2022, "Trisam tid", 1234.5m], [2022, "Ett hållbart arbetsliv", "200 000 kr"]));

        Assert.Equal([201000m, 5471000m, 1234500m, 200000m], outcome.Record!.Booked.Booked.Select(b => b.Kronor));
        Assert.Equal(("C1", true), outcome.Findings.Where(f => f.Cell is not null).Select(f => (f.Cell, f.IsWarning)).Single());
    }

    [Fact]
    public void Taking_in_the_same_list_twice_changes_nothing_the_second_time()
    {
        object?[] paid = ["Hofors", "2022-03-01", "10 000", "Hofors kommun", 2022];
        object?[][] payments = [["Insats", "Utbetalningsdatum", "Belopp", "Mottagare", "Avser år"], paid, paid, ["hofors", "2022-04-01", "-500,25", "Hofors kommun", 2022]];
        var workbook = new OwnWorkbook().Sheet("Projektlista", Projects).Sheet("Beslut", Grants).Sheet("Utbetalningar", payments);

        var first = Import(workbook);
        Assert.Empty(Told(first));
        Assert.Equal([10000m, 10000m, -500.25m], first.Record!.Initiatives.Initiatives[0].Payments.Select(p => p.Kronor));
        var second = ImportLists.Run(first.Record, workbook.Bytes(), new ListOptions());

        Assert.Empty(Told(second));
        Assert.Empty(second.Changes);
        Assert.All(second.Counts, c => Assert.Equal((0, 0, 0), (c.Added, c.Changed, c.Removed)));
        Assert.Equal(PackageFiles.Of(first.Record), PackageFiles.Of(second.Record!));
    }

    [Fact]
    public void Rows_are_added_or_the_list_becomes_exactly_the_rows()
    {
        var workbook = new OwnWorkbook().Sheet("Möten", ["Organ", "Datum"], ["Styrelsen", "2024-05-31"], ["styrelse", "2024-09-27"]);

        Assert.Equal(["2024-03-22", "2024-05-31", "2024-09-27"], Import(workbook).Record!.Registers.Meetings.Select(m => $"{m.Date:yyyy-MM-dd}"));
        var replaced = Import(workbook, new ListOptions { Replace = true });
        Assert.Equal(["2024-05-31", "2024-09-27"], replaced.Record!.Registers.Meetings.Select(m => $"{m.Date:yyyy-MM-dd}"));
        Assert.Equal([new ListCount("moten", "Möten", 2, 0, 1)], replaced.Counts);
    }

    [Fact]
    public void A_blank_cell_says_nothing_when_rows_are_added_and_takes_away_when_the_list_is_replaced()
    {
        var workbook = new OwnWorkbook().Sheet("Dokument", ["Id", "Titel", "År", "Fastställd"], ["ar-2022", "Årsredovisning 2022", 2022, null]);

        Assert.Equal(new DateOnly(2023, 3, 24), Import(workbook).Record!.History.Documents[0].Adopted);
        Assert.Null(Import(workbook, new ListOptions { Replace = true }).Record!.History.Documents[0].Adopted);
    }

    [Fact]
    public void A_column_that_the_list_has_not_says_nothing_of_what_is_known_when_the_list_is_replaced_either() => Assert.Equal(
        new DateOnly(2023, 3, 24),
        Import(new OwnWorkbook().Sheet("Dokument", ["Id", "Titel", "År"], ["ar-2022", "Årsredovisning 2022", 2022]), new ListOptions { Replace = true })
            .Record!.History.Documents[0].Adopted);

    [Fact]
    public void Payments_are_the_same_when_they_differ_only_in_a_column_that_the_list_has_not()
    {
        var first = Record.Initiatives.Initiatives[0] with { Payments = [new() { Date = new(2023, 1, 31), Kronor = 5, Party = "Hofors kommun", Year = 2023, Note = "T1" }] };
        var before = Record with { Initiatives = Record.Initiatives with { Initiatives = Record.Initiatives.Initiatives.SetItem(0, first) } };
        object?[] row = ["hofors", "2023-01-31", 5, "Hofors kommun", 2023];
        var workbook = new OwnWorkbook().Sheet("Utbetalningar", ["Insats", "Datum", "Belopp", "Part", "År"], row).Bytes();
        Assert.Empty(ImportLists.Run(before, workbook, new ListOptions()).Changes);
    }

    [Fact]
    public void A_figure_for_all_is_not_taken_for_the_women_who_are_as_many()
    {
        var women = Record.History.Figures[0] with { Gender = Finsam.Domain.Participants.Gender.Woman };
        var before = Record with { History = Record.History with { Figures = [women] } };
        var workbook = new OwnWorkbook().Sheet("Historik", ["Mått", "År", "Värde", "Dokument"], ["Deltagare", 2022, 193, "ar-2022"]).Bytes();
        Assert.Equal(2, ImportLists.Run(before, workbook, new ListOptions()).Record!.History.Figures.Length);
    }

    [Fact]
    public void Amounts_by_year_are_added_to_the_line_they_belong_to()
    {
        var record = Import(new OwnWorkbook().Sheet(
            "Budgetrader", ["Budget", "Rad", "Sort", "Del av", "År", "Belopp"],
            [2023, "Insatsmedel", "Kostnad", null, 2024, 17500000],
            [2023, "Varav redan beviljat", "Kostnad", "Insatsmedel", 2023, 17260000],
            [2023, "Varav redan beviljat", "Kostnad", "Insatsmedel", 2024, 17500000])).Record!;

        var lines = record.Budget.Budgets[0].Lines;
        Assert.Equal(["bidrag", "insatser", "varav-redan-beviljat"], lines.Select(l => l.Id));
        Assert.Equal([(2023, 17260000m), (2024, 17500000m)], lines[1].Amounts.Select(a => (a.Year, a.Kronor)));
        Assert.Equal("insatser", lines[2].PartOf);
        Assert.Equal([2023, 2024], lines[2].Amounts.Select(a => a.Year));
    }

    [Fact]
    public void A_decision_whose_amount_is_changed_is_the_same_decision()
    {
        var outcome = Import(new OwnWorkbook().Sheet(
            "Beslut", ["Insats", "Datum", "§", "Sort", "År", "Belopp"], ["hofors", "2022-11-25", "§ 90", "Bevilja", 2023, 180000]));

        Assert.Equal([180000m], outcome.Record!.Initiatives.Initiatives[0].Decisions.Select(d => d.Kronor));
        Assert.Equal([new ListCount("beslut", "Beslut", 0, 1, 0)], outcome.Counts);
    }

    [Fact]
    public void A_column_we_do_not_know_is_matched_once_and_then_remembered()
    {
        var workbook = new OwnWorkbook().Sheet("Blad1", ["Vilken", "När", "Kaffe"], ["Styrelsen", "2024-05-31", "ja"]);

        var refused = Import(workbook, new ListOptions { List = "moten" });
        Assert.Null(refused.Record);

        ImmutableArray<ColumnMatch> matches = [new("vilken", "organ"), new("När", "datum"), new("Kaffe", "")];
        var matched = Import(workbook, new ListOptions { List = "moten", Columns = matches });
        Assert.Empty(Told(matched));
        Assert.Equal(2, matched.Record!.Registers.Meetings.Length);
        var remembered = Assert.Single(matched.Record.Columns.Lists);
        Assert.Equal(("moten", 3), (remembered.List, remembered.Columns.Length));
        Assert.Contains(matched.Changes, c => c.File == "columns.json");

        var again = ImportLists.Run(matched.Record, workbook.Bytes(), new ListOptions());
        Assert.Empty(Told(again));
        Assert.Empty(again.Changes);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_each_at_its_cell()
    {
        var workbook = new OwnWorkbook()
            .Sheet("Beslut",
                ["Insats", "Beslutsdatum", "Sort", "Avser år", "Belopp, kr", "Handläggare"],
                ["hofors", "2023-06-31", "Bevilja", 2022, 1000, "x"],
                ["Ett hållbart arbetslif", "2022-01-01", "Bevilja", 2022, 1000],
                ["hofors", "2022-01-01", "Bevilja", 2023, 5000],
                ["hofors", "2022-01-02", "Tillägg", 2030, 5000],
                ["hofors", "2022-01-03", "Lån", "i fjol", "1.234"],
                ["hofors", "2022-01-04", "Tillägg", 2022, new OwnWorkbook.Formula("A1*2")],
                ["hofors", "2022-01-05", "Tillägg", 2022, -5],
                ["hofors", "2022-01-06", "Tillägg", 2022, "1.5 tkr"],
                ["hofors", "2022-01-07", "Tillägg", 2022, "12 34"])
            .MergedSheet("Kontakter", "A2:A3",
                ["Insats", "Namn", "E-post"],
                ["hofors", "Bo", null],
                ["hofors", "Eva", "eva"])
            .Sheet("Insatser",
                ["Namn", "Sort", "Startdatum", "Slutdatum", "Huvudman"],
                ["Ny insats", "Struktur", "2024-05-01", "2024-01-01", "Region Gävleborg"])
            .Sheet("Möten", ["Datum"], [new DateOnly(2024, 1, 1)])
            .Sheet("Anteckningar", ["Kom ihåg"]);

        var outcome = Import(workbook);

        Assert.Null(outcome.Record);
        Assert.Empty(outcome.Changes);
        var told = Told(outcome).Select(f => $"{f.Sheet}!{f.Cell}: {f.Message}").ToArray();
        void Has(string start, string part) => Assert.Contains(told, t => t.StartsWith(start + ":", StringComparison.Ordinal) && t.Contains(part, StringComparison.Ordinal));
        Has("Beslut!F1", "”Handläggare” finns inte i listan beslut");
        Has("Beslut!F1", "”Handläggare=-”");
        Has("Beslut!B2", "2023-06-31 finns inte");
        Has("Beslut!A3", "Menas ”Ett hållbart arbetsliv”?");
        Has("Beslut!D4", "redan beviljade");
        Has("Beslut!D5", "pågår inte under 2030");
        Has("Beslut!C6", "Bevilja, Tillägg");
        Has("Beslut!D6", "årtal");
        Has("Beslut!E6", "1\u00a0234 eller 1,234");
        Has("Beslut!E7", "formel");
        Has("Beslut!E8", "mindre än 0");
        Has("Beslut!E9", "Skriv 1,5 tkr med komma");
        Has("Beslut!E10", "ett tal eller flera");
        Has("Kontakter!A2", "sammanslagna");
        Has("Kontakter!C2", "”E-post” måste fyllas i");
        Has("Kontakter!C3", "ingen e-postadress");
        Has("Insatser!D2", "ligger före startdatum");
        Has("Möten!A1", "Bladet saknar kolumnen ”Organ”, som listan Möten måste ha.");
        Has("Anteckningar!", "Ange listan (--list insatser, eller lista=insatser), eller ge bladet listans namn.");
        Assert.Equal(18, told.Length);
        Assert.Equal(["Beslut!F1", "Beslut!B2", "Beslut!A3", "Beslut!D4"], told.Take(4).Select(t => t.Split(':')[0]));
    }

    [Fact]
    public void A_cell_with_a_formula_is_told_once_and_not_as_missing_too() =>
        Assert.Single(Import(new OwnWorkbook().Sheet("Möten", ["Organ", "Datum"], ["styrelse", new OwnWorkbook.Formula("TODAY()")])).Findings);

    [Theory]
    [InlineData("2024-02-30", "finns inte")]
    [InlineData("2024-13-01", "finns inte")]
    [InlineData("20240230", "finns inte")]
    [InlineData("31 april 2024", "finns inte")]
    [InlineData("5/6 2024", "ÅÅÅÅ-MM-DD")]
    [InlineData("våren 2024", "ÅÅÅÅ-MM-DD")]
    [InlineData("31 foo 2024", "ÅÅÅÅ-MM-DD")]
    public void A_date_that_does_not_exist_or_cannot_be_read_is_told(string written, string part)
    {
        var finding = Assert.Single(Import(new OwnWorkbook().Sheet("Möten", ["Organ", "Datum"], ["styrelse", written])).Findings);
        Assert.Equal(("Möten", "B2"), (finding.Sheet, finding.Cell));
        Assert.Contains(part, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-5-1")]
    [InlineData("2024/05/01")]
    [InlineData("2024.05.01")]
    [InlineData("20240501")]
    [InlineData("1 maj 2024")]
    [InlineData("den 1 Maj 2024")]
    public void A_date_is_read_as_people_write_it(string written) => Assert.Equal(
        new DateOnly(2024, 5, 1),
        Import(new OwnWorkbook().Sheet("Möten", ["Organ", "Datum"], ["styrelse", written])).Record!.Registers.Meetings[1].Date);

    [Fact]
    public void An_initiative_without_a_contact_is_told_at_its_row() =>
        Assert.Equal(
            ("Insatser", "A2", "Insatsen ”Ny insats” har ingen kontakt. Lägg till en rad i listan Kontakter, i samma arbetsbok."),
            Import(new OwnWorkbook().Sheet("Insatser", ["Namn", "Sort", "Start", "Slut", "Huvudman"], ["Ny insats", "Struktur", "2024-05-01", "2024-06-01", "Regionen"]))
                .Findings.Select(f => (f.Sheet, f.Cell, f.Message)).Single());

    [Fact]
    public void The_same_name_twice_without_ids_is_told_at_the_second_row()
    {
        var finding = Assert.Single(Import(new OwnWorkbook().Sheet(
            "Organ", ["Namn", "Sort"], ["Utvecklingsgruppen", "Annat"], ["utvecklings-gruppen", "Annat"], ["UTVECKLINGSGRUPPEN", "Annat"])).Findings);
        Assert.Equal("A4", finding.Cell);
    }

    [Fact]
    public void A_name_that_several_have_is_asked_about()
    {
        var two = Record with { Initiatives = Record.Initiatives with { Initiatives = [.. Record.Initiatives.Initiatives.Select(i => i with { Name = "Trisam" })] } };
        var finding = Assert.Single(ImportLists.Run(
            two, new OwnWorkbook().Sheet("Bokfört", ["År", "Insats", "Bokfört"], [2022, "Trisam", 1]).Bytes(), new ListOptions()).Findings);
        Assert.Contains("hofors, tid, trisam", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_list_no_longer_has_and_others_refer_to_is_told_with_its_place_in_the_record()
    {
        var outcome = Import(new OwnWorkbook().Sheet("Organ", ["Id", "Namn", "Sort"], ["au", "Arbetsutskottet", "AU"]), new ListOptions { Replace = true });
        Assert.Equal(["registers.json $.seats[0].body", "registers.json $.meetings[0].body"], Told(outcome).Select(f => f.Place));
    }

    [Fact]
    public void A_warning_that_was_there_before_is_not_told_and_a_new_one_stops_nothing()
    {
        var before = new Package().With("budget.json", "$.budgets[0].adopted", "\"2023-01-15\"").Read().Record!;
        object?[] paid = ["hofors", "2023-03-01", 999999, "Hofors kommun", 2023];
        var outcome = ImportLists.Run(
            before, new OwnWorkbook().Sheet("Utbetalningar", ["Insats", "Datum", "Belopp", "Part", "År"], paid).Bytes(), new ListOptions());

        var finding = Assert.Single(outcome.Findings);
        Assert.Equal(("Utbetalningar", "A2", true), (finding.Sheet, finding.Cell, finding.IsWarning));
        Assert.NotNull(outcome.Record);
    }

    [Fact]
    public void A_doubt_about_a_sum_is_told_where_the_sum_was_made_and_not_at_the_initiative()
    {
        var outcome = Import(new OwnWorkbook()
            .Sheet("Insatser", ["Namn", "Sort", "Start", "Slut", "Huvudman"], ["Ett hållbart arbetsliv", "Individ", "2021-01-01", "2024-03-01", "Hofors kommun"])
            .Sheet("Utbetalningar", ["Insats", "Datum", "Belopp", "Part", "År"], ["hofors", "2023-03-01", 999999, "Hofors kommun", 2023]));
        Assert.Equal(("Utbetalningar", "A2", true), outcome.Findings.Select(f => (f.Sheet, f.Cell, f.IsWarning)).Single());
    }

    [Fact]
    public void A_warning_that_was_there_once_and_would_be_there_twice_is_told_once()
    {
        var registers = Record.Registers;
        var before = Record with
        {
            Registers = registers with
            {
                Meetings = [new("styrelse", new DateOnly(2021, 3, 1)), new("styrelse", new DateOnly(2022, 3, 1))],
                MeetingCounts = [new("styrelse", 2021, 5)],
            },
        };
        var workbook = new OwnWorkbook().Sheet("Antal möten", ["Organ", "År", "Antal"], ["styrelse", 2022, 5]).Bytes();
        Assert.Equal(("C2", true), ImportLists.Run(before, workbook, new ListOptions()).Findings.Select(f => (f.Cell, f.IsWarning)).Single());
    }

    [Fact]
    public void A_decision_without_a_date_is_told_at_its_row_and_stops_nothing()
    {
        var outcome = Import(new OwnWorkbook().Sheet("Beslut", ["Insats", "Sort", "År", "Belopp"], ["hofors", "Tillägg", 2023, 5000], ["hofors", "Tillägg", 2023, 6000]));
        Assert.Equal(("A3", true), outcome.Findings.Select(f => (f.Cell, f.IsWarning)).Single());
        Assert.NotNull(outcome.Record);
    }

    [Fact]
    public void What_is_needed_beside_something_else_is_told()
    {
        var told = Told(Import(new OwnWorkbook().Sheet(
            "Historik", ["Mått", "År", "Värde", "Dokument", "Tryckt värde", "Rättad", "Skäl"], ["Deltagare", 2021, 5, "ar-2022", 6, null, "Fel rad"])));
        Assert.Equal([("F2", "”Rättad” måste fyllas i när ”Tryckt värde” är ifylld.")], told.Select(f => (f.Cell, f.Message)));
    }

    [Fact]
    public void A_child_of_a_row_that_could_not_be_read_is_not_told_as_unknown()
    {
        var told = Told(Import(new OwnWorkbook()
            .Sheet("Insatser", ["Namn", "Sort", "Start", "Slut", "Huvudman"], ["Ny insats", "Struktur", "2024-02-30", "2024-06-01", "Regionen"])
            .Sheet("Kontakter", ["Insats", "Namn", "E-post"], ["Ny insats", "Bo", "bo@exempel.se"])));
        Assert.Equal([("Insatser", "C2")], told.Select(f => (f.Sheet, f.Cell)));
    }

    [Fact]
    public void What_was_asked_for_and_is_not_there_is_told()
    {
        var workbook = new OwnWorkbook().Sheet("Möten", ["Organ", "Datum"], ["styrelse", "2024-05-31"]).Sheet("Mer", ["x"]);
        string Only(ListOptions options) => Assert.Single(Told(Import(workbook, options))).Message;

        Assert.Contains("”nej” finns inte. Listorna är: insatser", Only(new() { List = "nej" }), StringComparison.Ordinal);
        Assert.Contains("Bladen är: Möten, Mer", Only(new() { Sheet = "nej" }), StringComparison.Ordinal);
        Assert.Contains("flera blad", Only(new() { List = "organ" }), StringComparison.Ordinal);
        Assert.Contains("Ingen rad i bladet har rubriker", Only(new() { List = "organ", Sheet = "Mer" }), StringComparison.Ordinal);
        Assert.Contains("Rubriken ”nej”", Only(new() { List = "moten", Columns = [new("nej", "organ")] }), StringComparison.Ordinal);
        Assert.Contains(
            Told(Import(workbook, new() { List = "moten", Columns = [new("Organ", "nej")] })), f => f.Message.StartsWith("”nej” är ingen kolumn", StringComparison.Ordinal));
        Assert.Empty(Told(Import(workbook, new() { List = "moten" })));
        Assert.Empty(Told(Import(workbook, new() { Sheet = "möten" })));
    }

    [Fact]
    public void A_column_without_a_header_and_the_same_column_twice_are_told()
    {
        var told = Told(Import(new OwnWorkbook().Sheet("Möten", ["Organ", "Datum", "Dag"], ["styrelse", "2024-05-31", null, "x"])));
        Assert.Equal(["C1", "D2"], told.Select(f => f.Cell));
    }

    [Fact]
    public void The_amounts_of_an_agreement_are_told_at_their_own_rows_and_rows_of_one_agreement_must_agree()
    {
        object?[] Row(string to, object? year, object? kronor) => ["hofors", "Region Gävleborg", "2022-01-01", to, year, kronor];
        object?[] headers = ["Insats", "Part", "Från", "Till", "År", "Belopp"];

        var good = Import(new OwnWorkbook().Sheet("Avtal", headers, Row("2022-12-31", 2022, 10), Row("2022-12-31", 2023, "20,5"), Row("2022-12-31", null, null)));
        var agreement = Assert.Single(good.Record!.Initiatives.Initiatives[0].Agreements);
        Assert.Equal([(2022, 10m), (2023, 20.5m)], agreement.Kronor.Select(k => (k.Year, k.Kronor)));
        Assert.Equal([new ListCount("avtal", "Avtal", 1, 0, 0)], good.Counts);

        Assert.Equal(["D3"], Told(Import(new OwnWorkbook().Sheet("Avtal", headers, Row("2022-12-31", 2022, 10), Row("2022-11-30", 2023, 20)))).Select(f => f.Cell));
        Assert.Equal(["E3"], Told(Import(new OwnWorkbook().Sheet("Avtal", headers, Row("2022-12-31", 2022, 10), Row("2022-12-31", 2022, 20)))).Select(f => f.Cell));
        Assert.Equal(["F2"], Told(Import(new OwnWorkbook().Sheet("Avtal", headers, Row("2022-12-31", 2022, null)))).Select(f => f.Cell));
        Assert.Equal(["D2"], Told(Import(new OwnWorkbook().Sheet("Avtal", headers, Row("2021-12-31", 2022, 10)))).Select(f => f.Cell));
    }

    [Fact]
    public void A_list_is_known_by_its_headers_when_the_sheet_has_any_name() =>
        Assert.Equal("utbetalningar", Import(new OwnWorkbook().Sheet(
            "Blad1", ["Projektnamn", "Utbetalningsdatum", "Belopp", "Mottagare", "Verksamhetsår"], ["hofors", "2022-03-01", 1, "Hofors kommun", 2022])).Counts[0].List);

    [Fact]
    public void A_goal_of_an_initiative_gets_the_next_number_and_is_measured_by_the_report_when_nothing_is_said()
    {
        var goals = Import(new OwnWorkbook().Sheet("Insatsmål", ["Insats", "Mål"], ["hofors", "Stöd till 25 personer."], ["hofors", "Nytt mål"])).Record!.Initiatives.Initiatives[0].Goals;
        Assert.Equal([("1", "Stöd till 25 personer."), ("2", "Nytt mål")], goals.Select(g => (g.Id, g.Text)));
        Assert.Equal(Finsam.Domain.Goals.MeasuredBy.Report, goals[1].Measure!.By);
    }

    [Fact]
    public void A_goal_of_two_targets_is_two_rows_and_a_changed_target_is_the_same_target()
    {
        string?[] headers = ["Insats", "Mål", "Jämförelse", "Målvärde", "Enhet", "Omfattning"];
        byte[] Sheet(params object?[][] rows) => new OwnWorkbook().Sheet("Insatsmål", [headers, .. rows]).Bytes();
        var two = ImportLists.Run(Record, Sheet(["hofors", "50–60 personer", "Minst", 50, "personer", "Året"], ["hofors", "50–60 personer", "Högst", 60, "personer", "Året"]), new ListOptions()).Record!;
        var changed = ImportLists.Run(two, Sheet(["hofors", "50–60 personer", "Minst", 45, "personer", "Året"]), new ListOptions()).Record!;
        var replaced = ImportLists.Run(two, Sheet(["hofors", "50–60 personer", "Högst", 70, "personer", "Året"]), new ListOptions { Replace = true }).Record!;

        static IEnumerable<decimal?> Targets(AssociationRecord record) => record.Initiatives.Initiatives[0].Goals[^1].Targets.Select(t => t.Value);
        Assert.Equal([50m, 60m], Targets(two));
        Assert.Equal([45m, 60m], Targets(changed));
        Assert.Equal([70m], Targets(replaced));
    }

    [Fact]
    public void A_target_without_a_figure_is_told_at_its_row_in_the_words_of_the_list() => Assert.Equal(
        ("A2", "Ett målvärde är antingen ett tal (kolumnen ”Målvärde”) eller mäts mot något annat (kolumnen ”Mäts mot”). Fyll i en av dem."),
        Told(Import(new OwnWorkbook().Sheet(
            "Insatsmål", ["Insats", "Mål", "Jämförelse", "Målvärde", "Enhet", "Omfattning"], ["hofors", "Nytt mål", "Minst", null, "personer", "Året"]))).Select(f => (f.Cell, f.Message)).Single());

    [Fact]
    public void A_target_without_its_unit_is_told_at_its_cell() => Assert.Equal(
        [("E2", "”Enhet” måste fyllas i när ”Jämförelse” är ifylld.")],
        Told(Import(new OwnWorkbook().Sheet(
            "Insatsmål", ["Insats", "Mål", "Jämförelse", "Målvärde", "Enhet", "Omfattning"], ["hofors", "Nytt mål", "Minst", 5, null, "Året"]))).Select(f => (f.Cell, f.Message)));

    [Fact]
    public void A_contact_is_known_by_its_address_and_gets_another_name()
    {
        var contact = Assert.Single(Import(new OwnWorkbook().Sheet(
            "Kontakter", ["Insats", "Namn", "Mejl"], ["hofors", "Åsa Öberg", "Hofors@insats.example.org"])).Record!.Initiatives.Initiatives[0].Contacts);
        Assert.Equal(("insatsagare", "Åsa Öberg", "Hofors@insats.example.org"), (contact.Id, contact.Name, contact.Email));
    }

    [Fact]
    public void Ids_made_of_the_same_name_differ()
    {
        var initiatives = Import(new OwnWorkbook()
            .Sheet("Insatser", ["Id", "Namn", "Sort", "Start", "Slut", "Huvudman", "Kontaktperson", "E-post"],
                [null, "Hofors!", "Struktur", "2024-05-01", "2024-06-01", "Regionen", "Bo", "bo@exempel.se"],
                [null, "—", "Struktur", "2024-05-01", "2024-06-01", "Regionen", "Bo", "bo@exempel.se"])).Record!.Initiatives.Initiatives;
        Assert.Equal(["hofors", "tid", "hofors-2", "insatser"], initiatives.Select(i => i.Id));
    }

    [Fact]
    public void Exact_decimals_that_Excel_cannot_keep_stand_as_text_and_are_read_again()
    {
        var record = Record with { Booked = new() { Booked = [new(2023, "hofors", 123456789012.3456789012345678m), new(2023, "tid", 0.1m), new(2022, "tid", -0.0000000000000000000000000001m)] } };
        var outcome = ImportLists.Run(Record with { Booked = new() }, ExportLists.Run(record, [RecordLists.Find("bokfort")!]), new ListOptions());
        Assert.Equal(record.Booked.Booked.Select(b => b.Kronor), outcome.Record!.Booked.Booked.Select(b => b.Kronor));
    }

    [Theory]
    [InlineData("202412")]
    [InlineData(202412)]
    [InlineData("2024123")]
    [InlineData(2024)]
    public void A_date_without_separators_has_eight_digits(object written)
    {
        var finding = Assert.Single(Import(new OwnWorkbook().Sheet("Möten", ["Organ", "Datum"], ["styrelse", written])).Findings);
        Assert.Equal("B2", finding.Cell);
        Assert.Contains("ÅÅÅÅ-MM-DD", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Värde (tkr)")]
    [InlineData("Antal, mkr")]
    public void A_unit_of_money_on_a_column_that_is_not_kronor_is_told_at_its_header(string header)
    {
        var finding = Assert.Single(Told(Import(new OwnWorkbook().Sheet("Historik", ["Mått", "År", header, "Dokument"], ["Deltagare", 2021, 17260, "ar-2022"]))));
        Assert.Equal(("Historik", "C1"), (finding.Sheet, finding.Cell));
        Assert.Contains(header, finding.Message, StringComparison.Ordinal);
        Assert.Contains("hela enheter", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1899)]
    [InlineData(2200)]
    [InlineData(20024)]
    public void A_year_that_cannot_be_is_told_at_its_cell(object year)
    {
        var told = Told(Import(new OwnWorkbook()
            .Sheet("Budgetar", ["Id", "År"], ["nu", year])
            .Sheet("Bokfört", ["År", "Insats", "Bokfört"], [year, "Trisam tid", 5])));
        Assert.Equal(["Budgetar!B2", "Bokfört!A2"], told.Select(f => $"{f.Sheet}!{f.Cell}"));
        Assert.All(told, f => Assert.Contains("inget årtal", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_with_a_year_that_cannot_be_breaks_nothing()
    {
        var broken = Record with { Budget = Record.Budget with { Budgets = [Record.Budget.Budgets[0] with { Year = 0 }] } };
        var outcome = ImportLists.Run(broken, new OwnWorkbook().Sheet("Möten", ["Organ", "Datum"], ["styrelse", "2024-05-31"]).Bytes(), new ListOptions());
        Assert.Empty(outcome.Findings);
        Assert.Equal(2, outcome.Record!.Registers.Meetings.Length);
    }

    [Fact]
    public void A_payment_that_may_be_a_correction_of_another_is_doubted_at_its_amount()
    {
        object?[] headers = ["Insats", "Datum", "Belopp", "Part", "År"];
        var before = Import(new OwnWorkbook().Sheet(
            "Utbetalningar", headers, ["hofors", "2022-03-01", 10000.5m, "Hofors kommun", 2022], ["hofors", "2022-04-01", 10, "Hofors kommun", 2022])).Record!;
        ListOutcome Again(bool replace, params object?[][] rows) =>
            ImportLists.Run(before, new OwnWorkbook().Sheet("Utbetalningar", [headers, .. rows]).Bytes(), new ListOptions { Replace = replace });

        object?[] corrected = ["hofors", "2022-03-01", 12000, "hofors  kommun", 2022];
        object?[] known = ["hofors", "2022-03-01", 10000.5m, "Hofors kommun", 2022];
        var outcome = Again(false, corrected);
        Assert.NotNull(outcome.Record);
        var finding = Assert.Single(outcome.Findings);
        Assert.Equal(("Utbetalningar", "C2", true), (finding.Sheet, finding.Cell, finding.IsWarning));
        Assert.Contains("till Hofors kommun den 2022-03-01 på 10\u00a0000,5 kr", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Again(true, corrected).Findings);
        Assert.Empty(Again(false, corrected, known).Findings);
        Assert.Empty(Again(false, ["hofors", "2022-05-01", 10, "Hofors kommun", 2022]).Findings);
        Assert.DoesNotContain(Again(false, ["tid", "2022-03-01", 12000, "Hofors kommun", 2022]).Findings, f => f.Cell == "C2");
    }

    [Fact]
    public void A_name_that_was_changed_in_the_same_workbook_is_still_known()
    {
        object?[] renamed = ["hofors", "Arbetsliv för alla"];
        OwnWorkbook Workbook(params object?[][] more) => new OwnWorkbook()
            .Sheet("Insatser", [["Id", "Namn", "Sort", "Start", "Slut", "Huvudman", "Kontaktperson", "E-post"],
                [.. renamed, "Individ", "2021-01-01", "2023-03-01", "Hofors kommun"], .. more])
            .Sheet("Bokfört", ["År", "Insats", "Bokfört"], [2022, "Ett hållbart  arbetsliv", 5], [2021, "Arbetsliv för alla", 6]);

        var outcome = Import(Workbook());
        Assert.Empty(Told(outcome));
        Assert.Equal("Arbetsliv för alla", outcome.Record!.Initiatives.Initiatives[0].Name);
        Assert.Equal(["hofors", "hofors"], outcome.Record.Booked.Booked.Where(b => b.Year < 2023).Select(b => b.Row));

        // When another has got the name it may be either.
        var told = Assert.Single(Told(Import(Workbook(["ny", "Ett hållbart arbetsliv", "Individ", "2021-01-01", "2023-03-01", "Hofors kommun", "Bo", "bo@exempel.se"]))));
        Assert.Equal(("Bokfört", "B2"), (told.Sheet, told.Cell));
        Assert.Contains("ny, hofors", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_old_name_of_what_is_no_longer_there_is_not_known()
    {
        var told = Told(Import(
            new OwnWorkbook().Sheet("Organ", ["Id", "Namn", "Sort"], ["au", "Arbetsutskottet", "AU"]).Sheet("Möten", ["Organ", "Datum"], ["Styrelsen", "2024-05-31"]),
            new ListOptions { Replace = true }));
        Assert.Contains(("Möten", "A2"), told.Select(f => (f.Sheet, f.Cell)));
    }

    [Fact]
    public void What_is_wrong_above_the_headers_is_about_titles_and_is_not_told()
    {
        object?[][] rows = [["Möten", new OwnWorkbook.Formula("TODAY()")], [new OwnWorkbook.Formula("A1")], ["Organ", "Datum"], ["styrelse", "2024-05-31"], ["styrelse", "2024-09-27"]];
        Assert.Empty(Import(new OwnWorkbook().MergedSheet("Möten", "A1:B2", rows)).Findings);
        Assert.Equal(["A3"], Told(Import(new OwnWorkbook().MergedSheet("Möten", "A3:B3", rows))).Select(f => f.Cell));
        Assert.Equal(["A4"], Told(Import(new OwnWorkbook().MergedSheet("Möten", "A4:A5", rows))).Select(f => f.Cell));

        // One that begins among the titles and reaches the headers is about the headers.
        Assert.Equal(["A2"], Told(Import(new OwnWorkbook().MergedSheet("Möten", "A2:A3", rows))).Where(f => f.Message.Contains("sammanslagna", StringComparison.Ordinal)).Select(f => f.Cell));

        // Where no headers are found nobody knows what is a title.
        Assert.Contains(Told(Import(new OwnWorkbook().MergedSheet("Möten", "A1:B1", ["Vilka", "När"], ["styrelse", "2024-05-31"]))), f => f.Cell == "A1");
    }

    [Theory]
    [InlineData("tjanster")]
    [InlineData("Tjanster")]
    [InlineData("Köpta tjänster")]
    [InlineData("köpta  TJÄNSTER ")]
    [InlineData("kopta-tjanster")]
    public void A_list_may_be_given_by_its_sheets_name(string given)
    {
        Assert.Equal("tjanster", RecordLists.Find(given)?.Id);
        Assert.All(RecordLists.All, l => Assert.Equal((l, l), (RecordLists.Find(l.Id), RecordLists.Find(l.Sheet))));
        Assert.Equal("moten", Import(
            new OwnWorkbook().Sheet("Blad1", ["Organ", "Datum"], ["Styrelsen", "2024-05-31"]), new ListOptions { List = "MÖTEN" }).Counts[0].List);
    }

    [Theory]
    [InlineData("datum")]
    [InlineData("DATUM")]
    [InlineData("Mötesdatum")]
    [InlineData("motesdatum")]
    public void A_column_may_be_given_by_any_of_its_headers_and_is_remembered_by_its_id(string given)
    {
        var outcome = Import(
            new OwnWorkbook().Sheet("Möten", ["Organ", "Kaffe"], ["Styrelsen", "2024-05-31"]), new ListOptions { Columns = [new("Kaffe", given)] });
        Assert.Empty(Told(outcome));
        Assert.Equal([new ColumnMatch("Kaffe", "datum")], Assert.Single(outcome.Record!.Columns.Lists).Columns);
    }

    [Fact]
    public void A_column_of_choices_that_is_missing_is_told_with_its_words() => Assert.Equal(
        ("A1", "Bladet saknar kolumnen ”Sort”, som listan Insatser måste ha. Orden att välja bland är: Individinriktad, Strukturövergripande."),
        Told(Import(new OwnWorkbook().Sheet("Insatser", ["Id", "Namn", "Start", "Slut", "Huvudman"], ["hofors", "Hofors", "2021-01-01", "2023-03-01", "Hofors kommun"])))
            .Select(f => (f.Cell, f.Message)).Single());

    [Theory]
    [InlineData("PK", "zip")]
    [InlineData("a;b", "textfil")]
    public void A_file_that_is_no_workbook_is_told(string content, string part)
    {
        var finding = Assert.Single(ImportLists.Run(Record, System.Text.Encoding.UTF8.GetBytes(content), new ListOptions()).Findings);
        Assert.Null(finding.Sheet);
        Assert.True(finding.Message.Contains(part, StringComparison.Ordinal) || part == "zip", finding.Message);
    }

    [Fact]
    public void An_old_workbook_is_told()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
        Assert.Contains(".xls", Assert.Single(ImportLists.Run(Record, old, new ListOptions()).Findings).Message, StringComparison.Ordinal);
    }

    private static ListOutcome Import(OwnWorkbook workbook, ListOptions? options = null) => ImportLists.Run(Record, workbook.Bytes(), options ?? new ListOptions());

    private static ImmutableArray<ListFinding> Told(ListOutcome outcome) => [.. outcome.Findings.Where(f => !f.IsWarning)];
}

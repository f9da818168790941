using System.Collections.Immutable;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class GridTableTests
{
    private static readonly MatrixBlock Outcomes = new()
    {
        Id = "avslut",
        Label = "Vad de avslutade gick vidare till",
        Rows = [new Choice("arbete", "Arbete"), new Choice("studier", "Studier"), new Choice("annat", "Annat")],
        Columns = [new Choice("kvinna", "Kvinna"), new Choice("man", "Man"), new Choice("okant", "Okänt")],
        RowsAre = MatrixRows.Parts,
    };

    private static readonly MatrixBlock Support = new()
    {
        Id = "forsorjning",
        Label = "Försörjning",
        Rows = [new Choice("ingen", "Ingen"), new Choice("bistand", "Bistånd")],
        Columns = [new Choice("antal", "Antal")],
        Base = new Choice("personer", "Personer"),
        RowsAre = MatrixRows.Overlapping,
    };

    private static readonly MeansBlock Age = new()
    {
        Id = "medel",
        Label = "Medelvärden",
        Rows = [new MeanRow("alder", "Ålder", "år")],
        Columns = [new Choice("kvinna", "Kvinna"), new Choice("man", "Man")],
    };

    private static readonly FormTemplate Template = new()
    {
        Id = "helar",
        Title = "Helår",
        Sections = [new Section("a", "A", AskedOf.Individual, [Some.Participants, Outcomes, Support, Age, Some.Economy])],
    };

    [Fact]
    public void Each_row_of_a_block_is_added_up_over_the_initiatives_with_shares_of_their_sum()
    {
        var table = Table(
            new GridPart("Avslut", [new GridRow("avslut.*"), new GridRow("avslut.*") { Sum = true, Label = "Totalt", Kind = RowKind.Total }], [new GridColumn(), new GridColumn { Columns = ["*"], LeaveOutZero = true }, new GridColumn { Label = "Andel", Of = "*" }]),
            Ended("a", 1, 1, 1), Ended("b", 1, 1, 1));

        Assert.Equal(["", "Alla", "Kvinna", "Andel"], table.Columns.Select(c => c.Header));
        Assert.Equal([["Arbete", "2", "2", "33 %"], ["Studier", "2", "2", "33 %"], ["Annat", "2", "2", "33 %"], ["Totalt", "6", "6", "100 %"]], table.Read());
        Assert.Contains("Andelarna är avrundade var för sig och blir därför inte alltid 100 % tillsammans.", table.Notes);
        Assert.Equal(["rapport/2023-helar/a#avslut.arbete.kvinna", "rapport/2023-helar/b#avslut.arbete.kvinna"], table.Rows[0].Cells[2].Source!.Addresses);
    }

    [Fact]
    public void What_is_missing_or_unknown_is_said_and_never_zero()
    {
        var table = Table(
            new GridPart("Avslut", [new GridRow("avslut.arbete"), new GridRow("avslut.studier")], [new GridColumn { Columns = ["kvinna"] }]),
            Some.Initiative("a").Sent(("avslut.arbete.kvinna", 3)), Some.Initiative("b").NotSent());

        Assert.Equal([["Arbete", "3"], ["Studier", "uppgift saknas"]], table.Read());
        Assert.Equal(["Summan omfattar 1 av 2 insatser. Rapport saknas från: B.", "Uppgift saknas i en eller flera rutor för: A. De ingår inte i summan."], table.Notes);
    }

    [Fact]
    public void A_share_compares_only_those_who_have_answered_both_the_part_and_the_whole()
    {
        var table = Table(
            new GridPart("Försörjning", [new GridRow("forsorjning.*")], [new GridColumn { Label = "Andel", Of = "*" }]),
            Some.Initiative("a").Sent(("forsorjning.personer.antal", 10), ("forsorjning.ingen.antal", 5), ("forsorjning.bistand.antal", 10)),
            Some.Initiative("b").Sent(("forsorjning.personer.antal", 90)));

        Assert.Equal([["Ingen", "50 %"], ["Bistånd", "100 %"]], table.Read());
        Assert.Contains("En person kan stå på flera rader.", table.Notes);
    }

    [Fact]
    public void Rows_of_a_block_stand_across_where_the_columns_say_so()
    {
        var table = Table(
            new GridPart("Försörjning", [new GridRow("forsorjning.*") { Label = "Före" }], [new GridColumn { Rows = ["*"], Of = "*" }]),
            Some.Initiative("a").Sent(("forsorjning.personer.antal", 10), ("forsorjning.ingen.antal", 5), ("forsorjning.bistand.antal", 2)));

        Assert.Equal(["", "Ingen", "Bistånd"], table.Columns.Select(c => c.Header));
        Assert.Equal([["Före", "50 %", "20 %"]], table.Read());
    }

    [Fact]
    public void A_mean_over_several_is_weighted_by_how_many_it_is_the_mean_of()
    {
        var table = Table(
            new GridPart("Ålder", [new GridRow("medel.alder")], [new GridColumn(), new GridColumn { Columns = ["kvinna"], Decimals = 1 }]),
            Some.Initiative("a").Sent(("medel.alder.kvinna.antal", 1), ("medel.alder.kvinna.medel", 20), ("medel.alder.man.antal", 0)),
            Some.Initiative("b").Sent(("medel.alder.kvinna.antal", 3), ("medel.alder.kvinna.medel", 40), ("medel.alder.man.antal", 4), ("medel.alder.man.medel", 30)));

        Assert.Equal("35,0", table.Read()[0][2]);
        Assert.Equal(32.5m, table.Rows[0].Cells[1].Value);
    }

    [Fact]
    public void An_earlier_year_stands_beside_as_it_was_published_and_says_where()
    {
        var material = Material(Ended("a", 1, 1, 1));
        material = material with
        {
            Record = material.Record with
            {
                History = new PublishedHistory
                {
                    Documents = [new PublishedDocument("2022", "Årsredovisning 2022", 2022)],
                    Measures = [new HistoryMeasure("arbete", "Arbete", "personer") { Row = "avslut.arbete" }],
                    Figures = [new HistoryFigure { Measure = "arbete", Year = 2022, Value = 7, Document = "2022", Gender = Gender.Woman }],
                },
            },
        };
        var table = Assert.IsType<DraftPart.Table>(Assert.Single(Build(material, new GridPart(
            "Avslut", [new GridRow("avslut.arbete")], [new GridColumn { Columns = ["kvinna"] }, new GridColumn { Label = "2022", Columns = ["kvinna"], YearsBack = 1 }, new GridColumn { Label = "2021", YearsBack = 2 }]))));

        Assert.Equal([["Arbete", "1", "7", "–"]], table.Read());
        Assert.Contains("Uppgifterna för 2022 är hämtade ur Årsredovisning 2022.", table.Notes);
    }

    [Fact]
    public void A_chart_shows_the_parts_without_their_sum_and_says_in_words_what_it_shows()
    {
        var chart = Assert.IsType<DraftPart.Chart>(Assert.Single(Build(Material(Ended("a", 2, 1, 1)), new GridPart(
            "Avslut {year}", [new GridRow("avslut.*"), new GridRow("avslut.*") { Sum = true, Label = "Totalt", Kind = RowKind.Total }], [new GridColumn { Label = "Kvinnor", Columns = ["kvinna"] }])
        { Chart = ChartKind.Bars })));

        Assert.Equal(["Arbete", "Studier", "Annat"], chart.Categories);
        Assert.Equal([2m, 1m, 1m], chart.Series[0].Points.Select(p => p.Value!.Value));
        Assert.Equal("Avslut 2023. Kvinnor: Arbete 2, Studier 1, Annat 1.", chart.AltText);
    }

    [Fact]
    public void Money_is_added_up_in_exact_kronor_and_rounded_last()
    {
        var table = Table(
            new GridPart("Kostnad", [new GridRow("ekonomi.utfall") { EachInitiative = true }, new GridRow("ekonomi.utfall") { Label = "Totalt", Kind = RowKind.Total }], [new GridColumn { Label = "Kronor" }]),
            Some.Initiative("a").Sent(("ekonomi.utfall", 1400)), Some.Initiative("b").Sent(("ekonomi.utfall", 1400)));

        Assert.Equal([["A", "1"], ["B", "1"], ["Totalt", "3"]], table.Read());
    }

    [Fact]
    public void An_earlier_year_is_each_initiatives_own_and_never_the_associations_in_its_place()
    {
        var material = Published(
            [Ended("a", 2, 1, 1), Ended("b", 3, 1, 1)],
            new HistoryFigure { Measure = "arbete", Year = 2022, Value = 7, Document = "2022" },
            new HistoryFigure { Measure = "arbete", Year = 2022, Value = 4, Document = "2022", Initiative = "b" });
        var table = Assert.IsType<DraftPart.Table>(Assert.Single(Build(material, new GridPart(
            "Avslut", [new GridRow("avslut.arbete") { EachInitiative = true }, new GridRow("avslut.arbete") { Label = "Totalt", Kind = RowKind.Total }], [new GridColumn(), LastYear]))));

        Assert.Equal([["A", "2", "–"], ["B", "3", "4"], ["Totalt", "5", "7"]], table.Read());
    }

    [Theory]
    [InlineData("avslut.arbete - avslut.studier", null, "4")]
    [InlineData("avslut.arbete per 2", null, "3,5")]
    [InlineData("avslut.studier / avslut.arbete", null, "43 %")]
    [InlineData("avslut.studier", "avslut.arbete", "43 %")]
    [InlineData("avslut.studier", "avslut.annat", "–")]
    public void An_earlier_years_figure_has_its_sign_its_divisor_and_its_base(string figure, string? of, string expected)
    {
        var material = Published(
            [Ended("a", 2, 1, 1)],
            new HistoryFigure { Measure = "arbete", Year = 2022, Value = 7, Document = "2022" }, new HistoryFigure { Measure = "studier", Year = 2022, Value = 3, Document = "2022" });

        Assert.Equal(expected, Assert.IsType<DraftPart.Table>(Assert.Single(Build(material, new GridPart("Avslut", [new GridRow(figure) { Of = of }], [LastYear])))).Read()[0][1]);
    }

    [Fact]
    public void Money_that_does_not_add_up_as_printed_is_told_to_be_rounded()
    {
        var table = Table(
            new GridPart("Kostnad", [new GridRow("ekonomi.utfall") { EachInitiative = true }, new GridRow("ekonomi.utfall") { Label = "Totalt", Kind = RowKind.Total }], [new GridColumn()]),
            Some.Initiative("a").Sent(("ekonomi.utfall", 1400)), Some.Initiative("b").Sent(("ekonomi.utfall", 1400)), Some.Initiative("c").Sent(("ekonomi.utfall", 1400)));

        Assert.Equal([["A", "1"], ["B", "1"], ["C", "1"], ["Totalt", "4"]], table.Read());
        Assert.Equal(["Delarna är avrundade var för sig; summan är räknad på hela kronor och avrundad sist."], table.Notes);
    }

    [Fact]
    public void Money_that_adds_up_as_printed_needs_no_note() => Assert.Empty(Table(
        new GridPart("Kostnad", [new GridRow("ekonomi.utfall") { EachInitiative = true }, new GridRow("ekonomi.utfall") { Label = "Totalt", Kind = RowKind.Total }], [new GridColumn()]),
        Some.Initiative("a").Sent(("ekonomi.utfall", 1400)), Some.Initiative("b").Sent(("ekonomi.utfall", 1000))).Notes);

    [Fact]
    public void Rows_of_shares_that_do_not_make_a_hundred_are_told_to_be_rounded() => Assert.Contains(
        "Andelarna är avrundade var för sig och blir därför inte alltid 100 % tillsammans.",
        Table(new GridPart("Avslut", [new GridRow("avslut.*") { Of = "avslut.*" }], [new GridColumn()]), Ended("a", 1, 1, 1)).Notes);

    [Fact]
    public void Shares_beside_each_other_that_do_not_make_a_hundred_are_told_to_be_rounded() => Assert.Contains(
        "Andelarna är avrundade var för sig och blir därför inte alltid 100 % tillsammans.",
        Table(new GridPart("Avslut", [new GridRow("avslut.*") { Sum = true, Label = "Alla" }], [new GridColumn { Rows = ["*"], Of = "*" }]), Ended("a", 1, 1, 1)).Notes);

    [Fact]
    public void Whoever_was_moved_is_one_person_also_in_the_whole_of_a_share()
    {
        var material = Material(
            Some.Initiative("a").Sent(("deltagare.deltagit.kvinna", 53), ("deltagare.deltagit.man", 0)), Some.Initiative("b").Sent(("deltagare.deltagit.kvinna", 30), ("deltagare.deltagit.man", 20)));
        material = material with
        {
            Record = material.Record with
            {
                Initiatives = material.Record.Initiatives with
                {
                    Successions = [
                        new Succession
                        {
                            Id = "a-b", Kind = SuccessionKind.Renamed, From = ["a"], To = ["b"], Date = new DateOnly(2023, 6, 1),
                            Transfers = [new Transfer { From = "a", To = "b", Women = 3, Men = 0, Other = 0, Unknown = 0 }],
                        },
                    ],
                },
            },
        };
        var table = Assert.IsType<DraftPart.Table>(Assert.Single(Build(material, new GridPart(
            "Deltagare", [new GridRow("deltagare.deltagit")], [new GridColumn(), new GridColumn { Columns = ["man"], Of = "deltagare.deltagit", OfAll = true }]))));

        Assert.Equal([["Deltagit", "100", "20 %"]], table.Read());
        Assert.Contains("3 personer har förts över mellan insatserna och räknas en gång i summan.", table.Notes);
    }

    [Fact]
    public void What_is_known_two_ways_is_found_where_a_grid_or_a_sentence_shows_it()
    {
        var initiative = Some.Initiative("a");
        var material = Material(initiative.Sent(("deltagare.nya.kvinna", 10), ("deltagare.nya.man", 0)));
        var earlier = Some.Period with { Id = "2023-t1", End = new DateOnly(2023, 12, 31) };
        material = material with
        {
            Earlier = [new EarlierReport(earlier, Template, initiative.Sent(("deltagare.nya.kvinna", 12)).Report! with { Key = new(Some.Association.Id, "2023-t1", "a") })],
        };
        OutlinePart[] parts =
        [
            new GridPart("Nya", [new GridRow("deltagare.nya")], [new GridColumn()]), new GridPart("Nya", [new GridRow("deltagare.nya")], [new GridColumn { Of = "*" }]),
            new SentencesPart(["{deltagare.nya} nya"]),
        ];

        foreach (var part in parts)
        {
            Assert.Equal(
                ["A, Varav nya, kvinna: 10 enligt rapport/2023-helar/a#deltagare.nya.kvinna, men 12 enligt rapport/2023-t1/a#deltagare.nya.kvinna."],
                Findings.Of(material, new Outline { Id = "x", Title = "x", Parts = [part] }));
        }
    }

    [Fact]
    public void A_chart_of_shares_is_drawn_in_per_cent_wherever_the_shares_are_asked_for()
    {
        var byRow = Chart(new GridPart("Avslut", [new GridRow("avslut.*") { Of = "avslut.*" }], [new GridColumn { Label = "Andel" }]), Ended("a", 1, 1, 1));
        var byFigure = Chart(new GridPart("Avslut", [new GridRow("avslut.arbete / avslut.*")], [new GridColumn { Label = "Andel" }]), Ended("a", 1, 1, 1));

        Assert.Equal(("%", "%"), (byRow.Unit, byFigure.Unit));
        Assert.Equal([33m, 33m, 33m], byRow.Series[0].Points.Select(p => p.Value!.Value));
        Assert.Equal(33m, byFigure.Series[0].Points[0].Value);
    }

    [Fact]
    public void A_count_beside_a_share_is_drawn_as_it_is() => Assert.Equal(
        [2m, 50m],
        Chart(new GridPart("Avslut", [new GridRow("avslut.arbete")], [new GridColumn(), new GridColumn { Of = "avslut.*" }]), Ended("a", 2, 1, 1)).Series.Select(s => s.Points[0].Value!.Value));

    [Fact]
    public void A_chart_of_kronor_says_so() => Assert.Equal(
        "tkr", Chart(new GridPart("Kostnad", [new GridRow("ekonomi.utfall") { EachInitiative = true }], [new GridColumn()]), Some.Initiative("a").Sent(("ekonomi.utfall", 5000))).Unit);

    [Fact]
    public void A_chart_without_anything_to_draw_is_a_sentence() => Assert.Equal(
        "Avslut: inga uppgifter.",
        Assert.IsType<DraftPart.Paragraph>(Assert.Single(Build(
            Material(Ended("a", 0, 0, 0)), new GridPart("Avslut", [new GridRow("avslut.*")], [new GridColumn { LeaveOutZero = true }]) { Chart = ChartKind.Columns }))).Read());

    [Fact]
    public void A_pie_of_several_columns_is_the_table_it_is_of() => Assert.IsType<DraftPart.Table>(Assert.Single(Build(
        Material(Ended("a", 1, 1, 1)), new GridPart("Avslut", [new GridRow("avslut.*")], [new GridColumn { Columns = ["*"] }]) { Chart = ChartKind.Pie })));

    [Fact]
    public void A_charts_table_tells_what_was_not_asked_from_what_was_not_sent_and_what_is_not_known()
    {
        var chart = Chart(
            new GridPart("Avslut", [new GridRow("avslut.arbete@a"), new GridRow("avslut.arbete@b"), new GridRow("avslut.arbete@c")], [new GridColumn()]),
            Some.Initiative("a").NotSent(), Some.Initiative("b").Sent(), Some.Initiative("c", InitiativeKind.Structural).Sent());

        Assert.Equal(["saknas", "uppgift saknas", "–"], ChartData.Of(chart).Rows.Select(r => r.Cells[1].Text));
    }

    private static GridColumn LastYear { get; } = new() { Label = "2022", YearsBack = 1 };

    private static DraftPart.Chart Chart(GridPart part, params InitiativeMaterial[] initiatives) =>
        Assert.IsType<DraftPart.Chart>(Assert.Single(Build(Material(initiatives), part with { Chart = ChartKind.Columns })));

    private static PeriodMaterial Published(InitiativeMaterial[] initiatives, params HistoryFigure[] figures)
    {
        var material = Material(initiatives);
        return material with
        {
            Record = material.Record with
            {
                History = new PublishedHistory
                {
                    Documents = [new PublishedDocument("2022", "Årsredovisning 2022", 2022)],
                    Measures = [new HistoryMeasure("arbete", "Arbete", "personer") { Row = "avslut.arbete" }, new HistoryMeasure("studier", "Studier", "personer") { Row = "avslut.studier" }],
                    Figures = [.. figures],
                },
            },
        };
    }

    private static InitiativeMaterial Ended(string id, int work, int studies, int other) => Some.Initiative(id).Sent(
        [.. new[] { ("arbete", work), ("studier", studies), ("annat", other) }.SelectMany(row => new (string, object)[]
        {
            ($"avslut.{row.Item1}.kvinna", row.Item2), ($"avslut.{row.Item1}.man", 0), ($"avslut.{row.Item1}.okant", 0),
        })]);

    private static PeriodMaterial Material(params InitiativeMaterial[] initiatives) => Some.Material(initiatives) with { Template = Template };

    private static DraftPart.Table Table(GridPart part, params InitiativeMaterial[] initiatives) =>
        Assert.IsType<DraftPart.Table>(Assert.Single(Build(Material(initiatives), part)));

    private static ImmutableArray<DraftPart> Build(PeriodMaterial material, OutlinePart part) =>
        BuildDraft.From(material, new Outline { Id = "x", Title = "x", Parts = [part] }, "").Parts;
}

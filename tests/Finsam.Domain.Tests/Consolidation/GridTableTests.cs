using System.Collections.Immutable;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
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
            "Avslut {year}", [new GridRow("avslut.*"), new GridRow("avslut.*") { Sum = true, Label = "Totalt", Kind = RowKind.Total }], [new GridColumn { Label = "Kvinnor", Columns = ["kvinna"] }]) { Chart = ChartKind.Bars })));

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

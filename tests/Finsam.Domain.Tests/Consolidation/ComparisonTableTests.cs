using CsCheck;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Consolidation;

/// <summary>Comparisons follow the chain of successions: no participant and no krona is lost or doubled between the years.</summary>
public sealed class ComparisonTableTests
{
    private static readonly ComparisonPart Participants = new("Jämförelse", "deltagare.deltagit");

    [Fact]
    public void A_merged_initiative_is_compared_with_those_it_took_over_from()
    {
        var table = Table(
            Participants,
            [Sent("teamet", 40), Sent("ljusdal", 24)],
            [("rehab", 30), ("utredning", 25), ("ljusdal", 20), ("fontanhus", 9)],
            new Succession { Id = "m", Kind = SuccessionKind.Merged, Date = new DateOnly(2023, 1, 1), From = ["rehab", "utredning"], To = ["teamet"] });
        Assert.Equal(
            [["Teamet", "40", "55", "−15"], ["Ljusdal", "24", "20", "4"], ["Fontanhus (har upphört)", "", "9", ""], ["Totalt", "64", "84", "−20"]],
            table.Read());
        Assert.Contains("Teamet", Assert.Single(table.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_halves_of_a_split_are_compared_together()
    {
        var table = Table(
            Participants,
            [Sent("norr", 10), Sent("soder", 12)],
            [("lanet", 20)],
            new Succession { Id = "s", Kind = SuccessionKind.Split, Date = new DateOnly(2023, 1, 1), From = ["lanet"], To = ["norr", "soder"] });
        Assert.Equal([["Norr och Soder", "22", "20", "2"], ["Totalt", "22", "20", "2"]], table.Read());
    }

    [Fact]
    public void Those_who_moved_within_the_year_are_counted_once()
    {
        var table = Table(
            Participants,
            [Sent("rehab", 30), Sent("teamet", 40)],
            [("rehab", 50)],
            new Succession
            {
                Id = "r",
                Kind = SuccessionKind.Renamed,
                Date = new DateOnly(2023, 9, 1),
                From = ["rehab"],
                To = ["teamet"],
                Transfers = [new Transfer { From = "rehab", To = "teamet", Women = 18, Men = 0, Other = 0, Unknown = 0 }],
            });
        Assert.Equal([["Rehab och Teamet", "52", "50", "2"], ["Totalt", "52", "50", "2"]], table.Read());
    }

    [Fact]
    public void A_figure_that_is_missing_is_missing_and_so_is_its_sum()
    {
        var table = Table(Participants, [Sent("ljusdal", 24), Some.Initiative("hofors").NotSent()], [("ljusdal", 20)]);
        Assert.Equal([["Ljusdal", "24", "20", "4"], ["Hofors", "saknas", "", ""], ["Totalt", "saknas", "20", ""]], table.Read());
    }

    [Fact]
    public void Money_is_compared_in_the_associations_unit()
    {
        var sent = Some.Initiative("ljusdal").Sent(("ekonomi.utfall", 891_000));
        var table = Table(new ComparisonPart("Kostnad", "ekonomi.utfall"), [sent], [("ljusdal", 700_400m)]);
        Assert.Equal(["Insats", "2023, tkr", "2022, tkr", "Förändring"], table.Columns.Select(c => c.Header));
        Assert.Equal(["Ljusdal", "891", "700", "191"], table.Read()[0]);
    }

    [Fact]
    public void However_initiatives_succeed_each_other_the_rows_add_up_to_the_initiatives_of_both_years() =>
        Gen.Select(Gen.Int[0, 50].Array[6], Gen.Int[0, 50].Array[6], Gen.Int[0, 3], Gen.Int[1, 3], Gen.Int[1, 3]).Sample((before, now, from, merged, split) =>
        {
            // Ids 0–5 had figures before, 3–8 have them now; some of the old are merged into one of the new, another is split into others.
            string Id(int n) => $"insats-{n}";
            Succession[] successions =
            [
                new() { Id = "m", Kind = SuccessionKind.Merged, Date = new DateOnly(2023, 1, 1), From = [.. Enumerable.Range(from, merged + 1).Where(n => n < 4).Select(Id)], To = [Id(8)] },
                new() { Id = "s", Kind = SuccessionKind.Split, Date = new DateOnly(2023, 1, 1), From = [Id(5)], To = [.. Enumerable.Range(6, Math.Min(split, 2)).Select(Id)] },
            ];
            var table = Table(
                Participants, [.. now.Select((women, index) => Sent(Id(index + 3), women))], [.. before.Select((value, index) => (Id(index), (decimal)value))], successions);
            var rows = table.Rows.Take(table.Rows.Length - 1).ToArray();
            decimal Column(int index) => rows.Sum(r => r.Cells[index].Value ?? 0m);
            return Column(1) == now.Sum() && Column(2) == before.Sum()
                && table.Rows[^1].Cells[1].Value == now.Sum() && table.Rows[^1].Cells[2].Value == before.Sum();
        });

    [Fact]
    public void A_period_within_the_year_is_compared_with_the_same_dates_last_year_and_never_with_the_whole()
    {
        // Ljusdal's two tertials of 2022 are added up to 31 August; of Fontanhus nothing was sent then, and what was published is of the whole year.
        var material = ToAugust([Cost("ljusdal", 300_000), Cost("fontanhus", 90_000)], [("ljusdal", 700_000m), ("fontanhus", 110_000m)]) with
        {
            Earlier = [Earlier(2022, 1, "ljusdal", 100_000), Earlier(2022, 2, "ljusdal", 150_000), Earlier(2022, 3, "ljusdal", 450_000), Earlier(2022, 1, "fontanhus", 40_000)],
        };
        var table = ComparisonTable.Build(material, "Kostnad", new ComparisonPart("Kostnad", "ekonomi.utfall"));
        Assert.Equal(
            ["Insats", "Under perioden 1 januari–31 augusti 2023, tkr", "Under perioden 1 januari–31 augusti 2022, tkr", "Förändring"],
            table.Columns.Select(c => Some.Spaced(c.Header)));
        Assert.Equal([["Ljusdal", "300", "250", "50"], ["Fontanhus", "90", "", ""], ["Totalt", "390", "", ""]], table.Read());
        Assert.Equal(
            ["Bara samma dagar båda åren jämförs. Vad som gällde under perioden 1 januari–31 augusti 2022 är inte känt för Fontanhus, så de rutorna är tomma."],
            table.Notes.Select(Some.Spaced));
    }

    [Fact]
    public void Who_took_part_to_the_same_day_last_year_stands_beside_who_took_part_this_year()
    {
        var sent = Some.Initiative("ljusdal").Sent(("deltagare.deltagit.kvinna", 24), ("deltagare.deltagit.man", 0));
        var lastYear = Earlier(2022, 2, "ljusdal", ("deltagare.deltagit.kvinna", 20), ("deltagare.deltagit.man", 1));
        var fewer = Some.Participants with { Scope = Scope.Year, Columns = [.. Some.Participants.Columns, new Choice("annat", "Annat")] };
        var material = ToAugust([sent], []) with { Template = With(fewer) };
        material = material with
        {
            Initiatives = [sent with { Report = sent.Report! with { Answers = Some.Answers(("deltagare.deltagit.kvinna", 24), ("deltagare.deltagit.man", 0), ("deltagare.deltagit.annat", 2)) } }],
            Earlier = [lastYear with { Template = With(Some.Participants with { Scope = Scope.Year }) }],
        };
        Assert.Equal([["Ljusdal", "26", "21", "5"], ["Totalt", "26", "21", "5"]], ComparisonTable.Build(material, "Jämförelse", Participants).Read());
    }

    [Fact]
    public void An_initiative_that_had_not_begun_by_the_same_day_last_year_is_no_gap()
    {
        var late = Some.Initiative("fontanhus") with { Start = new DateOnly(2022, 10, 1) };
        var material = ToAugust([Cost("ljusdal", 300_000), late.Sent(("ekonomi.utfall", 90_000))], []) with
        {
            Earlier = [Earlier(2022, 1, "ljusdal", 100_000), Earlier(2022, 2, "ljusdal", 150_000)],
        };
        var table = ComparisonTable.Build(material, "Kostnad", new ComparisonPart("Kostnad", "ekonomi.utfall"));
        Assert.Equal([["Ljusdal", "300", "250", "50"], ["Fontanhus", "90", "", ""], ["Totalt", "390", "250", "140"]], table.Read());
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void What_was_published_of_other_dates_is_not_last_years()
    {
        var material = Material(new ComparisonPart("Kostnad", "ekonomi.utfall"), [Cost("ljusdal", 300_000)], [("ljusdal", 700_000m)]);
        var history = material.Record.History;
        var cohort = history with { Figures = [.. history.Figures.Select(f => f with { From = new DateOnly(2022, 3, 1), To = new DateOnly(2023, 2, 28) })] };
        var table = ComparisonTable.Build(material with { Record = material.Record with { History = cohort } }, "Kostnad", new ComparisonPart("Kostnad", "ekonomi.utfall"));
        Assert.Equal([["Ljusdal", "300", "", ""], ["Totalt", "300", "", ""]], table.Read());
    }

    private static PeriodMaterial ToAugust(InitiativeMaterial[] now, (string Initiative, decimal Value)[] before)
    {
        var material = Material(new ComparisonPart("Kostnad", "ekonomi.utfall"), now, before);
        return material with
        {
            Period = material.Period with { Id = "2023-aug", Kind = PeriodKind.HalfYear, End = new DateOnly(2023, 8, 31) },
            Template = material.Template with
            {
                Sections = [.. material.Template.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => b is EconomyBlock ? b with { Scope = Scope.Year } : b)] })],
            },
        };
    }

    private static EarlierReport Earlier(int year, int tertial, string id, int kronor) => Earlier(year, tertial, id, ("ekonomi.utfall", kronor));

    private static EarlierReport Earlier(int year, int tertial, string id, params (string Key, object Value)[] answers)
    {
        var start = new DateOnly(year, (tertial * 4) - 3, 1);
        var period = Some.Period with { Id = $"{year}-t{tertial}", Kind = PeriodKind.Tertial, Start = start, End = start.AddMonths(4).AddDays(-1) };
        var economy = Some.Economy with { Scope = Scope.Period };
        var template = Some.Template with { Sections = [.. Some.Template.Sections.Select(s => s.Id == "ekonomi" ? s with { Blocks = [economy] } : s)] };
        return new EarlierReport(period, template, Some.Initiative(id).Sent(answers).Report! with { Key = new ReportKey(Some.Association.Id, period.Id, id) });
    }

    private static FormTemplate With(MatrixBlock block) =>
        Some.Template with { Sections = [.. Some.Template.Sections.Select(s => s.Id == "deltagare" ? s with { Blocks = [block] } : s)] };

    private static InitiativeMaterial Cost(string id, int kronor) => Some.Initiative(id).Sent(("ekonomi.utfall", kronor));

    private static InitiativeMaterial Sent(string id, int women) => Some.Initiative(id).Sent(("deltagare.deltagit.kvinna", women), ("deltagare.deltagit.man", 0));

    private static DraftPart.Table Table(ComparisonPart part, InitiativeMaterial[] now, (string Initiative, decimal Value)[] before, params Succession[] successions) =>
        ComparisonTable.Build(Material(part, now, before, successions), "Jämförelse", part);

    private static PeriodMaterial Material(ComparisonPart part, InitiativeMaterial[] now, (string Initiative, decimal Value)[] before, params Succession[] successions)
    {
        var material = Some.Material(now);
        var all = now.Select(i => i.Initiative.Id).Union(before.Select(b => b.Initiative)).Union(successions.SelectMany(s => s.From.Concat(s.To))).Select(id => Some.Initiative(id));
        return material with
        {
            Record = material.Record with
            {
                Initiatives = material.Record.Initiatives with { Initiatives = [.. all], Successions = [.. successions] },
                History = new PublishedHistory
                {
                    Documents = [new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022)],
                    Measures = [new HistoryMeasure("matt", "Mått", "personer") { Row = part.Row }],
                    Figures = [.. before.Select(b => new HistoryFigure { Measure = "matt", Year = 2022, Initiative = b.Initiative, Value = b.Value, Document = "ar-2022" })],
                },
            },
        };
    }
}

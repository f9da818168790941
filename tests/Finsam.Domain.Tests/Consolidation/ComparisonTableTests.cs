using CsCheck;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;

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

    private static InitiativeMaterial Sent(string id, int women) => Some.Initiative(id).Sent(("deltagare.deltagit.kvinna", women), ("deltagare.deltagit.man", 0));

    private static DraftPart.Table Table(ComparisonPart part, InitiativeMaterial[] now, (string Initiative, decimal Value)[] before, params Succession[] successions)
    {
        var material = Some.Material(now);
        var all = now.Select(i => i.Initiative.Id).Union(before.Select(b => b.Initiative)).Union(successions.SelectMany(s => s.From.Concat(s.To))).Select(id => Some.Initiative(id));
        return ComparisonTable.Build(
            material with
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
            },
            "Jämförelse",
            part);
    }
}

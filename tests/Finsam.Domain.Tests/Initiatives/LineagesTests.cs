using System.Collections.Immutable;
using CsCheck;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Tests.Initiatives;

public sealed class LineagesTests
{
    private static readonly Succession Merger = new()
    {
        Id = "samverkansteamet",
        Kind = SuccessionKind.Merged,
        Date = new DateOnly(2023, 9, 1),
        From = ["rehabvagledare", "utredningen"],
        To = ["samverkansteamet"],
        Decided = new DateOnly(2023, 6, 16),
        Paragraph = "42",
    };

    private static readonly Succession Division = new()
    {
        Id = "delningen",
        Kind = SuccessionKind.Split,
        Date = new DateOnly(2023, 9, 1),
        From = ["samverkansteamet"],
        To = ["norr", "soder"],
    };

    private static readonly Gen<(SuccessionWorld World, bool[] Before, bool[] Now, int[] Figures)> Compared =
        Gen.Select(SuccessionWorld.Any, Gen.Bool.Array[40], Gen.Bool.Array[40], Gen.Int[0, 99].Array[40]);

    [Fact]
    public void A_merger_is_compared_with_the_sum_of_what_it_came_from()
    {
        var unit = Assert.Single(Compare([Merger], ["rehabvagledare", "utredningen"], ["samverkansteamet"]));

        Assert.Equal(["rehabvagledare", "utredningen"], unit.Before);
        Assert.Equal(["samverkansteamet"], unit.Now);
        Assert.Equal("Samverkansteamet ersätter Rehabvagledare och Utredningen från 1 september 2023 (styrelsebeslut 2023-06-16 § 42)", unit.Note);
    }

    [Fact]
    public void After_a_split_the_parts_are_compared_together()
    {
        var unit = Assert.Single(Compare([Division], ["samverkansteamet"], ["norr", "soder"]));

        Assert.Equal(["norr", "soder"], unit.Now);
        Assert.Equal("Norr och Soder ersätter Samverkansteamet från 1 september 2023; Norr jämförs tillsammans med Soder", unit.Note);
    }

    [Fact]
    public void A_new_name_is_compared_with_the_old()
    {
        var renamed = Division with { Kind = SuccessionKind.Renamed, To = ["norr"], Paragraph = "§ 7" };

        Assert.Equal(
            "Samverkansteamet heter Norr från 1 september 2023 (styrelsebeslut § 7)",
            Assert.Single(Compare([renamed], ["samverkansteamet"], ["norr"])).Note);
    }

    [Fact]
    public void Several_successions_are_told_in_the_order_they_happened()
    {
        var unit = Assert.Single(
            Compare([Division with { Date = new DateOnly(2024, 3, 1) }, Merger], ["rehabvagledare", "utredningen"], ["norr", "soder"]));

        Assert.StartsWith("Samverkansteamet ersätter", unit.Note, StringComparison.Ordinal);
        Assert.Contains("§ 42); Norr och Soder ersätter Samverkansteamet från 1 mars 2024", unit.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_year_of_the_merger_the_old_and_the_new_stand_together() =>
        Assert.Equal(
            ["rehabvagledare", "utredningen", "samverkansteamet"],
            Assert.Single(Compare([Merger], ["rehabvagledare", "utredningen", "samverkansteamet"], ["samverkansteamet"])).Before);

    [Fact]
    public void A_merger_still_to_come_leaves_each_initiative_to_itself() =>
        Assert.All(Compare([Merger], ["rehabvagledare", "utredningen"], ["rehabvagledare", "utredningen"]), unit =>
        {
            Assert.Null(unit.Note);
            Assert.Equal(Assert.Single(unit.Before), Assert.Single(unit.Now));
        });

    [Fact]
    public void A_split_that_was_over_before_leaves_each_initiative_to_itself() =>
        Assert.All(Compare([Division], ["norr", "soder"], ["norr", "soder"]), unit => Assert.Null(unit.Note));

    [Fact]
    public void An_initiative_without_a_past_or_a_future_has_an_empty_side()
    {
        var units = Compare([], ["gammal"], ["ny"]);

        Assert.Equal(["ny", "gammal"], units.SelectMany(u => u.Now.Concat(u.Before)));
        Assert.Empty(units[0].Before);
        Assert.Empty(units[1].Now);
    }

    [Fact]
    public void What_successions_connect_is_one_lineage_in_the_order_given() =>
        Assert.Equal(
            [["hofors"], ["utredningen", "rehabvagledare", "samverkansteamet", "norr", "soder"]],
            Lineages.Of(["hofors", "utredningen"], [Division with { Date = new DateOnly(2024, 3, 1) }, Merger]).Components.Select(c => c.ToArray()));

    [Fact]
    public void Every_initiative_stands_in_exactly_one_lineage() =>
        SuccessionWorld.Any.Sample(world =>
        {
            var components = Lineages.Of(world.Ids, world.Successions).Components;
            Assert.Equal(world.Ids.Order(), components.SelectMany(c => c).Order());
            Assert.All(world.Successions, s => Assert.Contains(components, c => s.From.Concat(s.To).All(c.Contains)));
        });

    [Fact]
    public void A_sum_by_units_neither_loses_nor_doubles_a_participant_or_a_krona() =>
        Compared.Sample((world, before, now, figures) =>
        {
            string[] ids = [.. world.Ids];
            string[] then = [.. ids.Where((_, i) => before[i])];
            string[] later = [.. ids.Where((_, i) => now[i])];
            var units = Compare(world.Successions, then, later);

            int Figure(string id) => figures[Array.IndexOf(ids, id)];
            Assert.Equal(then.Sum(Figure), units.Sum(u => u.Before.Sum(Figure)));
            Assert.Equal(later.Sum(Figure), units.Sum(u => u.Now.Sum(Figure)));
            var sides = units.Select(u => u.Before.Concat(u.Now).Distinct().ToArray()).ToArray();
            Assert.Equal(then.Concat(later).Distinct().Order(), sides.SelectMany(s => s).Order());
        });

    [Fact]
    public void Units_stay_within_their_lineage_and_tell_of_every_succession_between_their_initiatives() =>
        Compared.Sample((world, before, now, _) =>
        {
            string[] ids = [.. world.Ids];
            string[] then = [.. ids.Where((_, i) => before[i])];
            string[] later = [.. ids.Where((_, i) => now[i])];
            var units = Compare(world.Successions, then, later);
            var components = Lineages.Of(ids, world.Successions).Components;

            Assert.All(units, u => Assert.Contains(components, c => u.Before.Concat(u.Now).All(c.Contains)));
            Assert.All(
                units.Where(u => u.Before.Concat(u.Now).Distinct().Count() > 1),
                u => Assert.NotNull(u.Note));
            foreach (var s in world.Successions.Where(s => s.From.Any(then.Contains) && s.To.Any(later.Contains)))
            {
                Assert.Contains(units, u => s.From.Where(then.Contains).All(u.Before.Contains) && s.To.Where(later.Contains).All(u.Now.Contains));
            }
        });

    private static ImmutableArray<ComparisonUnit> Compare(IEnumerable<Succession> successions, string[] before, string[] now) =>
        Lineages.Of([], successions).Compare(before, now, id => char.ToUpperInvariant(id[0]) + id[1..]);
}

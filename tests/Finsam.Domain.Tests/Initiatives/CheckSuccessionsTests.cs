using System.Globalization;
using CsCheck;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Tests.Initiatives;

public sealed class CheckSuccessionsTests
{
    [Fact]
    public void Sound_successions_have_no_findings() =>
        SuccessionWorld.Any.Sample(world => Assert.Empty(CheckSuccessions.Run(world.Successions)));

    [Fact]
    public void Both_sides_must_be_named() =>
        Assert.Equal([(SuccessionFault.FromIsEmpty, null), (SuccessionFault.ToIsEmpty, null)], Faults(Renamed([], [" "])));

    [Theory]
    [InlineData(SuccessionKind.Merged, 2, 1, true)]
    [InlineData(SuccessionKind.Merged, 1, 1, false)]
    [InlineData(SuccessionKind.Merged, 2, 2, false)]
    [InlineData(SuccessionKind.Split, 1, 2, true)]
    [InlineData(SuccessionKind.Split, 1, 1, false)]
    [InlineData(SuccessionKind.Split, 2, 2, false)]
    [InlineData(SuccessionKind.Renamed, 1, 1, true)]
    [InlineData(SuccessionKind.Renamed, 2, 1, false)]
    public void The_kind_says_how_many_there_are_on_each_side(SuccessionKind kind, int from, int to, bool right)
    {
        var succession = Renamed(
            [.. Enumerable.Range(0, from).Select(i => $"a{i}")], [.. Enumerable.Range(0, to).Select(i => $"b{i}")]) with
        {
            Kind = kind,
        };

        Assert.Equal(right ? [] : [(SuccessionFault.WrongNumber, null)], Faults(succession));
    }

    [Fact]
    public void No_initiative_stands_twice_on_a_side() =>
        Assert.Equal([(SuccessionFault.Repeated, "a")], Faults(Renamed(["a", "a"], ["b"]) with { Kind = SuccessionKind.Merged }));

    [Fact]
    public void No_initiative_is_succeeded_twice() =>
        Assert.Equal(
            [(SuccessionFault.SucceededTwice, "a"), (SuccessionFault.SucceededTwice, "a")],
            Faults(Renamed(["a"], ["b"]), Renamed(["a"], ["c"]) with { Id = "s2" }));

    [Fact]
    public void No_initiative_succeeds_itself_not_even_by_way_of_others() =>
        Assert.Equal(
            [(SuccessionFault.Cycle, "a"), (SuccessionFault.Cycle, "b")],
            Faults(Renamed(["a"], ["b"]), Renamed(["b"], ["a"]) with { Id = "s2", Date = new DateOnly(2024, 1, 1) }));

    [Theory]
    [InlineData("2003-12-31")]
    [InlineData("2100-01-01")]
    [InlineData("0023-09-01")]
    public void No_association_is_older_than_the_law_and_none_plans_for_the_next_century(string date) =>
        Assert.Equal([(SuccessionFault.DateOutOfRange, null)], Faults(Renamed(["a"], ["b"]) with { Date = Day(date) }));

    [Fact]
    public void An_initiative_is_not_succeeded_before_it_has_begun() =>
        Assert.Equal(
            [(SuccessionFault.DateOutOfOrder, "b")],
            Faults(Renamed(["a"], ["b"]), Renamed(["b"], ["c"]) with { Id = "s2" }));

    [Fact]
    public void Transfers_go_from_the_old_to_the_new_and_are_no_less_than_none() =>
        Assert.Equal(
            [(SuccessionFault.TransferFromOutside, "x"), (SuccessionFault.TransferToOutside, "y"), (SuccessionFault.NegativeTransfer, "a")],
            Faults(Renamed(["a"], ["b"]) with { Transfers = [Moved("x", "b", 1), Moved("a", "y", 1), Moved("a", "b", -1)] }));

    private static IEnumerable<(SuccessionFault, string?)> Faults(params Succession[] successions) =>
        CheckSuccessions.Run(successions).Select(f => (f.Fault, f.Subject));

    private static Succession Renamed(string[] from, string[] to) => new()
    {
        Id = "s1",
        Kind = SuccessionKind.Renamed,
        Date = new DateOnly(2023, 9, 1),
        From = [.. from],
        To = [.. to],
    };

    private static Transfer Moved(string from, string to, int unknown) =>
        new() { From = from, To = to, Women = 0, Men = 0, Other = 0, Unknown = unknown };

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

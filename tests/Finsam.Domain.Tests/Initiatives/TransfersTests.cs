using System.Globalization;
using System.Text.Json;
using CsCheck;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Initiatives;

public sealed class TransfersTests
{
    private static readonly DateSpan Year = new(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31));

    private static readonly Succession Merger = new()
    {
        Id = "teamet",
        Kind = SuccessionKind.Merged,
        Date = new DateOnly(2023, 9, 1),
        From = ["a", "b"],
        To = ["c"],
        Transfers =
        [
            new Transfer { From = "a", To = "c", Women = 20, Men = 9, Other = 1, Unknown = 2 },
            new Transfer { From = "b", To = "c", Women = 10, Men = 0, Other = 0, Unknown = 0 },
        ],
    };

    [Fact]
    public void Nobody_is_counted_twice_in_a_merged_initiative() =>
        Assert.Equal(45 + 12 + 40 - 30, Transfers.TotalTouched(Touched(("a", 45), ("b", 12), ("c", 40)), Year, Gender.Woman, [Merger]));

    [Theory]
    [InlineData(Gender.Woman, 30)]
    [InlineData(Gender.Man, 9)]
    [InlineData(Gender.Other, 1)]
    [InlineData(Gender.Unknown, 2)]
    public void Each_gender_is_moved_by_itself(Gender gender, int moved) =>
        Assert.Equal(moved, Transfers.Within(["a", "b", "c"], Year, gender, [Merger]));

    [Fact]
    public void Those_who_came_from_outside_the_sum_are_counted_once_already() =>
        Assert.Equal(40 + 12 - 10, Transfers.TotalTouched(Touched(("b", 12), ("c", 40)), Year, Gender.Woman, [Merger]));

    [Theory]
    [InlineData("2023-01-01", "2023-08-31", 0)]
    [InlineData("2023-01-01", "2023-09-01", 30)]
    [InlineData("2023-09-01", "2023-12-31", 30)]
    [InlineData("2023-09-02", "2023-12-31", 0)]
    public void Only_who_moved_within_the_span_has_been_counted_twice(string from, string to, int moved) =>
        Assert.Equal(
            moved, Transfers.Within(["a", "b", "c"], new DateSpan(Day(from), Day(to)), Gender.Woman, [Merger]));

    [Fact]
    public void Over_a_whole_lineage_the_transfers_cancel_out() =>
        SuccessionWorld.Any.Sample(world =>
        {
            var flows = world.Lives.ToDictionary(l => l.Id, l => ParticipantFlow.From(SuccessionWorld.Counts(l)));
            decimal Sum(IEnumerable<string> ids, ParticipantMeasure measure) => ids.Sum(id => flows[id][measure, Gender.Woman]!.Value);

            Assert.All(flows.Values, flow => Assert.Empty(flow.Findings));
            foreach (var lineage in Lineages.Of(world.Ids, world.Successions).Components)
            {
                var (start, begun) = (Sum(lineage, ParticipantMeasure.OngoingAtStart), Sum(lineage, ParticipantMeasure.New));
                Assert.Equal(Sum(lineage, ParticipantMeasure.TransferredIn), Sum(lineage, ParticipantMeasure.TransferredOut));
                Assert.Equal(start + begun - Sum(lineage, ParticipantMeasure.Ended), Sum(lineage, ParticipantMeasure.OngoingAtEnd));
                Assert.Equal(
                    start + begun,
                    Transfers.TotalTouched(
                        lineage.ToDictionary(id => id, id => flows[id][ParticipantMeasure.Touched, Gender.Woman]!.Value),
                        Year, Gender.Woman, world.Successions));
            }
        });

    [Fact]
    public void A_succession_is_read_from_JSON_as_it_was_written()
    {
        var json = JsonSerializer.Serialize(Merger, JsonSerializerOptions.Web);
        var read = JsonSerializer.Deserialize<Succession>(json, JsonSerializerOptions.Web)!;

        Assert.Contains("\"date\":\"2023-09-01\"", json, StringComparison.Ordinal);
        Assert.Equivalent(Merger, read);
        Assert.Equal(json, JsonSerializer.Serialize(read, JsonSerializerOptions.Web));
    }

    [Fact]
    public void A_succession_without_transfers_is_read_as_one_with_none_and_a_transfer_without_a_count_not_at_all()
    {
        var read = JsonSerializer.Deserialize<Succession>(
            """{"id":"s","kind":2,"date":"2023-09-01","from":["a"],"to":["b"]}""", JsonSerializerOptions.Web)!;

        Assert.Empty(read.Transfers);
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<Transfer>("""{"from":"a","to":"b","women":1,"men":1,"other":0}""", JsonSerializerOptions.Web));
    }

    private static Dictionary<string, decimal> Touched(params (string Id, decimal Persons)[] touched) => touched.ToDictionary(t => t.Id, t => t.Persons);

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

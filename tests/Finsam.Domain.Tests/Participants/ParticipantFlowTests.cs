using CsCheck;
using Finsam.Domain.Participants;
using static Finsam.Domain.Participants.Gender;
using static Finsam.Domain.Participants.ParticipantMeasure;

namespace Finsam.Domain.Tests.Participants;

public sealed class ParticipantFlowTests
{
    // Start, new, in, and how those who took part are shared between ended, out and ongoing at the end.
    private static readonly Gen<Dictionary<ParticipantMeasure, decimal>> Flows =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 9], Gen.Int[0, 30], Gen.Int[0, 9]).Select((start, started, moved, ended, left) =>
        {
            var touched = start + started + moved;
            var (out_, off) = (Math.Min(left, touched), Math.Min(ended, touched - Math.Min(left, touched)));
            return new Dictionary<ParticipantMeasure, decimal>
            {
                [OngoingAtStart] = start,
                [New] = started,
                [TransferredIn] = moved,
                [Touched] = touched,
                [Ended] = off,
                [TransferredOut] = out_,
                [OngoingAtEnd] = touched - off - out_,
            };
        });

    [Fact]
    public void Those_who_took_part_and_those_left_follow_from_start_new_and_ended()
    {
        var flow = ParticipantFlow.From([Count(OngoingAtStart, 12), Count(New, 8), Count(Ended, 5)], noTransfers: true);

        Assert.Equal(20, flow[Touched, Woman]);
        Assert.Equal(15, flow[OngoingAtEnd, Woman]);
        Assert.True(flow.IsDerived(OngoingAtEnd, Woman));
        Assert.False(flow.IsDerived(New, Woman));
        Assert.Empty(flow.Findings);
    }

    [Fact]
    public void The_start_follows_backwards_from_the_end()
    {
        var flow = ParticipantFlow.From([Count(New, 8), Count(Ended, 5), Count(OngoingAtEnd, 15)], noTransfers: true);

        Assert.Equal(20, flow[Touched, Woman]);
        Assert.Equal(12, flow[OngoingAtStart, Woman]);
    }

    [Fact]
    public void Unless_it_is_stated_that_nobody_was_transferred_nothing_follows()
    {
        var flow = ParticipantFlow.From([Count(OngoingAtStart, 12), Count(New, 8), Count(Ended, 5)]);

        Assert.Null(flow[Touched, Woman]);
        Assert.Null(flow[TransferredIn, Woman]);
        Assert.Null(flow[OngoingAtEnd, Woman]);
    }

    [Fact]
    public void Transfers_are_neither_new_nor_ended()
    {
        var flow = ParticipantFlow.From(
            [Count(OngoingAtStart, 0), Count(New, 8), Count(TransferredIn, 30), Count(Ended, 5), Count(TransferredOut, 0)]);

        Assert.Equal(38, flow[Touched, Woman]);
        Assert.Equal(33, flow[OngoingAtEnd, Woman]);
    }

    [Fact]
    public void What_is_known_of_one_gender_says_nothing_of_another()
    {
        var flow = ParticipantFlow.From([Count(OngoingAtStart, 12), new(New, Man, 8), new(Ended, Other, 1), new(OngoingAtEnd, Unknown, 2)], noTransfers: true);

        Assert.All([Woman, Man, Other, Unknown], gender => Assert.Null(flow[Touched, gender]));
    }

    [Fact]
    public void A_contradiction_names_the_identity_the_sides_and_the_gender()
    {
        var flow = ParticipantFlow.From([new(OngoingAtStart, Man, 12), new(New, Man, 8), new(Touched, Man, 21)], noTransfers: true);

        Assert.Equal([new ParticipantFinding.Contradiction(Man, ParticipantIdentity.Touched, 21, 20)], flow.Findings);
    }

    [Fact]
    public void More_ended_than_took_part_is_a_negative_rest_that_nobody_entered()
    {
        var flow = ParticipantFlow.From([Count(Touched, 4), Count(Ended, 5)], noTransfers: true);

        Assert.Equal([new ParticipantFinding.Negative(Woman, OngoingAtEnd, -1, IsDerived: true)], flow.Findings);
    }

    [Fact]
    public void A_measure_that_stands_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => ParticipantFlow.From([Count(New, 8), Count(New, 8)]));

    [Fact]
    public void Any_five_that_leave_one_unknown_in_each_identity_give_back_the_flow() =>
        Flows.Sample(flow =>
        {
            foreach (var first in new[] { OngoingAtStart, New, TransferredIn, Touched })
            {
                foreach (var second in new[] { Ended, TransferredOut, OngoingAtEnd })
                {
                    var derived = ParticipantFlow.From(Counts(flow).Where(c => c.Measure != first && c.Measure != second));
                    Assert.Empty(derived.Findings);
                    Assert.All(flow, known => Assert.Equal(known.Value, derived[known.Key, Woman]));
                }
            }
        });

    [Fact]
    public void From_any_part_of_a_flow_only_what_is_true_follows() =>
        Flows.Select(Gen.Bool.Array[7]).Sample((flow, kept) =>
        {
            var derived = ParticipantFlow.From(Counts(flow).Where((_, i) => kept[i]));
            Assert.Empty(derived.Findings);
            Assert.All(flow, known => Assert.True(derived[known.Key, Woman] is not { } count || count == known.Value));
        });

    [Fact]
    public void One_wrong_count_among_all_seven_is_always_found() =>
        Flows.Select(Gen.Int[0, 6]).Select(Gen.Int[1, 9]).Sample((drawn, error) =>
        {
            var (flow, wrong) = drawn;
            var counts = Counts(flow).Select((c, i) => i == wrong ? c with { Persons = c.Persons + error } : c);
            Assert.Contains(ParticipantFlow.From(counts).Findings, f => f is ParticipantFinding.Contradiction);
        });

    [Fact]
    public void A_period_starts_with_those_the_last_one_ended_with()
    {
        var previous = ParticipantFlow.From([Count(OngoingAtEnd, 15), new(OngoingAtEnd, Man, 9), new(OngoingAtEnd, Other, 1)]);
        var current = ParticipantFlow.From([Count(OngoingAtStart, 15), new(OngoingAtStart, Man, 8), new(OngoingAtStart, Unknown, 3)]);

        Assert.Equal([new ParticipantFinding.Interrupted(Man, 9, 8)], ParticipantFlow.Continues(previous, current));
    }

    private static ParticipantCount Count(ParticipantMeasure measure, decimal persons) => new(measure, Woman, persons);

    private static IEnumerable<ParticipantCount> Counts(Dictionary<ParticipantMeasure, decimal> flow) =>
        flow.OrderBy(known => known.Key).Select(known => Count(known.Key, known.Value));
}

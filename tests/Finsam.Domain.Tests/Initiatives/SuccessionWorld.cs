using System.Collections.Immutable;
using CsCheck;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;

namespace Finsam.Domain.Tests.Initiatives;

/// <summary>Initiatives that begin, are merged, split and renamed, all in 2023, with participants of whom each is counted where he or she was.</summary>
internal sealed record SuccessionWorld(ImmutableArray<SuccessionWorld.Life> Lives, ImmutableArray<Succession> Successions)
{
    /// <summary>One initiative's year, in persons.</summary>
    public sealed record Life(string Id, int Start, int New, int In)
    {
        public int Ended { get; set; }

        public int Out { get; set; }

        public int Touched => Start + New + In;

        public int End => Touched - Ended - Out;
    }

    /// <summary>An event: what happens to which of the initiatives there are, and how many of their participants end, go along, are new.</summary>
    private sealed record Event(SuccessionKind Kind, int Which, int HowMany, int Ended, int Moved, int New);

    public static Gen<SuccessionWorld> Any { get; } =
        Gen.Select(
            Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30]).Array[1, 5],
            Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9], Gen.Int[2, 3], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 20],
                (kind, which, many, ended, moved, started) => new Event((SuccessionKind)kind, which, many, ended, moved, started)).Array[0, 7],
            Of);

    public IEnumerable<string> Ids => Lives.Select(l => l.Id);

    private static SuccessionWorld Of((int Start, int New)[] roots, Event[] events)
    {
        var lives = roots.Select((r, i) => new Life($"i{i}", r.Start, r.New, In: 0)).ToList();
        var open = lives.ToList();
        var successions = new List<Succession>();
        foreach (var (index, happens) in events.Index())
        {
            var from = Enumerable.Range(0, happens.Kind == SuccessionKind.Merged ? happens.HowMany : 1)
                .Select(i => open[(happens.Which + i) % open.Count]).Distinct().ToArray();
            if (happens.Kind == SuccessionKind.Merged && from.Length < 2)
            {
                continue;
            }

            var to = Enumerable.Range(0, happens.Kind == SuccessionKind.Split ? happens.HowMany : 1).Select(i => $"e{index}-{i}").ToArray();
            var transfers = new List<Transfer>();
            foreach (var old in from)
            {
                old.Ended = Math.Min(happens.Ended, old.Touched);
                foreach (var id in to)
                {
                    var moved = Math.Min(happens.Moved, old.End);
                    old.Out += moved;
                    transfers.Add(new Transfer { From = old.Id, To = id, Women = moved, Men = 0, Other = 0, Unknown = 0 });
                }
            }

            Life[] begun = [.. to.Select(id => new Life(id, Start: 0, happens.New, In: transfers.Where(t => t.To == id).Sum(t => t.Women)))];
            lives.AddRange(begun);
            open = [.. open.Except(from), .. begun];
            successions.Add(new Succession
            {
                Id = $"s{index}",
                Kind = happens.Kind,
                Date = new DateOnly(2023, 2 + index, 1),
                From = [.. from.Select(l => l.Id)],
                To = [.. to],
                Transfers = [.. transfers],
            });
        }

        return new SuccessionWorld([.. lives], [.. successions]);
    }

    /// <summary>A life's counts as its owner would enter them.</summary>
    public static IEnumerable<ParticipantCount> Counts(Life life) =>
    [
        new(ParticipantMeasure.OngoingAtStart, Gender.Woman, life.Start),
        new(ParticipantMeasure.New, Gender.Woman, life.New),
        new(ParticipantMeasure.TransferredIn, Gender.Woman, life.In),
        new(ParticipantMeasure.Ended, Gender.Woman, life.Ended),
        new(ParticipantMeasure.TransferredOut, Gender.Woman, life.Out),
    ];
}

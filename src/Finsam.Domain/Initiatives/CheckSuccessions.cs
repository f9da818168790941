using System.Collections.Immutable;

namespace Finsam.Domain.Initiatives;

/// <summary>Checks a record's successions, each by itself and against the others.</summary>
public static class CheckSuccessions
{
    /// <summary>Everything that is wrong, in the order of the successions; empty when nothing is.</summary>
    public static ImmutableArray<SuccessionFinding> Run(IReadOnlyCollection<Succession> successions) =>
    [
        .. successions.SelectMany(s => Itself(s)
            .Concat(AmongOthers(s, successions))
            .Select(f => new SuccessionFinding(f.Fault, s.Id, f.Subject))),
    ];

    private static IEnumerable<(SuccessionFault Fault, string? Subject)> Itself(Succession succession)
    {
        var (from, to) = (succession.From, succession.To);
        if (from.IsEmpty || from.Any(string.IsNullOrWhiteSpace))
        {
            yield return (SuccessionFault.FromIsEmpty, null);
        }

        if (to.IsEmpty || to.Any(string.IsNullOrWhiteSpace))
        {
            yield return (SuccessionFault.ToIsEmpty, null);
        }

        if (!from.IsEmpty && !to.IsEmpty && !IsRightNumber(succession))
        {
            yield return (SuccessionFault.WrongNumber, null);
        }

        foreach (var repeated in from.Concat(to).GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return (SuccessionFault.Repeated, repeated.Key);
        }

        if (succession.Date.Year is < 2004 or > 2099)
        {
            yield return (SuccessionFault.DateOutOfRange, null);
        }

        foreach (var transfer in succession.Transfers)
        {
            if (!from.Contains(transfer.From, StringComparer.Ordinal))
            {
                yield return (SuccessionFault.TransferFromOutside, transfer.From);
            }

            if (!to.Contains(transfer.To, StringComparer.Ordinal))
            {
                yield return (SuccessionFault.TransferToOutside, transfer.To);
            }

            if (transfer is { Women: < 0 } or { Men: < 0 } or { Other: < 0 } or { Unknown: < 0 })
            {
                yield return (SuccessionFault.NegativeTransfer, transfer.From);
            }
        }
    }

    private static bool IsRightNumber(Succession succession) => succession.Kind switch
    {
        SuccessionKind.Merged => succession is { From.Length: > 1, To.Length: 1 },
        SuccessionKind.Split => succession is { From.Length: 1, To.Length: > 1 },
        SuccessionKind.Renamed => succession is { From.Length: 1, To.Length: 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(succession), succession.Kind, null),
    };

    private static IEnumerable<(SuccessionFault Fault, string? Subject)> AmongOthers(Succession succession, IReadOnlyCollection<Succession> all) =>
        succession.From.Distinct(StringComparer.Ordinal).SelectMany(id => OfOne(id, succession, all));

    private static IEnumerable<(SuccessionFault Fault, string? Subject)> OfOne(string id, Succession succession, IReadOnlyCollection<Succession> all)
    {
        if (all.Any(other => !ReferenceEquals(other, succession) && other.From.Contains(id, StringComparer.Ordinal)))
        {
            yield return (SuccessionFault.SucceededTwice, id);
        }

        if (Descendants(succession, all).Contains(id))
        {
            yield return (SuccessionFault.Cycle, id);
        }
        else if (all.Any(other => other.To.Contains(id, StringComparer.Ordinal) && other.Date >= succession.Date))
        {
            yield return (SuccessionFault.DateOutOfOrder, id);
        }
    }

    private static HashSet<string> Descendants(Succession succession, IReadOnlyCollection<Succession> all)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(succession.To);
        while (waiting.TryDequeue(out var id))
        {
            if (found.Add(id))
            {
                foreach (var next in all.Where(s => s.From.Contains(id, StringComparer.Ordinal)).SelectMany(s => s.To))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return found;
    }
}

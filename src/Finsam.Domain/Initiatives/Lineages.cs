using System.Collections.Immutable;

namespace Finsam.Domain.Initiatives;

/// <summary>Which initiatives belong together over time, because they succeed each other.</summary>
public sealed class Lineages
{
    private readonly ImmutableArray<Succession> _successions;

    private Lineages(ImmutableArray<string> initiatives, ImmutableArray<Succession> successions)
    {
        _successions = [.. successions.OrderBy(s => s.Date).ThenBy(s => s.Id, StringComparer.Ordinal)];
        Components = Connected(initiatives, _successions);
    }

    /// <summary>The initiatives that are connected by successions, however far apart in time, in the order they were given. Each stands in
    /// exactly one.</summary>
    public ImmutableArray<ImmutableArray<string>> Components { get; }

    /// <summary>The lineages of the initiatives.</summary>
    /// <param name="initiativeIds">The initiatives; those that only successions name come last.</param>
    /// <param name="successions">The record's successions, in any order.</param>
    public static Lineages Of(IEnumerable<string> initiativeIds, IEnumerable<Succession> successions) => new([.. initiativeIds], [.. successions]);

    /// <summary>Parts the initiatives that have figures before or now into units, as small as the successions let them be: each initiative stands in
    /// exactly one, so a sum over the units is the sum over the initiatives. Only successions between initiatives with figures count: after
    /// a split that was over before the first year, the parts are compared each with itself.</summary>
    /// <param name="before">Those with figures in the earlier year or period, by id.</param>
    /// <param name="now">Those with figures in the later one, by id.</param>
    /// <param name="nameOf">An initiative's name, by its id, for the note.</param>
    /// <returns>The units in the order of <paramref name="now"/>, then of <paramref name="before"/>.</returns>
    public ImmutableArray<ComparisonUnit> Compare(IEnumerable<string> before, IEnumerable<string> now, Func<string, string> nameOf)
    {
        ImmutableArray<string> then = [.. before.Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> later = [.. now.Distinct(StringComparer.Ordinal)];
        var acting = Acting([.. later, .. then]);
        return
        [
            .. from unit in Connected([.. later, .. then], acting)
               let notes = acting.Where(s => unit.Contains(s.From[0])).Select(s => SuccessionNote.Of(s, nameOf)).ToArray()
               select new ComparisonUnit(
                   [.. then.Where(unit.Contains)], [.. later.Where(unit.Contains)], notes.Length == 0 ? null : string.Join("; ", notes)),
        ];
    }

    // A succession acts when it leads from an initiative with figures, perhaps by way of others, to an initiative with figures.
    private ImmutableArray<Succession> Acting(ImmutableArray<string> withFigures)
    {
        var reachable = Reach(withFigures, s => s.From, s => s.To);
        var leading = Reach(withFigures, s => s.To, s => s.From);
        return [.. _successions.Where(s => s.From.Any(reachable.Contains) && s.To.Any(leading.Contains))];
    }

    private HashSet<string> Reach(
        ImmutableArray<string> start, Func<Succession, ImmutableArray<string>> leave, Func<Succession, ImmutableArray<string>> enter)
    {
        var reached = start.ToHashSet(StringComparer.Ordinal);
        while (_successions.Where(s => leave(s).Any(reached.Contains)).SelectMany(s => enter(s)).ToArray() is var next && !reached.IsSupersetOf(next))
        {
            reached.UnionWith(next);
        }

        return reached;
    }

    private static ImmutableArray<ImmutableArray<string>> Connected(ImmutableArray<string> initiatives, ImmutableArray<Succession> successions)
    {
        var all = initiatives.Concat(successions.SelectMany(s => s.From.Concat(s.To))).Distinct(StringComparer.Ordinal).ToArray();
        var label = all.ToDictionary(id => id, StringComparer.Ordinal);
        foreach (var succession in successions)
        {
            var joined = succession.From.Concat(succession.To).Select(id => label[id]).ToHashSet(StringComparer.Ordinal);
            foreach (var id in all.Where(id => joined.Contains(label[id])))
            {
                label[id] = joined.First();
            }
        }

        return [.. all.GroupBy(id => label[id], StringComparer.Ordinal).Select(g => g.ToImmutableArray())];
    }
}

using System.Collections.Immutable;

namespace Finsam.Domain.Scopes;

/// <summary>The figures of a flow as edges between dates: each is the difference of a running total between the morning of its first day and
/// the morning after its last. A path between two dates is then a chain of sums and differences that gives the figure for the span between.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<int, List<Step>> steps = [];

    private FlowGraph(ImmutableArray<ScopedFigure> figures)
    {
        foreach (var (index, figure) in figures.Index())
        {
            var step = new Step(index, figure.Span.From.DayNumber, figure.Span.To.DayNumber + 1, figure.Value, figure.Source);
            Add(step);
            Add(step.Back());
        }
    }

    /// <summary>The shortest way to the wanted span (of equals, that of the figures given first), and a way that gives another value
    /// if there is one; empty when there is no way.</summary>
    public static ImmutableArray<FigureValue> Ways(ImmutableArray<ScopedFigure> figures, DateSpan wanted)
    {
        var (start, end) = (wanted.From.DayNumber, wanted.To.DayNumber + 1);
        var graph = new FlowGraph(figures);
        var shortest = graph.Shortest(start, date => date == end, _ => true);
        if (shortest is null)
        {
            return [];
        }

        var first = new FigureValue(shortest.Sum(s => s.Value), [.. shortest.Select(s => s.Source)], IsDerived: shortest.Length > 1);
        return graph.OtherThan(shortest) is { } other ? [first, other] : [first];
    }

    private void Add(Step step)
    {
        if (!steps.TryGetValue(step.From, out var from))
        {
            steps.Add(step.From, from = []);
        }

        from.Add(step);
    }

    /// <summary>The fewest steps from a date to one that is a goal; null when none is reached.</summary>
    private Step[]? Shortest(int start, Predicate<int> isGoal, Predicate<int> mayEnter)
    {
        var came = new Dictionary<int, Step[]> { [start] = [] };
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var date))
        {
            if (isGoal(date))
            {
                return came[date];
            }

            foreach (var step in steps.GetValueOrDefault(date, []))
            {
                if (mayEnter(step.To) && came.TryAdd(step.To, [.. came[date], step]))
                {
                    queue.Enqueue(step.To);
                }
            }
        }

        return null;
    }

    // The paths may be too many to try. So the part of the graph that lies on paths from start to end is built up ear by ear (an ear is a
    // path between two dates that are already in, over dates that are not), with its dates kept in an order where each has a way down to
    // the start and a way up to the end. An ear that agrees with the running totals at its ends is taken in; the first that doesn't is,
    // with the way down from its one end and the way up from its other, a path from start to end that gives another value.
    private FigureValue? OtherThan(Step[] shortest)
    {
        var built = new Agreeing(shortest);
        while (NextEar(built) is { } ear)
        {
            if (built.Contradicts(ear) is { } other)
            {
                return other;
            }

            built.Take(ear);
        }

        return null;
    }

    // Dates are tried from the start, so an ear always runs upwards: from its other end it would have been found before.
    private Step[]? NextEar(Agreeing built) => (
        from date in built.Order
        from first in steps[date]
        where !built.HasTaken(first)
        let rest = Shortest(first.To, built.Contains, to => to != date)
        where rest is not null
        select (Step[])[first, .. rest]).FirstOrDefault();

    /// <summary>A figure walked in one direction: forwards in time it adds, backwards it takes away.</summary>
    private sealed record Step(int Figure, int From, int To, decimal Value, string Source)
    {
        public Step Back() => new(Figure, To, From, -Value, Source);
    }

    /// <summary>The part of the graph that has been found to agree.</summary>
    private sealed class Agreeing
    {
        private readonly List<int> order;
        private readonly Dictionary<int, decimal> totals;
        private readonly Dictionary<int, Step> down = [];
        private readonly Dictionary<int, Step> up = [];
        private readonly HashSet<int> taken = [];

        public Agreeing(Step[] shortest)
        {
            order = [shortest[0].From, shortest[^1].To];
            totals = new() { [order[0]] = 0m, [order[1]] = shortest.Sum(s => s.Value) };
            Take(shortest);
        }

        public IReadOnlyList<int> Order => order;

        public bool Contains(int date) => totals.ContainsKey(date);

        public bool HasTaken(Step step) => taken.Contains(step.Figure);

        public FigureValue? Contradicts(Step[] ear)
        {
            var (from, to) = (ear[0].From, ear[^1].To);
            var value = ear.Sum(s => s.Value);
            if (totals[from] + value == totals[to])
            {
                return null;
            }

            Step[] path = [.. Follow(down, from).Reverse(), .. ear, .. Follow(up, to)];
            return new FigureValue(totals[from] + value + totals[order[^1]] - totals[to], [.. path.Select(s => s.Source)], IsDerived: path.Length > 1);
        }

        public void Take(Step[] ear)
        {
            var at = order.IndexOf(ear[0].From);
            foreach (var step in ear[..^1])
            {
                order.Insert(++at, step.To);
                totals[step.To] = totals[step.From] + step.Value;
                down[step.To] = step.Back();
            }

            foreach (var step in ear[1..])
            {
                up[step.From] = step;
            }

            taken.UnionWith(ear.Select(s => s.Figure));
        }

        private static IEnumerable<Step> Follow(Dictionary<int, Step> way, int date)
        {
            while (way.TryGetValue(date, out var step))
            {
                yield return step;
                date = step.To;
            }
        }
    }
}

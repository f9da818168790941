using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Scopes;

public sealed class DeriveFigureTests
{
    private static readonly ScopedFigure FirstTertial = Figure("2023-01-01", "2023-04-30", 10m, "T1");
    private static readonly ScopedFigure ToAugust = Figure("2023-01-01", "2023-08-31", 25m, "T2");
    private static readonly DateSpan SecondTertial = Span("2023-05-01", "2023-08-31");

    // Dates in order with a running total at each: what any span between them truly holds is the difference.
    private static readonly Gen<(int Date, decimal Total)[]> Totals =
        Gen.Select(Gen.Int[738_000, 738_400], Gen.Int[-500, 900], (date, total) => (Date: date, Total: total / 4m)).Array[3, 6]
            .Select(all => all.DistinctBy(t => t.Date).OrderBy(t => t.Date).ToArray())
            .Where(all => all.Length >= 3);

    private static readonly Gen<((int Date, decimal Total)[] Totals, (int From, int To)[] Pairs)> Graphs =
        Totals.SelectMany(totals => Pairs(totals.Length).Array[1, 9].Select(pairs => (totals, pairs)));

    [Fact]
    public void A_figure_for_the_very_span_is_given() =>
        Assert.Equivalent(Known(10m, false, "T1"), Flow(FirstTertial.Span, FirstTertial, ToAugust));

    [Fact]
    public void A_period_is_what_has_accumulated_since_it_began() =>
        Assert.Equivalent(Known(15m, true, "T1", "T2"), Flow(SecondTertial, FirstTertial, ToAugust));

    [Fact]
    public void Periods_that_adjoin_add_up() =>
        Assert.Equivalent(
            Known(25m, true, "T1", "andra"),
            Flow(ToAugust.Span, FirstTertial, Figure("2023-05-01", "2023-08-31", 15m, "andra")));

    [Fact]
    public void A_year_is_since_start_less_since_start_a_year_ago() =>
        Assert.Equivalent(
            Known(40m, true, "2022", "2023"),
            Flow(Span("2023-01-01", "2023-12-31"), Figure("2020-09-01", "2022-12-31", 60m, "2022"), Figure("2020-09-01", "2023-12-31", 100m, "2023")));

    [Fact]
    public void A_chain_of_sums_and_differences_reaches_over_the_new_year() =>
        Assert.Equivalent(
            Known(57m, true, "2022", "start-2022", "T1", "T2"),
            Flow(
                Span("2022-09-01", "2023-08-31"),
                Figure("2020-09-01", "2022-12-31", 62m, "start-2022"), Figure("2020-09-01", "2022-08-31", 20m, "2022"), FirstTertial,
                Figure("2023-05-01", "2023-08-31", 5m, "T2")));

    [Fact]
    public void A_gap_of_a_day_is_not_bridged() =>
        Assert.IsType<FigureAnswer.NotDerivable>(Flow(ToAugust.Span, FirstTertial, Figure("2023-05-02", "2023-08-31", 15m, "andra")));

    [Fact]
    public void Nothing_known_is_not_zero()
    {
        foreach (var nature in Enum.GetValues<MeasureNature>())
        {
            Assert.IsType<FigureAnswer.NotDerivable>(DeriveFigure.Of(SecondTertial, new KnownFigures { Nature = nature, Figures = [] }));
        }
    }

    [Fact]
    public void A_given_figure_that_the_others_contradict_is_reported_with_both_values_and_their_sources() =>
        Assert.Equivalent(
            new FigureAnswer.Contradicted(new(14m, ["andra"], false), new(15m, ["T1", "T2"], true)),
            Flow(SecondTertial, FirstTertial, ToAugust, Figure("2023-05-01", "2023-08-31", 14m, "andra")));

    [Fact]
    public void The_same_span_given_twice_with_two_values_is_a_contradiction() =>
        Assert.Equivalent(
            new FigureAnswer.Contradicted(new(10m, ["T1"], false), new(11m, ["revision"], false)),
            Flow(FirstTertial.Span, FirstTertial, FirstTertial with { Value = 11m, Source = "revision" }));

    [Fact]
    public void A_contradiction_among_figures_that_no_way_passes_is_none_of_ours() =>
        Assert.Equivalent(
            Known(10m, false, "T1"),
            Flow(
                FirstTertial.Span, FirstTertial, Figure("2022-01-01", "2022-12-31", 7m, "2022"), Figure("2022-01-01", "2022-12-31", 8m, "också 2022")));

    [Fact]
    public void A_period_is_what_had_accumulated_at_its_end_less_what_had_before_it() =>
        Totals.Sample(totals =>
        {
            ImmutableArray<ScopedFigure> accumulated = [.. Enumerable.Range(1, totals.Length - 1).Select(i => True(totals, 0, i))];
            for (var i = 1; i < totals.Length; i++)
            {
                Assert.Equal(totals[i].Total - totals[i - 1].Total, Value(Flow(Between(totals, i - 1, i), [.. accumulated])));
            }
        });

    [Fact]
    public void The_sum_of_the_parts_is_the_whole() =>
        Totals.SelectMany(totals => Gen.Shuffle(Parts(totals)).Select(parts => (totals, parts))).Sample((totals, parts) =>
        {
            Assert.Equal(parts.Sum(p => p.Value), Value(Flow(Between(totals, 0, totals.Length - 1), parts)));
        });

    [Fact]
    public void Figures_that_agree_never_give_a_contradiction_and_only_true_values() =>
        Graphs.Sample((totals, pairs) =>
        {
            ScopedFigure[] figures = [.. pairs.Select(p => True(totals, p.From, p.To))];
            foreach (var (from, to) in AllPairs(totals.Length))
            {
                var answer = Flow(Between(totals, from, to), figures);
                Assert.IsNotType<FigureAnswer.Contradicted>(answer);
                Assert.Equal(Ways(figures, Between(totals, from, to)).Count > 0, answer is FigureAnswer.Known);
                Assert.True(answer is FigureAnswer.NotDerivable || Value(answer) == totals[to].Total - totals[from].Total);
            }
        });

    [Fact]
    public void One_wrong_figure_among_redundant_ones_is_always_found() =>
        Totals.Select(Gen.Int[0, 14]).Select(Gen.Int[1, 9]).Sample((drawn, error) =>
        {
            var (totals, index) = drawn;
            ScopedFigure[] figures = [.. AllPairs(totals.Length).Select(p => True(totals, p.From, p.To))];
            var wrong = index % figures.Length;
            figures[wrong] = figures[wrong] with { Value = figures[wrong].Value + error };
            foreach (var (from, to) in AllPairs(totals.Length))
            {
                Assert.IsType<FigureAnswer.Contradicted>(Flow(Between(totals, from, to), figures));
            }
        });

    [Fact]
    public void A_contradiction_is_found_exactly_when_two_ways_differ_and_each_value_is_what_its_sources_give() =>
        Graphs.Select(Gen.Int[-2, 2].Array[9]).Sample((graph, errors) =>
        {
            var (totals, pairs) = graph;
            ScopedFigure[] figures =
            [
                .. pairs.Select((p, i) => True(totals, p.From, p.To)).Select((f, i) => f with { Value = f.Value + errors[i], Source = $"{i}" }),
            ];
            foreach (var (from, to) in AllPairs(totals.Length))
            {
                var ways = Ways(figures, Between(totals, from, to));
                switch (Flow(Between(totals, from, to), figures))
                {
                    case FigureAnswer.NotDerivable:
                        Assert.Empty(ways);
                        break;
                    case FigureAnswer.Known(var figure):
                        Assert.All(ways, way => Assert.Equal(figure.Value, way.Value));
                        Assert.Equal(ways.Min(way => way.Sources.Length), figure.Sources.Length);
                        Assert.Contains(ways, way => way.Sources.SequenceEqual(figure.Sources));
                        break;
                    case FigureAnswer.Contradicted(var first, var second):
                        Assert.NotEqual(first.Value, second.Value);
                        Assert.Equal(ways.Min(way => way.Sources.Length), first.Sources.Length);
                        Assert.Contains(ways, way => way.Value == first.Value && way.Sources.SequenceEqual(first.Sources));
                        Assert.Contains(ways, way => way.Value == second.Value && way.Sources.SequenceEqual(second.Sources));
                        break;
                }
            }
        });

    [Fact]
    public void A_level_is_known_at_its_date_whatever_its_first_day()
    {
        ImmutableArray<ScopedFigure> levels = [FirstTertial, ToAugust];

        Assert.Equivalent(Known(25m, false, "T2"), DeriveFigure.Of(SecondTertial, new() { Nature = MeasureNature.Level, Figures = levels }));
        Assert.IsType<FigureAnswer.NotDerivable>(
            DeriveFigure.Of(Span("2023-05-01", "2023-08-30"), new() { Nature = MeasureNature.Level, Figures = levels }));
    }

    [Fact]
    public void Two_levels_at_one_date_contradict_each_other() =>
        Assert.Equivalent(
            new FigureAnswer.Contradicted(new(25m, ["T2"], false), new(26m, ["andra"], false)),
            DeriveFigure.Of(
                SecondTertial,
                new() { Nature = MeasureNature.Level, Figures = [ToAugust, Figure("2023-05-01", "2023-08-31", 26m, "andra")] }));

    [Fact]
    public void Those_who_took_part_are_never_added_up() =>
        Assert.IsType<FigureAnswer.NotDerivable>(DeriveFigure.Of(SecondTertial, new() { Nature = MeasureNature.Touched, Figures = [FirstTertial, ToAugust] }));

    [Fact]
    public void Those_who_took_part_are_those_ongoing_at_the_start_and_the_derived_new() =>
        Assert.Equivalent(
            Known(22m, true, "pågående", "T1", "T2"),
            DeriveFigure.Of(SecondTertial, new()
            {
                Nature = MeasureNature.Touched,
                Figures = [],
                Levels = [Figure("2023-01-01", "2023-04-30", 7m, "pågående"), Figure("2023-01-01", "2023-08-31", 9m, "slutet")],
                New = [FirstTertial, ToAugust],
            }));

    [Fact]
    public void Those_who_took_part_are_given_first_and_contradicted_when_start_and_new_say_otherwise()
    {
        var known = new KnownFigures
        {
            Nature = MeasureNature.Touched,
            Figures = [Figure("2023-05-01", "2023-08-31", 22m, "deltagit")],
            Levels = [Figure("2023-01-01", "2023-04-30", 7m, "pågående")],
            New = [FirstTertial, ToAugust],
        };

        Assert.Equivalent(Known(22m, false, "deltagit"), DeriveFigure.Of(SecondTertial, known));
        Assert.Equivalent(
            new FigureAnswer.Contradicted(new(22m, ["deltagit"], false), new(23m, ["pågående", "T1", "T2"], true)),
            DeriveFigure.Of(SecondTertial, known with { Levels = [Figure("2023-01-01", "2023-04-30", 8m, "pågående")] }));
    }

    [Fact]
    public void A_contradiction_among_the_new_reaches_those_who_took_part()
    {
        var answer = DeriveFigure.Of(SecondTertial, new()
        {
            Nature = MeasureNature.Touched,
            Figures = [],
            Levels = [Figure("2023-04-30", "2023-04-30", 7m, "pågående")],
            New = [Figure("2023-05-01", "2023-08-31", 14m, "andra"), FirstTertial, ToAugust],
        });

        Assert.Equivalent(
            new FigureAnswer.Contradicted(new(21m, ["pågående", "andra"], true), new(22m, ["pågående", "T1", "T2"], true)), answer);
    }

    [Fact]
    public void The_first_and_the_last_day_there_is_can_be_asked_for()
    {
        var all = new DateSpan(DateOnly.MinValue, DateOnly.MaxValue);

        foreach (var nature in Enum.GetValues<MeasureNature>())
        {
            Assert.IsType<FigureAnswer.Known>(DeriveFigure.Of(all, new() { Nature = nature, Figures = [new(all, 1m, "allt")] }));
        }
    }

    private static FigureAnswer Flow(DateSpan wanted, params ScopedFigure[] figures) =>
        DeriveFigure.Of(wanted, new KnownFigures { Nature = MeasureNature.Flow, Figures = [.. figures] });

    private static decimal Value(FigureAnswer answer) => Assert.IsType<FigureAnswer.Known>(answer).Figure.Value;

    private static FigureAnswer.Known Known(decimal value, bool derived, params string[] sources) => new(new FigureValue(value, [.. sources], derived));

    // Every way without turning back on itself, by trying them all.
    private static List<FigureValue> Ways(ScopedFigure[] figures, DateSpan wanted)
    {
        var found = new List<FigureValue>();
        Walk(wanted.From.DayNumber, [wanted.From.DayNumber], []);
        return found;

        void Walk(int at, ImmutableHashSet<int> seen, ImmutableArray<(ScopedFigure Figure, int Sign)> walked)
        {
            if (at == wanted.To.DayNumber + 1)
            {
                found.Add(new(walked.Sum(w => w.Sign * w.Figure.Value), [.. walked.Select(w => w.Figure.Source)], walked.Length > 1));
                return;
            }

            foreach (var figure in figures)
            {
                var (from, to) = (figure.Span.From.DayNumber, figure.Span.To.DayNumber + 1);
                if (from == at && !seen.Contains(to))
                {
                    Walk(to, seen.Add(to), walked.Add((figure, 1)));
                }
                else if (to == at && !seen.Contains(from))
                {
                    Walk(from, seen.Add(from), walked.Add((figure, -1)));
                }
            }
        }
    }

    private static Gen<(int From, int To)> Pairs(int count)
    {
        (int From, int To)[] all = [.. AllPairs(count)];
        return Gen.Int[0, all.Length - 1].Select(i => all[i]);
    }

    private static IEnumerable<(int From, int To)> AllPairs(int count) =>
        from i in Enumerable.Range(0, count)
        from j in Enumerable.Range(i + 1, count - i - 1)
        select (i, j);

    private static ScopedFigure[] Parts((int Date, decimal Total)[] totals) =>
        [.. Enumerable.Range(1, totals.Length - 1).Select(i => True(totals, i - 1, i))];

    private static ScopedFigure True((int Date, decimal Total)[] totals, int from, int to) =>
        new(Between(totals, from, to), totals[to].Total - totals[from].Total, $"{from}-{to}");

    private static DateSpan Between((int Date, decimal Total)[] totals, int from, int to) =>
        new(DateOnly.FromDayNumber(totals[from].Date), DateOnly.FromDayNumber(totals[to].Date - 1));

    private static ScopedFigure Figure(string from, string to, decimal value, string source) => new(Span(from, to), value, source);

    private static DateSpan Span(string from, string to) => new(Day(from), Day(to));

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

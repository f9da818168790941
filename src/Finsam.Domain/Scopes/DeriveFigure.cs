using System.Collections.Immutable;

namespace Finsam.Domain.Scopes;

/// <summary>Answers a figure for a span from figures known for other spans, so that each is asked once and can be said everywhere.</summary>
public static class DeriveFigure
{
    private static readonly ImmutableArray<FigureValue> Nobody = [new FigureValue(0m, [], IsDerived: false)];

    /// <summary>The figure for <paramref name="wanted"/>: given, derived, contradicted or not derivable. The same input always gives the same
    /// answer, with the same sources.</summary>
    public static FigureAnswer Of(DateSpan wanted, KnownFigures known)
    {
        var ways = known.Nature switch
        {
            MeasureNature.Flow => FlowGraph.Ways(known.Figures, wanted),
            MeasureNature.Level => Levels(known.Figures, wanted.To.DayNumber),
            MeasureNature.Touched => Touched(known, wanted),
            MeasureNature.Own => Own(known.Figures, wanted),
            _ => throw new ArgumentOutOfRangeException(nameof(known), known.Nature, null),
        };
        if (ways.IsEmpty)
        {
            return new FigureAnswer.NotDerivable();
        }

        return ways.FirstOrDefault(way => way.Value != ways[0].Value) is { } other
            ? new FigureAnswer.Contradicted(ways[0], other)
            : new FigureAnswer.Known(ways[0]);
    }

    private static ImmutableArray<FigureValue> Levels(ImmutableArray<ScopedFigure> figures, int lastDay) =>
        [.. figures.Where(f => f.Span.To.DayNumber == lastDay).Select(Given)];

    private static ImmutableArray<FigureValue> Own(ImmutableArray<ScopedFigure> figures, DateSpan wanted) =>
        [.. figures.Where(f => f.Span == wanted).Select(Given)];

    private static ImmutableArray<FigureValue> Touched(KnownFigures known, DateSpan wanted) =>
    [
        .. Own(known.Figures, wanted),
        .. from level in Levels(known.Levels, wanted.From.DayNumber - 1)
           from started in FlowGraph.Ways(known.New, wanted)
           from moved in known.TransferredIn is { } transferred ? FlowGraph.Ways(transferred, wanted) : Nobody
           select new FigureValue(level.Value + started.Value + moved.Value, [.. level.Sources, .. started.Sources, .. moved.Sources], IsDerived: true),
    ];

    private static FigureValue Given(ScopedFigure figure) => new(figure.Value, [figure.Source], IsDerived: false);
}

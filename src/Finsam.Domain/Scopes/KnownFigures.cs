using System.Collections.Immutable;

namespace Finsam.Domain.Scopes;

/// <summary>What is known of one measure of one initiative (and one kön). A blank answer is not among the figures: it is not zero.</summary>
public sealed record KnownFigures
{
    /// <summary>How the measure behaves over time.</summary>
    public required MeasureNature Nature { get; init; }

    /// <summary>The measure's own figures; the first is preferred where several say the same.</summary>
    public required ImmutableArray<ScopedFigure> Figures { get; init; }

    /// <summary>For <see cref="MeasureNature.Touched"/>: pågående, each at the end of its span's last day. "Pågående vid periodens start" is the
    /// level of the day before the period; that nobody had begun before the initiative's first day is a zero somebody must state.</summary>
    public ImmutableArray<ScopedFigure> Levels { get; init; } = [];

    /// <summary>For <see cref="MeasureNature.Touched"/>: the flow of nya.</summary>
    public ImmutableArray<ScopedFigure> New { get; init; } = [];

    /// <summary>For <see cref="MeasureNature.Touched"/>: the flow of those who were transferred in; null where nobody was.</summary>
    public ImmutableArray<ScopedFigure>? TransferredIn { get; init; }
}

using System.Collections.Immutable;

namespace Finsam.Domain.Scopes;

/// <summary>A value and what it rests on.</summary>
/// <param name="Value">The exact value.</param>
/// <param name="Sources">The sources of every figure it was reckoned from, in the order they were walked.</param>
/// <param name="IsDerived">False when somebody gave this very figure.</param>
public sealed record FigureValue(decimal Value, ImmutableArray<string> Sources, bool IsDerived);

/// <summary>What is known of a wanted figure.</summary>
public abstract record FigureAnswer
{
    private FigureAnswer()
    {
    }

    /// <summary>Everything known agrees.</summary>
    public sealed record Known(FigureValue Figure) : FigureAnswer;

    /// <summary>The figures contradict each other: two ways to the wanted span give two values. Neither is picked; a person must.</summary>
    /// <param name="First">What the fewest figures give, and of those the first ones.</param>
    /// <param name="Second">Another way's value.</param>
    public sealed record Contradicted(FigureValue First, FigureValue Second) : FigureAnswer;

    /// <summary>The known figures don't say.</summary>
    public sealed record NotDerivable : FigureAnswer;
}

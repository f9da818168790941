namespace Finsam.Domain.Scopes;

/// <summary>A figure somebody gave.</summary>
/// <param name="Span">The dates it covers; of a level only the last day means anything.</param>
/// <param name="Value">The exact figure, in the measure's own unit.</param>
/// <param name="Source">Where it stands, e.g. an answer's address.</param>
public sealed record ScopedFigure(DateSpan Span, decimal Value, string Source);

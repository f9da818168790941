using System.Collections.Immutable;

namespace Finsam.Domain.Drafts.Outlines;

/// <summary>Sentences with figures of the reports in them: "{deltagare.deltagit} deltagare, varav {deltagare.deltagit.kvinna} kvinnor". Each figure is
/// an expression (<see cref="FigureExpression"/>) and is traced to its answers.</summary>
/// <param name="Items">The paragraphs, or the items of a list.</param>
public sealed record SentencesPart(ImmutableArray<string> Items) : CountedPart
{
    /// <summary>They are the items of a list.</summary>
    public bool List { get; init; }
}

using System.Collections.Immutable;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Templates;

/// <summary>Something to have at hand before one starts.</summary>
/// <param name="Text">What it is, and who usually has it.</param>
public sealed record AtHand(string Text)
{
    /// <summary>The sections it is needed for; empty when everybody needs it.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>True for what is needed only of an initiative that has goals.</summary>
    public bool OfGoals { get; init; }

    /// <summary>True when an initiative needs it: it is asked one of the sections.</summary>
    public bool IsFor(Initiative initiative, IEnumerable<Section> asked) =>
        (Sections.IsEmpty || asked.Any(s => Sections.Contains(s.Id, StringComparer.Ordinal))) && !(OfGoals && initiative.Goals.IsEmpty);
}

using System.Collections.Immutable;

namespace Finsam.Domain.Initiatives;

/// <summary>An efterföljare: initiatives that by a decision are merged, split or renamed. Comparisons over time follow it.</summary>
public sealed record Succession
{
    /// <summary>The id (<see cref="Identifier"/>).</summary>
    public required string Id { get; init; }

    /// <summary>What happened.</summary>
    public required SuccessionKind Kind { get; init; }

    /// <summary>First day of the new. Whoever is transferred is still ongoing in the old at the end of the day before.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The initiatives that are succeeded, by id: two or more that are merged, else one.</summary>
    public required ImmutableArray<string> From { get; init; }

    /// <summary>The initiatives that succeed them, by id: two or more after a split, else one.</summary>
    public required ImmutableArray<string> To { get; init; }

    /// <summary>The day the board decided it.</summary>
    public DateOnly? Decided { get; init; }

    /// <summary>The decision's paragraph in the minutes, with or without its sign: "42".</summary>
    public string? Paragraph { get; init; }

    /// <summary>What the association wants to remember; not printed.</summary>
    public string? Note { get; init; }

    /// <summary>How many participants went with it, by the initiatives they left and came to.</summary>
    public ImmutableArray<Transfer> Transfers { get; init; } = [];
}

/// <summary>What happened to the initiatives.</summary>
public enum SuccessionKind
{
    /// <summary>Several became one.</summary>
    Merged,

    /// <summary>One became several.</summary>
    Split,

    /// <summary>One goes on as another.</summary>
    Renamed,
}

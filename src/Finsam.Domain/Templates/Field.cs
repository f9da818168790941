using System.Collections.Immutable;

namespace Finsam.Domain.Templates;

/// <summary>One thing to fill in.</summary>
/// <param name="Key">The answer's key, e.g. "deltagare.nya.kvinna"; "timmar@ockelbo.avtalade" where a party answers for itself.</param>
/// <param name="Kind">How it is written and read.</param>
/// <param name="Label">Its whole name, readable apart from its neighbours: "Nya under perioden, kvinnor".</param>
public sealed record Field(string Key, FieldKind Kind, string Label)
{
    /// <summary>Sending stops while it is blank.</summary>
    public bool Required { get; init; }

    /// <summary>How many characters a text may have.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>The alternatives of a choice.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>What to think of, at the field.</summary>
    public string? Help { get; init; }

    /// <summary>What is counted or measured, after the field: "personer", "år", "timmar".</summary>
    public string? Unit { get; init; }

    /// <summary>The unit to say beside a name; null when there is none, or the name says it already.</summary>
    public string? UnitBeside(string name) =>
        Unit is { } unit && !name.Split(' ', ',', '(').Any(word => word.StartsWith(unit, StringComparison.OrdinalIgnoreCase)) ? unit : null;

    /// <summary>The party that answers it, in a block that is shared by party; else null.</summary>
    public string? Party { get; init; }

    /// <summary>True for what is added up and compared.</summary>
    public bool IsNumber => Kind is FieldKind.Count or FieldKind.Kronor or FieldKind.Quantity;
}

/// <summary>How a field is written and read.</summary>
public enum FieldKind
{
    /// <summary>Persons or things: a whole number, zero or more.</summary>
    Count,

    /// <summary>Whole kronor, also negative.</summary>
    Kronor,

    /// <summary>A mean, hours or årsarbetare: zero or more, at most two decimals.</summary>
    Quantity,

    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Text,

    /// <summary>One of <see cref="Field.Choices"/>.</summary>
    Choice,

    /// <summary>A box to tick: <see cref="Flagged"/> when it is ticked, no answer when it is not.</summary>
    Flag,

    /// <summary>A date.</summary>
    Date,

    /// <summary>An attached file.</summary>
    File,
}

/// <summary>What a number that a template asks for is.</summary>
public enum NumberKind
{
    /// <summary>See <see cref="FieldKind.Count"/>.</summary>
    Count = FieldKind.Count,

    /// <summary>See <see cref="FieldKind.Kronor"/>.</summary>
    Kronor = FieldKind.Kronor,

    /// <summary>See <see cref="FieldKind.Quantity"/>.</summary>
    Quantity = FieldKind.Quantity,
}

/// <summary>What a ticked box is stored as.</summary>
public static class Flagged
{
    /// <summary>The stored word.</summary>
    public const string Yes = "ja";
}

/// <summary>An alternative of a choice; a row or a column.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Label">What is read.</param>
/// <param name="Help">What to think of, where it is asked.</param>
public sealed record Choice(string Id, string Label, string? Help = null);

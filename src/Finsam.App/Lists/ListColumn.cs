using System.Collections.Immutable;

namespace Finsam.App.Lists;

/// <summary>What stands in a column's cells.</summary>
public enum ColumnKind
{
    /// <summary>Text of one line.</summary>
    Text,

    /// <summary>Text of several lines.</summary>
    LongText,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Exact kronor.</summary>
    Kronor,

    /// <summary>A number that may have decimals.</summary>
    Number,

    /// <summary>A number without decimals.</summary>
    WholeNumber,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>One of some words.</summary>
    Choice,

    /// <summary>Ja or nej.</summary>
    YesNo,

    /// <summary>Something else in the record, by id or name.</summary>
    Reference,

    /// <summary>Several texts, a line each.</summary>
    Lines,

    /// <summary>Several things in the record, a line each.</summary>
    References,
}

/// <summary>One of the words that a column's cells may hold.</summary>
/// <param name="Id">What the record has.</param>
/// <param name="Words">The word we write, and others that people write.</param>
public sealed record ChoiceWord(string Id, ImmutableArray<string> Words);

/// <summary>A column of a list: its header, what stands in it, and where that stands in an item of the record.</summary>
/// <param name="Path">The place in the item's JSON, "measure.by"; <see cref="OfParent"/> for the column that says whose item it is.</param>
/// <param name="Kind">What stands in the cells.</param>
/// <param name="Headers">Our header, and others that people have.</param>
public sealed record ListColumn(string Path, ColumnKind Kind, ImmutableArray<string> Headers)
{
    /// <summary>The path of the column that says whose item a row is.</summary>
    public const string OfParent = "^";

    /// <summary>The header we write.</summary>
    public string Header => Headers[0];

    /// <summary>The id by which the column is matched and remembered; it follows from our header, which is therefore not changed lightly.</summary>
    public string Id { get; } = Spelling.IdOf(Headers[0]);

    /// <summary>True when an item cannot be without it; in an object within the item ("measure.by"), when that object is there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The choice that a blank cell means.</summary>
    public string? Default { get; init; }

    /// <summary>The words of a choice.</summary>
    public ImmutableArray<ChoiceWord> Words { get; init; } = [];

    /// <summary>What a reference may be to.</summary>
    public ImmutableArray<Referred> Refers { get; init; } = [];

    /// <summary>A column. <paramref name="headers"/> and <paramref name="words"/> are texts from the resources: what stands first is what we write.</summary>
    internal static ListColumn Of(string path, ColumnKind kind, string headers, bool required = false, string words = "") => new(path, kind, Split(headers))
    {
        IsRequired = required,
        Words =
        [
            .. from line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
               let parts = line.Split(": ", 2)
               select new ChoiceWord(parts[0], Split(parts[1])),
        ],
    };

    /// <summary>A choice.</summary>
    internal static ListColumn Choice(string path, string headers, string words, bool required = false, string? whenBlank = null) =>
        Of(path, ColumnKind.Choice, headers, required, words) with { Default = whenBlank };

    /// <summary>A reference.</summary>
    internal static ListColumn Reference(string path, string headers, bool required, params ImmutableArray<Referred> to) =>
        Of(path, ColumnKind.Reference, headers, required) with { Refers = to };

    /// <summary>Several references.</summary>
    internal static ListColumn References(string path, string headers, bool required, Referred to) =>
        Of(path, ColumnKind.References, headers, required) with { Refers = [to] };

    private static ImmutableArray<string> Split(string texts) => [.. texts.Split('|', StringSplitOptions.TrimEntries)];
}

using System.Collections.Immutable;

namespace Finsam.Cli.Tests.Reproduction;

/// <summary>A published report's tables, charts and lists, cell for cell as printed.</summary>
/// <param name="Sample">The sample that has its record and answers.</param>
/// <param name="Title">The document.</param>
/// <param name="Tables">Everything it prints in tables, charts and lists.</param>
internal sealed record PublishedReport(string Sample, string Title, ImmutableArray<PublishedTable> Tables)
{
    /// <summary>The outline it is made by; null for the period's own.</summary>
    public string? Outline { get; init; }
}

/// <summary>A table, a chart or a list of a published report.</summary>
internal sealed record PublishedTable
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its caption.</summary>
    public required string Title { get; init; }

    /// <summary>Where in the report it stands.</summary>
    public required string Where { get; init; }

    /// <summary>Table, chart, list of texts, headings or front page.</summary>
    public PublishedKind Kind { get; init; }

    /// <summary>What its figures come from.</summary>
    public required FedBy FedBy { get; init; }

    /// <summary>The caption of the draft's table; null when the draft has none.</summary>
    public string? Draft { get; init; }

    /// <summary>The column heads as printed.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The rows as printed. A blank cell prints nothing, and null is a figure of a picture that nobody can read.</summary>
    public ImmutableArray<ImmutableArray<string?>> Rows { get; init; } = [];

    /// <summary>Which of the draft's columns each printed column is; null for one it has not. Left out when they are the same.</summary>
    public ImmutableArray<int?>? Map { get; init; }

    /// <summary>The printed column that rows are known by.</summary>
    public int Key { get; init; }

    /// <summary>Rows that the draft calls something else: printed name, the draft's name.</summary>
    public ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why cells differ.</summary>
    public ImmutableArray<Reason> Reasons { get; init; } = [];

    /// <summary>Why the draft does not have it at all.</summary>
    public string? Absent { get; init; }

    /// <summary>Something to say of it.</summary>
    public string? Note { get; init; }
}

/// <summary>What a published thing is.</summary>
internal enum PublishedKind
{
    /// <summary>A table.</summary>
    Table,

    /// <summary>A chart.</summary>
    Chart,

    /// <summary>A list, or sentences: each row is a text.</summary>
    Texts,

    /// <summary>The table of contents.</summary>
    Headings,

    /// <summary>The front page.</summary>
    Front,
}

/// <summary>What its figures come from.</summary>
internal enum FedBy
{
    /// <summary>The initiatives' reports.</summary>
    Reports,

    /// <summary>The record: registers, decisions, goals, texts.</summary>
    Record,

    /// <summary>What was published before.</summary>
    History,

    /// <summary>The accounts: a later issue.</summary>
    Accounts,

    /// <summary>The indicator survey: a later issue.</summary>
    Survey,
}

/// <summary>Why cells differ.</summary>
/// <param name="Why">The reason.</param>
internal sealed record Reason(string Why)
{
    /// <summary>The row, by its printed name; null for all.</summary>
    public string? Row { get; init; }

    /// <summary>The column, by its printed head; null for all.</summary>
    public string? Column { get; init; }

    /// <summary>The report is wrong: it contradicts itself, and the draft has what adds up.</summary>
    public bool PrintedError { get; init; }

    /// <summary>The draft has the figure, in another place or other words.</summary>
    public bool OtherWords { get; init; }
}

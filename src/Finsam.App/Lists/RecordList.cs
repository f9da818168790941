using System.Collections.Immutable;

namespace Finsam.App.Lists;

/// <summary>A list of the record as a table in Excel: which items it holds, what its columns are, and what tells one item from another.</summary>
/// <param name="Id">The id in addresses.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="File">The file of the package.</param>
/// <param name="Array">The list in the file whose items the rows are, or belong to.</param>
public sealed record RecordList(string Id, string Sheet, string File, string Array)
{
    /// <summary>The list within each of those items whose items the rows are; null when the rows are the items themselves.</summary>
    public string? Child { get; init; }

    /// <summary>The column that says which of the items a row belongs to.</summary>
    public ListColumn? Parent { get; init; }

    /// <summary>The columns.</summary>
    public required ImmutableArray<ListColumn> Columns { get; init; }

    /// <summary>The list within a row's item that makes it as many rows as there is in the list: amounts by year, targets of a goal. Null where there
    /// is none.</summary>
    public string? Series { get; init; }

    /// <summary>The columns of what stands in that list.</summary>
    public ImmutableArray<ListColumn> SeriesColumns { get; init; } = [];

    /// <summary>What tells one thing in that list from another, by the columns' paths.</summary>
    public ImmutableArray<string> SeriesKey { get; init; } = [];

    /// <summary>What tells one item from another, by the columns' paths; the first that a row states counts.</summary>
    public required ImmutableArray<ImmutableArray<string>> Keys { get; init; }

    /// <summary>The column whose text an id is made of, where a row has none.</summary>
    public string? IdFrom { get; init; }

    /// <summary>What stands before the number when new ids are numbers; null when they are made of a text.</summary>
    public string? IdNumbered { get; init; }

    /// <summary>All columns in the order we write them.</summary>
    public ImmutableArray<ListColumn> AllColumns => Parent is null ? [.. Columns, .. SeriesColumns] : [Parent, .. Columns, .. SeriesColumns];

    /// <summary>Columns that people have in the same sheet, though what stands in them belongs to another list: the contact in a list of initiatives.
    /// They are taken in and never written.</summary>
    public ImmutableArray<ListColumn> Besides { get; init; } = [];

    /// <summary>The list that those belong to, whose items stand in this list's.</summary>
    public RecordList? BesidesList { get; init; }

    /// <summary>All columns that are taken in.</summary>
    public ImmutableArray<ListColumn> Known => AllColumns.AddRange(Besides);

    /// <summary>True for a column that every sheet of the list must have. What has a default may be left out, and so may what is only needed
    /// beside something else.</summary>
    public bool MustHave(ListColumn column) =>
        column is { IsRequired: true, Default: null } && !column.Path.Contains('.', StringComparison.Ordinal) && !SeriesColumns.Contains(column);

    /// <summary>True when the items have an id.</summary>
    public bool HasId => Columns.Any(c => c.Path == "id");
}

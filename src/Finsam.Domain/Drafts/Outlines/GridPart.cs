using System.Collections.Immutable;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Drafts.Outlines;

/// <summary>Whose figures a part shows.</summary>
public abstract record CountedPart : OutlinePart
{
    /// <summary>The initiatives, by id; empty for all that are asked.</summary>
    public ImmutableArray<string> Initiatives { get; init; } = [];

    /// <summary>Only initiatives of a kind; null for all.</summary>
    public InitiativeKind? Kind { get; init; }

    /// <summary>What the counts are to cover, reckoned from earlier reports where it is not what was asked; null for what was asked.</summary>
    public Scope? Scope { get; init; }
}

/// <summary>Figures of the reports in rows and columns, as a table or as a chart with its table: any block's rows, each initiative, kön,
/// municipalities, months or age classes, sums, shares and an earlier year beside.</summary>
/// <param name="Caption">The caption.</param>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Columns">The columns, in order.</param>
public sealed record GridPart(string Caption, ImmutableArray<GridRow> Rows, ImmutableArray<GridColumn> Columns) : CountedPart
{
    /// <summary>The head of the first column.</summary>
    public string? Head { get; init; }

    /// <summary>Rows are printed across and columns down.</summary>
    public bool Across { get; init; }

    /// <summary>Drawn as a chart too; null for a table only.</summary>
    public ChartKind? Chart { get; init; }

    /// <summary>A line below the table, in the association's words.</summary>
    public string? Note { get; init; }
}

/// <summary>A row, or several: "avslut.*" is a row for each row of the block.</summary>
/// <param name="Figure">What is counted, see <see cref="FigureExpression"/>: "deltagare.deltagit", "avslut.arbete + avslut.studier".</param>
public sealed record GridRow(string Figure)
{
    /// <summary>The row's name; null for the block's own.</summary>
    public string? Label { get; init; }

    /// <summary>Rows that "*" leaves out, by id.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>"*" is one row with the sum of them.</summary>
    public bool Sum { get; init; }

    /// <summary>A row for each initiative.</summary>
    public bool EachInitiative { get; init; }

    /// <summary>Left out when every cell is zero or nobody is asked.</summary>
    public bool LeaveOutZero { get; init; }

    /// <summary>Shown as a share of this figure.</summary>
    public string? Of { get; init; }

    /// <summary>Blank in columns of shares: the row is their base, and says nothing as a share of itself.</summary>
    public bool WithoutShares { get; init; }

    /// <summary>A part, a total, or a row outside the total.</summary>
    public RowKind Kind { get; init; } = RowKind.Normal;
}

/// <summary>A column, or several: "*" is a column for each column of the block.</summary>
public sealed record GridColumn
{
    /// <summary>The head; null for the block's own.</summary>
    public string? Label { get; init; }

    /// <summary>The columns that are added up, by id; empty for all; "*" for a column each.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The rows of the block that the column is about, where they stand across: by id; "*" for a column each.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];

    /// <summary>Shown as a share of this figure; "*" for the row's own base: the block's base, else the whole its rows make up.</summary>
    public string? Of { get; init; }

    /// <summary>The share is of the base in all columns together, not in the column's own: how much of everything the column is.</summary>
    public bool OfAll { get; init; }

    /// <summary>Decimals of a share or a mean.</summary>
    public int Decimals { get; init; }

    /// <summary>How many years back: 1 is last year's, as it was published.</summary>
    public int YearsBack { get; init; }

    /// <summary>Left out when every cell is zero or nobody is asked.</summary>
    public bool LeaveOutZero { get; init; }
}

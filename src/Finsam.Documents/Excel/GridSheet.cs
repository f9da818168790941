using System.Collections.Immutable;

namespace Finsam.Documents.Excel;

/// <summary>One sheet of a form: headings, help and cells to fill in, laid out freely. All but the cells to fill in is locked, without a password:
/// that is help against slips, and no lock.</summary>
/// <param name="Name">The sheet's name, made fit as that of <see cref="SheetTable"/>.</param>
/// <param name="Widths">The width of each column in characters; 0 hides it.</param>
/// <param name="Rows">The rows from above, each with one cell for each column.</param>
public sealed record GridSheet(string Name, ImmutableArray<int> Widths, ImmutableArray<GridRow> Rows)
{
    /// <summary>How many rows from above stay in sight, hidden ones included.</summary>
    public int FrozenRows { get; init; }

    /// <summary>How many columns from the left stay in sight, hidden ones included.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>The cells whose answers are chosen from a list.</summary>
    public ImmutableArray<GridChoice> Choices { get; init; } = [];
}

/// <summary>A row of a form's sheet.</summary>
/// <param name="Cells">Its cells.</param>
public sealed record GridRow(ImmutableArray<GridCell> Cells)
{
    /// <summary>How many lines high it is at least.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>True for a row that nobody sees.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A cell of a form's sheet.</summary>
/// <param name="Value">What stands in it; of a formula, what it comes to.</param>
/// <param name="Style">How it looks, and whether it is filled in.</param>
public sealed record GridCell(CellValue Value, GridStyle Style)
{
    /// <summary>The formula, as Excel stores it and without the sign of equality.</summary>
    public string? Formula { get; init; }

    /// <summary>How many columns it covers. The cells that it covers stand in the row, blank.</summary>
    public int Span { get; init; } = 1;
}

/// <summary>A cell whose answer is chosen from a list.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="List">The alternatives: a range ("$D$8:$D$10"), or words in quotation marks ("\"ja,nej\"").</param>
public sealed record GridChoice(CellAddress Cell, string List);

/// <summary>What a cell of a form's sheet is.</summary>
public enum GridStyle
{
    /// <summary>The ground that the cells to fill in stand out from.</summary>
    Ground,

    /// <summary>The sheet's title.</summary>
    Title,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Text as it is read: a label, an instruction.</summary>
    Label,

    /// <summary>What to think of.</summary>
    Help,

    /// <summary>What to think of at a cell, beside it.</summary>
    Note,

    /// <summary>The head of a column.</summary>
    Head,

    /// <summary>The head of a row.</summary>
    RowHead,

    /// <summary>What is added up.</summary>
    Total,

    /// <summary>Text to fill in, which Excel leaves alone.</summary>
    Text,

    /// <summary>A number to fill in, shown with the decimals it has.</summary>
    Number,

    /// <summary>An amount to fill in.</summary>
    Amount,

    /// <summary>A day to fill in.</summary>
    Date,
}

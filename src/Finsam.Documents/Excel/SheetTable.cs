using System.Collections.Immutable;

namespace Finsam.Documents.Excel;

/// <summary>One sheet of a workbook: a table from A1 with a header row, which can be filtered and sorted.</summary>
/// <param name="Name">The sheet's name. What Excel cannot have in a name is replaced, it is cut at 31 characters, and a name that is taken gets a number.</param>
/// <param name="Columns">The columns from the left, at least one.</param>
/// <param name="Rows">The rows below the header, each with one cell for each column.</param>
public sealed record SheetTable(string Name, ImmutableArray<SheetColumn> Columns, ImmutableArray<ImmutableArray<CellValue>> Rows);

/// <summary>A column of a sheet.</summary>
/// <param name="Header">The header, on one line. An empty one, or one that another column has, gets a number: a table of Excel cannot have such.</param>
/// <param name="Format">How the column's cells are shown, and how Excel takes what a person types there.</param>
/// <param name="Width">The width in characters of the standard font, 1–255.</param>
public sealed record SheetColumn(string Header, ColumnFormat Format, int Width);

/// <summary>How a column's cells are shown. The value is kept as it is: an amount with öre is shown in kronor but loses none.</summary>
public enum ColumnFormat
{
    /// <summary>Text, which Excel leaves alone: "1-2" becomes no date and "007" no seven.</summary>
    Text,

    /// <summary>A number without groups of thousands, as a year or a number of people.</summary>
    WholeNumber,

    /// <summary>An amount in whole kronor with groups of thousands.</summary>
    Amount,

    /// <summary>A number with as many decimals as it has.</summary>
    DecimalNumber,

    /// <summary>A day as yyyy-mm-dd.</summary>
    Date,
}

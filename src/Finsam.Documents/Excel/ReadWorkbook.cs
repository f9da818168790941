using System.Collections.Immutable;

namespace Finsam.Documents.Excel;

/// <summary>What a workbook holds, and all that is wrong with it. With a finding that is no warning the sheets may lack cells.</summary>
/// <param name="Sheets">The sheets a person sees, in their order; those hidden are left out, and a warning says so.</param>
/// <param name="Findings">What is wrong or worth knowing, in the order it stands in the file.</param>
public sealed record ReadWorkbook(ImmutableArray<ReadSheet> Sheets, ImmutableArray<CellFinding> Findings)
{
    /// <summary>Whether the whole file could be read, so that nothing is missing but what a person has hidden.</summary>
    public bool IsWhole => Findings.All(finding => finding.IsWarning);
}

/// <summary>One sheet.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="Rows">The rows that hold something, from above. Blank rows are left out.</param>
public sealed record ReadSheet(string Name, ImmutableArray<ReadRow> Rows);

/// <summary>One row that holds something.</summary>
/// <param name="Number">Its number as Excel shows it, counted from 1.</param>
/// <param name="Cells">The cells that hold something, from the left. Blank cells are left out.</param>
public sealed record ReadRow(int Number, ImmutableArray<ReadCell> Cells)
{
    /// <summary>The value in a column, blank where nothing stands.</summary>
    /// <param name="column">The column, counted from 0.</param>
    public CellValue this[int column] => Cells.FirstOrDefault(cell => cell.Column == column)?.Value ?? new CellValue.Blank();
}

/// <summary>One cell that holds something.</summary>
/// <param name="Address">Its address as Excel shows it, e.g. "B7".</param>
/// <param name="Column">Its column, counted from 0.</param>
/// <param name="Value">What it holds.</param>
public sealed record ReadCell(string Address, int Column, CellValue Value);

/// <summary>Something wrong in a workbook, or something that whoever sent it ought to know.</summary>
/// <param name="Sheet">The sheet's name; null when it is about the file.</param>
/// <param name="Cell">The cell's address, e.g. "B7"; null when it is about the sheet or the file.</param>
/// <param name="Message">A Swedish sentence that says what is wrong and what to do.</param>
/// <param name="IsWarning">Whether the file can be used all the same.</param>
public sealed record CellFinding(string? Sheet, string? Cell, string Message, bool IsWarning = false);

namespace Finsam.Documents.Excel;

/// <summary>What one cell holds. There is no formula and no cached result: a list is what stands in it.</summary>
public abstract record CellValue
{
    private CellValue()
    {
    }

    /// <summary>Nothing. An empty text is written as this, since a person sees no difference between them.</summary>
    public sealed record Blank : CellValue;

    /// <summary>Text, of one line or several.</summary>
    /// <param name="Value">The text exactly as it stands, spaces at its ends included.</param>
    public sealed record Text(string Value) : CellValue;

    /// <summary>A number without a unit; what it counts is said by the column.</summary>
    /// <param name="Value">The number, with the 15 significant digits that Excel keeps.</param>
    public sealed record Number(decimal Value) : CellValue;

    /// <summary>A number that is shown as a document prints it, and kept exact.</summary>
    /// <param name="Value">The number; a share as its part of one.</param>
    /// <param name="Decimals">The decimals it is shown with, 0–2; of per cent for a share.</param>
    /// <param name="IsShare">Whether it is shown as per cent.</param>
    public sealed record Printed(decimal Value, int Decimals, bool IsShare) : CellValue;

    /// <summary>A day without a time.</summary>
    /// <param name="Value">The day.</param>
    public sealed record Date(DateOnly Value) : CellValue;
}

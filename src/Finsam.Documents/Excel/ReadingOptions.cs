namespace Finsam.Documents.Excel;

/// <summary>How a workbook is read. As it is, it is somebody's own list: what a person may not have meant is said. A form that we have sent out
/// ourselves has hidden rows and merged cells of ours, and people add up in its cells.</summary>
public sealed record ReadingOptions
{
    /// <summary>What a formula came to when the file was saved is read as if it were written there; else a formula is said to be wrong.</summary>
    public bool FormulaResults { get; init; }

    /// <summary>A share ("50 %") is said to be wrong, and is not read as the number before the sign.</summary>
    public bool RefusesShares { get; init; }

    /// <summary>Hidden rows and columns are read, and of merged cells the first, without a word about it.</summary>
    public bool OwnLayout { get; init; }
}

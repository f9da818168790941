using System.Collections.Immutable;

namespace Finsam.Cli.Tests.Reproduction;

/// <summary>A published table beside the draft's.</summary>
/// <param name="Published">The published one.</param>
/// <param name="Cells">Every cell that prints something, in order.</param>
/// <param name="Found">The draft has it.</param>
internal sealed record ComparedTable(PublishedTable Published, ImmutableArray<ComparedCell> Cells, bool Found)
{
    /// <summary>How many cells came out as printed.</summary>
    public int Same => Count(Verdict.Same);

    /// <summary>How many are errors of the report.</summary>
    public int PrintedErrors => Count(Verdict.PrintedError);

    /// <summary>How many differ for another reason, or without any.</summary>
    public int Differing => Cells.Length - Same - PrintedErrors - Count(Verdict.Unreadable);

    /// <summary>The cells that could come out: all but the report's own errors and what a lost picture showed.</summary>
    public int Countable => Same + Differing;

    private int Count(Verdict verdict) => Cells.Count(c => c.Verdict == verdict);
}

/// <summary>A printed cell and the draft's.</summary>
internal sealed record ComparedCell(int Row, string RowName, int Column, string ColumnName, string Printed, string? Ours, Verdict Verdict, string? Why);

/// <summary>How a cell came out.</summary>
internal enum Verdict
{
    /// <summary>As printed.</summary>
    Same,

    /// <summary>The report is wrong.</summary>
    PrintedError,

    /// <summary>Differs, and the reason is known.</summary>
    Explained,

    /// <summary>Differs, and nobody has said why.</summary>
    Unexplained,

    /// <summary>Stands in a picture that the text of the report has lost.</summary>
    Unreadable,
}

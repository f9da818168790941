using System.Collections.Immutable;

namespace Finsam.Documents.Pdf;

/// <summary>A part of a PDF document.</summary>
public abstract record PdfPart
{
    private PdfPart()
    {
    }

    /// <summary>A heading, which is also a bookmark. It stands on the same page as what follows it.</summary>
    /// <param name="Level">1–3, counted below the document's title.</param>
    /// <param name="Text">The text, on one line of content; it wraps.</param>
    public sealed record Heading(int Level, string Text) : PdfPart;

    /// <summary>Running text. An empty one takes no room.</summary>
    /// <param name="Text">The text; its line ends are kept.</param>
    /// <param name="Style">How it looks.</param>
    /// <param name="KeepWithNext">True for what belongs to what follows it, and stands on the same page.</param>
    public sealed record Paragraph(string Text, PdfTextStyle Style = PdfTextStyle.Body, bool KeepWithNext = false) : PdfPart;

    /// <summary>What something is called and what it is: a question and its answer. Those that follow each other become one list; a short value stands
    /// beside its label and a long one below.</summary>
    /// <param name="Label">The label.</param>
    /// <param name="Value">The value; its line ends are kept. An empty one is shown as a dash, so that nobody takes it for a printing fault.</param>
    public sealed record LabelledValue(string Label, string Value) : PdfPart;

    /// <summary>A list with bullets.</summary>
    /// <param name="Items">The items. Empty ones are left out.</param>
    public sealed record BulletList(ImmutableArray<string> Items) : PdfPart;

    /// <summary>A table. It goes on over pages with its header row repeated; one with more columns than a page has room for becomes several,
    /// each with the first column.</summary>
    /// <param name="Caption">The caption; may be empty.</param>
    /// <param name="Columns">The columns, at least one. The first holds the rows' headers.</param>
    /// <param name="Rows">The rows, each with one cell for each column.</param>
    /// <param name="ToFillIn">True for a table to write in by hand: ruled, with rows high enough.</param>
    public sealed record Table(string Caption, ImmutableArray<PdfColumn> Columns, ImmutableArray<PdfRow> Rows, bool ToFillIn = false) : PdfPart;

    /// <summary>An empty box to write in by hand.</summary>
    /// <param name="Label">The question.</param>
    /// <param name="Help">What helps to answer it; may be empty.</param>
    /// <param name="Lines">The box's height in handwritten lines, at least 1. It is never higher than a page.</param>
    public sealed record AnswerBox(string Label, string Help = "", int Lines = 1) : PdfPart;

    /// <summary>A question with given answers, each with a square before it: to be crossed by hand, or showing which were chosen.</summary>
    /// <param name="Label">The question.</param>
    /// <param name="Help">What helps to answer it; may be empty.</param>
    /// <param name="Options">The answers.</param>
    public sealed record Choice(string Label, string Help, ImmutableArray<PdfOption> Options) : PdfPart;
}

/// <summary>How running text looks.</summary>
public enum PdfTextStyle
{
    /// <summary>As text does.</summary>
    Body,

    /// <summary>Somewhat larger: what opens a document or a section.</summary>
    Lead,

    /// <summary>Smaller and grey: what helps to understand something else.</summary>
    Help,

    /// <summary>In strong letters.</summary>
    Strong,
}

/// <summary>A column of a table.</summary>
/// <param name="Header">The header.</param>
/// <param name="IsNumeric">True for figures, which stand to the right.</param>
/// <param name="IsWide">True for a column to write words in: it gets more of the room that is left.</param>
public sealed record PdfColumn(string Header, bool IsNumeric = false, bool IsWide = false);

/// <summary>A row of a table.</summary>
/// <param name="Cells">The cells, the first of which is the row's header.</param>
/// <param name="IsTotal">True for a sum, which is in strong letters below a line.</param>
public sealed record PdfRow(ImmutableArray<string> Cells, bool IsTotal = false)
{
    /// <summary>An ordinary row.</summary>
    public static PdfRow Of(params ReadOnlySpan<string> cells) => new([.. cells]);
}

/// <summary>A given answer.</summary>
/// <param name="Text">The answer.</param>
/// <param name="IsMarked">True when it was chosen.</param>
public sealed record PdfOption(string Text, bool IsMarked = false);

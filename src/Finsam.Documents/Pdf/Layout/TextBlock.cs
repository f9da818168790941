using System.Collections.Immutable;
using Finsam.Documents.Pdf.Output;
using Finsam.Documents.Pdf.Text;

namespace Finsam.Documents.Pdf.Layout;

/// <summary>Lines of text: a paragraph, a heading, an item of a list.</summary>
/// <param name="Lines">The lines, already broken.</param>
/// <param name="Style">How they look.</param>
/// <param name="Tag">The element they are.</param>
internal sealed record TextBlock(ImmutableArray<string> Lines, TextStyle Style, Tag Tag) : Block
{
    // Fewer lines than this look lost at the foot or the top of a page.
    private const int FewestLines = 2;
    private const double SquareSize = 10.5;

    /// <summary>How far in the text begins.</summary>
    public double Indent { get; init; }

    /// <summary>What stands before the first line.</summary>
    public ItemMark Mark { get; init; }

    /// <summary>The bookmark that leads here, if any.</summary>
    public Bookmark? Bookmark { get; init; }

    /// <summary>True when a thin line is drawn below.</summary>
    public bool IsUnderlined { get; init; }

    // A paragraph that goes on over a page is still one element.
    private bool Begins { get; init; } = true;

    private bool Ends { get; init; } = true;

    /// <inheritdoc/>
    public override double Height => (Lines.Length * Style.LineHeight) + (IsUnderlined ? 4 : 0);

    /// <inheritdoc/>
    public override double LeastHeight => Lines.Length < 2 * FewestLines ? Height : FewestLines * Style.LineHeight;

    /// <inheritdoc/>
    public override (Block First, Block Last)? Split(double room)
    {
        var count = Math.Min((int)(room / Style.LineHeight), Lines.Length - FewestLines);
        if (count < FewestLines)
        {
            return null;
        }

        return (
            this with { Lines = Lines[..count], Ends = false, Closes = 0, KeepWithNext = false, IsUnderlined = false },
            this with { Lines = Lines[count..], Begins = false, Opens = [], Mark = ItemMark.None, Bookmark = null });
    }

    /// <inheritdoc/>
    protected override void DrawSelf(Canvas canvas, double top)
    {
        if (Bookmark is not null)
        {
            canvas.Add(Bookmark, top);
        }

        DrawMark(canvas, top);
        if (Begins)
        {
            canvas.Begin(Tag);
        }

        for (var i = 0; i < Lines.Length; i++)
        {
            canvas.Text(Lines[i], Style, PageLayout.Left + Indent, top + (i * Style.LineHeight));
        }

        if (Ends)
        {
            canvas.End();
        }

        if (IsUnderlined)
        {
            canvas.Rule(PageLayout.Left, PageLayout.Right, top + Height - 0.5);
        }
    }

    private void DrawMark(Canvas canvas, double top)
    {
        if (Mark == ItemMark.Bullet)
        {
            canvas.Label("•", null, Style, PageLayout.Left + 4, top);
        }
        else if (Mark is ItemMark.EmptySquare or ItemMark.MarkedSquare)
        {
            canvas.Frame(PageLayout.Left + 0.5, top + ((Style.LineHeight - SquareSize) / 2), SquareSize, SquareSize);
            if (Mark == ItemMark.MarkedSquare)
            {
                // A letter and not a drawing, so that the mark is there for those who copy or listen.
                var style = TextStyle.Strong;
                var left = PageLayout.Left + 0.5 + ((SquareSize - style.Width("✓")) / 2);
                canvas.Label("✓", PdfTexts.Marked, style, left, top + ((Style.LineHeight - style.LineHeight) / 2));
            }
        }
    }
}

/// <summary>A bookmark.</summary>
/// <param name="Level">Its level, from 1.</param>
/// <param name="Title">What it says.</param>
internal sealed record Bookmark(int Level, string Title);

/// <summary>What stands before an item of a list.</summary>
internal enum ItemMark
{
    None,
    Bullet,
    EmptySquare,
    MarkedSquare,
}

using System.Collections.Immutable;
using Finsam.Documents.Pdf.Output;
using Finsam.Documents.Pdf.Text;

namespace Finsam.Documents.Pdf.Layout;

/// <summary>A row of cells: of a table, or a label with its value.</summary>
/// <param name="Cells">The cells from the left.</param>
/// <param name="Tag">The element the row is.</param>
internal sealed record RowBlock(ImmutableArray<RowCell> Cells, Tag Tag) : Block
{
    // A row that is lower than this is never divided.
    private const double LowestDivided = 0.25 * (PageLayout.Bottom - PageLayout.Top);
    private const int FewestLines = 3;

    /// <summary>Room above and below the text.</summary>
    public double Padding { get; init; } = 3.5;

    /// <summary>The least height, for rows to write in.</summary>
    public double MinimumHeight { get; init; }

    /// <summary>How the row is ruled and tinted.</summary>
    public RowLook Look { get; init; }

    /// <summary>True for a header row that is drawn again: it is for the eye only, since the structure has it already.</summary>
    public bool IsRepeated { get; init; }

    /// <inheritdoc/>
    public override double Height => Math.Max(MinimumHeight, Cells.Max(cell => cell.Height) + (2 * Padding));

    /// <inheritdoc/>
    public override double LeastHeight =>
        Height <= LowestDivided ? Height : (FewestLines * Cells.Max(cell => cell.Style.LineHeight)) + (2 * Padding);

    // A row over two pages is two rows in the structure: an element cannot be gone back to once the next cell has begun.
    /// <inheritdoc/>
    public override (Block First, Block Last)? Split(double room)
    {
        if (Height <= LowestDivided || room < LeastHeight)
        {
            return null;
        }

        return (
            this with { Cells = [.. Cells.Select(cell => cell.Until(room - (2 * Padding)))], Closes = 0, KeepWithNext = false, MinimumHeight = 0 },
            this with { Cells = [.. Cells.Select(cell => cell.After(room - (2 * Padding)))], Opens = [], MinimumHeight = 0 });
    }

    /// <inheritdoc/>
    protected override void DrawSelf(Canvas canvas, double top)
    {
        var (left, right) = (Cells[0].Left, Cells[^1].Left + Cells[^1].Width);
        if (Look == RowLook.Head)
        {
            canvas.Tint(left, top, right - left, Height);
        }

        if (Look == RowLook.Total)
        {
            canvas.Rule(left, right, top, Colour.Frame);
        }

        if (IsRepeated)
        {
            canvas.BeginArtifact();
            DrawCells(canvas, top);
            canvas.EndArtifact();
        }
        else
        {
            canvas.Begin(Tag);
            DrawCells(canvas, top);
            canvas.End();
        }

        if (Look == RowLook.Grid)
        {
            foreach (var cell in Cells)
            {
                canvas.Frame(cell.Left, top, cell.Width, Height);
            }
        }
        else
        {
            canvas.Rule(left, right, top + Height, Look is RowLook.Head or RowLook.Total ? Colour.Frame : Colour.Line);
        }
    }

    private void DrawCells(Canvas canvas, double top)
    {
        foreach (var cell in Cells)
        {
            if (!IsRepeated)
            {
                canvas.Begin(cell.Tag);
            }

            // A header stands at the foot of its row, close to its column; beside room to write in, text stands in the middle.
            var y = Look switch
            {
                RowLook.Head => top + Height - Padding - cell.Height,
                RowLook.Grid => top + ((Height - cell.Height) / 2),
                _ => top + Padding,
            };
            foreach (var line in cell.Lines)
            {
                canvas.Text(line, cell.Style, cell.TextLeft(line), y);
                y += cell.Style.LineHeight;
            }

            if (!IsRepeated)
            {
                canvas.End();
            }
        }
    }
}

/// <summary>How a row is ruled and tinted.</summary>
internal enum RowLook
{
    Plain,
    Head,
    Total,
    Grid,
}

/// <summary>A cell.</summary>
/// <param name="Lines">The lines, already broken.</param>
/// <param name="Style">How they look.</param>
/// <param name="Left">Where the cell begins.</param>
/// <param name="Width">Its width, with padding.</param>
/// <param name="Tag">The element it is.</param>
internal sealed record RowCell(ImmutableArray<string> Lines, TextStyle Style, double Left, double Width, Tag Tag)
{
    /// <summary>Room to the left and right of the text.</summary>
    public double Padding { get; init; }

    /// <summary>True when the text stands to the right.</summary>
    public bool IsRight { get; init; }

    /// <summary>The text's height.</summary>
    public double Height => Lines.Length * Style.LineHeight;

    /// <summary>Where a line begins.</summary>
    public double TextLeft(string line) => IsRight ? Left + Width - Padding - Style.Width(line.AsSpan().TrimEnd(' ')) : Left + Padding;

    /// <summary>The cell with the lines that fit.</summary>
    public RowCell Until(double height) => this with { Lines = Lines[..Count(height)] };

    /// <summary>The cell with the lines that do not.</summary>
    public RowCell After(double height) => this with { Lines = Lines[Count(height)..] };

    private int Count(double height) => Math.Min((int)(height / Style.LineHeight), Lines.Length);
}

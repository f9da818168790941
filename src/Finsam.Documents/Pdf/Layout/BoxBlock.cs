using Finsam.Documents.Pdf.Output;

namespace Finsam.Documents.Pdf.Layout;

/// <summary>An empty box to write in. It is nothing to a screen reader, which has the question above it.</summary>
internal sealed record BoxBlock(double BoxHeight) : Block
{
    /// <inheritdoc/>
    public override double Height => BoxHeight;

    /// <inheritdoc/>
    protected override void DrawSelf(Canvas canvas, double top) => canvas.Frame(PageLayout.Left, top, PageLayout.TextWidth, BoxHeight);
}

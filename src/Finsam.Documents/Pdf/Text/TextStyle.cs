using Finsam.Documents.Pdf.Fonts;

namespace Finsam.Documents.Pdf.Text;

/// <summary>How text looks, in points.</summary>
internal sealed record TextStyle(FontFace Face, double Size, double LineHeight, Colour Colour = Colour.Ink)
{
    public static readonly TextStyle Title = new(FontFace.Strong, 22, 27, Colour.Heading);
    public static readonly TextStyle Lead = new(FontFace.Regular, 12.5, 17.5);
    public static readonly TextStyle Body = new(FontFace.Regular, 10.5, 14.5);
    public static readonly TextStyle Strong = new(FontFace.Strong, 10.5, 14.5);
    public static readonly TextStyle Help = new(FontFace.Regular, 9.5, 12.5, Colour.Quiet);
    public static readonly TextStyle Edge = new(FontFace.Regular, 8.5, 11, Colour.Quiet);

    private static readonly TextStyle[] Headings =
    [
        new(FontFace.Strong, 15.5, 20, Colour.Heading), new(FontFace.Strong, 12.5, 16.5, Colour.Heading), new(FontFace.Strong, 10.5, 14.5, Colour.Heading),
    ];

    /// <summary>A heading's style.</summary>
    public static TextStyle Heading(int level) => Headings[level - 1];

    /// <summary>The same style in the other face.</summary>
    public TextStyle InStrong() => this with { Face = FontFace.Strong };

    /// <summary>The same style at another size.</summary>
    public TextStyle At(double size) => this with { Size = size, LineHeight = LineHeight * size / Size };

    /// <summary>From the top of a line to the line the letters stand on.</summary>
    public double Baseline => (LineHeight + (0.66 * Size)) / 2; // Capitals are 0.66 of the size, and stand in the middle.

    /// <summary>A text's width.</summary>
    public double Width(ReadOnlySpan<char> text) => Face.Width(text, Size);
}

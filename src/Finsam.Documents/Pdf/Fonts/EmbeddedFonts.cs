using PdfSharp.Fonts;

namespace Finsam.Documents.Pdf.Fonts;

/// <summary>Gives PDFsharp our own fonts, whatever the machine has: a file looks the same from a laptop and from a server without any.</summary>
internal sealed class EmbeddedFonts : IFontResolver
{
    private EmbeddedFonts()
    {
    }

    // PDFsharp takes one resolver for the whole process, before the first font is made.
    private static readonly Lazy<bool> Registered = new(() =>
    {
        GlobalFontSettings.FontResolver = new EmbeddedFonts();
        return true;
    });

    /// <summary>Sees to it that PDFsharp knows the fonts.</summary>
    public static void Register() => _ = Registered.Value;

    /// <inheritdoc/>
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == FontFace.Family && !isItalic ? new FontResolverInfo(Face(isBold).File) : null;

    /// <inheritdoc/>
    public byte[]? GetFont(string faceName) => Face(faceName == FontFace.Strong.File).Data;

    private static FontFace Face(bool isStrong) => isStrong ? FontFace.Strong : FontFace.Regular;
}

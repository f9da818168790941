using System.Globalization;
using System.Text;
using Finsam.Documents.Pdf.Fonts;

namespace Finsam.Documents.Pdf.Text;

/// <summary>Text that people have pasted, made of letters that the fonts have: a letter that is missing becomes a square, so that it is seen that
/// something stood there.</summary>
internal static class PrintableText
{
    /// <summary>What stands for a letter that the fonts lack.</summary>
    public const char Replacement = '□';

    private const string Tab = "   ";

    /// <summary>Text of several lines, separated by '\n'; without lines that are empty at the beginning and the end.</summary>
    public static string Lines(string? text)
    {
        // Composed: "ö" typed as o and two dots is one letter in the fonts.
        var composed = XmlText.Lines(text).Normalize(NormalizationForm.FormC);
        var printable = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                printable.Append('\n');
            }
            else if (rune.Value == '\t')
            {
                printable.Append(Tab);
            }
            else if (!IsInvisible(rune))
            {
                printable.Append(Letter(rune));
            }
        }

        return printable.ToString().Trim(' ', '\n');
    }

    /// <summary>Text on one line.</summary>
    public static string Line(string? text) => Lines(text).Replace('\n', ' ');

    private static char Letter(Rune rune)
    {
        if (rune.IsBmp && FontFace.Regular.Has((char)rune.Value) && FontFace.Strong.Has((char)rune.Value))
        {
            return (char)rune.Value;
        }

        return Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator ? ' ' : Replacement;
    }

    // Marks of direction, joiners, soft hyphens, variants of emoji: they have no shape of their own.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}

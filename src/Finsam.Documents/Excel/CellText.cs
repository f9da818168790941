using System.Globalization;
using System.Text;

namespace Finsam.Documents.Excel;

/// <summary>Text as it stands in the XML of a workbook, where _xHHHH_ means the character with that number (ECMA-376 Part 1, 22.9.2.19 ST_Xstring),
/// so that text which happens to look like it must be written in another way.</summary>
internal static class CellText
{
    // "_x" and four hexadecimal digits; the last underscore is looked at apart.
    private const int EscapeLength = 6;

    /// <summary>The text as it is to be written. What XML forbids is left out.</summary>
    public static string Encode(string text)
    {
        var allowed = XmlText.Allowed(text);
        if (!allowed.AsSpan().ContainsAny('_', '\r'))
        {
            return allowed;
        }

        var written = new StringBuilder(allowed.Length + 16);
        for (var i = 0; i < allowed.Length; i++)
        {
            _ = allowed[i] switch
            {
                // An XML reader makes a line feed of it.
                '\r' => written.Append("_x000D_"),
                '_' when LooksEscaped(allowed, i) => written.Append("_x005F_"),
                var c => written.Append(c),
            };
        }

        return written.ToString();
    }

    /// <summary>The text as a person sees it. A character that XML forbids does not get in this way either.</summary>
    public static string Decode(string written)
    {
        if (!written.Contains("_x", StringComparison.Ordinal))
        {
            return written;
        }

        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (IsEscapeStart(written, i) && i + EscapeLength < written.Length && written[i + EscapeLength] == '_')
            {
                text.Append((char)ushort.Parse(written.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += EscapeLength;
            }
            else
            {
                text.Append(written[i]);
            }
        }

        return XmlText.Allowed(text.ToString());
    }

    // A carriage return is written with an underscore first, which would end what stands before it.
    private static bool LooksEscaped(string text, int at) =>
        IsEscapeStart(text, at) && at + EscapeLength < text.Length && text[at + EscapeLength] is '_' or '\r';

    private static bool IsEscapeStart(string text, int at) =>
        at + EscapeLength <= text.Length
        && text[at] == '_'
        && text[at + 1] == 'x'
        && char.IsAsciiHexDigit(text[at + 2])
        && char.IsAsciiHexDigit(text[at + 3])
        && char.IsAsciiHexDigit(text[at + 4])
        && char.IsAsciiHexDigit(text[at + 5]);
}

using System.Text;
using System.Xml;

namespace Finsam.Documents;

/// <summary>Text that people have pasted, made fit for a document: XML 1.0 forbids most control characters and lone surrogates, and one of
/// them makes Word refuse the whole file (https://www.w3.org/TR/xml/#charsets).</summary>
internal static class XmlText
{
    /// <summary>Text of several lines: every kind of line end becomes '\n', tabs stay, what has no place in a document is left out.</summary>
    public static string Lines(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029':
                    clean.Append('\n');
                    break;
                case '\t':
                    clean.Append(c);
                    break;
                case '\uFFFE' or '\uFFFF' or '\uFEFF':
                    break;
                case var _ when char.IsControl(c):
                    break;
                case var _ when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    clean.Append(c).Append(text[++i]);
                    break;
                case var _ when char.IsSurrogate(c):
                    clean.Append('\uFFFD');
                    break;
                default:
                    clean.Append(c);
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>Text as it is, but for what XML forbids: control characters are left out and half a surrogate pair becomes U+FFFD. For cells,
    /// which must come back from a file exactly as they were put there.</summary>
    public static string Allowed(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (XmlConvert.IsXmlChar(c))
            {
                clean.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c))
            {
                clean.Append('\uFFFD');
            }
        }

        return clean.ToString();
    }

    /// <summary>Text that must stay on one line: a heading, a caption, a figure, a name. Line ends and tabs become spaces.</summary>
    public static string Line(string? text) => Lines(text).Replace('\n', ' ').Replace('\t', ' ').Trim(' ');

    /// <summary>Text cut to what an attribute of Word can hold, with an ellipsis where it was cut.</summary>
    public static string Shortened(string? text, int length)
    {
        var line = Line(text);
        if (line.Length <= length)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return string.Concat(line.AsSpan(0, end).TrimEnd(' '), "…");
    }
}

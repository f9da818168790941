using System.Collections.Immutable;

namespace Finsam.Documents.Pdf.Text;

/// <summary>Breaks text into lines that fit a width: at spaces, after a hyphen or slash between letters, and inside a word that is longer than a line.</summary>
internal static class LineBreaker
{
    /// <summary>The lines. Empty text is one empty line.</summary>
    public static ImmutableArray<string> Break(string text, TextStyle style, double width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var line in text.Split('\n'))
        {
            BreakOne(line, style, width, lines);
        }

        return lines.ToImmutable();
    }

    /// <summary>The width of the longest piece that is kept on one line.</summary>
    public static double LongestPiece(string text, TextStyle style)
    {
        var longest = 0.0;
        for (var start = 0; start < text.Length;)
        {
            var end = PieceEnd(text, start);
            longest = Math.Max(longest, style.Width(text.AsSpan(start, end - start).TrimEnd(" \n")));
            start = end;
        }

        return longest;
    }

    /// <summary>The text on one line, with an ellipsis where it was cut.</summary>
    public static string Shortened(string text, TextStyle style, double width)
    {
        if (style.Width(text) <= width)
        {
            return text;
        }

        var end = text.Length;
        while (end > 0 && style.Width(text.AsSpan(0, end)) + style.Width("…") > width)
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(' '), "…");
    }

    private static void BreakOne(string text, TextStyle style, double width, ImmutableArray<string>.Builder lines)
    {
        var (lineStart, used) = (0, 0.0);
        for (var start = 0; start < text.Length;)
        {
            var end = PieceEnd(text, start);
            var piece = text.AsSpan(start, end - start);
            if (start > lineStart && used + style.Width(piece.TrimEnd(' ')) > width)
            {
                Add(start);
            }

            if (start == lineStart && style.Width(piece.TrimEnd(' ')) > width)
            {
                end = start + Math.Max(1, Fitting(piece, style, width));
                used = style.Width(text.AsSpan(start, end - start));
                start = end;
                if (end < text.Length)
                {
                    Add(end);
                }

                continue;
            }

            used += style.Width(piece);
            start = end;
        }

        lines.Add(text[lineStart..].TrimEnd(' '));

        void Add(int end)
        {
            // One space is left where the line was broken: a reader that puts the lines together again would otherwise join two words.
            var line = text.AsSpan(lineStart, end - lineStart);
            var words = line.TrimEnd(' ');
            lines.Add(text.Substring(lineStart, words.Length + (words.Length < line.Length ? 1 : 0)));
            (lineStart, used) = (end, 0);
        }
    }

    // A piece is a word with the spaces after it, or the part of a word up to where it may be broken.
    private static int PieceEnd(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is ' ' or '\n')
            {
                while (i < text.Length && text[i] is ' ' or '\n')
                {
                    i++;
                }

                return i;
            }

            // Not between figures: 2020-2022 and 2023-12-31 are each one word.
            if (i > start && i + 1 < text.Length && text[i] is '-' or '/' or '–' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]))
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static int Fitting(ReadOnlySpan<char> piece, TextStyle style, double width)
    {
        var (count, used) = (0, 0.0);
        while (count < piece.Length && (used += style.Face.Advance(piece[count]) * style.Size) <= width)
        {
            count++;
        }

        return count;
    }
}

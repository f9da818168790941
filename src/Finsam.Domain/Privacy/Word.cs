using System.Buffers;
using System.Globalization;

namespace Finsam.Domain.Privacy;

/// <summary>A word of a text: letters, with hyphens and apostrophes between them.</summary>
/// <param name="Text">The word, with its letters composed (a PDF may give "a" and a ring for "å").</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where what comes after it starts.</param>
/// <param name="Sentence">The number of its sentence; a line of its own is one, and a table's cell.</param>
/// <param name="First">True when something new begins with it (a sentence, a line, a quotation, what comes after a figure), so that its capital may
/// mean nothing.</param>
/// <param name="Adjoins">True when nothing but spaces stands between it and the word before.</param>
internal readonly record struct Word(string Text, int Start, int End, int Sentence, bool First, bool Adjoins)
{
    private static readonly SearchValues<char> Beginnings = SearchValues.Create(".!?:;•*|/\"'”“’»–—([0123456789\t\n\r\u2028\u2029");
    private static readonly SearchValues<char> Breaks = SearchValues.Create("|\t\n\r\u2028\u2029");

    /// <summary>The words of a text in order.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var sentence = 0;
        for (var at = 0; at < text.Length;)
        {
            var gap = at;
            while (at < text.Length && !IsLetter(text[at]))
            {
                at++;
            }

            var start = at;
            while (at < text.Length && (IsLetter(text[at]) || IsJoint(text, at)))
            {
                at++;
            }

            if (at > start)
            {
                var between = text.AsSpan(gap, start - gap);
                sentence += EndsSentence(between, text[start]) ? 1 : 0;
                var (first, adjoins) = (gap == 0 || between.ContainsAny(Beginnings), between.IsWhiteSpace() && !between.ContainsAny(Breaks));
                words.Add(new Word(text[start..at].Normalize(), start, at, sentence, first, adjoins));
            }
        }

        return words;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsJoint(string text, int at) =>
        text[at] is '-' or '\u2010' or '\u2011' or '\'' or '\u2019' && at + 1 < text.Length && IsLetter(text[at + 1]);

    private static bool EndsSentence(ReadOnlySpan<char> between, char next) =>
        between.ContainsAny(Breaks) || (between.ContainsAny('.', '!', '?') && char.IsUpper(next));
}

using System.Buffers;
using System.Globalization;
using System.Text;

namespace Finsam.Domain.Answers;

/// <summary>A number as people write it: spaces of every kind between groups of three, decimal comma, minus signs of every kind, "kr" and "tkr"
/// after it (rules.md §7). What can mean two things ("1.234", "12 34", "1.5") is asked about, never guessed.</summary>
public abstract record NumberEntry
{
    // Twenty digits in mnkr still fit in a decimal.
    private const int MostCharacters = 20;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    private static readonly string[] UnknownWords = ["uppgift saknas", "saknas", "vet ej", "okänt"];

    private NumberEntry()
    {
    }

    /// <summary>Nothing was written.</summary>
    public sealed record Blank : NumberEntry;

    /// <summary>"Uppgift saknas" was written.</summary>
    public sealed record Unknown : NumberEntry;

    /// <summary>A number, exact; tkr are already kronor.</summary>
    public sealed record Value(decimal Number) : NumberEntry;

    /// <summary>Could mean either of two numbers.</summary>
    public sealed record Ambiguous(decimal First, decimal Second) : NumberEntry;

    /// <summary>Has a point where a comma would leave no doubt: "1.5" is a decimal to one, a date or a list to another.</summary>
    public sealed record PointForComma(decimal Number) : NumberEntry
    {
        /// <summary>What was written, as it should be: "1.5 tkr" → "1,5 tkr".</summary>
        public static string WithComma(string written) => string.Join(',', written.Split('.', 2));
    }

    /// <summary>Has spaces that part it into other groups than three digits: "12 34" is as likely two numbers, or one with a digit lost, as 1234.</summary>
    public sealed record OddGroups : NumberEntry;

    /// <summary>Not a number.</summary>
    public sealed record Unreadable : NumberEntry;

    /// <summary>Reads what was written in a field.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="isMoney">True where "kr", "tkr" and "mnkr" are units of what is asked. Of persons, "12 tkr" is no number.</param>
    public static NumberEntry Read(string? written, bool isMoney = true)
    {
        var lines = Visible(written ?? "").Trim();
        if (lines.Length == 0)
        {
            return new Blank();
        }

        var word = string.Join(' ', lines.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.').ToLowerInvariant();
        if (UnknownWords.Contains(word, StringComparer.Ordinal))
        {
            return new Unknown();
        }

        // A line each is a number each, however well the digits would go together.
        if (lines.AsSpan().ContainsAny(LineBreaks))
        {
            return new Unreadable();
        }

        var (text, factor) = isMoney ? WithoutUnit(word) : (word, 1m);
        var negative = text.StartsWith('-');
        return Magnitude((negative ? text[1..] : text).Trim(), factor * (negative ? -1 : 1));
    }

    private static NumberEntry Magnitude(string digits, decimal factor)
    {
        var points = digits.Count(c => c == '.');
        var commas = digits.Count(c => c == ',');
        if (digits.Length is 0 || commas > 1 || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[^1])
            || !digits.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or ' '))
        {
            return new Unreadable();
        }

        if (digits.Contains(' ', StringComparison.Ordinal) && !HasSpaceGroups(digits))
        {
            return new OddGroups();
        }

        return Unspaced(digits.Replace(" ", "", StringComparison.Ordinal), points, commas, factor);
    }

    private static NumberEntry Unspaced(string digits, int points, int commas, decimal factor)
    {
        if (digits.Length > MostCharacters)
        {
            return new Unreadable();
        }

        if (points == 0)
        {
            return new Value(Parse(digits.Replace(',', '.')) * factor);
        }

        var grouped = HasPointGroups(digits);
        if (grouped && (points > 1 || commas == 1))
        {
            return new Value(Parse(digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')) * factor);
        }

        if (points > 1 || commas == 1)
        {
            return new Unreadable();
        }

        return grouped
            ? new Ambiguous(Parse(digits.Replace(".", "", StringComparison.Ordinal)) * factor, Parse(digits) * factor)
            : new PointForComma(Parse(digits) * factor);
    }

    private static bool HasSpaceGroups(string digits)
    {
        var mark = digits.AsSpan().IndexOfAny(',', '.');
        var (whole, rest) = mark < 0 ? (digits, "") : (digits[..mark], digits[mark..]);
        var groups = whole.Split(' ');
        return !rest.Contains(' ', StringComparison.Ordinal) && groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(g => g.Length == 3);
    }

    private static bool HasPointGroups(string digits)
    {
        var (beforeComma, afterComma) = digits.Split(',') is [var before, var after] ? (before, after) : (digits, "");
        var whole = beforeComma.Split('.');
        return !afterComma.Contains('.', StringComparison.Ordinal) && whole[0].Length is >= 1 and <= 3 && whole[0] != "0" && whole.Skip(1).All(g => g.Length == 3);
    }

    private static decimal Parse(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    // As it looks: one kind of minus sign, and none of the characters that have no width.
    private static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ('\u200B' or '\uFEFF' or '\u2060'))
            {
                result.Append(c is '\u2212' or '\u2013' or '\u2014' or '\u2010' or '\u2011' or '\uFE63' or '\uFF0D' ? '-' : c);
            }
        }

        return result.ToString();
    }

    private static (string Text, decimal Factor) WithoutUnit(string text) => text switch
    {
        _ when text.EndsWith("mnkr", StringComparison.Ordinal) => (text[..^4], 1_000_000m),
        _ when text.EndsWith("mkr", StringComparison.Ordinal) => (text[..^3], 1_000_000m),
        _ when text.EndsWith("tkr", StringComparison.Ordinal) => (text[..^3], 1000m),
        _ when text.EndsWith("kronor", StringComparison.Ordinal) => (text[..^6], 1m),
        _ when text.EndsWith("kr", StringComparison.Ordinal) => (text[..^2], 1m),
        _ when text.EndsWith(":-", StringComparison.Ordinal) => (text[..^2], 1m),
        _ => (text, 1m),
    };
}

using System.Globalization;
using System.Text;

namespace Finsam.Domain.Answers;

/// <summary>A number as people write it: spaces of every kind as groups, decimal comma, minus signs of every kind, "kr" and "tkr" after it.
/// What can mean two things ("1.234") is asked about, never guessed.</summary>
public abstract record NumberEntry
{
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

    /// <summary>Not a number.</summary>
    public sealed record Unreadable : NumberEntry;

    /// <summary>Reads what was written in a field.</summary>
    public static NumberEntry Read(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return new Blank();
        }

        var word = string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.').ToLowerInvariant();
        if (UnknownWords.Contains(word, StringComparer.Ordinal))
        {
            return new Unknown();
        }

        var (text, factor) = WithoutUnit(Normalise(word));
        var negative = text.StartsWith('-');
        var digits = negative ? text[1..] : text;
        return Magnitude(digits, factor * (negative ? -1 : 1));
    }

    private static NumberEntry Magnitude(string digits, decimal factor)
    {
        var points = digits.Count(c => c == '.');
        var commas = digits.Count(c => c == ',');
        if (digits.Length is 0 or > 20 || commas > 1 || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[^1])
            || !digits.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
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

        // One point: three digits after it may be a group (1.234 = 1234) or decimals, so it is asked about; any other count is decimals.
        return grouped
            ? new Ambiguous(Parse(digits.Replace(".", "", StringComparison.Ordinal)) * factor, Parse(digits) * factor)
            : new Value(Parse(digits) * factor);
    }

    private static bool HasPointGroups(string digits)
    {
        var (beforeComma, afterComma) = digits.Split(',') is [var before, var after] ? (before, after) : (digits, "");
        var whole = beforeComma.Split('.');
        return !afterComma.Contains('.', StringComparison.Ordinal) && whole[0].Length is >= 1 and <= 3 && whole[0] != "0" && whole.Skip(1).All(g => g.Length == 3);
    }

    private static decimal Parse(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string Normalise(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u2212' or '\u2013' or '\u2014' or '\u2010' or '\u2011' or '\uFE63' or '\uFF0D':
                    result.Append('-');
                    break;
                case var _ when char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u2060':
                    break;
                default:
                    result.Append(c);
                    break;
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

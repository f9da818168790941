using System.Text;

namespace Finsam.Documents.Excel;

/// <summary>What a cell's number is shown as. A date is a number with a certain format; nothing else tells them apart.</summary>
internal enum ShownAs
{
    /// <summary>A number, or text.</summary>
    Number,

    /// <summary>A share as per cent: 0.5 is shown as 50 %.</summary>
    Percent,

    /// <summary>A day, with or without a time.</summary>
    Date,

    /// <summary>A time of day or a length of time, without a day.</summary>
    Time,
}

/// <summary>Number formats (ECMA-376 Part 1, 18.8.30 and 18.8.31). In the file they are always the English ones.</summary>
internal static class NumberFormat
{
    /// <summary>What a format that every workbook has, and none spells out, shows.</summary>
    public static ShownAs BuiltIn(int id) => id switch
    {
        (>= 14 and <= 17) or 22 => ShownAs.Date,
        (>= 18 and <= 21) or (>= 45 and <= 47) => ShownAs.Time,
        9 or 10 => ShownAs.Percent,
        _ => ShownAs.Number,
    };

    /// <summary>What a format that is spelled out shows, by its first section: that of positive numbers.</summary>
    public static ShownAs Of(string code)
    {
        var (signs, elapsed) = Signs(code);
        var letters = signs.Replace("general", "", StringComparison.Ordinal);
        var noon = letters.Replace("am/pm", "", StringComparison.Ordinal).Replace("a/p", "", StringComparison.Ordinal);
        var clock = elapsed || noon.Length < letters.Length || noon.AsSpan().ContainsAny('h', 's');

        // A digit's place makes it a number, but for the fractions of a second.
        if (noon.AsSpan().ContainsAny('#', '?') || (!clock && noon.Contains('0', StringComparison.Ordinal)))
        {
            return noon.Contains('%', StringComparison.Ordinal) ? ShownAs.Percent : ShownAs.Number;
        }

        return noon.AsSpan().ContainsAny('d', 'y') ? ShownAs.Date
            : clock ? ShownAs.Time
            : noon.Contains('m', StringComparison.Ordinal) ? ShownAs.Date
            : ShownAs.Number;
    }

    // The first section in small letters, without what only decorates: "text", \x, _x, *x and [colour or currency]. [h], [m] and [s] are lengths of time.
    private static (string Signs, bool Elapsed) Signs(string code)
    {
        var signs = new StringBuilder(code.Length);
        var elapsed = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = EndOf(code, i, '"');
                    break;
                case '[':
                    var end = EndOf(code, i, ']');
                    var inside = code.AsSpan(i + 1, Math.Max(0, end - i - 1));
                    elapsed |= !inside.IsEmpty && !inside.ContainsAnyExcept(inside[0]) && inside[0] is 'h' or 'H' or 'm' or 'M' or 's' or 'S';
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    signs.Append(char.ToLowerInvariant(code[i]));
                    break;
            }
        }

        return (signs.ToString(), elapsed);
    }

    private static int EndOf(string code, int at, char sign)
    {
        var end = code.IndexOf(sign, at + 1);
        return end < 0 ? code.Length : end;
    }
}

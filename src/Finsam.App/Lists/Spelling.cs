using System.Globalization;
using System.Text;

namespace Finsam.App.Lists;

/// <summary>When people mean the same by what they have written.</summary>
public static class Spelling
{
    private const int LongestId = 60;

    private static readonly string[] Units = ["kr", "tkr", "kronor", "sek", "mkr", "mnkr"];

    /// <summary>The letters and digits of a text in lower case, its words split by one space: dashes of every kind, and how many spaces, don't count.</summary>
    public static string Of(string text)
    {
        var spelt = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                spelt.Append(Rune.ToLowerInvariant(rune));
            }
            else if (spelt.Length > 0 && spelt[^1] != ' ')
            {
                spelt.Append(' ');
            }
        }

        return spelt.ToString().TrimEnd();
    }

    /// <summary>A header without its unit: "Belopp (tkr)" is "belopp".</summary>
    public static string OfHeader(string header)
    {
        var words = Of(header).Split(' ');
        return string.Join(' ', words.Length > 1 && Units.Contains(words[^1], StringComparer.Ordinal) ? words[..^1] : words);
    }

    /// <summary>How many kronor one in a column is, as its header says: 1 000 for tkr.</summary>
    public static decimal UnitOf(string header) => Of(header).Split(' ')[^1] switch
    {
        "tkr" => 1_000m,
        "mkr" or "mnkr" => 1_000_000m,
        _ => 1m,
    };

    /// <summary>An id made of a text: å and ä become a, and so on. Empty when the text has no letter or digit that an id can have.</summary>
    public static string IdOf(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                id.Append(c);
            }
            else if (c is 'ø' or 'æ')
            {
                id.Append(c == 'ø' ? "o" : "ae");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString(0, Math.Min(id.Length, LongestId)).Trim('-');
    }

    /// <summary>The id, or the id with a number when it is taken.</summary>
    public static string Unique(string id, IReadOnlySet<string> taken)
    {
        var unique = id;
        for (var number = 2; taken.Contains(unique); number++)
        {
            var ending = "-" + number.ToString(CultureInfo.InvariantCulture);
            unique = id[..Math.Min(id.Length, LongestId - ending.Length)].TrimEnd('-') + ending;
        }

        return unique;
    }

    /// <summary>The one of some names that is most like a text; null when none is like it.</summary>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        const int longest = 100;
        var wanted = Of(text);
        var likest = names
            .Select(name => (Name: name, Spelt: Of(name)))
            .Where(n => n.Spelt.Length is > 0 and <= longest && wanted.Length <= longest)
            .Select(n => (n.Name, Steps: n.Spelt.Contains(wanted, StringComparison.Ordinal) || wanted.Contains(n.Spelt, StringComparison.Ordinal) ? 1 : Steps(wanted, n.Spelt)))
            .OrderBy(n => n.Steps)
            .FirstOrDefault();
        return likest.Name is not null && likest.Steps <= Math.Max(2, wanted.Length / 3) ? likest.Name : null;
    }

    // Levenshtein: how many letters are put in, left out or changed.
    private static int Steps(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = corner + (from[i - 1] == to[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

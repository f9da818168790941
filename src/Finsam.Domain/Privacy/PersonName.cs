using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Finsam.Domain.Privacy;

/// <summary>Tells what is likely a person's name: a common first name with its capital, and the surname after it if there is one.
/// Names of initiatives, places and organisations are passed over by the words around them.</summary>
internal static class PersonName
{
    private const int MostSurnames = 2;

    private static readonly FrozenSet<string> Names = WordList.Words(WordTexts.FirstNames);
    private static readonly FrozenSet<string> NamesThatAreWords = WordList.Words(WordTexts.NamesThatAreWords);
    private static readonly FrozenSet<string> Never = WordList.Under("never:", WordTexts.AroundNames).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> NotAfter = WordList.Under("after:", WordTexts.AroundNames).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly ImmutableArray<string> NotBefore = WordList.Under("before:", WordTexts.AroundNames);
    private static readonly FrozenSet<string> Does = WordList.Under("does:", WordTexts.AroundNames).ToFrozenSet(StringComparer.Ordinal);

    private enum FirstName
    {
        No,
        MaybeWord,
        Yes,
    }

    /// <summary>How many words from <paramref name="index"/> make a name; 0 when it does not begin there.</summary>
    public static int LengthAt(IReadOnlyList<Word> words, int index)
    {
        var word = words[index];
        var first = Name(word.Text);
        if (first == FirstName.No || (index > 0 && word.Adjoins && NotAfter.Contains(words[index - 1].Text)))
        {
            return 0;
        }

        var length = 1;
        while (length <= MostSurnames && Adjoining(words, index + length) is { } surname && IsSurname(surname))
        {
            length++;
        }

        var next = Adjoining(words, index + length);
        if (IsPlace(words[index + length - 1].Text) || (next is not null && IsPlace(next)))
        {
            return 0;
        }

        return first == FirstName.MaybeWord && word.First && length == 1 && (next is null || !Does.Contains(next)) ? 0 : length;
    }

    private static string? Adjoining(IReadOnlyList<Word> words, int index) => index < words.Count && words[index].Adjoins ? words[index].Text : null;

    private static FirstName Name(string word)
    {
        if (!char.IsUpper(word[0]) || Never.Contains(word))
        {
            return FirstName.No;
        }

        return word.Split('-', '\u2010', '\u2011') switch
        {
            [var one] => OneName(one),
            [var one, var two] => OneName(one) != FirstName.No && OneName(two) != FirstName.No ? FirstName.Yes : FirstName.No,
            _ => FirstName.No,
        };
    }

    private static FirstName OneName(string word) =>
        Listed(word) is var name and not FirstName.No ? name : word[^1] == 's' ? Listed(word[..^1].TrimEnd('\'', '\u2019')) : FirstName.No;

    private static FirstName Listed(string word) =>
        Names.Contains(word) ? FirstName.Yes : NamesThatAreWords.Contains(word) ? FirstName.MaybeWord : FirstName.No;

    // "Svensson", "Al-Sayed" or the initial "S", but not "ADHD" or "IPS".
    private static bool IsSurname(string word) =>
        char.IsUpper(word[0]) && (word.Length == 1 || !word.All(char.IsUpper)) && !HealthWord.Is(word, null);

    private static bool IsPlace(string word) => NotBefore.Any(end => word.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}

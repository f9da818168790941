using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Finsam.Domain.Privacy;

/// <summary>Reads this folder's lists of words: a line that begins with # is a note.</summary>
internal static class WordList
{
    public static ImmutableArray<string> Lines(string list) =>
        [.. list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')];

    public static FrozenSet<string> Words(string list) =>
        Lines(list).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of the lines that begin with <paramref name="heading"/>.</summary>
    public static ImmutableArray<string> Under(string heading, string list) =>
        [.. Lines(list).Where(l => l.StartsWith(heading, StringComparison.Ordinal)).SelectMany(l => l[heading.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}

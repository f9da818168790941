using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Finsam.Domain.Privacy;

/// <summary>Tells a word of diagnosis or ill-health, as HealthWords.txt lists them.</summary>
internal static class HealthWord
{
    private static readonly ImmutableArray<string> Lines = WordList.Lines(WordTexts.HealthWords);

    private static readonly FrozenSet<string> Whole = Lines.Where(l => !l.Contains('*', StringComparison.Ordinal) && !l.Contains('/', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Unless = Lines.Select(l => l.Split('/')).Where(p => p.Length > 1)
        .ToFrozenDictionary(p => p[0], p => p[1..], StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Starts = [.. Lines.Where(l => l[0] != '*' && l[^1] == '*').Select(l => l[..^1])];
    private static readonly ImmutableArray<string> Ends = [.. Lines.Where(l => l[0] == '*' && l[^1] != '*').Select(l => l[1..])];
    private static readonly ImmutableArray<string> Parts = [.. Lines.Where(l => l[0] == '*' && l[^1] == '*').Select(l => l[1..^1])];

    /// <summary>True when <paramref name="word"/> is one, <paramref name="next"/> being the word after it.</summary>
    public static bool Is(string word, string? next)
    {
        var lower = word.ToLowerInvariant();
        return Whole.Contains(word) || Whole.Contains(lower)
            || (Unless.TryGetValue(lower, out var followers) && !followers.Contains(next, StringComparer.OrdinalIgnoreCase))
            || Starts.Any(s => lower.StartsWith(s, StringComparison.Ordinal))
            || Ends.Any(e => lower.EndsWith(e, StringComparison.Ordinal))
            || Parts.Any(p => lower.Contains(p, StringComparison.Ordinal));
    }
}

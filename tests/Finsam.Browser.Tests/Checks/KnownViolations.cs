using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Finsam.Browser.Tests.Checks;

/// <summary>What the pages are known to fail and somebody is about to mend. When every state has been tried and a line here has not been met, the run
/// fails: the line is to go. Nothing new belongs here; the list is meant to be empty.</summary>
public sealed class KnownViolations : IDisposable
{
    private static readonly Regex[] Known = [];

    private static readonly ConcurrentDictionary<Regex, bool> Met = new();

    private readonly ConcurrentDictionary<string, bool> _tried = new(StringComparer.Ordinal);

    /// <summary>A state has been tried.</summary>
    /// <param name="state">Its name.</param>
    /// <param name="all">How many there are.</param>
    public void Tried(string state, int all)
    {
        _tried[state] = true;
        Complete = _tried.Count == all;
    }

    private bool Complete { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Complete && Known.Where(k => !Met.ContainsKey(k)).ToArray() is { Length: > 0 } mended)
        {
            throw new InvalidOperationException($"These are mended; take them off the list in {nameof(KnownViolations)}: {string.Join("  ", mended.AsEnumerable())}");
        }
    }

    internal static bool Knows(string finding)
    {
        var known = Known.FirstOrDefault(k => k.IsMatch(finding));
        return known is not null && (Met[known] = true);
    }
}

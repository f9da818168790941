using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Finsam.Domain.Drafts.Outlines;

/// <summary>Sentences with figures of the reports in them: "{deltagare.deltagit} deltagare, varav {deltagare.deltagit.kvinna} kvinnor". Each figure is
/// an expression (<see cref="FigureExpression"/>) and is traced to its answers.</summary>
/// <param name="Items">The paragraphs, or the items of a list.</param>
public sealed partial record SentencesPart(ImmutableArray<string> Items) : CountedPart
{
    /// <summary>They are the items of a list.</summary>
    public bool List { get; init; }

    /// <summary>The figures a sentence names, and where they stand in it. What stands between braces without a full stop in it is a text to fill in,
    /// such as the year.</summary>
    public static IEnumerable<(int Index, int Length, string Figure)> FiguresIn(string item) => Braces().Matches(item)
        .Select(m => (m.Index, m.Length, Figure: m.Groups["figure"].Value)).Where(f => f.Figure.Contains('.', StringComparison.Ordinal));

    [GeneratedRegex(@"\{(?<figure>[^{}]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Braces();
}

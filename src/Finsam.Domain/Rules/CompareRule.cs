using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Finsam.Domain.Rules;

/// <summary>A sum of cells compared with a sum of cells: parts with their whole, start + nya − avslutade with slut (move the minus to the other side).</summary>
/// <param name="Left">The cells on the left. "{each}" in a key stands for each of <see cref="Each"/> in turn.</param>
/// <param name="Comparison">How left and right must compare.</param>
/// <param name="Right">The cells on the right.</param>
/// <param name="Message">{left} and {right} are the two sums.</param>
public sealed record CompareRule(
    string Id, ImmutableArray<string> Left, Comparison Comparison, ImmutableArray<string> Right, Severity Severity, string Message)
    : Rule(Id, Severity, Message)
{
    /// <summary>What "{each}" stands for; empty when the rule holds once.</summary>
    public ImmutableArray<string> Each { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Keys => Turns.SelectMany(each => Left.Concat(Right).Select(key => Spelled(key, each)));

    private IEnumerable<string> Turns => Each.IsDefaultOrEmpty ? [""] : Each;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report)
    {
        foreach (var each in Turns)
        {
            var (left, right) = (Left.Select(k => Spelled(k, each)).ToArray(), Right.Select(k => Spelled(k, each)).ToArray());
            if (left.Concat(right).All(report.Asks)
                && Sum(left, report.Answers) is { } l && Sum(right, report.Answers) is { } r && !Comparison.Holds(l, r))
            {
                yield return Say(report, [.. left, .. right], ("left", l), ("right", r));
            }
        }
    }
}

/// <summary>How two numbers compare.</summary>
public enum Comparison
{
    /// <summary>Left is at most right.</summary>
    [JsonStringEnumMemberName("<=")]
    AtMost,

    /// <summary>Left equals right.</summary>
    [JsonStringEnumMemberName("=")]
    Equal,

    /// <summary>Left is at least right.</summary>
    [JsonStringEnumMemberName(">=")]
    AtLeast,
}

/// <summary>What a comparison says of two numbers.</summary>
public static class Comparisons
{
    /// <summary>True when it holds.</summary>
    public static bool Holds(this Comparison comparison, decimal left, decimal right) => comparison switch
    {
        Comparison.AtMost => left <= right,
        Comparison.Equal => left == right,
        Comparison.AtLeast => left >= right,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, null),
    };
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Finsam.Domain.Rules;

/// <summary>A sum of cells that has changed much since the last period or the same period last year. Small numbers jump by chance, so a difference of
/// fewer than <see cref="AtLeast"/> is never told.</summary>
/// <param name="Fields">The cells; their sum is compared.</param>
/// <param name="Against">With what.</param>
/// <param name="Percent">How many per cent the change may be.</param>
/// <param name="Message">{now}, {before} and {percent} are the two sums and the change.</param>
public sealed record ChangeRule(string Id, ImmutableArray<string> Fields, Earlier Against, decimal Percent, Severity Severity, string Message)
    : Rule(Id, Severity, Message)
{
    /// <summary>The smallest difference that is told.</summary>
    public decimal AtLeast { get; init; } = 5m;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Keys => Fields;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report)
    {
        if (Fields.All(report.Asks) && report.Earlier.Of(Against) is { } earlier
            && Sum(Fields, report.Answers) is { } now && Sum(Fields, earlier.Answers) is { } before
            && Math.Abs(now - before) >= AtLeast && Math.Abs(now - before) > Math.Abs(before) * Percent / 100m)
        {
            var change = before == 0 ? 100m : Formats.SwedishFormat.Round(Math.Abs(now - before) / Math.Abs(before) * 100m);
            yield return Say(report, Fields, ("now", now), ("before", before), ("percent", change));
        }
    }
}

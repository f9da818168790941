using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Finsam.Domain.Rules;

/// <summary>Numbers that must lie within bounds: a mean age from 16 to 70.</summary>
/// <param name="Fields">The numbers.</param>
/// <param name="Message">{value}, {min} and {max} are the number and the bounds.</param>
public sealed record RangeRule(string Id, ImmutableArray<string> Fields, Severity Severity, string Message) : Rule(Id, Severity, Message)
{
    /// <summary>The least; null when there is none.</summary>
    public decimal? Min { get; init; }

    /// <summary>The most; null when there is none.</summary>
    public decimal? Max { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Keys => Fields;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report) =>
        from key in Fields
        where report.Asks(key)
        let value = report.Answers.Number(key)
        where value < Min || value > Max
        select Say(report, [key], ("value", value.Value), ("min", Min ?? 0m), ("max", Max ?? 0m));
}

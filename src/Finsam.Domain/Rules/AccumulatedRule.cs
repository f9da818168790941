using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Finsam.Domain.Rules;

/// <summary>Figures that are counted from 1 January or from the initiative's start and so can never fall from one period to the next.</summary>
/// <param name="Fields">The cells, each compared by itself.</param>
/// <param name="Message">{now} and {before} are the two figures.</param>
public sealed record AccumulatedRule(string Id, ImmutableArray<string> Fields, Severity Severity, string Message) : Rule(Id, Severity, Message)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Keys => Fields;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report) =>
        from key in Fields
        where report.Asks(key) && report.Earlier.LastPeriod is { } earlier && report.CountsOnFrom(key, earlier)
        let now = report.Answers.Number(key)
        let before = report.Earlier.LastPeriod!.Answers.Number(key)
        where now < before
        select Say(report, [key], ("now", now.Value), ("before", before.Value));
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Answers;

namespace Finsam.Domain.Rules;

/// <summary>Answers that are needed, always or only when another answer makes them so: "avslutade över noll kräver avslutsorsak", "ej uppfyllt kräver
/// kommentar".</summary>
/// <param name="Fields">The answers that are needed.</param>
public sealed record RequiredRule(string Id, ImmutableArray<string> Fields, Severity Severity, string Message) : Rule(Id, Severity, Message)
{
    /// <summary>What makes them needed; null when they always are.</summary>
    public Condition? When { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Keys => When is null ? Fields : Fields.Concat(When.Fields);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportUnderCheck report) =>
        When?.IsMet(report) == false ? [] : Fields.Where(report.Asks).SelectMany(report.FilledIn).Where(key => report.Answers[key] is null).Select(key => Say(report, [key]));
}

/// <summary>A condition on answers: the sum of some numbers compared with a number, or a choice that is one of some.</summary>
/// <param name="Fields">The answers it reads.</param>
public sealed record Condition(ImmutableArray<string> Fields)
{
    /// <summary>How the sum of the numbers that are given compares with <see cref="Value"/>.</summary>
    public Comparison Comparison { get; init; } = Comparison.AtLeast;

    /// <summary>What the sum is compared with; null when <see cref="OneOf"/> decides.</summary>
    public decimal? Value { get; init; }

    /// <summary>The choices any of which meets the condition.</summary>
    public ImmutableArray<string> OneOf { get; init; } = [];

    /// <summary>True when it is met. Of blank and unknown numbers nothing is known, so they meet nothing.</summary>
    public bool IsMet(ReportUnderCheck report)
    {
        var given = Fields.Select(key => report.Answers.Number(key)).OfType<decimal>().ToArray();
        return (Value is { } value && given.Length > 0 && Comparison.Holds(given.Sum(), value))
            || (!OneOf.IsDefaultOrEmpty && Fields.Any(key => report.Answers[key] is Answer.Text(var text) && OneOf.Contains(text, StringComparer.Ordinal)));
    }
}

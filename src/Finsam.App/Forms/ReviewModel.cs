using System.Collections.Immutable;
using Finsam.Domain.Rules;

namespace Finsam.App.Forms;

/// <summary>The review.</summary>
/// <param name="Form">The form.</param>
/// <param name="Tried">True when sending was tried and stopped.</param>
public sealed record ReviewModel(FormView Form, bool Tried)
{
    /// <summary>The explanations as they were written, when sending was tried; else those that are saved are shown.</summary>
    public IReadOnlyDictionary<string, string>? Written { get; init; }

    /// <summary>The explanations that could not be saved.</summary>
    public ImmutableArray<Finding> Refused { get; init; } = [];

    /// <summary>What stands in an explanation.</summary>
    public string ValueOf(string key) => Written?.GetValueOrDefault(key) ?? Form.Saved.Answers.Text(key) ?? "";
}

/// <summary>What was written after the report was sent: shown, so that nothing typed is lost.</summary>
/// <param name="Form">The form.</param>
/// <param name="Part">The part.</param>
/// <param name="Written">What was written, by field.</param>
public sealed record TooLateModel(FormView Form, string Part, IReadOnlyDictionary<string, string> Written);

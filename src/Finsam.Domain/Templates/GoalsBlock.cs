using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Templates;

/// <summary>The initiative's goals: result and assessment of each, and the overall assessment.</summary>
public sealed record GoalsBlock : Block
{
    /// <summary>The assessments to choose from.</summary>
    public required ImmutableArray<Choice> Assessments { get; init; }

    /// <summary>Whether each goal gets an assessment of its own beside the overall one.</summary>
    public bool AssessEach { get; init; }

    /// <summary>Sending stops while a goal has no result or, where each is assessed, no assessment.</summary>
    public bool Required { get; init; }

    /// <summary>The question of the overall assessment; null where none is asked.</summary>
    public string? OverallLabel { get; init; }

    /// <summary>The key of the overall assessment.</summary>
    [JsonIgnore]
    public string OverallKey => $"{Id}.samlad";

    /// <summary>The key of a goal's result.</summary>
    public string ResultKey(InitiativeGoal goal) => $"{Id}.{goal.Id}.resultat";

    /// <summary>The key of a goal's own assessment.</summary>
    public string AssessmentKey(InitiativeGoal goal) => $"{Id}.{goal.Id}.bedomning";

    /// <inheritdoc/>
    public override IEnumerable<Field> OwnFields(Initiative initiative)
    {
        for (var i = 0; i < initiative.Goals.Length; i++)
        {
            var goal = initiative.Goals[i];
            yield return new Field(ResultKey(goal), FieldKind.Text, $"Resultat för mål {i + 1}") { Required = Required };
            if (AssessEach)
            {
                yield return new Field(AssessmentKey(goal), FieldKind.Choice, $"Bedömning av mål {i + 1}") { Choices = Assessments, Required = Required };
            }
        }

        if (OverallLabel is not null)
        {
            yield return new Field(OverallKey, FieldKind.Choice, OverallLabel) { Choices = Assessments, Required = true };
        }
    }
}

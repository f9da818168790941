using System.Collections.Immutable;

namespace Finsam.Domain.Goals;

/// <summary>How well a goal is met.</summary>
public enum GoalAssessment
{
    /// <summary>Uppfyllt; ja.</summary>
    Met,

    /// <summary>Uppfyllt till övervägande del.</summary>
    MostlyMet,

    /// <summary>Uppfyllt till viss del; delvis; ja/nej.</summary>
    PartlyMet,

    /// <summary>Ej uppfyllt; nej.</summary>
    NotMet,

    /// <summary>Måttet utgår: leaves the denominator.</summary>
    Dropped,

    /// <summary>Ännu ej bedömbart: leaves the denominator too.</summary>
    NotYet,
}

/// <summary>The assessments' words. The form's choices are known by these ids, so that every template's answers can be counted together.</summary>
public static class AssessmentWords
{
    private static readonly ImmutableDictionary<string, GoalAssessment> ByChoice = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("uppfylld", GoalAssessment.Met),
        KeyValuePair.Create("ja", GoalAssessment.Met),
        KeyValuePair.Create("overvagande-del", GoalAssessment.MostlyMet),
        KeyValuePair.Create("viss-del", GoalAssessment.PartlyMet),
        KeyValuePair.Create("ja-nej", GoalAssessment.PartlyMet),
        KeyValuePair.Create("ej-uppfylld", GoalAssessment.NotMet),
        KeyValuePair.Create("nej", GoalAssessment.NotMet),
        KeyValuePair.Create("utgar", GoalAssessment.Dropped),
        KeyValuePair.Create("ej-bedombart", GoalAssessment.NotYet),
    ]);

    /// <summary>The ids a template's assessments may have.</summary>
    public static IEnumerable<string> Choices => ByChoice.Keys.Order(StringComparer.Ordinal);

    /// <summary>What a choice in a form means; null for one that no template has.</summary>
    public static GoalAssessment? OfChoice(string? choice) => choice is not null && ByChoice.TryGetValue(choice, out var assessment) ? assessment : null;

    /// <summary>The words for a goal: målet är "uppfyllt".</summary>
    public static string OfGoal(GoalAssessment assessment) => assessment switch
    {
        GoalAssessment.Met => GoalTexts.GoalMet,
        GoalAssessment.MostlyMet => GoalTexts.GoalMostlyMet,
        GoalAssessment.PartlyMet => GoalTexts.GoalPartlyMet,
        GoalAssessment.NotMet => GoalTexts.GoalNotMet,
        GoalAssessment.Dropped => GoalTexts.Dropped,
        GoalAssessment.NotYet => GoalTexts.NotYet,
        _ => throw new ArgumentOutOfRangeException(nameof(assessment), assessment, null),
    };

    /// <summary>The words for an initiative: insatsen är "uppfylld".</summary>
    public static string OfInitiative(GoalAssessment assessment) => assessment switch
    {
        GoalAssessment.Met => GoalTexts.InitiativeMet,
        GoalAssessment.MostlyMet => GoalTexts.InitiativeMostlyMet,
        GoalAssessment.PartlyMet => GoalTexts.InitiativePartlyMet,
        GoalAssessment.NotMet => GoalTexts.InitiativeNotMet,
        _ => OfGoal(assessment),
    };
}

using System.Collections.Immutable;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Goals;

/// <summary>How many goals are met. What is dropped or cannot be assessed yet leaves the denominator; what is missing is said.</summary>
/// <param name="Met">Fully met.</param>
/// <param name="Mostly">Met to the greater part.</param>
/// <param name="Partly">Met in part.</param>
/// <param name="NotMet">Not met.</param>
/// <param name="Dropped">The measure is dropped.</param>
/// <param name="NotYet">Cannot be assessed yet.</param>
/// <param name="Missing">Without any assessment.</param>
public sealed record GoalCount(int Met, int Mostly, int Partly, int NotMet, int Dropped, int NotYet, int Missing)
{
    /// <summary>The base: those that are assessed as met or not, in whatever degree.</summary>
    public int Base => Met + Mostly + Partly + NotMet;

    /// <summary>Counts assessments; null is one that is missing.</summary>
    public static GoalCount Of(IEnumerable<GoalAssessment?> assessments)
    {
        var all = assessments.ToImmutableArray();
        int Count(GoalAssessment assessment) => all.Count(a => a == assessment);
        return new GoalCount(
            Count(GoalAssessment.Met), Count(GoalAssessment.MostlyMet), Count(GoalAssessment.PartlyMet), Count(GoalAssessment.NotMet),
            Count(GoalAssessment.Dropped), Count(GoalAssessment.NotYet), all.Count(a => a is null));
    }

    /// <summary>The count in a sentence: "25 av 28 mål är uppfyllda." and what stands outside.</summary>
    public string Sentence()
    {
        if (this is { Base: 0, Dropped: 0, NotYet: 0, Missing: > 0 })
        {
            return Format(GoalTexts.CountNone, Missing);
        }

        var text = Format(GoalTexts.Count, Met, Base);
        if (Dropped > 0)
        {
            text += " " + Format(GoalTexts.CountDropped, Dropped);
        }

        if (NotYet > 0)
        {
            text += " " + Format(GoalTexts.CountNotYet, NotYet);
        }

        return Missing > 0 ? text + " " + Format(GoalTexts.CountMissing, Missing) : text;
    }
}

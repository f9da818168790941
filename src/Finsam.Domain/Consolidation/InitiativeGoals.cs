using Finsam.Domain.Goals;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Consolidation;

/// <summary>How an initiative's own goals have been assessed.</summary>
internal static class InitiativeGoals
{
    /// <summary>What stands of a goal: what was settled, else what the owner chose in the form; null when nobody has assessed it.</summary>
    public static GoalAssessment? Standing(PeriodMaterial material, InitiativeMaterial initiative, InitiativeGoal goal) =>
        material.Settled(initiative.Initiative.Id, goal.Id)?.Settled
        ?? material.Template.Blocks.OfType<GoalsBlock>().Select(b => AssessmentWords.OfChoice(initiative.Text(b.AssessmentKey(goal)))).FirstOrDefault(a => a is not null);
}

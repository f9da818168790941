using Finsam.Domain.Drafts;
using Finsam.Domain.Goals;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Consolidation;

/// <summary>How well an initiative meets its goals, in a cell: the settled assessment, else the one its owner proposed.</summary>
internal static class OverallAssessment
{
    /// <summary>The word; blank where no overall assessment is asked for, and missing where it has not been given.</summary>
    public static TableCell Of(PeriodMaterial material, InitiativeMaterial initiative)
    {
        if (material.Settled(initiative.Initiative.Id, goal: null)?.Settled is { } settled)
        {
            return new TableCell(AssessmentWords.OfInitiative(settled), null, FigureSource.Of($"register/bedomningar/{material.Period.Id}/{initiative.Initiative.Id}"));
        }

        var block = material.Template.SectionsFor(initiative.Initiative).SelectMany(s => s.Blocks).OfType<GoalsBlock>().FirstOrDefault(b => b.OverallLabel is not null);
        return block is null
            ? ""
            : block.Assessments.FirstOrDefault(a => a.Id == initiative.Text(block.OverallKey)) is { } proposed
                ? new TableCell(proposed.Label, null, initiative.Source(block.OverallKey))
                : DraftTexts.Missing;
    }
}

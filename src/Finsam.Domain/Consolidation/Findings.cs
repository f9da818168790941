using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>What the chef must know before the board finds it: missing reports, reported against booked, figures that contradict each other or an assessment.</summary>
public static class Findings
{
    /// <summary>The findings, each a Swedish sentence; empty when there is nothing to say.</summary>
    /// <param name="material">The period.</param>
    /// <param name="outline">The draft they are for: only its own figures are looked at.</param>
    public static ImmutableArray<string> Of(PeriodMaterial material, Outline outline) =>
    [
        .. Missing(material),
        .. BookedDifferences(material),
        .. outline.Parts.SelectMany(part => Contradictions(material, part)).Distinct(StringComparer.Ordinal),
        .. material.Initiatives.SelectMany(i => Interrupted(material, i)),
        .. UniqueFigures(material),
        .. material.Initiatives.SelectMany(i => Goals(material, i)),
    ];

    private static IEnumerable<string> Missing(PeriodMaterial material) =>
        material.Missing.Select(i => Format(DraftTexts.MissingReport, i.Initiative.Name));

    private static IEnumerable<string> Contradictions(PeriodMaterial material, OutlinePart part) => part switch
    {
        ParticipantsPart p => ParticipantsTable.Contradictions(material, p),
        GridPart p => GridTable.Contradictions(material, p),
        SentencesPart p => Sentences.Contradictions(material, p),
        OutcomePart or StatusPart => material.OfYear.SelectMany(i => ScopedFigures.CostContradictions(material, i)),
        _ => [],
    };

    private static IEnumerable<string> BookedDifferences(PeriodMaterial material)
    {
        // Like is compared with like: only rows that are both reported and booked.
        var rows = OutcomeTable.Rows(material)
            .Where(r => r is { Funding: FundingSource.Initiatives, Reported: not null, Booked: not null })
            .ToImmutableArray();
        // Owners report whole kronor, the accounts hold öre: what vanishes in the unit that is printed is rounding.
        // A difference that somebody has explained is closed.
        var unit = material.Association.Settings.Units.Outcome;
        var different = rows
            .Where(r => SwedishFormat.Round(In(unit, r.Reported!.Value - r.Booked!.Value)) != 0 && string.IsNullOrWhiteSpace(r.BookedComment))
            .ToImmutableArray();
        if (different.IsEmpty)
        {
            yield break;
        }

        var total = OutcomeTable.Total(rows);
        yield return Format(
            DraftTexts.BookedTotal, Say(total.Reported!.Value, unit), Say(total.Booked!.Value, unit), Say(total.Reported.Value - total.Booked.Value, unit), Word(unit));
        foreach (var row in different)
        {
            var (reported, booked) = (Say(row.Reported!.Value, unit), Say(row.Booked!.Value, unit));
            var difference = Say(row.Reported.Value - row.Booked.Value, unit);
            yield return row.Members.Length == 1
                ? Format(DraftTexts.BookedRow, row.Name, reported, booked, difference, Word(unit))
                : Format(DraftTexts.BookedGroup, row.Name, reported, Parts(row, unit), booked, difference, Word(unit));
        }
    }

    // This period starts with those who were ongoing when the last one ended.
    private static IEnumerable<string> Interrupted(PeriodMaterial material, InitiativeMaterial initiative)
    {
        var before = material.Earlier.LastOrDefault(e => e.Report.Key.Initiative == initiative.Initiative.Id && e.Period.End.AddDays(1) == material.Period.Start);
        if (before is null || initiative.Report is not { } report)
        {
            yield break;
        }

        foreach (var block in Matrices(material.Template).Where(b => b.Scope == Scope.Period))
        {
            var earlier = Matrices(before.Template).FirstOrDefault(b => b.Id == block.Id && b.Scope == Scope.Period);
            foreach (var gap in earlier is null ? [] : ParticipantFlow.Continues(earlier.FlowOf(before.Report.Answers), block.FlowOf(report.Answers)))
            {
                yield return Format(
                    DraftTexts.Interrupted, initiative.Initiative.Name, before.Period.Name, SwedishFormat.Number(gap.PreviousEnd), SwedishFormat.Number(gap.Start),
                    block.Columns.First(c => c.Id == GenderId.Of(gap.Gender)).Label.ToLowerInvariant());
            }
        }
    }

    // "Unika personer" is entered, never reckoned; but it can be seen to be impossible.
    private static IEnumerable<string> UniqueFigures(PeriodMaterial material) =>
        from entered in material.Record.Figures.Figures
        where entered.Period == material.Period.Id
        let measure = material.Record.History.Measures.FirstOrDefault(m => m.Id == entered.Measure)
        where measure?.Row is not null
        let parts = Parts(material, measure.Row!, entered.Initiative, entered.Gender, entered.Scope)
        where parts is not null
        let check = UniquePersons.Check(entered.Value, parts)
        where check is UniquePersonsCheck.AboveSum or UniquePersonsCheck.BelowLargest
        select $"{measure.Name} ({entered.Source}): {check.Sentence}";

    private static decimal[]? Parts(PeriodMaterial material, string row, string? initiative, Gender? gender, Scope scope)
    {
        if (row.Split('.') is not [var blockId, var rowId] || Matrices(material.Template).FirstOrDefault(b => b.Id == blockId) is not { } block)
        {
            return null;
        }

        var columns = block.Columns.Where(c => gender is null || c.Id == GenderId.Of(gender.Value)).ToArray();
        var counts = material.Initiatives
            .Where(i => initiative is null || i.Initiative.Id == initiative || i.Initiative.Group == initiative)
            .Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block)))
            .Select(i => SumOrNull(columns.Select(c => i.Report is null ? null : (ScopedFigures.Of(material, i, block, rowId, c.Id, scope) as FigureAnswer.Known)?.Figure.Value)))
            .ToArray();
        return counts.Length == 0 || counts.Any(c => c is null) ? null : [.. counts.Select(c => c!.Value)];
    }

    // An assessment that the goal's own figure contradicts.
    private static IEnumerable<string> Goals(PeriodMaterial material, InitiativeMaterial initiative)
    {
        var block = material.Template.Sections.SelectMany(s => s.Blocks).OfType<GoalsBlock>().FirstOrDefault(b => b.AssessEach);
        foreach (var (index, goal) in initiative.Initiative.Goals.Index())
        {
            var assessed = material.Settled(initiative.Initiative.Id, goal.Id)?.Settled
                ?? (block is null ? null : AssessmentWords.OfChoice(initiative.Text(block.AssessmentKey(goal))));
            var results = goal.Targets.Select(target => (Target: target, Result: GoalResult.Of(material, initiative, goal, target))).Where(r => r.Result is not null).ToArray();
            var missed = results.Where(r => !r.Result!.Reaches(r.Target)).ToArray();
            var contradicting = assessed switch
            {
                GoalAssessment.Met => missed,
                GoalAssessment.NotMet when missed.Length == 0 => results,
                _ => [],
            };
            foreach (var (target, result) in contradicting)
            {
                yield return Format(
                    DraftTexts.AssessedAgainstFigure, initiative.Initiative.Name, index + 1, AssessmentWords.OfGoal(assessed!.Value).ToLowerInvariant(),
                    SwedishFormat.Exact(SwedishFormat.Round(result!.Value, 1)), target.Unit, ScopeWords.Full(target.Scope, result.Span),
                    Words(target.Comparison), SwedishFormat.Exact(target.Value!.Value));
            }
        }
    }

    private static string Words(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => DraftTexts.AtLeast,
        Comparison.AtMost => DraftTexts.AtMost,
        _ => DraftTexts.Exactly,
    };

    private static IEnumerable<MatrixBlock> Matrices(FormTemplate template) => template.Sections.SelectMany(s => s.Blocks).OfType<MatrixBlock>();

    private static string Parts(OutcomeRow row, MoneyUnit unit) =>
        string.Join(" + ", row.ReportedParts.Select(part => Say(part ?? 0m, unit)));

    private static string Say(decimal kronor, MoneyUnit unit) => SwedishFormat.Number(In(unit, kronor));
}

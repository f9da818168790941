using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Goals;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Consolidation;

/// <summary>The result of a goal that is a count or a share, in the scope of its target: only like is compared with like.</summary>
/// <param name="Value">The result, in the target's unit.</param>
/// <param name="Span">The dates it covers.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record GoalResult(decimal Value, DateSpan Span, FigureSource Source)
{
    /// <summary>The result for one of a goal's targets; null when the goal is no figure, or when the figure cannot be had in the target's scope.</summary>
    public static GoalResult? Of(PeriodMaterial material, InitiativeMaterial initiative, InitiativeGoal goal, GoalTarget target)
    {
        if (initiative.Report is null || goal is not { Measure: { By: MeasuredBy.Count or MeasuredBy.Share } measure }
            || target.Value is null || (target.Year ?? material.Period.Year) != material.Period.Year
            || ScopedFigures.Span(material, initiative, target.Scope) is not { } span
            || Sum(material, initiative, measure.Cells, target.Scope) is not { } counted)
        {
            return null;
        }

        if (measure.By == MeasuredBy.Count)
        {
            return new GoalResult(counted.Value, span, counted.Source);
        }

        return Sum(material, initiative, measure.Base, target.Scope) is { Value: > 0 } whole
            ? new GoalResult(counted.Value / whole.Value * 100m, span, FigureSource.Sum([counted.Source, whole.Source]))
            : null;
    }

    /// <summary>True when the target is reached.</summary>
    public bool Reaches(GoalTarget target) => target.Comparison switch
    {
        Comparison.AtLeast => Value >= target.Value,
        Comparison.AtMost => Value <= target.Value,
        _ => Value == target.Value,
    };

    private static (decimal Value, FigureSource Source)? Sum(PeriodMaterial material, InitiativeMaterial initiative, ImmutableArray<string> cells, Scope scope)
    {
        var parts = cells.Select(cell => Cell(material, initiative, cell, scope)).ToArray();
        return parts.Length == 0 || parts.Any(p => p is null)
            ? null
            : (parts.Sum(p => p!.Value), new FigureSource([.. parts.SelectMany(p => p!.Sources).Distinct(StringComparer.Ordinal)]));
    }

    private static FigureValue? Cell(PeriodMaterial material, InitiativeMaterial initiative, string cell, Scope scope)
    {
        var blocks = material.Template.Sections.SelectMany(s => s.Blocks).ToImmutableArray();
        return cell.Split('.') switch
        {
            [var block, var row, var column] when blocks.OfType<MatrixBlock>().FirstOrDefault(b => b.Id == block) is { } matrix =>
                ScopedFigures.Of(material, initiative, matrix, row, column, scope) is FigureAnswer.Known(var figure) ? figure : null,
            [var block, ..] when blocks.FirstOrDefault(b => b.Id == block) is { } asked && initiative.Number(cell) is { } value
                && ScopedFigures.Span(material, initiative, asked.Scope) == ScopedFigures.Span(material, initiative, scope) =>
                new FigureValue(value, [initiative.Key.Address(cell)], IsDerived: false),
            _ => null,
        };
    }
}

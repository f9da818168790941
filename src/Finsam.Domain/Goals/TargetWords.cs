using System.Globalization;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Goals;

/// <summary>What a goal is to reach, in words: "minst 100 deltagare under 2023".</summary>
public static class TargetWords
{
    /// <summary>The targets that hold in a period, one after the other; null when the goal has none.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="initiative">Whose it is.</param>
    /// <param name="period">The period that is reported.</param>
    public static string? Of(InitiativeGoal goal, Initiative initiative, ReportingPeriod period)
    {
        var targets = goal.Targets.Where(t => (t.Year ?? period.Year) == period.Year).Select(t => Of(t, initiative, period)).ToArray();
        return targets.Length == 0 ? null : string.Join("; ", targets);
    }

    private static string Of(GoalTarget target, Initiative initiative, ReportingPeriod period) => string.Join(' ', new[]
    {
        target.Comparison switch { Comparison.AtLeast => GoalTexts.AtLeast, Comparison.AtMost => GoalTexts.AtMost, _ => null },
        target.Against switch { TargetAgainst.National => GoalTexts.National, TargetAgainst.LastYear => GoalTexts.LastYear, _ => null },
        target.Value is { } value ? $"{SwedishFormat.Exact(value)}{SwedishFormat.NoBreakSpace}{target.Unit}" : null,
        Over(target.Scope, initiative, period),
    }.OfType<string>());

    // A target of the year is one of the whole year, also in a report of the year's first months.
    private static string? Over(Scope scope, Initiative initiative, ReportingPeriod period) => scope == Scope.Year
        ? string.Format(CultureInfo.InvariantCulture, ScopeTexts.CalendarYear, period.Year)
        : ScopeSpan.Of(scope, period.Start, period.End, initiative.Start, initiative.End) is { } span ? ScopeWords.Brief(scope, span) : null;
}

using System.Collections.Immutable;
using static Finsam.App.Lists.ListColumn;

namespace Finsam.App.Lists.Definitions;

/// <summary>The columns that say how a goal is measured, and what is to be reached.</summary>
internal static class MeasureColumns
{
    /// <summary>The columns.</summary>
    /// <param name="whenBlank">How a goal is measured when nothing is said; null when that is left open.</param>
    public static ImmutableArray<ListColumn> All(string? whenBlank = null) =>
    [
        Choice("measure.by", ListTexts.MeasuredBy, ListTexts.MeasuredByWords, required: true, whenBlank),
        Of("measure.text", ColumnKind.LongText, ListTexts.MeasureText),
        Of("measure.cells", ColumnKind.Lines, ListTexts.MeasureCells),
        Of("measure.base", ColumnKind.Lines, ListTexts.MeasureBase),
    ];

    /// <summary>The columns of a target, of which a goal has a row each.</summary>
    public static ImmutableArray<ListColumn> Targets { get; } =
    [
        Choice("comparison", ListTexts.Comparison, ListTexts.ComparisonWords, required: true),
        Of("value", ColumnKind.Number, ListTexts.TargetValue),
        Of("unit", ColumnKind.Text, ListTexts.Unit, required: true),
        Choice("scope", ListTexts.Scope, ListTexts.ScopeWords, required: true),
        Choice("against", ListTexts.Against, ListTexts.AgainstWords),
        Of("year", ColumnKind.Year, ListTexts.TargetYear),
    ];

    /// <summary>A target whose figure is changed is the same target.</summary>
    public static ImmutableArray<string> TargetKey { get; } = ["comparison", "unit", "scope", "against", "year"];
}

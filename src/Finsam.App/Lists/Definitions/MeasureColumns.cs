using System.Collections.Immutable;
using static Finsam.App.Lists.ListColumn;

namespace Finsam.App.Lists.Definitions;

/// <summary>The columns that say how a goal is measured and what is to be reached.</summary>
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

    /// <summary>The list of what is to be reached, as <see cref="RecordList.Series"/>: a goal of two targets is two rows.</summary>
    public const string Targets = "targets";

    /// <summary>What tells one target from another: their values do not, or a changed one would be another.</summary>
    public static ImmutableArray<string> TargetKey { get; } = ["comparison", "unit", "scope", "year", "against"];

    /// <summary>The columns of what is to be reached.</summary>
    public static ImmutableArray<ListColumn> TargetColumns { get; } =
    [
        Choice("comparison", ListTexts.Comparison, ListTexts.ComparisonWords, required: true),
        Of("value", ColumnKind.Number, ListTexts.TargetValue),
        Choice("against", ListTexts.TargetAgainst, ListTexts.TargetAgainstWords),
        Of("unit", ColumnKind.Text, ListTexts.Unit, required: true),
        Choice("scope", ListTexts.Scope, ListTexts.ScopeWords, required: true),
        Of("year", ColumnKind.Year, ListTexts.TargetYear),
    ];
}

using static Finsam.App.Lists.ListColumn;

namespace Finsam.App.Lists.Definitions;

/// <summary>The lists of goals.json.</summary>
internal static class GoalLists
{
    private const string File = "goals.json";

    public static RecordList Goals { get; } = new("mal", ListTexts.Goals, File, "goals")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("number", ColumnKind.Text, ListTexts.PrintedNumber),
            Of("text", ColumnKind.LongText, ListTexts.GoalText, required: true),
            Of("heading", ColumnKind.Text, ListTexts.Heading),
            Of("description", ColumnKind.LongText, ListTexts.Description),
            Of("fromYear", ColumnKind.Year, ListTexts.FromYear),
            Of("toYear", ColumnKind.Year, ListTexts.ToYear),
            .. MeasureColumns.All(),
        ],
        Series = MeasureColumns.Targets,
        SeriesColumns = MeasureColumns.TargetColumns,
        SeriesKey = MeasureColumns.TargetKey,
        Keys = [["id"], ["text"]],
        IdNumbered = "mal-",
    };

    public static RecordList Indicators { get; } = new("indikatorer", ListTexts.Indicators, File, "goals")
    {
        Parent = Reference(OfParent, ListTexts.Goal, required: true, Referred.Goals),
        Child = "indicators",
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("number", ColumnKind.Text, ListTexts.PrintedNumber),
            Of("text", ColumnKind.LongText, ListTexts.IndicatorText, required: true),
            .. MeasureColumns.All(),
        ],
        Series = MeasureColumns.Targets,
        SeriesColumns = MeasureColumns.TargetColumns,
        SeriesKey = MeasureColumns.TargetKey,
        Keys = [["id"], ["text"]],
        IdNumbered = "",
    };

    public static RecordList Assessments { get; } = new("bedomningar", ListTexts.Assessments, File, "assessments")
    {
        Columns =
        [
            Reference("period", ListTexts.Period, required: true, Referred.Periods),
            Reference("initiative", ListTexts.Initiative, required: false, Referred.Initiatives),
            Of("goal", ColumnKind.Text, ListTexts.AssessedGoal),
            Of("indicator", ColumnKind.Text, ListTexts.AssessedIndicator),
            Choice("proposed", ListTexts.Proposed, ListTexts.AssessmentWords),
            Choice("settled", ListTexts.Settled, ListTexts.AssessmentWords),
            Of("result", ColumnKind.LongText, ListTexts.Result),
            Of("words", ColumnKind.Text, ListTexts.OwnWords),
            Of("comment", ColumnKind.LongText, ListTexts.Comment),
        ],
        Keys = [["period", "initiative", "goal", "indicator"]],
    };
}

using static Finsam.App.Lists.ListColumn;

namespace Finsam.App.Lists.Definitions;

/// <summary>The lists of history.json, figures.json and texts.json.</summary>
internal static class HistoryLists
{
    private const string File = "history.json";

    public static RecordList Documents { get; } = new("dokument", ListTexts.Documents, File, "documents")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("title", ColumnKind.Text, ListTexts.DocumentTitle, required: true),
            Of("year", ColumnKind.Year, ListTexts.Year, required: true),
            Of("adopted", ColumnKind.Date, ListTexts.Adopted),
            Of("paragraph", ColumnKind.Text, ListTexts.Paragraph),
            Of("reference", ColumnKind.Text, ListTexts.Reference),
        ],
        Keys = [["id"], ["title"]],
        IdFrom = "title",
    };

    public static RecordList Measures { get; } = new("matt", ListTexts.Measures, File, "measures")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("name", ColumnKind.Text, ListTexts.MeasureName, required: true),
            Of("unit", ColumnKind.Text, ListTexts.Unit, required: true),
            Of("row", ColumnKind.Text, ListTexts.MeasureRow),
        ],
        Keys = [["id"], ["name"]],
        IdFrom = "name",
    };

    public static RecordList Figures { get; } = new("historik", ListTexts.History, File, "figures")
    {
        Columns =
        [
            Reference("measure", ListTexts.MeasureName, required: true, Referred.Measures),
            Of("year", ColumnKind.Year, ListTexts.Year, required: true),
            Choice("scope", ListTexts.Scope, ListTexts.ScopeWords, whenBlank: "year"),
            Reference("initiative", ListTexts.InitiativeOrGroup, required: false, Referred.Initiatives, Referred.Groups),
            Choice("gender", ListTexts.Gender, ListTexts.GenderWords),
            Of("from", ColumnKind.Date, ListTexts.From),
            Of("to", ColumnKind.Date, ListTexts.To),
            Of("value", ColumnKind.Number, ListTexts.Value, required: true),
            Of("approximate", ColumnKind.YesNo, ListTexts.Approximate) with { Default = "false" },
            Reference("document", ListTexts.Document, required: true, Referred.Documents),
            Of("page", ColumnKind.WholeNumber, ListTexts.Page),
            Of("correction.printed", ColumnKind.Number, ListTexts.Printed, required: true),
            Of("correction.date", ColumnKind.Date, ListTexts.CorrectedOn, required: true),
            Of("correction.reason", ColumnKind.Text, ListTexts.CorrectionReason, required: true),
        ],
        Keys = [["measure", "year", "scope", "initiative", "gender", "document", "from", "to"]],
    };

    public static RecordList Entered { get; } = new("egna-uppgifter", ListTexts.EnteredFigures, "figures.json", "figures")
    {
        Columns =
        [
            Of("measure", ColumnKind.Text, ListTexts.MeasureId, required: true),
            Reference("period", ListTexts.Period, required: true, Referred.Periods),
            Reference("initiative", ListTexts.InitiativeOrGroup, required: false, Referred.Initiatives, Referred.Groups),
            Choice("scope", ListTexts.Scope, ListTexts.ScopeWords, whenBlank: "period"),
            Choice("gender", ListTexts.Gender, ListTexts.GenderWords),
            Of("value", ColumnKind.Number, ListTexts.Value, required: true),
            Of("source", ColumnKind.Text, ListTexts.Source, required: true),
        ],
        Keys = [["measure", "period", "initiative", "scope", "gender"]],
    };

    public static RecordList Texts { get; } = new("texter", ListTexts.Texts, "texts.json", "texts")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id, required: true),
            Of("text", ColumnKind.LongText, ListTexts.Text, required: true),
        ],
        Keys = [["id"]],
    };
}

using static Finsam.App.Lists.ListColumn;

namespace Finsam.App.Lists.Definitions;

/// <summary>The lists of budget.json and booked.json.</summary>
internal static class BudgetLists
{
    private const string File = "budget.json";

    public static RecordList Budgets { get; } = new("budgetar", ListTexts.Budgets, File, "budgets")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("year", ColumnKind.Year, ListTexts.Year, required: true),
            Of("adopted", ColumnKind.Date, ListTexts.Adopted),
            Of("paragraph", ColumnKind.Text, ListTexts.Paragraph),
            Of("note", ColumnKind.LongText, ListTexts.Note),
        ],
        Keys = [["id"], ["year"]],
        IdFrom = "year",
    };

    public static RecordList Lines { get; } = new("budgetrader", ListTexts.BudgetLines, File, "budgets")
    {
        Parent = Reference(OfParent, ListTexts.Budget, required: true, Referred.Budgets),
        Child = "lines",
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("label", ColumnKind.Text, ListTexts.LineLabel, required: true),
            Choice("kind", ListTexts.BudgetKind, ListTexts.BudgetKindWords, required: true),
            Of(PartOf, ColumnKind.Text, ListTexts.PartOf),
            Choice("role", ListTexts.BudgetRole, ListTexts.BudgetRoleWords, whenBlank: "none"),
            Of("note", ColumnKind.LongText, ListTexts.Note),
        ],
        Series = "amounts",
        SeriesColumns = InitiativeLists.YearAmountColumns(ListTexts.Kronor),
        SeriesKey = ["year"],
        Keys = [["id"], ["label"]],
        IdFrom = "label",
    };

    public static RecordList Booked { get; } = new("bokfort", ListTexts.Booked, "booked.json", "booked")
    {
        Columns =
        [
            Of("year", ColumnKind.Year, ListTexts.Year, required: true),
            Reference("row", ListTexts.InitiativeOrGroup, required: true, Referred.Initiatives, Referred.Groups),
            Of("kronor", ColumnKind.Kronor, ListTexts.BookedKronor, required: true),
            Of("comment", ColumnKind.LongText, ListTexts.Comment),
        ],
        Keys = [["year", "row"]],
    };

    /// <summary>The column that says which line of the same budget a line is a part of, by id or as printed.</summary>
    public const string PartOf = "partOf";
}

using static Finsam.App.Lists.ListColumn;

namespace Finsam.App.Lists.Definitions;

/// <summary>The lists of association.json.</summary>
internal static class MemberLists
{
    private const string File = "association.json";

    public static RecordList Members { get; } = new("medlemmar", ListTexts.Members, File, "members")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("name", ColumnKind.Text, ListTexts.MemberName, required: true),
            Choice("kind", ListTexts.MemberKind, ListTexts.MemberKindWords, required: true),
        ],
        Keys = [["id"], ["name"]],
        IdFrom = "name",
    };

    public static RecordList Contributions { get; } = new("bidrag", ListTexts.Contributions, File, "members")
    {
        Parent = Reference(OfParent, ListTexts.Member, required: true, Referred.Members),
        Child = "contributions",
        Columns = InitiativeLists.YearAmountColumns(ListTexts.Contribution),
        Keys = [["year"]],
    };
}

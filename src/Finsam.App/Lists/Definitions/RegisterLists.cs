using static Finsam.App.Lists.ListColumn;

namespace Finsam.App.Lists.Definitions;

/// <summary>The lists of registers.json.</summary>
internal static class RegisterLists
{
    private const string File = "registers.json";

    public static RecordList Bodies { get; } = new("organ", ListTexts.Bodies, File, "bodies")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("name", ColumnKind.Text, ListTexts.BodyName, required: true),
            Choice("kind", ListTexts.BodyKind, ListTexts.BodyKindWords, required: true),
        ],
        Keys = [["id"], ["name"]],
        IdFrom = "name",
    };

    public static RecordList Seats { get; } = new("platser", ListTexts.Seats, File, "seats")
    {
        Columns =
        [
            Reference("body", ListTexts.Body, required: true, Referred.Bodies),
            Of("holder", ColumnKind.Text, ListTexts.PersonName),
            Of("organisation", ColumnKind.Text, ListTexts.Organisation),
            Of("group", ColumnKind.Text, ListTexts.SeatGroup),
            Choice("role", ListTexts.SeatRole, ListTexts.SeatRoleWords, whenBlank: "member"),
            Choice("kind", ListTexts.SeatKind, ListTexts.SeatKindWords, whenBlank: "ordinary"),
            Of("title", ColumnKind.Text, ListTexts.Title),
            Of("vacant", ColumnKind.YesNo, ListTexts.Vacant) with { Default = "false" },
            Of("signs", ColumnKind.YesNo, ListTexts.Signs) with { Default = "false" },
            Of("from", ColumnKind.Date, ListTexts.From),
            Of("to", ColumnKind.Date, ListTexts.To),
        ],
        Keys = [["body", "holder", "organisation", "kind", "from"]],
    };

    public static RecordList Auditors { get; } = new("revisorer", ListTexts.Auditors, File, "auditors")
    {
        Columns =
        [
            Of("name", ColumnKind.Text, ListTexts.PersonName),
            Of("firm", ColumnKind.Text, ListTexts.Firm),
            Of("for", ColumnKind.Text, ListTexts.AuditsFor),
            Of("appointedBy", ColumnKind.Text, ListTexts.AppointedBy),
            Choice("kind", ListTexts.AuditorKind, ListTexts.AuditorKindWords, whenBlank: "auditor"),
            Of("from", ColumnKind.Date, ListTexts.From),
            Of("to", ColumnKind.Date, ListTexts.To),
        ],
        Keys = [["name", "firm", "for", "kind", "from"]],
    };

    public static RecordList Staff { get; } = new("kansli", ListTexts.Staff, File, "staff")
    {
        Columns =
        [
            Of("title", ColumnKind.Text, ListTexts.Post, required: true),
            Of("percent", ColumnKind.Number, ListTexts.Percent),
            Of("employer", ColumnKind.Text, ListTexts.Employer),
            Of("from", ColumnKind.Date, ListTexts.From),
            Of("to", ColumnKind.Date, ListTexts.To),
        ],
        Keys = [["title", "employer", "from"]],
    };

    public static RecordList Services { get; } = new("tjanster", ListTexts.Services, File, "services")
    {
        Columns =
        [
            Of("what", ColumnKind.Text, ListTexts.ServiceWhat, required: true),
            Of("supplier", ColumnKind.Text, ListTexts.Supplier, required: true),
            Of("from", ColumnKind.Date, ListTexts.From),
            Of("to", ColumnKind.Date, ListTexts.To),
        ],
        Keys = [["what", "supplier", "from"]],
    };

    public static RecordList BoardDecisions { get; } = new("styrelsebeslut", ListTexts.BoardDecisions, File, "decisions")
    {
        Columns =
        [
            Of("date", ColumnKind.Date, ListTexts.DecisionDate, required: true),
            Of("paragraph", ColumnKind.Text, ListTexts.Paragraph),
            Of("text", ColumnKind.LongText, ListTexts.DecisionText, required: true),
        ],
        Keys = [["date", "text"]],
    };

    public static RecordList Meetings { get; } = new("moten", ListTexts.Meetings, File, "meetings")
    {
        Columns =
        [
            Reference("body", ListTexts.Body, required: true, Referred.Bodies),
            Of("date", ColumnKind.Date, ListTexts.MeetingDate, required: true),
            Of("about", ColumnKind.Text, ListTexts.About),
        ],
        Keys = [["body", "date"]],
    };

    public static RecordList MeetingCounts { get; } = new("antal-moten", ListTexts.MeetingCounts, File, "meetingCounts")
    {
        Columns =
        [
            Reference("body", ListTexts.Body, required: true, Referred.Bodies),
            Of("year", ColumnKind.Year, ListTexts.Year, required: true),
            Of("count", ColumnKind.WholeNumber, ListTexts.Count, required: true),
        ],
        Keys = [["body", "year"]],
    };

    public static RecordList Glossary { get; } = new("ordlista", ListTexts.Glossary, File, "glossary")
    {
        Columns =
        [
            Of("term", ColumnKind.Text, ListTexts.Term, required: true),
            Of("meaning", ColumnKind.LongText, ListTexts.Meaning, required: true),
        ],
        Keys = [["term"]],
    };

    public static RecordList Appendices { get; } = new("bilagor", ListTexts.Appendices, File, "appendices")
    {
        Columns =
        [
            Of("year", ColumnKind.Year, ListTexts.Year, required: true),
            Of("number", ColumnKind.WholeNumber, ListTexts.Number, required: true),
            Of("title", ColumnKind.Text, ListTexts.DocumentTitle, required: true),
            Reference("initiative", ListTexts.Initiative, required: false, Referred.Initiatives),
        ],
        Keys = [["year", "number"]],
    };
}

using static Finsam.App.Lists.ListColumn;

namespace Finsam.App.Lists.Definitions;

/// <summary>The lists of initiatives.json.</summary>
internal static class InitiativeLists
{
    private const string File = "initiatives.json";

    public static RecordList Groups { get; } = new("grupper", ListTexts.Groups, File, "groups")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("name", ColumnKind.Text, ListTexts.GroupName, required: true),
        ],
        Keys = [["id"], ["name"]],
        IdFrom = "name",
    };

    public static RecordList Contacts { get; } = OfInitiative("kontakter", ListTexts.Contacts, "contacts") with
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("name", ColumnKind.Text, ListTexts.ContactName, required: true),
            Of("email", ColumnKind.Text, ListTexts.Email, required: true),
            Of("sections", ColumnKind.Lines, ListTexts.Sections),
            Of("party", ColumnKind.Text, ListTexts.ContactParty),
        ],
        Keys = [["id"], ["email"], ["name"]],
        IdFrom = "name",
    };

    public static RecordList Escalation { get; } = OfInitiative("eskalering", ListTexts.Escalation, "escalation") with
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("name", ColumnKind.Text, ListTexts.EscalationName, required: true),
            Of("email", ColumnKind.Text, ListTexts.Email, required: true),
        ],
        Keys = [["id"], ["email"], ["name"]],
        IdFrom = "name",
    };

    public static RecordList Parties { get; } = OfInitiative("insatsparter", ListTexts.ReportingParties, "parties") with
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("name", ColumnKind.Text, ListTexts.ReportingParty, required: true),
        ],
        Keys = [["id"], ["name"]],
        IdFrom = "name",
    };

    public static RecordList Initiatives { get; } = new("insatser", ListTexts.Initiatives, File, "initiatives")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("name", ColumnKind.Text, ListTexts.InitiativeName, required: true),
            Choice("kind", ListTexts.InitiativeKind, ListTexts.InitiativeKindWords, required: true),
            Of("heading", ColumnKind.Text, ListTexts.InitiativeHeading),
            Of("orientation", ColumnKind.Text, ListTexts.Orientation),
            Of("start", ColumnKind.Date, ListTexts.Start, required: true),
            Of("end", ColumnKind.Date, ListTexts.End, required: true),
            Of("owner", ColumnKind.Text, ListTexts.Owner, required: true),
            Of("partners", ColumnKind.Lines, ListTexts.Partners),
            Of("municipalities", ColumnKind.Lines, ListTexts.Municipalities),
            Of("purpose", ColumnKind.LongText, ListTexts.Purpose),
            Of("targetGroup", ColumnKind.LongText, ListTexts.TargetGroup),
            Of("registration", ColumnKind.Text, ListTexts.Registration),
            Of("link", ColumnKind.Text, ListTexts.Link),
            Choice("fundedFrom", ListTexts.FundedFrom, ListTexts.FundedFromWords, whenBlank: "initiatives"),
            Reference("group", ListTexts.Group, required: false, Referred.Groups),
            References("feedsGoals", ListTexts.FeedsGoals, required: false, Referred.Goals),
            Of("sections", ColumnKind.Lines, ListTexts.Sections),
        ],
        Keys = [["id"], ["name"]],
        IdFrom = "name",
        Besides =
        [
            Of("name", ColumnKind.Text, ListTexts.ContactBesides),
            Of("email", ColumnKind.Text, ListTexts.Email),
        ],
        BesidesList = Contacts,
    };

    public static RecordList Goals { get; } = OfInitiative("insatsmal", ListTexts.InitiativeGoals, "goals") with
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Of("text", ColumnKind.LongText, ListTexts.GoalText, required: true),
            Of("heading", ColumnKind.Text, ListTexts.Heading),

            // What a list of an association has no column for is what owners do: say it in their report.
            .. MeasureColumns.All("report"),
        ],
        Series = MeasureColumns.Targets,
        SeriesColumns = MeasureColumns.TargetColumns,
        SeriesKey = MeasureColumns.TargetKey,
        Keys = [["id"], ["text"]],
        IdNumbered = "",
    };

    public static RecordList Decisions { get; } = OfInitiative("beslut", ListTexts.Decisions, "decisions") with
    {
        Columns =
        [
            Of("date", ColumnKind.Date, ListTexts.DecisionDate),
            Of("paragraph", ColumnKind.Text, ListTexts.Paragraph),
            Choice("kind", ListTexts.DecisionKind, ListTexts.DecisionKindWords, required: true),
            Of("year", ColumnKind.Year, ListTexts.ForYear, required: true),
            Of("kronor", ColumnKind.Kronor, ListTexts.DecisionKronor, required: true),
            Of("newEnd", ColumnKind.Date, ListTexts.NewEnd),
            Of("note", ColumnKind.Text, ListTexts.Note),
        ],
        Keys = [["date", "paragraph", "kind", "year"]],
    };

    public static RecordList Agreements { get; } = OfInitiative("avtal", ListTexts.Agreements, "agreements") with
    {
        Columns =
        [
            Of("party", ColumnKind.Text, ListTexts.Party, required: true),
            Of("signedOn", ColumnKind.Date, ListTexts.SignedOn),
            Of("from", ColumnKind.Date, ListTexts.From),
            Of("to", ColumnKind.Date, ListTexts.To),
            Of("posts", ColumnKind.Text, ListTexts.Posts),
            Of("reference", ColumnKind.Text, ListTexts.Reference),
        ],
        Series = "kronor",
        SeriesColumns = YearAmountColumns(ListTexts.Kronor),
        SeriesKey = ["year"],
        Keys = [["party", "from"]],
    };

    public static RecordList Payments { get; } = OfInitiative("utbetalningar", ListTexts.Payments, "payments") with
    {
        Columns =
        [
            Of("date", ColumnKind.Date, ListTexts.PaymentDate, required: true),
            Of("kronor", ColumnKind.Kronor, ListTexts.Kronor, required: true),
            Of("party", ColumnKind.Text, ListTexts.PaidParty, required: true),
            Of("year", ColumnKind.Year, ListTexts.ForYear, required: true),
            Of("note", ColumnKind.Text, ListTexts.Note),
        ],

        // Nothing tells two payments apart but everything that is said of them.
        Keys = [["date", "kronor", "party", "year", "note"]],
    };

    public static RecordList Successions { get; } = new("efterfoljare", ListTexts.Successions, File, "successions")
    {
        Columns =
        [
            Of("id", ColumnKind.Text, ListTexts.Id),
            Choice("kind", ListTexts.SuccessionKind, ListTexts.SuccessionKindWords, required: true),
            Of("date", ColumnKind.Date, ListTexts.SuccessionDate, required: true),
            References("from", ListTexts.SuccessionFrom, required: true, Referred.Initiatives),
            References("to", ListTexts.SuccessionTo, required: true, Referred.Initiatives),
            Of("decided", ColumnKind.Date, ListTexts.DecisionDate),
            Of("paragraph", ColumnKind.Text, ListTexts.Paragraph),
            Of("note", ColumnKind.LongText, ListTexts.Note),
        ],
        Keys = [["id"], ["from", "to", "date"]],
        IdFrom = "to",
    };

    public static RecordList Transfers { get; } = new("overforda", ListTexts.Transfers, File, "successions")
    {
        Parent = Reference(OfParent, ListTexts.Succession, required: true, Referred.Successions),
        Child = "transfers",
        Columns =
        [
            Reference("from", ListTexts.TransferFrom, required: true, Referred.Initiatives),
            Reference("to", ListTexts.TransferTo, required: true, Referred.Initiatives),
            Of("women", ColumnKind.WholeNumber, ListTexts.Women, required: true),
            Of("men", ColumnKind.WholeNumber, ListTexts.Men, required: true),
            Of("other", ColumnKind.WholeNumber, ListTexts.OtherGender, required: true),
            Of("unknown", ColumnKind.WholeNumber, ListTexts.UnknownGender, required: true),
        ],
        Keys = [["from", "to"]],
    };

    /// <summary>The columns of an amount a year, of which both or none is stated.</summary>
    public static System.Collections.Immutable.ImmutableArray<ListColumn> YearAmountColumns(string kronor) =>
    [
        Of("year", ColumnKind.Year, ListTexts.Year, required: true),
        Of("kronor", ColumnKind.Kronor, kronor, required: true),
    ];

    private static RecordList OfInitiative(string id, string sheet, string child) => new(id, sheet, File, "initiatives")
    {
        Parent = Reference(OfParent, ListTexts.Initiative, required: true, Referred.Initiatives),
        Child = child,
        Columns = [],
        Keys = [],
    };
}

using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.App.Forms.Workbooks;
using Finsam.App.Reports;
using Finsam.App.Tests.Setup;
using Finsam.Domain.Answers;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Forms.Workbooks;

/// <summary>A form with every kind of block, for an initiative with goals, municipalities and parties.</summary>
internal static class WholeForm
{
    private static readonly AssociationRecord Record = new Package().Read().Record!;

    private static readonly ImmutableArray<Choice> Genders = [new("kvinna", "Kvinna"), new("man", "Man"), new("annat", "Annat/vill ej uppge"), new("okant", "Okänt")];

    private static readonly ImmutableArray<Choice> Grades = [new("ja", "Uppfylld"), new("delvis", "Delvis, men inte helt"), new("nej", "Inte uppfylld")];

    public static Initiative Initiative { get; } = Record.Initiatives.Initiatives[0] with
    {
        Goals = [new InitiativeGoal("1", "Stöd till 25 personer."), new InitiativeGoal("2", "Färre återfall.")],
        Parties = [new ReportingParty("ockelbo", "Ockelbo kommun"), new ReportingParty("fk", "Försäkringskassan")],
        Municipalities = ["Gävle", "Hofors"],
        Start = new DateOnly(2022, 2, 1),
        AgreedEnd = new DateOnly(2023, 12, 31),
        Decisions = [],
    };

    public static ReportingPeriod Period { get; } = Record.Periods.Periods[0] with
    {
        Id = "2023-t1",
        Name = "första tertialet 2023",
        Kind = PeriodKind.Tertial,
        Start = new DateOnly(2023, 1, 1),
        End = new DateOnly(2023, 4, 30),
    };

    public static FormTemplate Template { get; } = new()
    {
        Id = "allt",
        Title = "Rapport",
        Sections =
        [
            new("deltagare", "Deltagare: [alla] / \"de\" som är med i insatsen", AskedOf.Everyone,
            [
                new MatrixBlock
                {
                    Id = "deltagare", Label = "Deltagare", Columns = Genders, Help = "Räkna varje person en gång per rad.",
                    Rows = [new("start", "Pågående vid start"), new("nya", "Nya"), new("deltagit", "Deltagit"), new("avslutade", "Avslutade", "Också de som flyttat."), new("slut", "Pågående vid slut")],
                    Derived = [new DerivedRow("kvar", "Kvar", "deltagit", "avslutade")],
                },
                new MatrixBlock
                {
                    Id = "alder", Label = "Ålder, avslutade", Columns = Genders, RowsAre = MatrixRows.Parts, Base = new Choice("bas", "Antal avslutade"),
                    Rows = [new("16-24", "< 25 år"), new("25-64", "> 25 år")], Whole = new MatrixWhole(["deltagare.avslutade"], "avslutade"),
                },
                new MatrixBlock
                {
                    Id = "kommun", Label = "Kommun", Columns = [new("antal", "Antal")], RowsAre = MatrixRows.Overlapping, OwnMunicipalities = true, OtherRow = "annan",
                    Rows = [new("gavle", "Gävle"), new("hofors", "Hofors"), new("ockelbo", "Ockelbo"), new("annan", "Annan kommun")],
                },
                new MeansBlock { Id = "medel", Label = "Medelvärden", Columns = Genders, Rows = [new("alder", "Ålder", "år"), new("dagar", "Tid i insatsen", "dagar")] },
            ], "Skriv bara antal."),
            new("ekonomi", "Ekonomi", AskedOf.Everyone,
            [
                new EconomyBlock { Id = "ekonomi", Label = "Ekonomi", OutcomeLabel = "Kostnad, hela kronor", ForecastLabel = "Prognos", CommentLabel = "Kommentar till utfallet" },
                new MatrixBlock
                {
                    Id = "timmar", Label = "Timmar", Cells = NumberKind.Quantity, SharedByParty = true, UnitLabel = "Timmar",
                    Rows = [new("avtalade", "Avtalade"), new("utforda", "Utförda")], Columns = [new("t1", "Vecka 1"), new("t2", "Vecka 2")],
                },
                new FiguresBlock
                {
                    Id = "tal", Label = "Övriga tal",
                    Figures = [new("chefer", "Chefer") { Unit = "personer", Help = "Bara de som gått klart." }, new("snitt", "Snitt") { Kind = NumberKind.Quantity }, new("pris", "Pris") { Kind = NumberKind.Kronor }],
                },
                new StaffingBlock { Id = "bemanning", Label = "Bemanning", Rows = 3 },
            ]),
            new("mal", "Mål", AskedOf.Everyone,
            [
                new GoalsBlock { Id = "mal", Label = "Mål", Assessments = Grades, AssessEach = true, OverallLabel = "Samlad bedömning" },
                new ActivitiesBlock { Id = "akt", Label = "Aktiviteter", Rows = 3, Columns = [.. Enum.GetValues<ActivityColumn>()] },
                new TextBlock { Id = "text", Label = "Vad har ni lärt er?" },
                new ChoiceBlock { Id = "val", Label = "Fortsätter insatsen?", Choices = Grades },
                new ChoiceBlock { Id = "flera", Label = "Vilka parter?", Several = true, Choices = [new("fk", "Försäkringskassan"), new("af", "Arbetsförmedlingen")] },
                new AttachmentBlock { Id = "filer", Label = "Bilagor" },
            ]),
        ],
    };

    public static FormView Blank { get; } = Of(Template, Period);

    /// <summary>The fields that stand in a workbook.</summary>
    public static ImmutableArray<Field> Fields { get; } = [.. Template.FieldsFor(Initiative).Where(f => f.Kind != FieldKind.File)];

    public static FormView Of(FormTemplate template, ReportingPeriod period, Initiative? initiative = null) =>
        FormView.Blank(Record, period, initiative ?? Initiative, template, FormReader.Office);

    /// <summary>The form with answers saved.</summary>
    public static FormView With(this FormView form, AnswerSheet answers) => form with
    {
        Answers = form.Template.WithSums(form.Initiative, answers),
        Saved = form.Saved with
        {
            Parts = form.Parts.ToImmutableDictionary(p => p.Id, p => new SavedPart(
                p.Id, 1, AnswerSheet.Of(p.FieldsFor(form.Initiative).Where(f => answers[f.Key] is not null).Select(f => KeyValuePair.Create(f.Key, answers[f.Key]!))), "agare", DateTimeOffset.UnixEpoch, "etag")),
        },
    };

    public static FormView With(this FormView form, params (string Key, Answer Answer)[] answers) =>
        form.With(AnswerSheet.Of(answers.Select(a => KeyValuePair.Create(a.Key, a.Answer))));

    /// <summary>What a workbook comes to.</summary>
    public static UploadOutcome.Read Read(this FormView form, byte[] file) => Assert.IsType<UploadOutcome.Read>(ReadUpload.From(form, file));

    /// <summary>Why a workbook is refused.</summary>
    public static string Refusal(this FormView form, byte[] file) => Assert.IsType<UploadOutcome.Refused>(ReadUpload.From(form, file)).Message;

    /// <summary>The answers that would be changed.</summary>
    public static AnswerSheet After(this UploadOutcome.Read read) =>
        AnswerSheet.Of(read.Changes.Where(c => c.After is not null).Select(c => KeyValuePair.Create(c.Field.Key, c.After!)));
}

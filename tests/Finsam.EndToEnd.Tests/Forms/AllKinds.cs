using System.Collections.Immutable;
using System.Net.Http.Json;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>A record whose form has blocks and rules of every kind, and initiatives that two parties answer a part of.</summary>
internal static class AllKinds
{
    public const string Owner = "agare";
    public const string OtherOwner = "agare-2";
    public const string Accountant = "ekonom";
    public const string PartyA = "part-a";
    public const string PartyB = "part-b";

    private static readonly ImmutableArray<Choice> Genders = [new("kvinna", "Kvinna"), new("man", "Man")];

    public static ReportingPeriod Period { get; } = TestInstance.Period with
    {
        Template = "alla",
        Outline = "tom",
        Reminders = [new ReminderStep("fore-5", ReminderMoment.BeforeDue, 5, new TimeOnly(8, 0)), new ReminderStep("sista-dagen", ReminderMoment.OnDue, 0, new TimeOnly(8, 0))],
    };

    public static PeriodKey PeriodKey { get; } = new("alla", Period.Id);

    public static FormTemplate Template { get; } = new()
    {
        Id = "alla",
        Title = "Årsrapport",
        Takes = "ungefär en kvart",
        Preparations = [new AtHand("antal deltagare")],
        Sections =
        [
            new Section("deltagare", "Deltagare", AskedOf.Everyone,
            [
                new MatrixBlock
                {
                    Id = "deltagare",
                    Label = "Deltagare",
                    Rows = [new("deltagit", "Deltagit"), new("nya", "Varav nya")],
                    Columns = Genders,
                    RequiredRows = ["deltagit"],
                    NoneLabel = "Inga deltagare",
                },
                new MatrixBlock
                {
                    Id = "klasser",
                    Label = "Ålder",
                    RowsAre = MatrixRows.Parts,
                    Rows = [new("unga", "Under 30 år"), new("aldre", "30 år och äldre")],
                    Columns = Genders,
                    Whole = new MatrixWhole(["deltagare.deltagit"], "de som deltagit"),
                },
                new MeansBlock { Id = "medel", Label = "Medelålder", Rows = [new MeanRow("alder", "Ålder", "år")], Columns = Genders },
            ]),
            new Section("timmar", "Timmar", AskedOf.Everyone,
            [
                new FiguresBlock
                {
                    Id = "timmar",
                    Label = "Timmar",
                    SharedByParty = true,
                    Figures =
                    [
                        new Figure("avtalade", "Avtalade timmar") { Kind = NumberKind.Quantity, Required = true },
                        new Figure("anvanda", "Använda timmar") { Kind = NumberKind.Quantity },
                        new Figure("personer", "Handläggare"),
                    ],
                },
                new GoalsBlock { Id = "delmal", Label = "Parternas bild", SharedByParty = true, Assessments = [new("uppfylld", "Uppfylld")] },
            ]),
            new Section("listor", "Listor", AskedOf.Everyone,
            [
                new StaffingBlock { Id = "bemanning", Label = "Bemanning", Rows = 6 },
                new ActivitiesBlock { Id = "aktiviteter", Label = "Aktiviteter", Rows = 6, Columns = [.. Enum.GetValues<ActivityColumn>()] },
            ]),
            new Section("mal", "Mål", AskedOf.Everyone,
            [
                new GoalsBlock
                {
                    Id = "mal",
                    Label = "Mål",
                    AssessEach = true,
                    Required = true,
                    OverallLabel = "Samlad bedömning",
                    Assessments = [new("uppfylld", "Uppfylld"), new("viss-del", "Till viss del")],
                },
                new TextBlock { Id = "kommentar", Label = "Kommentar", MaxLength = 20_000 },
                new ChoiceBlock { Id = "val", Label = "Fortsätter insatsen?", Choices = [new("ja", "Ja"), new("nej", "Nej")] },
                new ChoiceBlock { Id = "flera", Label = "Hur syns resultatet?", Choices = [new("press", "I pressen"), new("webb", "På webben")], Several = true },
                new FiguresBlock { Id = "tal", Label = "Tal", Figures = [new Figure("kronor", "Besparing") { Kind = NumberKind.Kronor }, new Figure("grupper", "Grupper")] },
            ]),
            new Section("bilagor", "Bilagor", AskedOf.Everyone, [new AttachmentBlock { Id = "bilaga", Label = "Bilagor" }, new TextBlock { Id = "not", Label = "Om bilagorna", MaxLength = 500 }]),
            new Section("ekonomi", "Ekonomi", AskedOf.Everyone,
                [new EconomyBlock { Id = "ekonomi", Label = "Ekonomi", OutcomeLabel = "Kostnad", ForecastLabel = "Prognos", CommentLabel = "Kommentar till skillnaden" }]),
        ],
        Rules =
        [
            new CompareRule("nya-ryms", ["deltagare.nya.{each}"], Comparison.AtMost, ["deltagare.deltagit.{each}"], Severity.Error, "{field}: {left} av {right}.") { Each = ["kvinna", "man"] },
            new CompareRule("timmar-ryms", ["timmar.anvanda"], Comparison.AtMost, ["timmar.avtalade"], Severity.Warning, "Timmar: {left} av {right}."),
            new RequiredRule("varfor", ["kommentar.text"], Severity.Error, "Skriv varför.") { When = new Condition(["mal.samlad"]) { OneOf = ["viss-del"] } },
            new RangeRule("alder", ["medel.alder.kvinna.medel"], Severity.Warning, "{value} år?") { Min = 16, Max = 70 },
            new ChangeRule("andring", ["deltagare.deltagit.kvinna"], Earlier.LastYear, 50, Severity.Warning, "{now} mot {before}."),
            new TextFiguresRule("texter", ["mal.*", "kommentar.text"], [new SaidFigure(["deltagare"], ["deltagare.deltagit.kvinna", "deltagare.deltagit.man"])], Severity.Warning, "{said} {word}, {figure}"),
        ],
    };

    public static AssociationRecord Record(int initiatives, FormTemplate? template = null) => new()
    {
        Association = TestInstance.Gavleborg.Record.Association with { Id = "alla", Name = "Samordningsförbundet Alla", Settings = new AssociationSettings() },
        Initiatives = new InitiativeFile { Initiatives = [.. Enumerable.Range(1, initiatives).Select(n => Initiative($"insats-{n}"))] },
        Periods = new PeriodFile { Periods = [Period] },
        Templates = [template ?? Template],
        Outlines = [new Outline { Id = "tom", Title = "Rapport {year}", Parts = [new HeadingPart(1, "Rapport")] }],
    };

    /// <summary>Imports a record through the API.</summary>
    public static async Task ImportAsync(TestInstance instance, AssociationRecord record, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(PackageFiles.Zip(PackageFiles.Of(record)));
        content.Headers.ContentType = new("application/zip");
        using var response = await instance.Chef.PostAsync(new Uri("/api/paket", UriKind.Relative), content, cancellation);
        var answer = (await response.Content.ReadFromJsonAsync<ImportAnswer>(RecordJson.Options, cancellation))!;
        Assert.True(answer.Imported, string.Join('\n', answer.Findings));
    }

    /// <summary>The fields that an initiative is asked, by key.</summary>
    public static ImmutableDictionary<string, Field> Fields { get; } =
        Template.FieldsFor(Initiative("insats-1")).ToImmutableDictionary(f => f.Key, StringComparer.Ordinal);

    public static Initiative Initiative(string id) => new()
    {
        Id = id,
        Name = $"Insatsen {id}",
        Kind = InitiativeKind.Individual,
        Start = new DateOnly(2022, 1, 1),
        AgreedEnd = new DateOnly(2024, 12, 31),
        Owner = "Hofors kommun",
        Goals = [Goal("1", "Ge stöd till 25 personer."), Goal("2", "Fler i arbete.")],
        Decisions = [new FundingDecision { Kind = DecisionKind.Grant, Year = 2023, Kronor = 100_000, Date = new DateOnly(2022, 11, 25), Paragraph = "§ 90" }],
        Parties = [new ReportingParty("a", "Arbetsförmedlingen"), new ReportingParty("b", "Bollnäs kommun")],
        Contacts =
        [
            new Contact(Owner, "Ägaren", $"agare.{id}@exempel.se"),
            new Contact(OtherOwner, "Andra ägaren", $"agare-2.{id}@exempel.se"),
            new Contact(Accountant, "Ekonomen", $"ekonom.{id}@exempel.se") { Sections = ["ekonomi"] },
            new Contact(PartyA, "Handläggare A", $"a.{id}@exempel.se") { Party = "a" },
            new Contact(PartyB, "Handläggare B", $"b.{id}@exempel.se") { Party = "b" },
        ],
    };

    private static InitiativeGoal Goal(string id, string text) => new(id, text) { Measure = new GoalMeasure { By = MeasuredBy.Report } };
}

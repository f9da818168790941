using Finsam.Domain.Answers;
using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests;

/// <summary>Small valid things that a test changes where it matters.</summary>
internal static class Some
{
    public static Association Association { get; } = new()
    {
        Id = "gavleborg",
        Name = "Samordningsförbund Gävleborg",
        Office = new Office("Förbundschef", "forbundschef@gavleborg.example.org"),
        Members = [],
    };

    /// <summary>Opens on Monday 8 January 2024; reminders on 24 January, on 31 January (the last day) and on 5 February, all at 08:00.</summary>
    public static ReportingPeriod Period { get; } = new()
    {
        Id = "2023-helar",
        Name = "helåret 2023",
        Kind = PeriodKind.FullYear,
        Start = new DateOnly(2023, 1, 1),
        End = new DateOnly(2023, 12, 31),
        Opens = new DateOnly(2024, 1, 8),
        Due = new DateOnly(2024, 1, 31),
        Closes = new DateOnly(2024, 3, 22),
        Template = "helar",
        Outline = "arsredovisning",
        Reminders =
        [
            new ReminderStep("inbjudan", ReminderMoment.Opens, 0, new TimeOnly(8, 0)),
            new ReminderStep("fore-5", ReminderMoment.BeforeDue, 5, new TimeOnly(8, 0)),
            new ReminderStep("sista-dagen", ReminderMoment.OnDue, 0, new TimeOnly(8, 0)),
            new ReminderStep("efter-3", ReminderMoment.AfterDue, 3, new TimeOnly(8, 0)),
        ],
    };

    public static MatrixBlock Participants { get; } = new()
    {
        Id = "deltagare",
        Label = "Deltagare",
        Rows = [new Choice("deltagit", "Deltagit"), new Choice("nya", "Varav nya")],
        Columns = [new Choice("kvinna", "Kvinna"), new Choice("man", "Man")],
        RequiredRows = ["deltagit"],
    };

    public static FiguresBlock Reached { get; } = new()
    {
        Id = "natt",
        Label = "Personer hos parterna",
        Figures = [new Figure("chefer", "Chefer som deltagit")],
    };

    public static GoalsBlock Goals { get; } = new()
    {
        Id = "mal",
        Label = "Resultat",
        OverallLabel = "Samlad bedömning",
        Assessments =
        [
            new Choice("uppfylld", "Uppfylld"), new Choice("viss-del", "Uppfylld till viss del"), new Choice("utgar", "Måttet utgår"),
            new Choice("ej-bedombart", "Ännu ej bedömbart"),
        ],
    };

    public static TextBlock Comment { get; } = new() { Id = "kommentar", Label = "Kommentar till resultatet", MaxLength = 100 };

    public static EconomyBlock Economy { get; } = new() { Id = "ekonomi", Label = "Ekonomi", OutcomeLabel = "Kostnad", CommentLabel = "Kommentar till skillnaden" };

    public static ActivitiesBlock Activities { get; } = new() { Id = "aktiviteter", Label = "Aktiviteter", Rows = 3 };

    /// <summary>Participants of individual initiatives, people reached by structural ones, goals and money of all, activities of those that name them.</summary>
    public static FormTemplate Template { get; } = new()
    {
        Id = "helar",
        Title = "Årsrapport från insats",
        Sections =
        [
            new Section("deltagare", "Deltagare", AskedOf.Individual, [Participants]),
            new Section("medarbetare", "Medarbetare", AskedOf.Structural, [Reached]),
            new Section("aktiviteter", "Aktiviteter", AskedOf.Named, [Activities]),
            new Section("mal", "Mål", AskedOf.Everyone, [Goals, Comment]),
            new Section("ekonomi", "Ekonomi", AskedOf.Everyone, [Economy]),
        ],
    };

    public static Initiative Initiative(string id = "hofors", InitiativeKind kind = InitiativeKind.Individual) => new()
    {
        Id = id,
        Name = char.ToUpperInvariant(id[0]) + id[1..],
        Kind = kind,
        Start = new DateOnly(2022, 1, 1),
        AgreedEnd = new DateOnly(2024, 6, 30),
        Owner = "Hofors kommun",
    };

    public static Initiative Granted(this Initiative initiative, decimal kronor, FundingSource source = FundingSource.Initiatives) =>
        initiative with { FundedFrom = source, Decisions = [new FundingDecision { Kind = DecisionKind.Grant, Year = 2023, Kronor = kronor }] };

    public static Initiative WithGoals(this Initiative initiative, params string[] goals) =>
        initiative with { Goals = [.. goals.Select((text, index) => new InitiativeGoal($"{index + 1}", text))] };

    public static Outline Outline { get; } = new() { Id = "arsredovisning", Title = "Årsredovisning", Parts = [] };

    /// <summary>A record around things.</summary>
    public static AssociationRecord Record(params Initiative[] initiatives) => new()
    {
        Association = Association,
        Initiatives = new InitiativeFile { Initiatives = [.. initiatives] },
        Periods = new PeriodFile { Periods = [Period] },
        Templates = [Template],
        Outlines = [],
    };

    public static PeriodMaterial Grouped(this PeriodMaterial material, params InitiativeGroup[] groups) => material with
    {
        Record = material.Record with { Initiatives = material.Record.Initiatives with { Groups = [.. groups] } },
    };

    public static PeriodMaterial Booked(this PeriodMaterial material, params BookedOutcome[] booked) => material with
    {
        Record = material.Record with { Booked = new BookedFile { Booked = [.. booked] } },
    };

    public static CompareRule Rule(string left, Comparison comparison, string right, Severity severity = Severity.Error) =>
        new("regel", [left], comparison, [right], severity, "{field}: {left} mot {right}.");

    public static AnswerSheet Answers(params (string Key, object Value)[] answers) =>
        AnswerSheet.Of(answers.Select(a => KeyValuePair.Create<string, Answer>(a.Key, a.Value switch
        {
            Answer answer => answer,
            string text => new Answer.Text(text),
            var number => new Answer.Number(Convert.ToDecimal(number, null)),
        })));

    public static InitiativeMaterial Sent(this Initiative initiative, params (string Key, object Value)[] answers)
    {
        var key = new ReportKey(Association.Id, Period.Id, initiative.Id);
        return new InitiativeMaterial(key, initiative, new ReportSnapshot
        {
            Key = key,
            SubmittedAt = new DateTimeOffset(2024, 1, 20, 9, 0, 0, TimeSpan.Zero),
            SubmittedBy = "insatsagare",
            TemplateHash = "00",
            Initiative = initiative,
            Answers = Answers(answers),
            ExplainedWarnings = [],
        });
    }

    public static InitiativeMaterial NotSent(this Initiative initiative) =>
        new(new ReportKey(Association.Id, Period.Id, initiative.Id), initiative, null);

    public static PeriodMaterial Material(params InitiativeMaterial[] initiatives) => new()
    {
        Record = Record(),
        Period = Period,
        Template = Template,
        Initiatives = [.. initiatives],
    };

    /// <summary>A table's cells as they are read, with ordinary spaces for the unbreakable ones.</summary>
    public static string[][] Read(this DraftPart.Table table) => [.. table.Rows.Select(r => r.Cells.Select(c => Spaced(c.Text)).ToArray())];

    /// <summary>A paragraph as it is read.</summary>
    public static string Read(this DraftPart.Paragraph paragraph) => string.Concat(paragraph.Inlines.Select(i => i switch
    {
        Inline.Text t => t.Value,
        Inline.Figure f => f.Display,
        _ => "",
    }));

    public static string Spaced(string text) => text.Replace('\u00A0', ' ');
}

using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.Domain.Answers;
using Finsam.Domain.Associations;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Everything a page of the form shows.</summary>
public sealed record FormView
{
    /// <summary>The id of the part that the explanations of warnings are kept as.</summary>
    public const string ReviewPart = "granska";

    private ImmutableArray<Finding>? _findings;

    /// <summary>The association that asks.</summary>
    public required Association Association { get; init; }

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The initiative: as it was when the report was sent, else as the record has it.</summary>
    public required Initiative Initiative { get; init; }

    /// <summary>The template the report is answered in.</summary>
    public required FormTemplate Template { get; init; }

    /// <summary>The report with what has been saved.</summary>
    public required ReportInProgress Saved { get; init; }

    /// <summary>The answers: what was sent, or what has been saved so far; with the sums over parties.</summary>
    public required AnswerSheet Answers
    {
        get;
        init => (field, _findings) = (value, null);
    }

    /// <summary>What was answered before.</summary>
    public required EarlierAnswers Earlier { get; init; }

    /// <summary>Who reads it.</summary>
    public required FormReader Reader { get; init; }

    /// <summary>The report's head.</summary>
    public Report Report => Saved.Head.Value;

    /// <summary>False before the period has opened: then there is no report yet, and no template that it keeps to.</summary>
    public bool IsOpened => Report.TemplateHash.Length > 0;

    /// <summary>All parts of the form.</summary>
    public ImmutableArray<FormPart> AllParts => [.. Template.PartsFor(Initiative)];

    /// <summary>The parts the reader answers.</summary>
    public ImmutableArray<FormPart> Parts => [.. AllParts.Where(Reader.Answers)];

    /// <summary>How many of the reader's parts are filled in.</summary>
    public int DoneParts => Parts.Count(IsDone);

    /// <summary>How many of the reader's parts are to be filled in: all but those where nothing is asked, or nothing has to be.</summary>
    public int PartsToFill => Parts.Count(p => !p.Blocks.IsEmpty && !ProgressOf(p).IsOptional);

    /// <summary>What to have at hand before one starts.</summary>
    public ImmutableArray<string> HaveAtHand => Template.HaveAtHandFor(Initiative);

    /// <summary>Everything that does not hold.</summary>
    public ImmutableArray<Finding> Findings => _findings ??= CheckReport.Run(Template, Initiative, Answers, Period, Earlier);

    /// <summary>What is asked about and has not been explained.</summary>
    public ImmutableArray<Finding> Unexplained =>
        [.. Findings.Where(f => f.Severity == Severity.Warning && string.IsNullOrWhiteSpace(Saved.Answers.Text(ExplanationKey(f))))];

    /// <summary>How far a part has come.</summary>
    public PartProgress ProgressOf(FormPart part) => PartProgress.Of(part, Initiative, Answers, Findings);

    /// <summary>True when a part is filled in.</summary>
    public bool IsDone(FormPart part) => ProgressOf(part).IsDone;

    /// <summary>The form before anything has been answered: for a period that is not open yet, and for looking at a template.</summary>
    public static FormView Blank(AssociationRecord record, ReportingPeriod period, Initiative initiative, FormTemplate template, FormReader reader)
    {
        var head = new Report
        {
            Key = new ReportKey(record.Association.Id, period.Id, initiative.Id),
            State = ReportState.NotStarted,
            Due = period.LastDay,
            Closes = period.Closes,
            TemplateHash = "",
        };
        return new FormView
        {
            Association = record.Association,
            Period = period,
            Initiative = initiative,
            Template = template,
            Saved = new ReportInProgress(new Stored<Report>(head, ""), ImmutableDictionary<string, SavedPart>.Empty),
            Answers = AnswerSheet.Empty,
            Earlier = EarlierAnswers.None,
            Reader = reader,
        };
    }

    /// <summary>The key of the words that explain a warning.</summary>
    public static string ExplanationKey(Finding warning) => "_forklaring." + warning.Id;

    /// <summary>The fields that explain the warnings there are now.</summary>
    public IEnumerable<Field> Explanations => Findings.Where(f => f.Severity == Severity.Warning)
        .Select(ExplanationKey).Distinct(StringComparer.Ordinal)
        .Select(key => new Field(key, FieldKind.Text, FormTexts.Explanation) { MaxLength = 1000 });

    /// <summary>The fields that the reader answers in a part, or explains in the review; null where there is none.</summary>
    public Field[]? FieldsOf(string part) => part == ReviewPart
        ? Reader.IsOwner ? [.. Explanations] : null
        : Parts.FirstOrDefault(p => p.Id == part)?.FieldsFor(Initiative).ToArray();

    /// <summary>What a block's counts and amounts cover, with dates: "1 januari–1 mars 2023"; empty where the questions say it themselves.</summary>
    public string Covers(Block block) =>
        !block.SaysItsDates && ScopeSpan.Of(block.Scope, Period.Start, Period.End, Initiative.Start, Initiative.End) is { } span ? ScopeWords.Dates(block.Scope, span) : "";

    /// <summary>A block's name with what it covers.</summary>
    public string Caption(Block block) => Covers(block) is { Length: > 0 } covers ? $"{block.Label}, {covers}" : block.Label;

    /// <summary>What the parties who have answered a shared block's field come to; empty for what cannot be added up. The sum that rules and drafts use is
    /// there only when all have answered.</summary>
    public string SumOverParties(Block block, Field field) =>
        block.HasSum(field) ? SumSoFar.Of(Answers, Initiative.Parties.Select(p => block.PartyKey(field.Key, p.Id))) : "";

    /// <summary>What a goal is to reach in the period: "Ska nå: minst 100 deltagare under 2023"; null when nothing is said.</summary>
    public string? TargetOf(InitiativeGoal goal) => TargetWords.Of(goal, Initiative, Period) is { } target
        ? string.Format(CultureInfo.InvariantCulture, FormTexts.Target, target)
        : null;

    /// <summary>The part a field stands in: for a sum over parties the section itself.</summary>
    public FormPart? PartOf(string field) =>
        AllParts.FirstOrDefault(p => p.FieldsFor(Initiative).Any(f => f.Key == field))
        ?? AllParts.FirstOrDefault(p => p.Section.Blocks.Any(b => b.OwnFields(Initiative).Any(f => f.Key == field)));

    /// <summary>The name of whoever saved or sent.</summary>
    public string ContactName(string contact) =>
        Initiative.Contacts.FirstOrDefault(c => c.Id == contact)?.Name ?? Report.PassedOn.FirstOrDefault(p => p.Id == contact)?.Name ?? contact;

    /// <summary>The address of the report's pages.</summary>
    public string Address(string page = "") => FormRoutes.Address(Report.Key) + (page.Length == 0 ? "" : "/" + page);

    /// <summary>The address that a part is saved at while one writes; what has not been saved is kept in the browser under it.</summary>
    public string AutoSaveAddress(FormPart part) => Address($"del/{part.Id}/spara");

    /// <summary>Where one goes on from a part: to the next, and from the last to the review. A party's share is filled in from its section's page.</summary>
    public string AddressAfter(string part)
    {
        var parts = Reader.IsOwner ? [.. Parts.Where(p => p.Party is null)] : Parts;
        var index = parts.ToList().FindIndex(p => p.Id == part.Split('@')[0] || p.Id == part);
        return part.Contains('@', StringComparison.Ordinal) && Reader.IsOwner ? Address("del/" + parts[index].Id)
            : index + 1 < parts.Length ? Address("del/" + parts[index + 1].Id)
            : Address(Reader.IsOwner ? "granska" : "");
    }

    /// <summary>The address of a field.</summary>
    public string AddressOf(string field) => Address($"del/{PartOf(field)?.Id}#{PartPageModel.IdOf(field)}");
}

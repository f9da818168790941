using System.Text.Json.Serialization;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Templates;

/// <summary>A block of questions of one kind. A kind knows which fields it has and what must hold among them; its page shows them, the drafts add them
/// up. A new kind is a record beside this one, a page in Finsam.App/Forms/Blocks, a definition in template.schema.json and a line in each registration.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MatrixBlock), "matrix")]
[JsonDerivedType(typeof(MeansBlock), "means")]
[JsonDerivedType(typeof(GoalsBlock), "goals")]
[JsonDerivedType(typeof(EconomyBlock), "economy")]
[JsonDerivedType(typeof(StaffingBlock), "staffing")]
[JsonDerivedType(typeof(ActivitiesBlock), "activities")]
[JsonDerivedType(typeof(FiguresBlock), "figures")]
[JsonDerivedType(typeof(TextBlock), "text")]
[JsonDerivedType(typeof(ChoiceBlock), "choice")]
[JsonDerivedType(typeof(AttachmentBlock), "attachment")]
public abstract record Block
{
    /// <summary>Between a shared block's id and the party that answers it, in keys.</summary>
    public const char PartyMark = '@';

    /// <summary>Stable within the template; the first part of its fields' keys.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Label { get; init; }

    /// <summary>What to think of, below the question.</summary>
    public string? Help { get; init; }

    /// <summary>What its counts and amounts cover. The page says it with dates, and only like is compared with like.</summary>
    public Scope Scope { get; init; } = Scope.Period;

    /// <summary>True when the questions themselves say which dates they are about, and these are others than the period's: the page then says none.</summary>
    public bool SaysItsDates { get; init; }

    /// <summary>Each of the initiative's parties answers it for itself, and the numbers are added up. An initiative without parties answers it as it is.</summary>
    public bool SharedByParty { get; init; }

    /// <summary>The fields for an initiative, in the order they are asked: once for each party where the block is shared.</summary>
    public IEnumerable<Field> FieldsFor(Initiative initiative) => IsSharedFor(initiative)
        ? initiative.Parties.SelectMany(party => FieldsOf(party, initiative))
        : OwnFields(initiative);

    /// <summary>A party's own fields of a shared block.</summary>
    public IEnumerable<Field> FieldsOf(ReportingParty party, Initiative initiative) => OwnFields(initiative).Select(field => field with
    {
        Key = PartyKey(field.Key, party.Id),
        Label = $"{field.Label}, {party.Name}",
        Party = party.Id,
    });

    /// <summary>True when the initiative's parties answer the block one by one.</summary>
    public bool IsSharedFor(Initiative initiative) => SharedByParty && !initiative.Parties.IsEmpty;

    /// <summary>The fields as they are asked once: of the initiative, or of each party. Their keys are those that rules and drafts name.</summary>
    public abstract IEnumerable<Field> OwnFields(Initiative initiative);

    /// <summary>The key of a party's answer to one of <see cref="OwnFields"/>: "timmar@ockelbo.avtalade".</summary>
    public string PartyKey(string ownKey, string party) => $"{Id}{PartyMark}{party}{ownKey[Id.Length..]}";

    /// <summary>The sums over the parties of a shared block, under the keys of <see cref="OwnFields"/>. A number that a party has not answered makes no
    /// sum: it is missing, not zero. "Uppgift saknas" from any of them makes the sum unknown.</summary>
    public IEnumerable<KeyValuePair<string, Answer>> SumsOverParties(Initiative initiative, AnswerSheet answers)
    {
        if (!IsSharedFor(initiative))
        {
            yield break;
        }

        foreach (var field in OwnFields(initiative).Where(HasSum))
        {
            var parts = initiative.Parties.Select(party => answers[PartyKey(field.Key, party.Id)]).ToArray();
            if (parts.All(p => p is Answer.Number))
            {
                yield return KeyValuePair.Create<string, Answer>(field.Key, new Answer.Number(parts.Sum(p => ((Answer.Number)p!).Value)));
            }
            else if (parts.All(p => p is Answer.Number or Answer.Unknown))
            {
                yield return KeyValuePair.Create<string, Answer>(field.Key, Answer.Unknown.Instance);
            }
        }
    }

    /// <summary>True for one of <see cref="OwnFields"/> whose answers may be added up over the parties.</summary>
    public bool HasSum(Field field) => field.IsNumber && (field.Kind != FieldKind.Quantity || AddsUp);

    /// <summary>What does not hold among the block's answers; of each party's where the parties answer for themselves.</summary>
    public IEnumerable<Finding> FindingsIn(ReportUnderCheck report) => IsSharedFor(report.Initiative) && IsCheckedByParty
        ? from party in report.Initiative.Parties
          from finding in Check(report.Of(party))
          select finding with { Message = $"{party.Name}: {finding.Message}", Fields = [.. finding.Fields.Select(key => PartyKey(key, party.Id))] }
        : Check(report);

    /// <summary>What the kind itself demands of the answers, beside the template's own rules.</summary>
    public virtual IEnumerable<Finding> Check(ReportUnderCheck report) => [];

    /// <summary>True when its decimals may be added up: hours may, means may not.</summary>
    protected virtual bool AddsUp => true;

    /// <summary>True when what it demands is demanded of each party's answers, and not of their sum: a role and its post stand on one row.</summary>
    protected virtual bool IsCheckedByParty => false;
}

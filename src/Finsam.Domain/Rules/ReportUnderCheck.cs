using System.Collections.Immutable;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Rules;

/// <summary>One report's answers with all that they are checked against.</summary>
public sealed class ReportUnderCheck
{
    private readonly ImmutableDictionary<string, Field> _fields;

    /// <summary>A report to check.</summary>
    /// <param name="template">The form.</param>
    /// <param name="initiative">Whose report it is.</param>
    /// <param name="answers">What has been answered; the sums over parties are added here.</param>
    /// <param name="period">The period: its year's grant is what the outcome is measured against.</param>
    /// <param name="earlier">What was answered before.</param>
    public ReportUnderCheck(FormTemplate template, Initiative initiative, AnswerSheet answers, ReportingPeriod period, EarlierAnswers earlier)
    {
        (Template, Initiative, Period, Earlier) = (template, initiative, period, earlier);
        Answers = template.WithSums(initiative, answers);
        Order = template.FieldsFor(initiative).Concat(Blocks.Where(b => b.IsSharedFor(initiative)).SelectMany(b => b.OwnFields(initiative)))
            .Select(f => f.Key).Index().ToImmutableDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        _fields = template.FieldsFor(initiative).Concat(Blocks.Where(b => b.IsSharedFor(initiative)).SelectMany(b => b.OwnFields(initiative)))
            .ToImmutableDictionary(f => f.Key, StringComparer.Ordinal);
    }

    private ReportUnderCheck(ReportUnderCheck whole, AnswerSheet answers)
    {
        (Template, Initiative, Period, Earlier) = (whole.Template, whole.Initiative, whole.Period, whole.Earlier);
        (Answers, Order, _fields) = (answers, whole.Order, whole._fields);
    }

    /// <summary>The form.</summary>
    public FormTemplate Template { get; }

    /// <summary>Whose report it is.</summary>
    public Initiative Initiative { get; }

    /// <summary>The answers, with the sums over parties.</summary>
    public AnswerSheet Answers { get; }

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>What was answered before.</summary>
    public EarlierAnswers Earlier { get; }

    /// <summary>The blocks the initiative is asked.</summary>
    public IEnumerable<Block> Blocks => Template.SectionsFor(Initiative).SelectMany(s => s.Blocks);

    /// <summary>The fields that are filled in.</summary>
    public IEnumerable<Field> Fields => Template.FieldsFor(Initiative);

    /// <summary>The place of each field in the form.</summary>
    public ImmutableDictionary<string, int> Order { get; }

    /// <summary>The report as a party answers it: what it has answered in shared blocks, where the sums over all parties stand.</summary>
    public ReportUnderCheck Of(ReportingParty party) => new(this, Blocks.Where(b => b.IsSharedFor(Initiative))
        .SelectMany(b => b.OwnFields(Initiative).Select(f => (Own: f.Key, Party: b.PartyKey(f.Key, party.Id))))
        .Aggregate(Answers, (sheet, key) => sheet.With(key.Own, Answers[key.Party])));

    /// <summary>The keys that are filled in for one that a rule names: its own, or each party's.</summary>
    public IEnumerable<string> FilledIn(string key) => Template.BlockOf(key) is { } block && block.IsSharedFor(Initiative)
        ? Initiative.Parties.Select(party => block.PartyKey(key, party.Id))
        : [key];

    /// <summary>True when the initiative is asked the field.</summary>
    public bool Asks(string key) => _fields.ContainsKey(key);

    /// <summary>A field's name; the key itself for one that is not asked.</summary>
    public string LabelOf(string key) => _fields.TryGetValue(key, out var field) ? field.Label : key;

    /// <summary>The texts a key stands for: itself, or all texts of a block where it ends in ".*".</summary>
    public IEnumerable<string> TextKeys(string key) => key.EndsWith(".*", StringComparison.Ordinal)
        ? Fields.Where(f => f.Kind == FieldKind.Text && Template.BlockOf(f.Key) == Template.BlockOf(key)).Select(f => f.Key)
        : Asks(key) ? [key] : [];

    /// <summary>True when an accumulated figure of the earlier report goes on in this one: counted from the same day.</summary>
    public bool CountsOnFrom(string key, EarlierSheet earlier) => Template.BlockOf(key)?.Scope switch
    {
        Scope.Year => earlier.End.Year == Period.End.Year,
        Scope.Initiative => true,
        _ => false,
    };
}

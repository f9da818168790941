using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Rules;

namespace Finsam.Domain.Templates;

/// <summary>Rapportmall: what owners are asked. Data, not code; a report keeps the version it was answered in.</summary>
public sealed record FormTemplate
{
    /// <summary>The id that periods point at.</summary>
    public required string Id { get; init; }

    /// <summary>The form's name.</summary>
    public required string Title { get; init; }

    /// <summary>How long it takes, as the invitation says it.</summary>
    public string? Takes { get; init; }

    /// <summary>What to have at hand before one starts, each with the sections it is needed for.</summary>
    [JsonPropertyName("haveAtHand")]
    public ImmutableArray<AtHand> Preparations { get; init; } = [];

    /// <summary>What to have at hand before one starts, whichever sections one is asked.</summary>
    [JsonIgnore]
    public ImmutableArray<string> HaveAtHand => [.. Preparations.Select(p => p.Text)];

    /// <summary>The sections in order.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>What must hold between answers.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>All blocks of all sections.</summary>
    [JsonIgnore]
    public IEnumerable<Block> Blocks => Sections.SelectMany(section => section.Blocks);

    /// <summary>The block that a field stands in; null when there is none.</summary>
    public Block? BlockOf(string key) => key.Split('.', Block.PartyMark) is [var id, ..] ? Blocks.FirstOrDefault(b => b.Id == id) : null;

    /// <summary>True for a field that may be left blank whatever the other answers are: neither it nor a rule asks for an answer. A cost that differs
    /// from the grant asks for its comment.</summary>
    public bool IsOptional(Field field) => !field.Required && BlockOf(field.Key) is { } block and not EconomyBlock
        && !Rules.OfType<RequiredRule>().Any(rule => rule.Fields.Contains($"{block.Id}{field.Key[field.Key.IndexOf('.', StringComparison.Ordinal)..]}", StringComparer.Ordinal));

    /// <summary>The answers with the sums over the parties of shared blocks, under the keys that rules and drafts name. What stands there already is
    /// no sum: it was answered before the initiative had parties.</summary>
    public AnswerSheet WithSums(Initiative initiative, AnswerSheet answers)
    {
        var shared = SectionsFor(initiative).SelectMany(s => s.Blocks).Where(b => b.IsSharedFor(initiative)).ToArray();
        return shared.SelectMany(b => b.OwnFields(initiative)).Aggregate(answers, (sheet, field) => sheet.With(field.Key, null))
            .With(AnswerSheet.Of(shared.SelectMany(b => b.SumsOverParties(initiative, answers))));
    }

    /// <summary>The parts an initiative's form is filled in by, each saved by itself: the sections, and of shared blocks one for each party.</summary>
    public IEnumerable<FormPart> PartsFor(Initiative initiative) => SectionsFor(initiative).SelectMany(section => section.PartsFor(initiative));

    /// <summary>The sections an initiative is asked.</summary>
    public IEnumerable<Section> SectionsFor(Initiative initiative) => Sections.Where(section => section.Asks(initiative));

    /// <summary>What to have at hand for the sections an initiative is asked.</summary>
    public ImmutableArray<string> HaveAtHandFor(Initiative initiative) => [.. Preparations.Where(p => p.IsFor(initiative, SectionsFor(initiative))).Select(p => p.Text)];

    /// <summary>The fields an initiative is asked, over all its sections.</summary>
    public IEnumerable<Field> FieldsFor(Initiative initiative) =>
        SectionsFor(initiative).SelectMany(section => section.FieldsFor(initiative));
}

/// <summary>A section: one page of the form, saved by itself.</summary>
/// <param name="Id">Stable; part of the page's address.</param>
/// <param name="Title">The page's heading.</param>
/// <param name="AskedOf">Which kind of initiative gets it unless the initiative says otherwise.</param>
/// <param name="Blocks">The questions.</param>
/// <param name="Help">What to think of, below the heading.</param>
public sealed record Section(string Id, string Title, AskedOf AskedOf, ImmutableArray<Block> Blocks, string? Help = null)
{
    /// <summary>True when the section is put to the initiative.</summary>
    public bool Asks(Initiative initiative) => initiative.Sections.IsDefaultOrEmpty
        ? AskedOf switch
        {
            AskedOf.Individual => initiative.Kind == InitiativeKind.Individual,
            AskedOf.Structural => initiative.Kind == InitiativeKind.Structural,
            AskedOf.Everyone => true,
            _ => false,
        }
        : initiative.Sections.Contains(Id, StringComparer.Ordinal);

    /// <summary>The section itself, and one part for each party where a block is shared.</summary>
    public IEnumerable<FormPart> PartsFor(Initiative initiative)
    {
        yield return new FormPart(this, null, [.. Blocks.Where(b => !b.IsSharedFor(initiative))]);
        if (Blocks.Where(b => b.IsSharedFor(initiative)).ToImmutableArray() is { IsEmpty: false } shared)
        {
            foreach (var party in initiative.Parties)
            {
                yield return new FormPart(this, party, shared);
            }
        }
    }

    /// <summary>The section's fields for an initiative.</summary>
    public IEnumerable<Field> FieldsFor(Initiative initiative) => Blocks.SelectMany(block => block.FieldsFor(initiative));
}

/// <summary>What is filled in and saved at a time: a section, or a party's share of it.</summary>
/// <param name="Section">The section.</param>
/// <param name="Party">The party; null for the section itself.</param>
/// <param name="Blocks">The questions.</param>
public sealed record FormPart(Section Section, ReportingParty? Party, ImmutableArray<Block> Blocks)
{
    /// <summary>The id in addresses and keys: "ekonomi", "timmar@ockelbo".</summary>
    public string Id => Party is null ? Section.Id : $"{Section.Id}{Block.PartyMark}{Party.Id}";

    /// <summary>The page's heading.</summary>
    public string Title => Party is null ? Section.Title : $"{Section.Title}, {Party.Name}";

    /// <summary>The part's fields.</summary>
    public IEnumerable<Field> FieldsFor(Initiative initiative) => Blocks.SelectMany(block => FieldsOf(block, initiative));

    /// <summary>The fields of one of its blocks, under the keys they are saved by.</summary>
    public IEnumerable<Field> FieldsOf(Block block, Initiative initiative) => Party is null ? block.OwnFields(initiative) : block.FieldsOf(Party, initiative);

    /// <summary>The answers to one of its blocks under the block's own keys, also where a party answers it: what totals and derived rows are made of.</summary>
    public AnswerSheet AnswersTo(Block block, Initiative initiative, AnswerSheet answers) => Party is null ? answers : AnswerSheet.Of(
        from field in block.OwnFields(initiative)
        let answer = answers[block.PartyKey(field.Key, Party.Id)]
        where answer is not null
        select KeyValuePair.Create(field.Key, answer));
}

/// <summary>Which initiatives a section is put to when they do not say themselves.</summary>
public enum AskedOf
{
    /// <summary>All.</summary>
    Everyone,

    /// <summary>Individinriktade.</summary>
    Individual,

    /// <summary>Strukturövergripande.</summary>
    Structural,

    /// <summary>Only those that name the section themselves.</summary>
    Named,
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Goals;

namespace Finsam.Domain.Initiatives;

/// <summary>An insats that the association finances.</summary>
public sealed record Initiative
{
    /// <summary>The id in addresses and keys (<see cref="Identifier"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The name, spelt once for every table.</summary>
    public required string Name { get; init; }

    /// <summary>Individinriktad or strukturövergripande.</summary>
    public required InitiativeKind Kind { get; init; }

    /// <summary>The heading it stands under in print, where the initiatives are grouped ("Samverkansforum").</summary>
    public string? Heading { get; init; }

    /// <summary>Preciserad inriktning as in Uppföljning Finsam, printed in the appendix.</summary>
    public string? Orientation { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day as first agreed. A decision may move it: <see cref="End"/> is what holds.</summary>
    [JsonPropertyName("end")]
    public required DateOnly AgreedEnd { get; init; }

    /// <summary>Syfte.</summary>
    public string? Purpose { get; init; }

    /// <summary>Specifik målgrupp, where it is narrower than the association's.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>Deltagarregistrering as printed ("Volyminsats"), where the association states it.</summary>
    public string? Registration { get; init; }

    /// <summary>The municipalities it works in, where it is not all of them.</summary>
    public ImmutableArray<string> Municipalities { get; init; } = [];

    /// <summary>Huvudman: who answers for the initiative and reports it.</summary>
    public required string Owner { get; init; }

    /// <summary>Samverkansparter.</summary>
    public ImmutableArray<string> Partners { get; init; } = [];

    /// <summary>Where the public can read more.</summary>
    public Uri? Link { get; init; }

    /// <summary>The initiative's goals, in order.</summary>
    public ImmutableArray<InitiativeGoal> Goals { get; init; } = [];

    /// <summary>Which of the association's money pays it.</summary>
    public FundingSource FundedFrom { get; init; } = FundingSource.Initiatives;

    /// <summary>What the board has decided about its money.</summary>
    public ImmutableArray<FundingDecision> Decisions { get; init; } = [];

    /// <summary>What has been agreed with each party: Trisam's hours are thirteen parties'.</summary>
    public ImmutableArray<Agreement> Agreements { get; init; } = [];

    /// <summary>What has been paid out.</summary>
    public ImmutableArray<Payment> Payments { get; init; } = [];

    /// <summary>Who gets the form link.</summary>
    public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>Who is told when the report is late, where the schedule says so.</summary>
    public ImmutableArray<EscalationContact> Escalation { get; init; } = [];

    /// <summary>The parties that each answer their own share of the blocks that are shared by party.</summary>
    public ImmutableArray<ReportingParty> Parties { get; init; } = [];

    /// <summary>The sections it is asked, by id; empty means those its kind proposes. Trisam is structural and still reports 853 persons.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>The group it is printed in, if any: Trisam's two initiatives are one row.</summary>
    public string? Group { get; init; }

    /// <summary>The association's goals that its assessment feeds.</summary>
    public ImmutableArray<string> FeedsGoals { get; init; } = [];

    /// <summary>The last day, itself part of the initiative: the one the latest decision set, else the one first agreed.</summary>
    [JsonIgnore]
    public DateOnly End => Decisions.Where(d => d.NewEnd is not null).MaxBy(d => d.Date ?? DateOnly.MinValue)?.NewEnd ?? AgreedEnd;

    /// <summary>What was granted for <paramref name="year"/>, all its decisions taken together; null when nothing is on record, which is not zero.</summary>
    public decimal? GrantedIn(int year) =>
        Decisions.Any(d => d.Year == year) ? Decisions.Where(d => d.Year == year).Sum(d => d.Effect) : null;

    /// <summary>What remains of the grants at the end of a day: everything decided less everything paid (Jämtland's Not 6). A decision whose date
    /// is not on record counts on every day: a grant is older than the initiative, and nobody knows by how much.</summary>
    public decimal RemainingAt(DateOnly date) =>
        Decisions.Where(d => d.Date is null || d.Date <= date).Sum(d => d.Effect) - Payments.Where(p => p.Date <= date).Sum(p => p.Kronor);

    /// <summary>True when any of its days lies in the span, both ends included.</summary>
    public bool Overlaps(DateOnly from, DateOnly to) => Start <= to && End >= from;

    /// <summary>Avslutad or pågående follows from the dates, never from what somebody typed.</summary>
    public bool HasEndedBy(DateOnly date) => End <= date;
}

/// <summary>The two kinds of insatser of Uppföljning Finsam.</summary>
public enum InitiativeKind
{
    /// <summary>Individinriktad.</summary>
    Individual,

    /// <summary>Strukturövergripande.</summary>
    Structural,
}

/// <summary>Which of the association's money pays an initiative.</summary>
public enum FundingSource
{
    /// <summary>Insatsmedel: belongs to the outcome table and its total.</summary>
    Initiatives,

    /// <summary>The association's other means (Välfärdsguiden): printed, but outside the total.</summary>
    Other,
}

/// <summary>Someone who is told when an initiative's report is late, where the schedule says so: the owner's head. Gets no form link.</summary>
/// <param name="Id">Stable within the initiative, and no contact's.</param>
/// <param name="Name">The name or function the mail greets.</param>
/// <param name="Email">Where it is sent.</param>
public sealed record EscalationContact(string Id, string Name, string Email);

/// <summary>Someone who gets an initiative's form link.</summary>
/// <param name="Id">Stable within the initiative.</param>
/// <param name="Name">The name or function the mail greets.</param>
/// <param name="Email">Where the link is sent.</param>
public sealed record Contact(string Id, string Name, string Email)
{
    /// <summary>The sections the contact answers; empty means the whole report.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>The party the contact answers for, and nothing else; null for those who answer for the initiative.</summary>
    public string? Party { get; init; }

    /// <summary>True when the contact answers the part.</summary>
    public bool Answers(Templates.FormPart part) => Party is not null
        ? part.Party?.Id == Party
        : Sections.IsDefaultOrEmpty || Sections.Contains(part.Section.Id, StringComparer.Ordinal);
}

/// <summary>A party that answers its own share of a report: one of the thirteen that give hours to Trisam.</summary>
/// <param name="Id">The id in keys; contacts point at it.</param>
/// <param name="Name">The name the form says.</param>
public sealed record ReportingParty(string Id, string Name);

/// <summary>Several initiatives printed as one row.</summary>
/// <param name="Id">The id that initiatives point at.</param>
/// <param name="Name">The row's name.</param>
public sealed record InitiativeGroup(string Id, string Name);

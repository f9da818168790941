using System.Collections.Immutable;

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

    /// <summary>Preciserad inriktning as in Uppföljning Finsam, printed in the appendix.</summary>
    public string? Orientation { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day, itself part of the initiative.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Syfte.</summary>
    public string? Purpose { get; init; }

    /// <summary>Specifik målgrupp, where it is narrower than the association's.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>Deltagarregistrering as printed ("Volyminsats"), where the association states it.</summary>
    public string? Registration { get; init; }

    /// <summary>Huvudman: who answers for the initiative and reports it.</summary>
    public required string Owner { get; init; }

    /// <summary>Samverkansparter.</summary>
    public ImmutableArray<string> Partners { get; init; } = [];

    /// <summary>Where the public can read more.</summary>
    public Uri? Link { get; init; }

    /// <summary>The initiative's goals, in order.</summary>
    public ImmutableArray<InitiativeGoal> Goals { get; init; } = [];

    /// <summary>What the association has granted, by year.</summary>
    public ImmutableArray<Funding> Funding { get; init; } = [];

    /// <summary>Who gets the form link.</summary>
    public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>The sections it is asked, by id; empty means those its kind proposes. Trisam is structural and still reports 853 persons.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    /// <summary>The group it is printed in, if any: Trisam's two initiatives are one row.</summary>
    public string? Group { get; init; }

    /// <summary>The association's goals that its assessment feeds.</summary>
    public ImmutableArray<string> FeedsGoals { get; init; } = [];

    /// <summary>What was granted for <paramref name="year"/>; null when nothing is on record, which is not zero.</summary>
    public Funding? FundingIn(int year) => Funding.FirstOrDefault(f => f.Year == year);

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

/// <summary>A goal of an initiative.</summary>
/// <param name="Id">Stable within the initiative; answers point at it.</param>
/// <param name="Text">The goal word for word.</param>
public sealed record InitiativeGoal(string Id, string Text);

/// <summary>What the association has granted an initiative for a year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="GrantedKronor">Exact kronor, decisions added and returns taken off.</param>
/// <param name="Source">Which of the association's money pays it.</param>
public sealed record Funding(int Year, decimal GrantedKronor, FundingSource Source = FundingSource.Initiatives);

/// <summary>Which of the association's money pays an initiative.</summary>
public enum FundingSource
{
    /// <summary>Insatsmedel: belongs to the outcome table and its total.</summary>
    Initiatives,

    /// <summary>The association's other means (Välfärdsguiden): printed, but outside the total.</summary>
    Other,
}

/// <summary>Someone who gets an initiative's form link.</summary>
/// <param name="Id">Stable within the initiative.</param>
/// <param name="Name">The name or function the mail greets.</param>
/// <param name="Email">Where the link is sent.</param>
public sealed record Contact(string Id, string Name, string Email);

/// <summary>Several initiatives printed as one row.</summary>
/// <param name="Id">The id that initiatives point at.</param>
/// <param name="Name">The row's name.</param>
public sealed record InitiativeGroup(string Id, string Name);

/// <summary>What the accounts say an initiative or a group cost. Kept beside what its owner reported; a difference is a finding.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Row">The initiative's or the group's id.</param>
/// <param name="Kronor">Exact kronor.</param>
public sealed record BookedOutcome(int Year, string Row, decimal Kronor);

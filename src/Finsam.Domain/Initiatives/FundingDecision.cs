using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Associations;

namespace Finsam.Domain.Initiatives;

/// <summary>A decision of the board's about an initiative's money. One that covers several years is several: same date and §, a year each.</summary>
public sealed record FundingDecision
{
    /// <summary>The meeting's date; null when the record does not know it, which is said and not made up.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The minutes' paragraph, e.g. "§ 90".</summary>
    public string? Paragraph { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The calendar year the money is for.</summary>
    public required int Year { get; init; }

    /// <summary>Exact kronor, never negative: whether they come or go follows from <see cref="Kind"/>.</summary>
    public required decimal Kronor { get; init; }

    /// <summary>The initiative's new last day, where the decision moves it.</summary>
    public DateOnly? NewEnd { get; init; }

    /// <summary>Words to print beside it ("Mysam koordinatör utökning").</summary>
    public string? Note { get; init; }

    /// <summary>What the decision does to the grant: kronor, negative for what goes back.</summary>
    [JsonIgnore]
    public decimal Effect => Kind is DecisionKind.Return or DecisionKind.EarlyEnd ? -Kronor : Kronor;
}

/// <summary>What can be decided about an initiative's money.</summary>
public enum DecisionKind
{
    /// <summary>Bevilja.</summary>
    Grant,

    /// <summary>Tillägg.</summary>
    Supplement,

    /// <summary>Återlämnande.</summary>
    Return,

    /// <summary>Avslut i förtid: what is left for the year goes back, and the last day moves.</summary>
    EarlyEnd,

    /// <summary>Ändrad tid: only the last day moves.</summary>
    Extension,
}

/// <summary>An agreement (avtal, överenskommelse) with a party that carries out or pays a part of an initiative.</summary>
public sealed record Agreement
{
    /// <summary>The party, as printed.</summary>
    public required string Party { get; init; }

    /// <summary>When it was signed.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>First day it holds; null: the initiative's.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day it holds; null: the initiative's.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What the party puts in, as printed ("0,5 tjänst").</summary>
    public string? Posts { get; init; }

    /// <summary>The association's own number for it (dnr).</summary>
    public string? Reference { get; init; }

    /// <summary>What the party may draw, by year; empty when the agreement states no amount.</summary>
    public ImmutableArray<YearAmount> Kronor { get; init; } = [];
}

/// <summary>Money paid out for an initiative.</summary>
public sealed record Payment
{
    /// <summary>The day it was paid.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Exact kronor; negative for what came back.</summary>
    public required decimal Kronor { get; init; }

    /// <summary>The party that was paid.</summary>
    public required string Party { get; init; }

    /// <summary>The calendar year whose costs it covers.</summary>
    public required int Year { get; init; }

    /// <summary>Words of the association's own ("T2", an invoice's number).</summary>
    public string? Note { get; init; }
}

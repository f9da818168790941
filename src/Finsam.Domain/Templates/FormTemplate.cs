using System.Collections.Immutable;
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

    /// <summary>What to have at hand before one starts.</summary>
    public ImmutableArray<string> HaveAtHand { get; init; } = [];

    /// <summary>The sections in order.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>What must hold between answers.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>The sections an initiative is asked.</summary>
    public IEnumerable<Section> SectionsFor(Initiative initiative) => Sections.Where(section => section.Asks(initiative));

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

    /// <summary>The section's fields for an initiative.</summary>
    public IEnumerable<Field> FieldsFor(Initiative initiative) => Blocks.SelectMany(block => block.FieldsFor(initiative));
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

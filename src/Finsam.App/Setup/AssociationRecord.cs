using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup;

/// <summary>An association's whole record, as a package holds it.</summary>
public sealed record AssociationRecord
{
    /// <summary>association.json.</summary>
    public required Association Association { get; init; }

    /// <summary>initiatives.json.</summary>
    public required InitiativeFile Initiatives { get; init; }

    /// <summary>booked.json.</summary>
    public required BookedFile Booked { get; init; }

    /// <summary>periods.json.</summary>
    public required PeriodFile Periods { get; init; }

    /// <summary>templates/*.json, in id order.</summary>
    public required ImmutableArray<FormTemplate> Templates { get; init; }

    /// <summary>outlines/*.json, in id order.</summary>
    public required ImmutableArray<Outline> Outlines { get; init; }
}

/// <summary>initiatives.json.</summary>
public sealed record InitiativeFile
{
    /// <summary>Groups that are printed as one row.</summary>
    public ImmutableArray<InitiativeGroup> Groups { get; init; } = [];

    /// <summary>The initiatives, in the order they are printed.</summary>
    public required ImmutableArray<Initiative> Initiatives { get; init; }
}

/// <summary>booked.json: what the accounts say.</summary>
public sealed record BookedFile
{
    /// <summary>One entry per year and row.</summary>
    public ImmutableArray<BookedOutcome> Booked { get; init; } = [];
}

/// <summary>periods.json.</summary>
public sealed record PeriodFile
{
    /// <summary>The periods.</summary>
    public required ImmutableArray<ReportingPeriod> Periods { get; init; }
}

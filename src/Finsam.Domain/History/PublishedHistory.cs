using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.History;

/// <summary>What was published before: earlier years' figures, each with where it stands, so that the first report already has its five-year table.</summary>
public sealed record PublishedHistory
{
    /// <summary>The documents the figures stand in.</summary>
    public ImmutableArray<PublishedDocument> Documents { get; init; } = [];

    /// <summary>The measures' names and units.</summary>
    public ImmutableArray<HistoryMeasure> Measures { get; init; } = [];

    /// <summary>The figures.</summary>
    public ImmutableArray<HistoryFigure> Figures { get; init; } = [];

    /// <summary>The comparison of record: of the figures that were published for the same thing, the one in the document that the board adopted
    /// for that very year, else in the latest adopted, else in the latest. A figure about other dates than the year is found only where there is no
    /// other. Null when none was published.</summary>
    public HistoryFigure? Find(string measure, int year, string? initiative = null, Gender? gender = null, Scope scope = Scope.Year) =>
        Figures.Where(f => f.Measure == measure && f.Year == year && f.Initiative == initiative && f.Gender == gender && f.Scope == scope)
            .OrderBy(f => f.IsOfOtherDates)
            .ThenByDescending(f => Document(f) is { Adopted: not null } d && d.Year == year)
            .ThenByDescending(f => Document(f)?.Adopted ?? DateOnly.MinValue)
            .ThenByDescending(f => Document(f)?.Year)
            .FirstOrDefault();

    /// <summary>The document a figure stands in.</summary>
    public PublishedDocument? Document(HistoryFigure figure) => Documents.FirstOrDefault(d => d.Id == figure.Document);
}

/// <summary>A document that was published.</summary>
/// <param name="Id">The id that figures point at.</param>
/// <param name="Title">"Årsredovisning 2022".</param>
/// <param name="Year">The year it is about.</param>
public sealed record PublishedDocument(string Id, string Title, int Year)
{
    /// <summary>When the board adopted it: the fastställda document is the comparison of record.</summary>
    public DateOnly? Adopted { get; init; }

    /// <summary>The minutes' paragraph.</summary>
    public string? Paragraph { get; init; }

    /// <summary>The association's own number for it (dnr).</summary>
    public string? Reference { get; init; }
}

/// <summary>Something that is followed over the years.</summary>
/// <param name="Id">The id that figures point at.</param>
/// <param name="Name">As printed in the first column.</param>
/// <param name="Unit">"personer", "kr", "%", "årsarbetare".</param>
public sealed record HistoryMeasure(string Id, string Name, string Unit)
{
    /// <summary>The row of the reports' matrix that gives the year's own figure ("deltagare.deltagit"); null for what no report gives.</summary>
    public string? Row { get; init; }
}

/// <summary>A figure that was published, marked in print as "från tidigare årsredovisning".</summary>
public sealed record HistoryFigure
{
    /// <summary>What it measures.</summary>
    public required string Measure { get; init; }

    /// <summary>The calendar year it is about.</summary>
    public required int Year { get; init; }

    /// <summary>What it covers.</summary>
    public Scope Scope { get; init; } = Scope.Year;

    /// <summary>The initiative; null for the association's total.</summary>
    public string? Initiative { get; init; }

    /// <summary>The gender; null for all.</summary>
    public Gender? Gender { get; init; }

    /// <summary>The figure, in the measure's unit: what holds, corrected where it was wrong.</summary>
    public required decimal Value { get; init; }

    /// <summary>The document it stands in.</summary>
    public required string Document { get; init; }

    /// <summary>First and last day, where the figure is about other dates than the year (a cohort followed up).</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of those dates.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True for a figure about other dates than the year: never to be reckoned with as the year's.</summary>
    [JsonIgnore]
    public bool IsOfOtherDates => From is not null || To is not null;

    /// <summary>True for a figure that was printed as "ca".</summary>
    public bool Approximate { get; init; }

    /// <summary>The page.</summary>
    public int? Page { get; init; }

    /// <summary>What was wrong with it in print, where something was: said in a footnote.</summary>
    public FigureCorrection? Correction { get; init; }
}

/// <summary>A correction of a published figure.</summary>
/// <param name="Printed">What the document says.</param>
/// <param name="Date">When it was corrected.</param>
/// <param name="Reason">Why, as the footnote says it.</param>
public sealed record FigureCorrection(decimal Printed, DateOnly Date, string Reason);

/// <summary>A figure that only a person can know, such as "unika personer": entered with its source, never reckoned.</summary>
public sealed record EnteredFigure
{
    /// <summary>What it measures ("unika-personer").</summary>
    public required string Measure { get; init; }

    /// <summary>The period it is about.</summary>
    public required string Period { get; init; }

    /// <summary>The initiative; null for the association's total.</summary>
    public string? Initiative { get; init; }

    /// <summary>What it covers.</summary>
    public Scope Scope { get; init; } = Scope.Period;

    /// <summary>The gender; null for all.</summary>
    public Gender? Gender { get; init; }

    /// <summary>The figure.</summary>
    public required decimal Value { get; init; }

    /// <summary>Where it comes from, as printed: "Uppföljning Finsam, uttag 2024-01-15".</summary>
    public required string Source { get; init; }
}

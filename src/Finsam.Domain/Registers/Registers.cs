using System.Collections.Immutable;

namespace Finsam.Domain.Registers;

/// <summary>Who and what belongs to an association from when to when: what a report of a year prints is what held that year.</summary>
public sealed record AssociationRegisters
{
    /// <summary>The board and the other bodies.</summary>
    public ImmutableArray<Body> Bodies { get; init; } = [];

    /// <summary>Who sits in them.</summary>
    public ImmutableArray<Seat> Seats { get; init; } = [];

    /// <summary>Revisorer.</summary>
    public ImmutableArray<Auditor> Auditors { get; init; } = [];

    /// <summary>Kansli.</summary>
    public ImmutableArray<StaffPost> Staff { get; init; } = [];

    /// <summary>What is bought: ekonomitjänst, löneservice, dataskyddsombud.</summary>
    public ImmutableArray<BoughtService> Services { get; init; } = [];

    /// <summary>The board's decisions that are printed and are not about an initiative's money.</summary>
    public ImmutableArray<BoardDecision> Decisions { get; init; } = [];

    /// <summary>Meetings whose dates are known.</summary>
    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    /// <summary>How many meetings a body had in a year, where only the number is known.</summary>
    public ImmutableArray<MeetingCount> MeetingCounts { get; init; } = [];

    /// <summary>Ordlista.</summary>
    public ImmutableArray<GlossaryTerm> Glossary { get; init; } = [];

    /// <summary>Bilagor, by the year of the document they belong to.</summary>
    public ImmutableArray<DocumentAppendix> Appendices { get; init; } = [];

    /// <summary>How many årsarbetare the office had on a day; null when a post's share is not known.</summary>
    public decimal? FullTimeStaffOn(DateOnly date)
    {
        var posts = Staff.Where(s => Tenure.Holds(s, date)).ToImmutableArray();
        return posts.IsEmpty || posts.Any(s => s.Percent is null) ? null : posts.Sum(s => s.Percent!.Value) / 100m;
    }

    /// <summary>How many times a body met in a year: the number that was stated, else the dates; null when neither is known.</summary>
    public int? MeetingsIn(string body, int year) =>
        MeetingCounts.FirstOrDefault(c => c.Body == body && c.Year == year)?.Count
        ?? (Meetings.Any(m => m.Body == body && m.Date.Year == year) ? Meetings.Count(m => m.Body == body && m.Date.Year == year) : null);
}

/// <summary>Something that holds from a day to a day; an end that is left out is open.</summary>
public interface ITenure
{
    /// <summary>First day; null: from the beginning.</summary>
    DateOnly? From { get; }

    /// <summary>Last day; null: still.</summary>
    DateOnly? To { get; }
}

/// <summary>What holds when.</summary>
public static class Tenure
{
    /// <summary>True when it holds on the day.</summary>
    public static bool Holds(ITenure tenure, DateOnly date) => (tenure.From ?? date) <= date && date <= (tenure.To ?? date);

    /// <summary>True when it holds on any day of the span.</summary>
    public static bool HoldsIn(ITenure tenure, DateOnly from, DateOnly to) => (tenure.From ?? to) <= to && (tenure.To ?? from) >= from;
}

/// <summary>A body of the association's.</summary>
/// <param name="Id">The id that seats and meetings point at.</param>
/// <param name="Name">As printed.</param>
/// <param name="Kind">What it is.</param>
public sealed record Body(string Id, string Name, BodyKind Kind);

/// <summary>The kinds of bodies.</summary>
public enum BodyKind
{
    /// <summary>Styrelse (10 and 17 §§ lag 2003:1210).</summary>
    Board,

    /// <summary>Arbetsutskott.</summary>
    WorkingCommittee,

    /// <summary>Beredningsgrupp.</summary>
    PreparatoryGroup,

    /// <summary>Medlemssamråd.</summary>
    Consultation,

    /// <summary>Any other: utvecklingsgrupp, lokala samverkansgrupper.</summary>
    Other,
}

/// <summary>A seat in a body.</summary>
public sealed record Seat : ITenure
{
    /// <summary>The body.</summary>
    public required string Body { get; init; }

    /// <summary>Whoever holds it; null when the record leaves the name out.</summary>
    public string? Holder { get; init; }

    /// <summary>The member or part of it that the seat is for; null for a seat that follows an office ("styrelsens ordförande").</summary>
    public string? Organisation { get; init; }

    /// <summary>The row several organisations share in print ("Kommunerna").</summary>
    public string? Group { get; init; }

    /// <summary>Ordförande, vice ordförande or ledamot.</summary>
    public SeatRole Role { get; init; } = SeatRole.Member;

    /// <summary>Ordinarie or ersättare.</summary>
    public SeatKind Kind { get; init; } = SeatKind.Ordinary;

    /// <summary>The holder's title in the own organisation.</summary>
    public string? Title { get; init; }

    /// <summary>True when nobody holds it: printed as "Saknas".</summary>
    public bool Vacant { get; init; }

    /// <summary>True for whoever signs the association's documents. Those who sit at signing sign, also for an earlier year.</summary>
    public bool Signs { get; init; }

    /// <inheritdoc/>
    public DateOnly? From { get; init; }

    /// <inheritdoc/>
    public DateOnly? To { get; init; }
}

/// <summary>The roles in a body.</summary>
public enum SeatRole
{
    /// <summary>Ledamot.</summary>
    Member,

    /// <summary>Ordförande.</summary>
    Chair,

    /// <summary>Vice ordförande.</summary>
    ViceChair,
}

/// <summary>The two kinds of seats.</summary>
public enum SeatKind
{
    /// <summary>Ordinarie.</summary>
    Ordinary,

    /// <summary>Ersättare.</summary>
    Deputy,
}

/// <summary>A revisor or a biträde (25 § lag 2003:1210).</summary>
public sealed record Auditor : ITenure
{
    /// <summary>The person; null when the record leaves the name out.</summary>
    public string? Name { get; init; }

    /// <summary>The firm.</summary>
    public string? Firm { get; init; }

    /// <summary>Whom the auditor audits for: "staten", "Region Gävleborg och länets kommuner"; null for all.</summary>
    public string? For { get; init; }

    /// <summary>Who appointed the auditor.</summary>
    public string? AppointedBy { get; init; }

    /// <summary>Revisor or sakkunnigt biträde.</summary>
    public AuditorKind Kind { get; init; } = AuditorKind.Auditor;

    /// <inheritdoc/>
    public DateOnly? From { get; init; }

    /// <inheritdoc/>
    public DateOnly? To { get; init; }
}

/// <summary>The kinds of auditors.</summary>
public enum AuditorKind
{
    /// <summary>Revisor.</summary>
    Auditor,

    /// <summary>Sakkunnigt biträde.</summary>
    Assistant,
}

/// <summary>A post in the office, employed, lent or bought.</summary>
public sealed record StaffPost : ITenure
{
    /// <summary>The post: "Förbundschef".</summary>
    public required string Title { get; init; }

    /// <summary>Per cent of full time, 0 to 100 a post; null when it is not on record, which is not zero.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Who employs the holder, where it is not the association.</summary>
    public string? Employer { get; init; }

    /// <inheritdoc/>
    public DateOnly? From { get; init; }

    /// <inheritdoc/>
    public DateOnly? To { get; init; }
}

/// <summary>A service that the association buys.</summary>
public sealed record BoughtService : ITenure
{
    /// <summary>What is bought.</summary>
    public required string What { get; init; }

    /// <summary>From whom.</summary>
    public required string Supplier { get; init; }

    /// <inheritdoc/>
    public DateOnly? From { get; init; }

    /// <inheritdoc/>
    public DateOnly? To { get; init; }
}

/// <summary>A decision of the board's that is not about an initiative's money.</summary>
/// <param name="Date">The meeting's date.</param>
/// <param name="Text">What was decided.</param>
public sealed record BoardDecision(DateOnly Date, string Text)
{
    /// <summary>The minutes' paragraph.</summary>
    public string? Paragraph { get; init; }
}

/// <summary>A meeting of a body.</summary>
/// <param name="Body">The body.</param>
/// <param name="Date">The day.</param>
public sealed record Meeting(string Body, DateOnly Date)
{
    /// <summary>What is taken up, where it matters to the årshjul ("delårsrapport").</summary>
    public string? About { get; init; }
}

/// <summary>How many times a body met in a year.</summary>
/// <param name="Body">The body.</param>
/// <param name="Year">The calendar year.</param>
/// <param name="Count">How many times.</param>
public sealed record MeetingCount(string Body, int Year, int Count);

/// <summary>A term and what it means.</summary>
/// <param name="Term">The term.</param>
/// <param name="Meaning">What it means.</param>
public sealed record GlossaryTerm(string Term, string Meaning);

/// <summary>An appendix of a document.</summary>
/// <param name="Year">The year of the document.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Title">Its title.</param>
public sealed record DocumentAppendix(int Year, int Number, string Title)
{
    /// <summary>The initiative whose final report it is.</summary>
    public string? Initiative { get; init; }
}

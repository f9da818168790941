namespace Finsam.Domain.Periods;

/// <summary>A day of the årshjul.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Title">What happens, in Swedish.</param>
/// <param name="Source">The law or other rule that sets the day, as printed; null when the association does.</param>
/// <param name="Meeting">The board meeting it belongs to, if any.</param>
/// <param name="Period">The id of the reporting period it belongs to, if any.</param>
public sealed record YearCycleEntry(
    DateOnly Date, YearCycleEntryKind Kind, string Title, string? Source = null, DateOnly? Meeting = null, string? Period = null);

/// <summary>What happens on a day of the årshjul. On the same day they stand in this order.</summary>
public enum YearCycleEntryKind
{
    /// <summary>A reporting period opens.</summary>
    Opens,

    /// <summary>The last day of a reporting period's reports.</summary>
    Due,

    /// <summary>The day after which a reporting period's links no longer open.</summary>
    Closes,

    /// <summary>The owners' last day, reckoned back from a meeting.</summary>
    OwnersLastDay,

    /// <summary>The draft for a meeting is ready.</summary>
    DraftReady,

    /// <summary>The material for a meeting goes out.</summary>
    MaterialOut,

    /// <summary>A board meeting.</summary>
    Meeting,

    /// <summary>The last day of a statutory duty.</summary>
    Statutory,
}

using System.Collections.Immutable;
using Finsam.Domain.Reports;

namespace Finsam.App.Reminders;

/// <summary>What an hourly tick has to look at, by date, so that it never reads every period. An entry says only "look at this":
/// what is to be done follows from the period and the report, so an entry too many does no harm.</summary>
public interface IDueIndex
{
    /// <summary>The entries of a date or earlier, oldest first: after an outage nothing is passed by.</summary>
    Task<ImmutableArray<DueEntry>> UpToAsync(DateOnly date, CancellationToken cancellation);

    /// <summary>Adds an entry, or writes the one that is there anew: whoever has read it does not remove it.</summary>
    Task AddAsync(DueEntry entry, CancellationToken cancellation);

    /// <summary>Removes an entry that was read. One that is gone already is no error; one that somebody has added again since it was read stays, to be looked at once more.</summary>
    Task RemoveAsync(DueEntry entry, CancellationToken cancellation);

    /// <summary>Keeps when everything was last gone through.</summary>
    Task TickedAsync(DateTimeOffset at, CancellationToken cancellation);

    /// <summary>When everything was last gone through; null when it never was.</summary>
    Task<DateTimeOffset?> LastTickAsync(CancellationToken cancellation);
}

/// <summary>Something to look at on a date.</summary>
/// <param name="Date">The Swedish date.</param>
/// <param name="Period">The period.</param>
/// <param name="Initiative">The initiative whose report it is; null for the period itself.</param>
/// <param name="Version">Which writing of the entry was read; null for one that is only to be added.</param>
public sealed record DueEntry(DateOnly Date, PeriodKey Period, string? Initiative, string? Version = null);

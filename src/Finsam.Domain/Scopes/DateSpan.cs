using System.Text.Json.Serialization;

namespace Finsam.Domain.Scopes;

/// <summary>Whole days from one date to another, both ends included; at least one day, never inverted.</summary>
public readonly record struct DateSpan
{
    /// <summary>Makes the span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself part of the span.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    [JsonConstructor] // Without it a struct is read as its default, and no one would see it.
    public DateSpan(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        From = from;
        To = to;
    }

    // The dates have no init: a "with" would pass by the check.

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day, itself part of the span.</summary>
    public DateOnly To { get; }

    /// <summary>True for 1 January–31 December of one year.</summary>
    [JsonIgnore]
    public bool IsCalendarYear => From.Year == To.Year && From.DayOfYear == 1 && To is { Month: 12, Day: 31 };

    /// <summary>True when the day lies in the span, both ends included.</summary>
    public bool Contains(DateOnly date) => From <= date && date <= To;

    /// <summary>The days that lie in both spans; null when they don't meet.</summary>
    public DateSpan? Overlap(DateSpan other)
    {
        var from = From > other.From ? From : other.From;
        var to = To < other.To ? To : other.To;
        return from <= to ? new DateSpan(from, to) : null;
    }
}

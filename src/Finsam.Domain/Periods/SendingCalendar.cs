using System.Collections.Immutable;

namespace Finsam.Domain.Periods;

/// <summary>The days and hours on which mail goes out by itself: working days outside the association's pauses, in office hours.
/// What a person asks for by hand goes at once.</summary>
/// <param name="Pauses">The association's pauses.</param>
public sealed record SendingCalendar(ImmutableArray<SendingPause> Pauses)
{
    /// <summary>The first moment of a day at which mail goes out.</summary>
    public static readonly TimeOnly Opens = new(7, 0);

    /// <summary>The moment of a day from which it waits for the next.</summary>
    public static readonly TimeOnly Closes = new(19, 0);

    // No pause is longer (the package check): the search for a day always ends.
    private const int Year = 366;

    /// <summary>Every working day, without pauses.</summary>
    public static SendingCalendar WithoutPauses { get; } = new([]);

    /// <summary>True when mail goes out on the date.</summary>
    public bool IsSendingDay(DateOnly date) => !SwedishCalendar.IsDayOff(date) && !Pauses.Any(p => p.Contains(date));

    /// <summary>True when mail goes out at the instant.</summary>
    public bool IsSendingTime(DateTimeOffset now) =>
        TimeOnly.FromDateTime(SwedishTime.Local(now).DateTime) is var time && time >= Opens && time < Closes && IsSendingDay(SwedishTime.DateAt(now));

    /// <summary>The date, or the first sending day after it.</summary>
    public DateOnly From(DateOnly date) => Find(date, 1);

    /// <summary>The date, or the last sending day before it.</summary>
    public DateOnly UpTo(DateOnly date) => Find(date, -1);

    /// <summary>The next date on which mail goes out: today's when its hours are not over.</summary>
    public DateOnly NextFrom(DateTimeOffset now) =>
        From(TimeOnly.FromDateTime(SwedishTime.Local(now).DateTime) < Closes ? SwedishTime.DateAt(now) : SwedishTime.DateAt(now).AddDays(1));

    private DateOnly Find(DateOnly date, int step)
    {
        var found = date;
        for (var days = 0; days < Year && !IsSendingDay(found); days++)
        {
            found = found.AddDays(step);
        }

        return found;
    }
}

using Finsam.Domain.Reports;

namespace Finsam.App.Reminders.Calendars;

/// <summary>A report's last day, as an entry in a calendar.</summary>
public sealed record LastDay
{
    /// <summary>Which report: the entry's identity. Whatever changes, the same report is the same entry.</summary>
    public required ReportKey Report { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How many times anything may have changed: a calendar takes the entry with the highest.</summary>
    public required int Sequence { get; init; }

    /// <summary>When the entry is written.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>The association.</summary>
    public required string Association { get; init; }

    /// <summary>The chef's address.</summary>
    public required string Organizer { get; init; }

    /// <summary>The initiative's name.</summary>
    public required string Initiative { get; init; }

    /// <summary>The period's name.</summary>
    public required string Period { get; init; }

    /// <summary>True when the entry is to be taken out of the calendar.</summary>
    public bool IsWithdrawn { get; init; }
}

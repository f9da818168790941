using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Finsam.Domain.Periods;

/// <summary>A span that every initiative active in it reports on.</summary>
public sealed record ReportingPeriod
{
    /// <summary>The id in addresses and keys, e.g. "2023-helar".</summary>
    public required string Id { get; init; }

    /// <summary>The name people read, e.g. "helåret 2023".</summary>
    public required string Name { get; init; }

    /// <summary>Tertial, delår, helår …</summary>
    public required PeriodKind Kind { get; init; }

    /// <summary>First day reported on.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day reported on, itself part of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>The day the invitations go out.</summary>
    public required DateOnly Opens { get; init; }

    /// <summary>The owners' last day as it is written; <see cref="LastDay"/> is the day that holds.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>What becomes of <see cref="Due"/> when it is a day off. Söndagsregeln does not reach a day set by agreement, so it is the association's to say.</summary>
    public DeadlineShift DueShift { get; init; }

    /// <summary>The day after which links no longer open.</summary>
    public required DateOnly Closes { get; init; }

    /// <summary>The board meeting the draft is for, when it is set.</summary>
    public DateOnly? BoardMeeting { get; init; }

    /// <summary>The form that is sent out.</summary>
    public required string Template { get; init; }

    /// <summary>The outline of the draft.</summary>
    public required string Outline { get; init; }

    /// <summary>Invitation and reminders.</summary>
    public required ImmutableArray<ReminderStep> Reminders { get; init; }

    /// <summary>The owners' last day; the report is on time to the end of that Swedish day.</summary>
    [JsonIgnore]
    public DateOnly LastDay => SundayRule.Shift(Due, DueShift);

    /// <summary>The calendar year whose grants the period is measured against.</summary>
    [JsonIgnore]
    public int Year => End.Year;
}

/// <summary>The kinds of periods. A delår is due only if the förbundsordning says so; a first tertial is never a legal delårsrapport.</summary>
public enum PeriodKind
{
    /// <summary>January–April, May–August or September–December.</summary>
    Tertial,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>Six months.</summary>
    HalfYear,

    /// <summary>From 1 January to the date the förbundsordning names.</summary>
    Interim,

    /// <summary>The calendar year.</summary>
    FullYear,

    /// <summary>Slutrapport: an initiative's whole time. Never in a package; it follows from the initiative's end (<see cref="FinalReports"/>).</summary>
    Final,
}

/// <summary>One step of a period's mail schedule.</summary>
/// <param name="Id">Part of the key that makes the step reach a contact at most once.</param>
/// <param name="When">What the step is counted from.</param>
/// <param name="WorkingDays">How many working days before or after; 0 for <see cref="ReminderMoment.Opens"/> and <see cref="ReminderMoment.OnDue"/>.</param>
/// <param name="At">The Swedish wall-clock time.</param>
public sealed record ReminderStep(string Id, ReminderMoment When, int WorkingDays, TimeOnly At);

/// <summary>What a reminder step is counted from.</summary>
public enum ReminderMoment
{
    /// <summary>The day the period opens: the invitation.</summary>
    Opens,

    /// <summary>Working days before the last day.</summary>
    BeforeDue,

    /// <summary>The last day.</summary>
    OnDue,

    /// <summary>Working days after the last day.</summary>
    AfterDue,

    /// <summary>Working days after the last day, to those whom the initiative names for it and without a link. Only where the schedule has the step.</summary>
    Escalation,
}

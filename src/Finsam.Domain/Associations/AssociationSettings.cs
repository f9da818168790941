using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Periods;

namespace Finsam.Domain.Associations;

/// <summary>How an association reckons and prints. Every setting has a default, so that a new association need not know of it.</summary>
public sealed record AssociationSettings
{
    /// <summary>Kronor or tusental kronor, table kind by table kind.</summary>
    public MoneyUnits Units { get; init; } = new();

    /// <summary>Which outcome a published table shows where owners and accounts differ. Both are kept, and the difference is a finding.</summary>
    public OutcomeShown Outcome { get; init; } = OutcomeShown.Reported;

    /// <summary>How the last days are reckoned backwards from the board's meeting.</summary>
    public YearCycleSettings YearCycle { get; init; } = new();

    /// <summary>The delårsrapport, where the förbundsordning asks for one. No law does (21 and 24 §§ lag 2003:1210).</summary>
    public InterimReportRule? InterimReport { get; init; }

    /// <summary>Final reports, where the association asks for them.</summary>
    public FinalReportSettings? FinalReports { get; init; }

    /// <summary>The mail that tells what the year's reports will ask, where the association sends one.</summary>
    public QuestionsSettings? Questions { get; init; }

    /// <summary>How the association's mail goes out.</summary>
    public MailRules Mail { get; init; } = new();

    /// <summary>Where drafts can be saved, and are made PDF, by Microsoft 365.</summary>
    public SharePointPlace? SharePoint { get; init; }
}

/// <summary>"Det här frågar vi om i år": when it goes out. <see cref="QuestionsDate"/> says to whom and about what.</summary>
public sealed record QuestionsSettings
{
    /// <summary>The month of the day, 1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>The day, one that every year has; on a day off it is the next working day.</summary>
    public required int Day { get; init; }

    /// <summary>The Swedish wall-clock time.</summary>
    public required TimeOnly At { get; init; }
}

/// <summary>The unit of each kind of table. The stored figure is always exact kronor; the unit is how it is shown.</summary>
public sealed record MoneyUnits
{
    /// <summary>Outcome against budget.</summary>
    public MoneyUnit Outcome { get; init; } = MoneyUnit.Thousands;

    /// <summary>The year's decisions.</summary>
    public MoneyUnit Decisions { get; init; } = MoneyUnit.Kronor;

    /// <summary>What remains of the grants.</summary>
    public MoneyUnit Remaining { get; init; } = MoneyUnit.Kronor;

    /// <summary>Payments.</summary>
    public MoneyUnit Payments { get; init; } = MoneyUnit.Kronor;

    /// <summary>The adopted budget.</summary>
    public MoneyUnit Budget { get; init; } = MoneyUnit.Thousands;

    /// <summary>The members' contributions.</summary>
    public MoneyUnit Contributions { get; init; } = MoneyUnit.Thousands;

    /// <summary>The overview over several years.</summary>
    public MoneyUnit Overview { get; init; } = MoneyUnit.Thousands;
}

/// <summary>How an amount is shown.</summary>
public enum MoneyUnit
{
    /// <summary>Kronor.</summary>
    [JsonStringEnumMemberName("kr")]
    Kronor,

    /// <summary>Tusental kronor.</summary>
    [JsonStringEnumMemberName("tkr")]
    Thousands,
}

/// <summary>Which outcome a published table shows.</summary>
public enum OutcomeShown
{
    /// <summary>What the owners reported.</summary>
    Reported,

    /// <summary>What the accounts say.</summary>
    Booked,
}

/// <summary>Slutrapport: follows the initiative, not the calendar.</summary>
public sealed record FinalReportSettings
{
    /// <summary>Initiatives that end on this day or later are asked; those that had ended before the association began are not.</summary>
    public required DateOnly EndingFrom { get; init; }

    /// <summary>The form that is sent out.</summary>
    public required string Template { get; init; }

    /// <summary>The outline of the draft.</summary>
    public required string Outline { get; init; }

    /// <summary>How many days before the initiative's end the form opens, 0 to 365.</summary>
    public int OpensDaysBeforeEnd { get; init; } = 14;

    /// <summary>How many weeks after the initiative's end the report is due, 1 to 52.</summary>
    public int DueWeeksAfterEnd { get; init; } = 6;

    /// <summary>How many weeks after the last day the links still open, 1 to 52.</summary>
    public int ClosesWeeksAfterDue { get; init; } = 8;

    /// <summary>Invitation and reminders.</summary>
    public required ImmutableArray<ReminderStep> Reminders { get; init; }
}

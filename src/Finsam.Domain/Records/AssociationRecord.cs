using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Goals;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Registers;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Records;

/// <summary>An association's whole record, as a package holds it: a property a file.</summary>
public sealed record AssociationRecord
{
    /// <summary>association.json.</summary>
    public required Association Association { get; init; }

    /// <summary>initiatives.json.</summary>
    public required InitiativeFile Initiatives { get; init; }

    /// <summary>registers.json.</summary>
    public AssociationRegisters Registers { get; init; } = new();

    /// <summary>goals.json.</summary>
    public GoalFile Goals { get; init; } = new();

    /// <summary>budget.json.</summary>
    public BudgetFile Budget { get; init; } = new();

    /// <summary>booked.json.</summary>
    public BookedFile Booked { get; init; } = new();

    /// <summary>history.json.</summary>
    public PublishedHistory History { get; init; } = new();

    /// <summary>figures.json.</summary>
    public FigureFile Figures { get; init; } = new();

    /// <summary>texts.json.</summary>
    public TextFile Texts { get; init; } = new();

    /// <summary>mails.json.</summary>
    public MailFile Mails { get; init; } = new();

    /// <summary>columns.json.</summary>
    public ColumnFile Columns { get; init; } = new();

    /// <summary>periods.json.</summary>
    public required PeriodFile Periods { get; init; }

    /// <summary>templates/*.json, in id order.</summary>
    public required ImmutableArray<FormTemplate> Templates { get; init; }

    /// <summary>outlines/*.json, in id order.</summary>
    public required ImmutableArray<Outline> Outlines { get; init; }

    /// <summary>An initiative, or null.</summary>
    public Initiative? FindInitiative(string id) => Initiatives.Initiatives.FirstOrDefault(i => i.Id == id);

    /// <summary>Kronor granted for a year to the initiatives that the insatsmedel pay; null when nothing has been granted.</summary>
    public decimal? GrantedIn(int year)
    {
        var granted = Initiatives.Initiatives.Where(i => i.FundedFrom == FundingSource.Initiatives).Select(i => i.GrantedIn(year)).Where(k => k is not null).ToArray();
        return granted.Length == 0 ? null : granted.Sum();
    }

    /// <summary>A period, also one that follows an initiative (<see cref="FinalReports"/>), or null.</summary>
    public ReportingPeriod? FindPeriod(string id) =>
        Periods.Periods.FirstOrDefault(p => p.Id == id) ?? FinalReports.PeriodsOf(this).FirstOrDefault(p => p.Id == id);

    /// <summary>An outline.</summary>
    /// <exception cref="InvalidOperationException">There is none; periods are checked against outlines when a record is taken in.</exception>
    public Outline Outline(string id) => Outlines.First(o => o.Id == id);
}

/// <summary>initiatives.json.</summary>
public sealed record InitiativeFile
{
    /// <summary>Groups that are printed as one row.</summary>
    public ImmutableArray<InitiativeGroup> Groups { get; init; } = [];

    /// <summary>The initiatives, in the order they are printed.</summary>
    public required ImmutableArray<Initiative> Initiatives { get; init; }

    /// <summary>Which initiatives took over from which.</summary>
    public ImmutableArray<Succession> Successions { get; init; } = [];
}

/// <summary>goals.json: the verksamhetsplan's goals, and what has been settled about all goals.</summary>
public sealed record GoalFile
{
    /// <summary>The goals of the verksamhetsplan.</summary>
    public ImmutableArray<AssociationGoal> Goals { get; init; } = [];

    /// <summary>What has been proposed and settled, period by period.</summary>
    public ImmutableArray<SettledAssessment> Assessments { get; init; } = [];
}

/// <summary>budget.json.</summary>
public sealed record BudgetFile
{
    /// <summary>The adopted budgets, oldest first.</summary>
    public ImmutableArray<AdoptedBudget> Budgets { get; init; } = [];

    /// <summary>The budget of a year: its own, else the plan of the latest one before it that covers the year; null when there is none.</summary>
    public AdoptedBudget? For(int year) =>
        Budgets.Where(b => b.Year <= year && b.Lines.Any(l => l.In(year) is not null)).MaxBy(b => (b.Year, b.Adopted ?? DateOnly.MinValue));
}

/// <summary>booked.json: what the accounts say.</summary>
public sealed record BookedFile
{
    /// <summary>One entry per year and row.</summary>
    public ImmutableArray<BookedOutcome> Booked { get; init; } = [];
}

/// <summary>figures.json: what only a person can know.</summary>
public sealed record FigureFile
{
    /// <summary>The figures.</summary>
    public ImmutableArray<EnteredFigure> Figures { get; init; } = [];
}

/// <summary>texts.json: texts kept between years.</summary>
public sealed record TextFile
{
    /// <summary>The texts.</summary>
    public ImmutableArray<KeptText> Texts { get; init; } = [];
}

/// <summary>A text kept between years, that outlines point at.</summary>
/// <param name="Id">The id.</param>
/// <param name="Text">The text; paragraphs are split by blank lines.</param>
public sealed record KeptText(string Id, string Text);

/// <summary>mails.json: the association's own words in the mails that go out; where it has none, the shipped ones are written.</summary>
public sealed record MailFile
{
    /// <summary>The mails that have words of their own, each at most once.</summary>
    public ImmutableArray<OwnMail> Mails { get; init; } = [];

    /// <summary>The association's own words in a kind of mail; null where it writes the shipped ones.</summary>
    public OwnMail? Find(string id) => Mails.FirstOrDefault(m => m.Id == id);

    /// <summary>The file with other words in a kind of mail; without own words where they are null. In id order, so that the same words give the same file.</summary>
    public MailFile With(string id, OwnMail? mail) => this with
    {
        Mails = [.. Mails.Where(m => m.Id != id).Concat(mail is null ? [] : new[] { mail }).OrderBy(m => m.Id, StringComparer.Ordinal)],
    };
}

/// <summary>The association's own words in a kind of mail.</summary>
/// <param name="Id">The kind of mail.</param>
/// <param name="Subject">The subject, with merge fields.</param>
/// <param name="Text">The text: Markdown with merge fields.</param>
public sealed record OwnMail(string Id, string Subject, string Text);

/// <summary>columns.json: how the columns of the association's own Excel lists were matched, so that they are matched once.</summary>
public sealed record ColumnFile
{
    /// <summary>The lists.</summary>
    public ImmutableArray<ListColumns> Lists { get; init; } = [];
}

/// <summary>How the columns of one list were matched.</summary>
/// <param name="List">The list's id.</param>
/// <param name="Columns">The columns by the head they have in the association's own list.</param>
public sealed record ListColumns(string List, ImmutableArray<ColumnMatch> Columns);

/// <summary>A column of the association's own, and what it is here.</summary>
/// <param name="Header">The head in the association's list.</param>
/// <param name="Column">The column's id; empty for one that is not taken in.</param>
public sealed record ColumnMatch(string Header, string Column);

/// <summary>periods.json.</summary>
public sealed record PeriodFile
{
    /// <summary>The periods.</summary>
    public required ImmutableArray<ReportingPeriod> Periods { get; init; }
}

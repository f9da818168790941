using System.Collections.Immutable;
using Finsam.App.Drafts;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.Domain.Associations;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Registers;
using Finsam.Domain.Reports;
using Finsam.Domain.Templates;

namespace Finsam.App.Overview;

/// <summary>Where an association stands in a year: what follows from its record. The dates ahead, the money, the goals.</summary>
public sealed record AssociationStatus
{
    /// <summary>The record.</summary>
    public required AssociationRecord Record { get; init; }

    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>The Swedish date it is seen on.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Årshjulet, in order.</summary>
    public required ImmutableArray<YearCycleEntry> Cycle { get; init; }

    /// <summary>The year's money.</summary>
    public required YearMoney Money { get; init; }

    /// <summary>The goals of the verksamhetsplan that hold in the year.</summary>
    public required ImmutableArray<GoalStatus> Goals { get; init; }

    /// <summary>How the initiatives' own overall assessments count; null when no report of the year is in.</summary>
    public required GoalCount? Initiatives { get; init; }

    /// <summary>As what it is seen: what the viewer may not do is not offered.</summary>
    public Role Viewer { get; init; } = Role.Reader;

    /// <summary>The association.</summary>
    public Association Association => Record.Association;
}

/// <summary>A year's money, in exact kronor; null is not on record.</summary>
/// <param name="Budgeted">Insatsmedel in the adopted budget.</param>
/// <param name="Granted">Decided for the year's initiatives.</param>
/// <param name="NotGranted">Budgeterade ej beviljade medel.</param>
/// <param name="Paid">Paid out for the year.</param>
/// <param name="Reported">What the owners have reported, in the latest period that has reports.</param>
/// <param name="Booked">What the accounts say.</param>
/// <param name="Remaining">What remains of all grants today; null while no payment is on record.</param>
public sealed record YearMoney(decimal? Budgeted, decimal? Granted, decimal? NotGranted, decimal? Paid, decimal? Reported, decimal? Booked, decimal? Remaining);

/// <summary>Where a goal of the verksamhetsplan stands.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Assessment">What has been proposed and settled; null when nothing has.</param>
public sealed record GoalStatus(AssociationGoal Goal, SettledAssessment? Assessment);

/// <summary>Reads where an association stands.</summary>
public sealed class LoadAssociation(IRecordStore records, IReportStore reports, LoadMaterial material, TimeProvider clock)
{
    /// <summary>The status of a year, or null when there is no such association.</summary>
    public async Task<AssociationStatus?> HandleAsync(string association, int? year, CancellationToken cancellation)
    {
        if (await records.FindAsync(association, cancellation) is not { Record: var record })
        {
            return null;
        }

        var today = SwedishTime.DateAt(clock.GetUtcNow());
        var shown = year ?? today.Year;
        var latest = await LatestAsync(association, record, shown, cancellation);
        return new AssociationStatus
        {
            Record = record,
            Year = shown,
            Today = today,
            Cycle = CycleOf(record, shown),
            Money = MoneyOf(record, shown, today, latest),
            Goals =
            [
                .. from goal in record.Goals.Goals
                   where goal.HoldsIn(shown)
                   select new GoalStatus(goal, record.Goals.Assessments.LastOrDefault(a =>
                       a.Goal == goal.Id && a.Initiative is null && a.Indicator is null && record.FindPeriod(a.Period)?.Year == shown)),
            ],
            Initiatives = CountOf(latest),
        };
    }

    /// <summary>An association's årshjul: the board's meetings, what the law says, the periods.</summary>
    public static ImmutableArray<YearCycleEntry> CycleOf(AssociationRecord record, int year)
    {
        var settings = record.Association.Settings;
        var boards = record.Registers.Bodies.Where(b => b.Kind == BodyKind.Board).Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var meetings = record.Registers.Meetings.Where(m => boards.Contains(m.Body)).Select(m => m.Date)
            .Concat(record.Periods.Periods.Select(p => p.BoardMeeting).OfType<DateOnly>())
            .Distinct();
        return [.. YearCycle.ForYear(year, [.. meetings], settings.YearCycle, settings.InterimReport, [.. record.Periods.Periods, .. FinalReports.PeriodsOf(record)])];
    }

    // The latest period of the year that has been opened, with what has come in.
    private async Task<PeriodMaterial?> LatestAsync(string association, AssociationRecord record, int year, CancellationToken cancellation)
    {
        foreach (var period in record.Periods.Periods.Where(p => p.Year == year).OrderByDescending(p => p.End))
        {
            var key = new PeriodKey(association, period.Id);
            if (!(await reports.ListAsync(key, cancellation)).IsEmpty && await material.HandleAsync(key, clock.GetUtcNow(), cancellation) is { } loaded)
            {
                return loaded.Material;
            }
        }

        return null;
    }

    private static YearMoney MoneyOf(AssociationRecord record, int year, DateOnly today, PeriodMaterial? latest)
    {
        var initiatives = record.Initiatives.Initiatives.Where(i => i.FundedFrom == FundingSource.Initiatives).ToArray();
        var paidByOthers = record.Initiatives.Initiatives.Where(i => i.FundedFrom != FundingSource.Initiatives).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var granted = record.GrantedIn(year);
        var budget = record.Budget.For(year);
        var rows = latest is not null && HasEconomy(latest.Template) ? OutcomeTable.Rows(latest) : [];
        return new YearMoney(
            budget?.Of(Domain.Budgets.BudgetRole.Initiatives, year),
            granted,
            budget?.NotGranted(year, granted ?? 0m),
            SumOrNone(initiatives.SelectMany(i => i.Payments).Where(p => p.Year == year).Select(p => (decimal?)p.Kronor)),
            SumOrNone(rows.Where(r => r.Funding == FundingSource.Initiatives).Select(r => r.Reported)),
            SumOrNone(record.Booked.Booked.Where(b => b.Year == year && !paidByOthers.Contains(b.Row)).Select(b => (decimal?)b.Kronor)),

            // Without a single payment on record, "what remains" would only be everything that was ever granted.
            initiatives.Any(i => !i.Payments.IsEmpty) ? initiatives.Sum(i => i.RemainingAt(today)) : null);
    }

    private static GoalCount? CountOf(PeriodMaterial? latest)
    {
        var block = latest?.Template.Sections.SelectMany(s => s.Blocks).OfType<GoalsBlock>().FirstOrDefault();
        return latest is null || block is null || latest.Initiatives.All(i => i.Report is null)
            ? null
            : GoalCount.Of(latest.Initiatives.Select(i =>
                latest.Settled(i.Initiative.Id, goal: null)?.Settled ?? AssessmentWords.OfChoice(i.Text(block.OverallKey))));
    }

    private static bool HasEconomy(FormTemplate template) => template.Sections.SelectMany(s => s.Blocks).OfType<EconomyBlock>().Any();

    private static decimal? SumOrNone(IEnumerable<decimal?> parts)
    {
        var known = parts.Where(p => p is not null).ToArray();
        return known.Length == 0 ? null : known.Sum();
    }
}

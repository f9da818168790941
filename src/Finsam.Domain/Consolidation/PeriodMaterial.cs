using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Drafts;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Consolidation;

/// <summary>Everything a period's draft is made from: the record, and each initiative with the report it sent, if it did.</summary>
public sealed record PeriodMaterial
{
    /// <summary>The association's record as it was for the period.</summary>
    public required AssociationRecord Record { get; init; }

    /// <summary>The association.</summary>
    public Association Association => Record.Association;

    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The form that was sent out.</summary>
    public required FormTemplate Template { get; init; }

    /// <summary>The period's initiatives in the record's order.</summary>
    public required ImmutableArray<InitiativeMaterial> Initiatives { get; init; }

    /// <summary>The groups that are printed as one row.</summary>
    public ImmutableArray<InitiativeGroup> Groups => Record.Initiatives.Groups;

    /// <summary>What the accounts say.</summary>
    public ImmutableArray<BookedOutcome> Booked => Record.Booked.Booked;

    /// <summary>Reports of earlier periods, oldest first: accumulated figures are reckoned from them.</summary>
    public ImmutableArray<EarlierReport> Earlier { get; init; } = [];

    /// <summary>The initiatives whose reports have not been sent in.</summary>
    public IEnumerable<InitiativeMaterial> Missing => Initiatives.Where(i => i.Report is null);

    /// <summary>What a table since 1 January holds: the period's initiatives, and those of the year that were over before the period began. What
    /// these cost and whom they met belongs to the year as much.</summary>
    public ImmutableArray<InitiativeMaterial> OfYear
    {
        get
        {
            var own = Initiatives.Select(i => i.Initiative.Id).ToHashSet(StringComparer.Ordinal);
            var order = Record.Initiatives.Initiatives.Select((initiative, index) => (initiative.Id, index)).ToDictionary(i => i.Id, i => i.index, StringComparer.Ordinal);
            return
            [
                .. Initiatives.Concat(
                    from initiative in Record.Initiatives.Initiatives
                    where !own.Contains(initiative.Id)
                    let last = Earlier.LastOrDefault(e => e.Report.Key.Initiative == initiative.Id && e.Period.Year == Period.Year)
                    where last is not null
                    select new InitiativeMaterial(last.Report.Key, initiative, null) { EndedBefore = true })
                    .OrderBy(i => order.GetValueOrDefault(i.Initiative.Id, int.MaxValue)),
            ];
        }
    }

    /// <summary>What has been settled about an initiative's goal, or about the initiative when <paramref name="goal"/> is null.</summary>
    public SettledAssessment? Settled(string? initiative, string? goal, string? indicator = null) =>
        Record.Goals.Assessments.FirstOrDefault(a => a.Period == Period.Id && a.Initiative == initiative && a.Goal == goal && a.Indicator == indicator);
}

/// <summary>A report of an earlier period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Template">The form it was answered in.</param>
/// <param name="Report">What was sent.</param>
public sealed record EarlierReport(ReportingPeriod Period, FormTemplate Template, ReportSnapshot Report);

/// <summary>An initiative and the report it sent.</summary>
/// <param name="Key">The report it is or was to be.</param>
/// <param name="Initiative">The initiative as the record has it, with the goals that the report was asked about.</param>
/// <param name="Report">What was sent; null when nothing was, which is missing and not zero.</param>
public sealed record InitiativeMaterial(ReportKey Key, Initiative Initiative, ReportSnapshot? Report)
{
    /// <summary>True for one that was over before the period began: it is asked for nothing, and its figures stand in the year's earlier reports.</summary>
    public bool EndedBefore { get; init; }

    /// <summary>True when a report that should have been sent was not.</summary>
    public bool IsMissing => Report is null && !EndedBefore;

    /// <summary>A number that was sent; null when it was not.</summary>
    public decimal? Number(string key) => Report?.Answers.Number(key);

    /// <summary>A text that was sent; null when it was not.</summary>
    public string? Text(string key) => Report?.Answers.Text(key);

    /// <summary>True when the owner said that the figure is not to be had.</summary>
    public bool IsUnknown(string key) => Report?.Answers.IsUnknown(key) ?? false;

    /// <summary>Where an answer of the report is found.</summary>
    public FigureSource Source(string key) => FigureSource.Of(Key.Address(key));

    /// <summary>The grant of a year and where it is found.</summary>
    public (decimal Kronor, FigureSource Source)? Granted(int year) => Initiative.GrantedIn(year) is { } granted
        ? (granted, FigureSource.Of($"register/insatser/{Initiative.Id}#beviljat.{year}"))
        : null;
}

using System.Collections.Immutable;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;

namespace Finsam.App.Drafts;

/// <summary>Reads what a period's draft is made from: the record as it was for the period, the reports that were sent, the final reports that
/// stand in for them, and the earlier reports that accumulated figures are reckoned from.</summary>
public sealed class LoadMaterial(IRecordStore records, IReportStore reports)
{
    /// <summary>The material of a period, as the record was at an instant: a period that has closed, and whose board has met, keeps the record it had
    /// then, so that a draft of 2023 made in 2025 uses the record of 2023.</summary>
    /// <param name="key">The period.</param>
    /// <param name="at">When the draft was asked for.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The material and the record's version; null when there was no such period.</returns>
    public async Task<LoadedMaterial?> HandleAsync(PeriodKey key, DateTimeOffset at, CancellationToken cancellation)
    {
        if (await RecordForAsync(key, at, cancellation) is not { } stored || stored.Record.FindPeriod(key.Period) is not { } period)
        {
            return null;
        }

        var record = stored.Record;
        var heads = await HeadsAsync(key, cancellation);
        var initiatives = ImmutableArray.CreateBuilder<InitiativeMaterial>();
        foreach (var initiative in record.Initiatives.Initiatives)
        {
            if (heads.TryGetValue(initiative.Id, out var head))
            {
                initiatives.Add(await MaterialAsync(initiative, head, cancellation));
            }
            else if (heads.Count > 0 && FinalReports.Covers(record, period, initiative))
            {
                var final = FinalOf(key, initiative);
                initiatives.Add(await reports.FindAsync(final, cancellation) is { } found
                    ? await MaterialAsync(initiative, found.Value, cancellation)
                    : new InitiativeMaterial(final, initiative, null));
            }
        }

        var hash = heads.Values.Select(h => h.TemplateHash).FirstOrDefault() ?? stored.Templates[period.Template];
        return new LoadedMaterial(
            new PeriodMaterial
            {
                Record = record,
                Period = period,
                Template = await records.TemplateAsync(key.Association, hash, cancellation),
                Initiatives = initiatives.ToImmutable(),
                Earlier = await EarlierAsync(key, record, period, cancellation),
            },
            stored.Version);
    }

    private async Task<StoredRecord?> RecordForAsync(PeriodKey key, DateTimeOffset at, CancellationToken cancellation)
    {
        var record = await records.AsOfAsync(key.Association, at, cancellation);
        return record?.Record.FindPeriod(key.Period) is { } period && SwedishTime.EndOf(LastDay(period)) is var closed && closed < at
            && await records.AsOfAsync(key.Association, closed, cancellation) is { } then && then.Record.FindPeriod(key.Period) is not null
                ? then
                : record;
    }

    // The forms may close long before the accounts are in and the board has met.
    private static DateOnly LastDay(ReportingPeriod period) => period.BoardMeeting is { } meeting && meeting > period.Closes ? meeting : period.Closes;

    private async Task<ImmutableDictionary<string, Report>> HeadsAsync(PeriodKey key, CancellationToken cancellation) =>
        (await reports.ListAsync(key, cancellation)).ToImmutableDictionary(h => h.Value.Key.Initiative, h => h.Value, StringComparer.Ordinal);

    private static ReportKey FinalOf(PeriodKey key, Initiative initiative) => new PeriodKey(key.Association, FinalReports.IdOf(initiative.Id)).Report(initiative.Id);

    private async Task<InitiativeMaterial> MaterialAsync(Initiative initiative, Report head, CancellationToken cancellation)
    {
        var sent = await SentAsync(head, cancellation);

        // Answers point at the goals that were asked about. The rest is the record's: a decision made after the report was sent is a decision.
        return new InitiativeMaterial(head.Key, sent is null ? initiative : initiative with { Goals = sent.Initiative.Goals }, sent);
    }

    private async Task<ReportSnapshot?> SentAsync(Report head, CancellationToken cancellation) =>
        head is { IsSent: true, SnapshotHash: { } snapshot } ? await reports.SnapshotAsync(head.Key.Association, snapshot, cancellation) : null;

    // This year's and last year's earlier periods: further back, history has the figures.
    private async Task<ImmutableArray<EarlierReport>> EarlierAsync(PeriodKey key, AssociationRecord record, ReportingPeriod period, CancellationToken cancellation)
    {
        var earlier = ImmutableArray.CreateBuilder<EarlierReport>();
        foreach (var before in record.Periods.Periods.Where(p => p.End < period.End && p.End.Year >= period.Year - 1).OrderBy(p => p.End))
        {
            var heads = await HeadsAsync(key with { Period = before.Id }, cancellation);
            var finals = heads.IsEmpty ? [] : record.Initiatives.Initiatives.Where(i => !heads.ContainsKey(i.Id) && FinalReports.Covers(record, before, i)).ToArray();
            var found = await Task.WhenAll(finals.Select(i => reports.FindAsync(FinalOf(key, i), cancellation)));
            foreach (var head in heads.Values.Concat(found.Where(f => f is not null).Select(f => f!.Value)).OrderBy(h => h.Key.Initiative, StringComparer.Ordinal))
            {
                if (await SentAsync(head, cancellation) is { } sent)
                {
                    earlier.Add(new EarlierReport(before, await records.TemplateAsync(key.Association, head.TemplateHash, cancellation), sent));
                }
            }
        }

        return earlier.ToImmutable();
    }
}

/// <summary>What a draft is made from.</summary>
/// <param name="Material">The material.</param>
/// <param name="RecordVersion">The version of the record in it.</param>
public sealed record LoadedMaterial(PeriodMaterial Material, int RecordVersion);

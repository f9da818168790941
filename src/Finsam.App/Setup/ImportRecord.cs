using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Setup;

/// <summary>Takes in a package: everything is checked first; one error, and nothing is changed.</summary>
public sealed partial class ImportRecord(IRecordStore records, IReportStore reports, IDueIndex due, ILogger<ImportRecord> log)
{
    /// <summary>Imports a package that has been read. Doing it again changes nothing.</summary>
    /// <returns>The findings; the record was taken in when none of them is an error.</returns>
    public async Task<ImmutableArray<PackageFinding>> HandleAsync(ReadPackage.Outcome package, CancellationToken cancellation)
    {
        if (package.Record is not { } record)
        {
            return package.Findings;
        }

        var lost = await ReportedButLeftOutAsync(record, cancellation);
        if (!lost.IsEmpty)
        {
            return package.Findings.AddRange(lost);
        }

        await records.SaveAsync(record, cancellation);
        foreach (var period in record.Periods.Periods)
        {
            await due.AddAsync(new DueEntry(period.Opens, new PeriodKey(record.Association.Id, period.Id), null), cancellation);
        }

        LogImported(record.Association.Id, record.Initiatives.Initiatives.Length, record.Periods.Periods.Length);
        return package.Findings;
    }

    private async Task<ImmutableArray<PackageFinding>> ReportedButLeftOutAsync(AssociationRecord record, CancellationToken cancellation)
    {
        var kept = record.Initiatives.Initiatives.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var before = (await records.InitiativesAsync(record.Association.Id, cancellation)).Initiatives
            .Where(i => !kept.Contains(i.Id)).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        if (before.Count == 0)
        {
            return [];
        }

        var reported = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var period in (await records.PeriodsAsync(record.Association.Id, cancellation)).Periods)
        {
            var heads = await reports.ListAsync(new PeriodKey(record.Association.Id, period.Id), cancellation);
            reported.UnionWith(heads.Select(h => h.Value.Key.Initiative).Where(before.Contains));
        }

        return
        [
            .. reported.Select(id => new PackageFinding(
                "initiatives.json", "$.initiatives", string.Format(CultureInfo.InvariantCulture, SetupTexts.NoLongerAsked, id))),
        ];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Record of {Association} imported: {Initiatives} initiatives, {Periods} periods")]
    private partial void LogImported(string association, int initiatives, int periods);
}

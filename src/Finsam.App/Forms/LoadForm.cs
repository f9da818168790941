using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.Domain.Reports;

namespace Finsam.App.Forms;

/// <summary>Reads what a page of the form shows.</summary>
public sealed class LoadForm(IRecordStore records, IReportStore reports)
{
    /// <summary>The form, or null when there is no such report.</summary>
    public async Task<FormView?> HandleAsync(ReportKey key, CancellationToken cancellation)
    {
        var saved = await reports.FindWithSectionsAsync(key, cancellation);
        var record = (await records.FindAsync(key.Association, cancellation))?.Record;
        if (saved is null || record?.FindPeriod(key.Period) is not { } period || record.FindInitiative(key.Initiative) is not { } initiative)
        {
            return null;
        }

        var head = saved.Head.Value;
        var sent = head is { IsSent: true, SnapshotHash: { } hash } ? await reports.SnapshotAsync(key.Association, hash, cancellation) : null;
        return new FormView
        {
            Association = record.Association,
            Period = period,
            Initiative = sent?.Initiative ?? initiative,
            Template = await records.TemplateAsync(key.Association, head.TemplateHash, cancellation),
            Saved = saved,
            Answers = sent?.Answers ?? saved.Answers,
        };
    }
}

using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.Domain.Reports;

namespace Finsam.App.Forms;

/// <summary>Reads what a page of the form shows.</summary>
public sealed class LoadForm(IRecordStore records, IReportStore reports, LoadEarlier earlier)
{
    /// <summary>The form, or null when there is no such report, or nothing in it for this reader.</summary>
    /// <param name="key">The report.</param>
    /// <param name="reader">The contact whose link was used.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<FormView?> HandleAsync(ReportKey key, string reader, CancellationToken cancellation)
    {
        var saved = await reports.FindWithPartsAsync(key, cancellation);
        var record = (await records.FindAsync(key.Association, cancellation))?.Record;
        if (saved is null || record?.FindPeriod(key.Period) is not { } period || record.FindInitiative(key.Initiative) is not { } initiative
            || FormReader.Find(initiative, saved.Head.Value, reader) is not { } found)
        {
            return null;
        }

        var head = saved.Head.Value;
        var sent = head is { IsSent: true, SnapshotHash: { } hash } ? await reports.SnapshotAsync(key.Association, hash, cancellation) : null;
        var template = await records.TemplateAsync(key.Association, head.TemplateHash, cancellation);
        var asked = sent?.Initiative ?? initiative;
        return new FormView
        {
            Association = record.Association,
            Period = period,
            Initiative = asked,
            Template = template,
            Saved = saved,
            Answers = sent?.Answers ?? template.WithSums(asked, saved.Answers),
            Earlier = await earlier.HandleAsync(record, period, asked, template, cancellation),
            Reader = found,
        };
    }
}

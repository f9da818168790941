using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.App.Forms;

/// <summary>Reads what a page of the form shows.</summary>
public sealed class LoadForm(IRecordStore records, IReportStore reports, LoadEarlier earlier)
{
    /// <summary>The form, or null when there is no such report, or nothing in it for this reader.</summary>
    /// <param name="key">The report.</param>
    /// <param name="reader">The contact whose link was used; null for the association's own people.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<FormView?> HandleAsync(ReportKey key, string? reader, CancellationToken cancellation)
    {
        var saved = await reports.FindWithPartsAsync(key, cancellation);
        var record = (await records.FindAsync(key.Association, cancellation))?.Record;
        if (saved is null || record?.FindPeriod(key.Period) is not { } period || record.FindInitiative(key.Initiative) is not { } initiative
            || (reader is null ? FormReader.Office : FormReader.Find(initiative, saved.Head.Value, reader)) is not { } found)
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

    /// <summary>The form that an initiative will be asked in a period; null when it will not be asked, or nothing of it is this reader's.</summary>
    public async Task<FormView?> BlankAsync(ReportKey key, string? reader, CancellationToken cancellation)
    {
        var record = (await records.FindAsync(key.Association, cancellation))?.Record;
        return record?.FindPeriod(key.Period) is { } period && record.FindInitiative(key.Initiative) is { } initiative && FinalReports.Asks(record, period, initiative)
            && record.Templates.FirstOrDefault(t => t.Id == period.Template) is { } template
            && FormView.Blank(record, period, initiative, template, FormReader.Office) is var blank
            && (reader is null ? FormReader.Office : FormReader.Find(initiative, blank.Report, reader)) is { } found
                ? blank with { Reader = found }
                : null;
    }
}

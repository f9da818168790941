using Finsam.App.Reports;
using Finsam.App.Setup;
using Finsam.Domain.Reports;

namespace Finsam.App.Forms;

/// <summary>Reads what a page of the form shows.</summary>
public sealed class LoadForm(IRecordStore records, IReportStore reports)
{
    /// <summary>The form, or null when there is no such report.</summary>
    public async Task<FormView?> HandleAsync(ReportKey key, CancellationToken cancellation)
    {
        var saved = await reports.FindWithSectionsAsync(key, cancellation);
        var association = await records.FindAssociationAsync(key.Association, cancellation);
        var period = await records.FindPeriodAsync(key.Association, key.Period, cancellation);
        var initiative = await records.FindInitiativeAsync(key.Association, key.Initiative, cancellation);
        if (saved is null || association is null || period is null || initiative is null)
        {
            return null;
        }

        var head = saved.Head.Value;
        var sent = head is { IsSent: true, SnapshotHash: { } hash } ? await reports.SnapshotAsync(key.Association, hash, cancellation) : null;
        return new FormView
        {
            Association = association,
            Period = period,
            Initiative = sent?.Initiative ?? initiative,
            Template = await records.TemplateAsync(key.Association, head.TemplateHash, cancellation),
            Saved = saved,
            Answers = sent?.Answers ?? saved.Answers,
        };
    }
}

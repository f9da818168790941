using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Finsam.App.Reminders;
using Finsam.App.Storage;
using Finsam.Domain.Reports;

namespace Finsam.Adapters.Tables;

/// <summary>The outbox: the key is inserted once, and every change of state is written over the state that was read.</summary>
public sealed class TableOutbox(StorageAccount account, RowDocuments documents) : IOutbox
{
    private readonly TableClient _table = account.Tables.GetTableClient(TableNames.Outbox);

    /// <inheritdoc/>
    public async Task<bool> PlanAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(await RowAsync(mail, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<Stored<OutgoingMail>?> FindAsync(MailKey key, CancellationToken cancellation) =>
        await _table.FindAsync(TableReportStore.Partition(key.Report.PeriodKey), RowKey(key), cancellation) is { } row
            ? await MailAsync(row, cancellation)
            : null;

    /// <inheritdoc/>
    public Task<ImmutableArray<Stored<OutgoingMail>>> ListAsync(ReportKey report, CancellationToken cancellation) => ListAsync(
        TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableReportStore.Partition(report.PeriodKey)} and RowKey ge {report.Initiative + "|"} and RowKey lt {report.Initiative + "}"}"),
        cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<Stored<OutgoingMail>>> ListAsync(PeriodKey period, CancellationToken cancellation) =>
        ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {TableReportStore.Partition(period)}"), cancellation);

    /// <inheritdoc/>
    public async Task<bool> UpdateAsync(Stored<OutgoingMail> mail, OutgoingMail changed, CancellationToken cancellation)
    {
        try
        {
            await _table.UpdateEntityAsync(await RowAsync(changed, cancellation), new ETag(mail.Version), TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
    }

    private static string RowKey(MailKey key) => $"{key.Report.Initiative}|{key.Step}|{key.Contact}";

    private Task<TableEntity> RowAsync(OutgoingMail mail, CancellationToken cancellation) =>
        documents.RowAsync(TableReportStore.Partition(mail.Key.Report.PeriodKey), RowKey(mail.Key), mail, cancellation);

    private async Task<Stored<OutgoingMail>> MailAsync(TableEntity row, CancellationToken cancellation) =>
        new(await documents.ReadAsync<OutgoingMail>(row, cancellation), row.ETag.ToString());

    private async Task<ImmutableArray<Stored<OutgoingMail>>> ListAsync(string filter, CancellationToken cancellation)
    {
        var mails = ImmutableArray.CreateBuilder<Stored<OutgoingMail>>();
        foreach (var row in await _table.AllAsync(filter, cancellation))
        {
            mails.Add(await MailAsync(row, cancellation));
        }

        return mails.ToImmutable();
    }
}

using Azure;
using Azure.Data.Tables;
using Finsam.App.Reports;
using Finsam.Domain.Reports;

namespace Finsam.Adapters.Tables;

/// <summary>Links by the hash of their token, spread over 256 partitions; and by report and contact, so that a contact's can be revoked together.</summary>
public sealed class TableLinkStore(StorageAccount account, RowDocuments documents) : ILinkStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(TableNames.Links);

    /// <inheritdoc/>
    public async Task<FormLink?> FindAsync(string hash, CancellationToken cancellation) =>
        await _table.FindAsync(Partition(hash), hash, cancellation) is { } row ? await documents.ReadAsync<FormLink>(row, cancellation) : null;

    /// <inheritdoc/>
    public async Task AddAsync(string hash, FormLink link, CancellationToken cancellation)
    {
        // The index first: a link that works can always be found for revoking.
        await _table.UpsertEntityAsync(new TableEntity(IndexPartition(link.Report), $"{link.Contact}|{hash}"), TableUpdateMode.Replace, cancellation);
        await _table.AddEntityAsync(await documents.RowAsync(Partition(hash), hash, link, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async Task RevokeAsync(ReportKey report, string contact, CancellationToken cancellation)
    {
        var prefix = contact + "|";
        foreach (var index in await _table.AllAsync(TableClient.CreateQueryFilter(
            $"PartitionKey eq {IndexPartition(report)} and RowKey ge {prefix} and RowKey lt {contact + "}"}"), cancellation))
        {
            var hash = index.RowKey[prefix.Length..];
            if (await _table.FindAsync(Partition(hash), hash, cancellation) is { } row)
            {
                var link = await documents.ReadAsync<FormLink>(row, cancellation);
                await _table.UpdateEntityAsync(
                    await documents.RowAsync(Partition(hash), hash, link with { IsRevoked = true }, cancellation), ETag.All, TableUpdateMode.Replace, cancellation);
            }
        }
    }

    private static string Partition(string hash) => hash[..2];

    private static string IndexPartition(ReportKey report) => $"{report.Association}|{report.Period}|{report.Initiative}";
}

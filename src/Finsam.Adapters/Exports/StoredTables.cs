using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Finsam.Adapters.Tables;
using Finsam.App.Exports;
using Finsam.App.Reminders;

namespace Finsam.Adapters.Exports;

/// <summary>The tables in Azure Table Storage, read a page at a time and written a partition's hundred rows at a time.</summary>
public sealed class StoredTables(StorageAccount account, RowDocuments documents, TimeProvider clock) : IStoredTables
{
    // What has been sent, or opens what has been sent, is true whatever day the rest is put back to.
    private static readonly ImmutableArray<string> OnlyAddedTo = [TableNames.Outbox, TableNames.Links];

    private static readonly string[] Keys = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)];

    /// <inheritdoc/>
    public ImmutableArray<string> Names => TableNames.All;

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> RowsAsync(string table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in account.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            yield return RowJson.Line(row);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredBlob> BlobsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in account.Blobs.GetBlobsAsync(cancellationToken: cancellation))
        {
            yield return new StoredBlob(blob.Name, blob.Properties.ContentLength ?? 0);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HasRowsAsync(CancellationToken cancellation)
    {
        // An account that is all new has neither the tables nor the container.
        await account.Blobs.CreateIfNotExistsAsync(cancellationToken: cancellation);
        foreach (var name in Names)
        {
            var table = account.Tables.GetTableClient(name);
            await table.CreateIfNotExistsAsync(cancellation);
            await foreach (var _ in table.QueryAsync<TableEntity>(maxPerPage: 1, select: Keys, cancellationToken: cancellation))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public async Task<RestoredTable> PutBackAsync(string table, IAsyncEnumerable<string> rows, bool isTrial, CancellationToken cancellation)
    {
        var client = account.Tables.GetTableClient(table);
        var isOnlyAddedTo = OnlyAddedTo.Contains(table);
        var there = await KeysAsync(client, cancellation);
        var (written, kept) = (0, 0);
        var batch = new RowBatch(isTrial ? null : client);
        await foreach (var line in rows.WithCancellation(cancellation))
        {
            var row = RowJson.Row(line);
            if (there.Remove((row.PartitionKey, row.RowKey)) && isOnlyAddedTo)
            {
                kept++;
                continue;
            }

            await batch.AddAsync(TableTransactionActionType.UpsertReplace, table == TableNames.Outbox ? await MailAsync(row, cancellation) : row, line.Length, cancellation);
            written++;
        }

        if (isOnlyAddedTo)
        {
            await batch.SendAsync(cancellation);
            return new RestoredTable(table, written, kept + there.Count, 0);
        }

        foreach (var (partition, key) in there.OrderBy(k => k.Partition, StringComparer.Ordinal))
        {
            await batch.AddAsync(TableTransactionActionType.Delete, new TableEntity(partition, key) { ETag = Azure.ETag.All }, 0, cancellation);
        }

        await batch.SendAsync(cancellation);
        return new RestoredTable(table, written, kept, there.Count);
    }

    private static async Task<HashSet<(string Partition, string Row)>> KeysAsync(TableClient table, CancellationToken cancellation)
    {
        var keys = new HashSet<(string, string)>();
        await foreach (var row in table.QueryAsync<TableEntity>(select: Keys, cancellationToken: cancellation))
        {
            keys.Add((row.PartitionKey, row.RowKey));
        }

        return keys;
    }

    private async Task<TableEntity> MailAsync(TableEntity row, CancellationToken cancellation)
    {
        var mail = (await documents.ReadAsync<OutgoingMail>(row, cancellation)).PutBack(clock.GetUtcNow());
        return await documents.RowAsync(row.PartitionKey, row.RowKey, mail, cancellation);
    }
}

using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Finsam.Adapters.Tables;
using Finsam.App.Reminders;
using Finsam.App.Reports;

namespace Finsam.Adapters.Exports;

/// <summary>All that one association has in a storage account: its rows, and the files they point at. Nothing else may run meanwhile.</summary>
public sealed class AssociationStorage(StorageAccount account, RowDocuments documents, TimeProvider clock)
{
    private const string DocumentFolder = "documents";

    private static readonly string[] Keys = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), RowDocuments.HashProperty];

    /// <summary>Whether it has anything there. An account that is all new gets its tables and its container.</summary>
    public async Task<bool> IsThereAsync(string association, CancellationToken cancellation)
    {
        await account.Blobs.CreateIfNotExistsAsync(cancellationToken: cancellation);
        foreach (var name in TableNames.All)
        {
            await account.Tables.CreateTableIfNotExistsAsync(name, cancellation);
        }

        await foreach (var _ in RowsAsync(TableNames.Associations, association, cancellation))
        {
            return true;
        }

        return false;
    }

    /// <summary>Its rows in a table, as lines.</summary>
    public async IAsyncEnumerable<string> RowsAsync(string table, string association, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in account.Tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (await IsOfAsync(table, row, association, cancellation))
            {
                yield return RowJson.Line(row);
            }
        }
    }

    /// <summary>The names of its files: those in its own folders, and the documents that its rows point at.</summary>
    public async Task<IReadOnlyCollection<string>> FilesAsync(string association, CancellationToken cancellation)
    {
        var (own, _) = await DocumentsAsync(association, cancellation);
        await foreach (var blob in account.Blobs.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Name.Split('/') is [not DocumentFolder, var folder, ..] && folder == association)
            {
                own.Add(blob.Name);
            }
        }

        return own;
    }

    /// <summary>Reads a file.</summary>
    public Task<Stream> OpenAsync(string file, CancellationToken cancellation) => account.Blobs.GetBlobClient(file).OpenReadAsync(cancellationToken: cancellation);

    /// <summary>Writes a file. What is there already is the same, since it is named by what it holds.</summary>
    public Task WriteAsync(string file, Stream content, CancellationToken cancellation) =>
        account.Blobs.GetBlobClient(file).UploadAsync(content, new BlobUploadOptions(), cancellation);

    /// <summary>Writes rows to a table. A mail that had not gone out may have since, where they came from, and becomes uncertain.</summary>
    /// <returns>How many.</returns>
    public async Task<int> WriteAsync(string table, IAsyncEnumerable<string> rows, CancellationToken cancellation)
    {
        var batch = new RowBatch(account.Tables.GetTableClient(table));
        var written = 0;
        await foreach (var line in rows.WithCancellation(cancellation))
        {
            var row = RowJson.Row(line);
            await batch.AddAsync(TableTransactionActionType.UpsertReplace, table == TableNames.Outbox ? await MailAsync(row, cancellation) : row, line.Length, cancellation);
            written++;
        }

        await batch.SendAsync(cancellation);
        return written;
    }

    /// <summary>Takes away its rows, and then its files but those that another association's rows point at too.</summary>
    public async Task RemoveAsync(string association, CancellationToken cancellation)
    {
        var (_, others) = await DocumentsAsync(association, cancellation);
        var files = (await FilesAsync(association, cancellation)).Where(f => !others.Contains(f)).ToArray();

        // The association itself last: until then the command can be run again.
        foreach (var table in TableNames.All.OrderBy(t => t == TableNames.Associations))
        {
            var batch = new RowBatch(account.Tables.GetTableClient(table));
            await foreach (var line in RowsAsync(table, association, cancellation))
            {
                var row = RowJson.Row(line);
                await batch.AddAsync(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey) { ETag = Azure.ETag.All }, 0, cancellation);
            }

            await batch.SendAsync(cancellation);
        }

        foreach (var file in files)
        {
            await account.Blobs.GetBlobClient(file).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        }
    }

    // TableNames says the keys. A mailbox's pace is of the installation, not of an association.
    private async ValueTask<bool> IsOfAsync(string table, TableEntity row, string association, CancellationToken cancellation) => table switch
    {
        TableNames.Mailboxes => false,
        TableNames.Associations => row.PartitionKey == association,
        TableNames.Due => IsIn(row.RowKey, association),
        TableNames.Links when !row.PartitionKey.Contains('|', StringComparison.Ordinal) =>
            (await documents.ReadAsync<FormLink>(row, cancellation)).Report.Association == association,
        _ => IsIn(row.PartitionKey, association),
    };

    private static bool IsIn(string key, string association) => key.StartsWith(association + "|", StringComparison.Ordinal);

    // The documents that its rows point at, and those that the others' do.
    private async Task<(HashSet<string> Own, HashSet<string> Others)> DocumentsAsync(string association, CancellationToken cancellation)
    {
        var (own, others) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var table in TableNames.All.Where(t => t != TableNames.Links))
        {
            await foreach (var row in account.Tables.GetTableClient(table).QueryAsync<TableEntity>(select: Keys, cancellationToken: cancellation))
            {
                if (row.GetString(RowDocuments.HashProperty) is { } hash)
                {
                    (await IsOfAsync(table, row, association, cancellation) ? own : others).Add($"{DocumentFolder}/{hash}.json");
                }
            }
        }

        return (own, others);
    }

    private async Task<TableEntity> MailAsync(TableEntity row, CancellationToken cancellation) => await documents.RowAsync(
        row.PartitionKey, row.RowKey, (await documents.ReadAsync<OutgoingMail>(row, cancellation)).PutBack(clock.GetUtcNow()), cancellation);
}

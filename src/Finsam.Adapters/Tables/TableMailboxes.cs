using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Finsam.App.Reminders;
using Finsam.App.Storage;

namespace Finsam.Adapters.Tables;

/// <summary>The mailboxes, a row each. Its key is a hash: an address may hold what a key may not.</summary>
public sealed class TableMailboxes(StorageAccount account, RowDocuments documents) : IMailboxes
{
    private const string Partition = "mailbox";

    private readonly TableClient _table = account.Tables.GetTableClient(TableNames.Mailboxes);

    /// <inheritdoc/>
    public async Task<Stored<Mailbox>?> FindAsync(string address, CancellationToken cancellation) =>
        await _table.FindAsync(Partition, RowKey(address), cancellation) is { } row
            ? new(await documents.ReadAsync<Mailbox>(row, cancellation), row.ETag.ToString())
            : null;

    /// <inheritdoc/>
    public async Task<bool> WriteAsync(string address, Stored<Mailbox>? read, Mailbox changed, CancellationToken cancellation)
    {
        var row = await documents.RowAsync(Partition, RowKey(address), changed, cancellation);
        try
        {
            await (read is null
                ? _table.AddEntityAsync(row, cancellation)
                : _table.UpdateEntityAsync(row, new ETag(read.Version), TableUpdateMode.Replace, cancellation));
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    private static string RowKey(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())))[..32];
}

using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Finsam.App.Setup;

namespace Finsam.Adapters.Tables;

/// <summary>A JSON document in a row. A property holds at most 64 KiB (32 K characters), so a longer document goes to a blob named by its
/// hash, written before the row that points at it, in the folder of the association whose row it is: nothing that an association has is shared with another.</summary>
public sealed class RowDocuments(StorageAccount account)
{
    /// <summary>The version of the rows' layout. A reader accepts this one and the one before.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The property that points at the document of a row that is too long for it, in the folder documents/.</summary>
    public const string HashProperty = "DocumentHash";

    private const int LongestInRow = 30_000;
    private const string Document = "Document";
    private const string Documents = "documents";
    private const string Version = "SchemaVersion";

    /// <summary>A row that holds a document.</summary>
    public async Task<TableEntity> RowAsync<T>(string partition, string row, T document, CancellationToken cancellation)
    {
        var entity = EmptyRow(partition, row);
        var json = RecordJson.Text(document);
        if (json.Length <= LongestInRow)
        {
            entity[Document] = json;
        }
        else
        {
            // Rows of earlier versions have the hash only. A reader of either puts it after the folder of all documents.
            var owner = partition.Split('|')[0];
            entity[HashProperty] = $"{owner}/{await KeepAsync($"{Documents}/{owner}", Encoding.UTF8.GetBytes(json), cancellation)}";
        }

        return entity;
    }

    /// <summary>A row without a document, of the layout's version.</summary>
    public static TableEntity EmptyRow(string partition, string row) => new(partition, row) { [Version] = SchemaVersion };

    /// <summary>The document of a row.</summary>
    /// <exception cref="InvalidOperationException">The row was written by a later version of the software.</exception>
    public async Task<T> ReadAsync<T>(TableEntity row, CancellationToken cancellation)
    {
        if (row.GetInt32(Version) is not SchemaVersion)
        {
            throw new InvalidOperationException($"Row {row.RowKey} has schema version {row.GetInt32(Version)}; this software reads {SchemaVersion}.");
        }

        return row.GetString(Document) is { } json
            ? RecordJson.Read<T>(json)
            : RecordJson.Read<T>(await ReadKeptAsync(Documents, row.GetString(HashProperty), cancellation));
    }

    /// <summary>Keeps bytes under their SHA-256; keeping them again changes nothing.</summary>
    public async Task<string> KeepAsync(string folder, byte[] content, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        try
        {
            await account.Blobs.GetBlobClient($"{folder}/{hash}.json").UploadAsync(BinaryData.FromBytes(content), overwrite: false, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // The same bytes are there already.
        }

        return hash;
    }

    /// <summary>Bytes that were kept.</summary>
    public async Task<byte[]> ReadKeptAsync(string folder, string hash, CancellationToken cancellation) =>
        (await account.Blobs.GetBlobClient($"{folder}/{hash}.json").DownloadContentAsync(cancellation)).Value.Content.ToArray();
}

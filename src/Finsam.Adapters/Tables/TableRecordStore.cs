using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Finsam.App.Records;
using Finsam.App.Setup;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;
using Microsoft.Extensions.Caching.Memory;

namespace Finsam.Adapters.Tables;

/// <summary>Records: each version whole in a blob named by its hash, and in the table Associations a row per version and one that says which is
/// the latest. The two rows are written as one over the one that was read, so a record changes at one stroke or not at all.</summary>
public sealed class TableRecordStore(StorageAccount account, RowDocuments documents) : IRecordStore, IDisposable
{
    private const string Head = "head";
    private const string VersionPrefix = "version|";
    private const string Number = "Number";
    private const string At = "At";
    private const string Hash = "Hash";
    private const string Templates = "Templates";
    private const string Records = "records/";
    private const string TemplateFolder = "templates/";
    private const long CacheBytes = 64 * 1024 * 1024;

    private readonly TableClient _associations = account.Tables.GetTableClient(TableNames.Associations);

    // A hash is its content, so what was read once holds for ever. The limit keeps an installation of many associations within a small instance.
    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = CacheBytes });

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>> AssociationsAsync(CancellationToken cancellation)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        await foreach (var row in _associations.QueryAsync<TableEntity>($"RowKey eq '{Head}'", select: ["PartitionKey"], cancellationToken: cancellation))
        {
            ids.Add(row.PartitionKey);
        }

        return ids.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<StoredRecord?> FindAsync(string association, CancellationToken cancellation) =>
        await _associations.FindAsync(association, Head, cancellation) is { } row ? await StoredAsync(row, cancellation) : null;

    /// <inheritdoc/>
    public async Task<StoredRecord?> AsOfAsync(string association, DateTimeOffset at, CancellationToken cancellation)
    {
        // The latest is nearly always the one that is asked for.
        if (await _associations.FindAsync(association, Head, cancellation) is not { } head)
        {
            return null;
        }

        if (head.GetDateTimeOffset(At) <= at)
        {
            return await StoredAsync(head, cancellation);
        }

        var before = (await VersionRowsAsync(association, cancellation)).LastOrDefault(r => r.GetDateTimeOffset(At) <= at);
        return before is null ? null : await StoredAsync(before, cancellation);
    }

    /// <inheritdoc/>
    public async Task<StoredRecord?> VersionAsync(string association, int version, CancellationToken cancellation) =>
        await _associations.FindAsync(association, RowOf(version), cancellation) is { } row ? await StoredAsync(row, cancellation) : null;

    /// <inheritdoc/>
    public async Task<ImmutableArray<RecordVersion>> VersionsAsync(string association, CancellationToken cancellation)
    {
        var versions = ImmutableArray.CreateBuilder<RecordVersion>();
        foreach (var row in await VersionRowsAsync(association, cancellation))
        {
            versions.Add(await documents.ReadAsync<RecordVersion>(row, cancellation));
        }

        return versions.ToImmutable();
    }

    /// <inheritdoc/>
    public Task<FormTemplate> TemplateAsync(string association, string hash, CancellationToken cancellation) =>
        ReadAsync<FormTemplate>(TemplateFolder + association, hash, cancellation);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(AssociationRecord record, RecordVersion version, CancellationToken cancellation)
    {
        var association = record.Association.Id;
        var head = await _associations.FindAsync(association, Head, cancellation);
        if ((head?.GetInt32(Number) ?? 0) != version.Number - 1)
        {
            return false;
        }

        // What is pointed at is written before what points at it.
        var templates = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var template in record.Templates)
        {
            templates[template.Id] = await KeepAsync(TemplateFolder + association, RecordJson.Bytes(template), cancellation);
        }

        var hash = await KeepAsync(Records + association, RecordJson.Bytes(record), cancellation);
        void Point(TableEntity row)
        {
            row[Number] = version.Number;
            row[At] = version.At;
            row[Hash] = hash;
            row[Templates] = RecordJson.Text(templates);
        }

        var row = await documents.RowAsync(association, RowOf(version.Number), version, cancellation);
        Point(row);
        var next = RowDocuments.EmptyRow(association, Head);
        Point(next);
        try
        {
            await _associations.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.Add, row),
                    head is null
                        ? new TableTransactionAction(TableTransactionActionType.Add, next)
                        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, head.ETag),
                ],
                cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _read.Dispose();

    private static string RowOf(int version) => VersionPrefix + version.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);

    private Task<ImmutableArray<TableEntity>> VersionRowsAsync(string association, CancellationToken cancellation) => _associations.AllAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {association} and RowKey ge {VersionPrefix} and RowKey lt {VersionPrefix + "~"}"), cancellation);

    private async Task<StoredRecord> StoredAsync(TableEntity row, CancellationToken cancellation) => new(
        await ReadAsync<AssociationRecord>(Records + row.PartitionKey, row.GetString(Hash), cancellation),
        row.GetInt32(Number)!.Value,
        RecordJson.Read<ImmutableSortedDictionary<string, string>>(row.GetString(Templates)).WithComparers(StringComparer.Ordinal));

    private async Task<string> KeepAsync(string folder, byte[] content, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return _read.TryGetValue(folder + "/" + hash, out _) ? hash : await documents.KeepAsync(folder, content, cancellation);
    }

    private async Task<T> ReadAsync<T>(string folder, string hash, CancellationToken cancellation)
    {
        var key = folder + "/" + hash;
        if (_read.TryGetValue(key, out var known))
        {
            return (T)known!;
        }

        var bytes = await documents.ReadKeptAsync(folder, hash, cancellation);
        var document = RecordJson.Read<T>(bytes);
        _read.Set(key, document, new MemoryCacheEntryOptions { Size = bytes.Length });
        return document;
    }
}

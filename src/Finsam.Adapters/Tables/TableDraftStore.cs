using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Finsam.App.Drafts;
using Finsam.App.Storage;
using Finsam.Domain.Reports;

namespace Finsam.Adapters.Tables;

/// <summary>Drafts in the table Drafts, their files in blobs: drafts/{association}/{period}/{kind}/{version}/{run}/{file}.</summary>
public sealed class TableDraftStore(StorageAccount account, RowDocuments documents) : IDraftStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(TableNames.Drafts);

    /// <inheritdoc/>
    public async Task<ImmutableArray<Stored<Draft>>> ListAsync(PeriodKey period, CancellationToken cancellation)
    {
        var drafts = ImmutableArray.CreateBuilder<Stored<Draft>>();
        foreach (var row in await _table.AllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {TableReportStore.Partition(period)}"), cancellation))
        {
            drafts.Add(await DraftAsync(row, cancellation));
        }

        return drafts.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<Stored<Draft>?> FindAsync(DraftKey key, CancellationToken cancellation) =>
        await _table.FindAsync(TableReportStore.Partition(key.Period), RowKey(key), cancellation) is { } row ? await DraftAsync(row, cancellation) : null;

    /// <inheritdoc/>
    public async Task<bool> AddAsync(Draft draft, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(await RowAsync(draft, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> UpdateAsync(Stored<Draft> draft, Draft changed, CancellationToken cancellation)
    {
        try
        {
            await _table.UpdateEntityAsync(await RowAsync(changed, cancellation), new ETag(draft.Version), TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(Draft draft, string file, string mediaType, byte[] content, CancellationToken cancellation) =>
        account.Blobs.GetBlobClient(BlobName(draft, file)).UploadAsync(
            BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } }, cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(Draft draft, string file, CancellationToken cancellation)
    {
        try
        {
            return (await account.Blobs.GetBlobClient(BlobName(draft, file)).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private static string RowKey(DraftKey key) => FormattableString.Invariant($"{key.Kind}|{key.Version:D6}");

    private static string BlobName(Draft draft, string file) => FormattableString.Invariant(
        $"drafts/{draft.Key.Period.Association}/{draft.Key.Period.Period}/{draft.Key.Kind}/{draft.Key.Version}/{(draft.Run is { } run ? run + "/" : "")}{file}");

    private Task<TableEntity> RowAsync(Draft draft, CancellationToken cancellation) =>
        documents.RowAsync(TableReportStore.Partition(draft.Key.Period), RowKey(draft.Key), draft, cancellation);

    private async Task<Stored<Draft>> DraftAsync(TableEntity row, CancellationToken cancellation) =>
        new(await documents.ReadAsync<Draft>(row, cancellation), row.ETag.ToString());
}

using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Finsam.App.Exports;

namespace Finsam.Adapters.Exports;

/// <summary>Exports as blobs in a container of their own: yyyy/MM/dd/file. What a finished file holds stands in its metadata.</summary>
public sealed class BlobExportStore(StorageAccount account) : IExportStore
{
    private const string Rows = "rows";
    private const string Hash = "sha256";

    /// <inheritdoc/>
    public Task<Stream> CreateAsync(DateOnly night, string file, CancellationToken cancellation) =>
        Blob(night, file).OpenWriteAsync(overwrite: true, cancellationToken: cancellation);

    /// <inheritdoc/>
    public Task FinishAsync(DateOnly night, ExportedFile file, CancellationToken cancellation) => Blob(night, file.Name).SetMetadataAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { [Rows] = file.Rows.ToString(CultureInfo.InvariantCulture), [Hash] = file.Sha256 },
        cancellationToken: cancellation);

    /// <inheritdoc/>
    public async Task<ExportedFile?> FindAsync(DateOnly night, string file, CancellationToken cancellation)
    {
        try
        {
            var found = (await Blob(night, file).GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return found.Metadata.TryGetValue(Hash, out var hash) && found.Metadata.TryGetValue(Rows, out var rows)
                ? new ExportedFile(file, long.Parse(rows, CultureInfo.InvariantCulture), found.ContentLength, hash)
                : null;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IExportFiles Files(DateOnly night) => new Night(this, night);

    /// <inheritdoc/>
    public async Task<DateOnly?> LastNightAsync(CancellationToken cancellation)
    {
        DateOnly? last = null;
        try
        {
            // By name, and so by day; an installation keeps a year of nights at most.
            await foreach (var blob in account.Exports.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellation))
            {
                if (blob.Name.EndsWith("/" + ExportManifest.FileName, StringComparison.Ordinal) && blob.Metadata.ContainsKey(Hash)
                    && DateOnly.TryParseExact(blob.Name[..^(ExportManifest.FileName.Length + 1)], "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var night))
                {
                    last = night;
                }
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // The container is made by the first start of the app.
        }

        return last;
    }

    private BlockBlobClient Blob(DateOnly night, string file) =>
        account.Exports.GetBlockBlobClient(string.Create(CultureInfo.InvariantCulture, $"{night:yyyy}/{night:MM}/{night:dd}/{file}"));

    private sealed class Night(BlobExportStore store, DateOnly night) : IExportFiles
    {
        public async Task<Stream?> OpenAsync(string file, CancellationToken cancellation)
        {
            try
            {
                return await store.Blob(night, file).OpenReadAsync(cancellationToken: cancellation);
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return null;
            }
        }
    }
}

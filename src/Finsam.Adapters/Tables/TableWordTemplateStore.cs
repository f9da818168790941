using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Finsam.App.Drafts;
using Finsam.App.Drafts.WordTemplates;

namespace Finsam.Adapters.Tables;

/// <summary>Word templates: the choices in the table Associations, the files in blobs named by their hash.</summary>
public sealed class TableWordTemplateStore(StorageAccount account, RowDocuments documents) : IWordTemplateStore
{
    private const string Prefix = "wordtemplate|";

    private readonly TableClient _associations = account.Tables.GetTableClient(TableNames.Associations);

    /// <inheritdoc/>
    public async Task<ImmutableArray<WordTemplateChoice>> ListAsync(string association, CancellationToken cancellation)
    {
        var choices = ImmutableArray.CreateBuilder<WordTemplateChoice>();
        foreach (var row in await _associations.AllAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {association} and RowKey ge {Prefix} and RowKey lt {Prefix + "~"}"), cancellation))
        {
            choices.Add(await documents.ReadAsync<WordTemplateChoice>(row, cancellation));
        }

        return choices.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<bool> AddAsync(string association, WordTemplateChoice choice, byte[]? content, CancellationToken cancellation)
    {
        // What is pointed at is written before what points at it.
        if (content is not null && choice.Sha256 is { } hash)
        {
            await account.Blobs.GetBlobClient(BlobName(association, hash)).UploadAsync(
                BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = DraftFiles.WordMediaType } }, cancellation);
        }

        try
        {
            await _associations.AddEntityAsync(
                await documents.RowAsync(association, Prefix + choice.Number.ToString("D6", CultureInfo.InvariantCulture), choice, cancellation), cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(string association, string sha256, CancellationToken cancellation) =>
        (await account.Blobs.GetBlobClient(BlobName(association, sha256)).DownloadContentAsync(cancellation)).Value.Content.ToArray();

    private static string BlobName(string association, string sha256) => $"word-templates/{association}/{sha256}.docx";
}

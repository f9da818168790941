using Azure.Core;
using Finsam.App.Drafts.SharePoint;
using Finsam.Domain.Associations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;

namespace Finsam.Adapters.SharePoint;

/// <summary>SharePoint by Microsoft Graph, with the app's own identity and the right to the sites that IT has given it (Sites.Selected).</summary>
public sealed partial class GraphSharePoint : ISharePoint, IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly GraphFiles _files;
    private readonly PdfDownload _download;

    /// <summary>Makes it.</summary>
    public GraphSharePoint(IOptions<SharePointSettings> settings, TokenCredential credential, TimeProvider clock, ILogger<GraphSharePoint> log)
    {
        (_clock, _log) = (clock, log);
        _files = new GraphFiles(settings.Value, credential, clock);
        _download = new PdfDownload(settings.Value);
    }

    /// <inheritdoc/>
    public Task<SharePointFile> SaveAsync(SharePointPlace place, string file, byte[] content, CancellationToken cancellation) => ToldAsync(place, file, async () =>
    {
        var library = await _files.LibraryAsync(place, cancellation);
        await _files.EnsureFolderAsync(library, place.Folder, cancellation);
        var path = FilePath.Of(place.Folder, file);
        return await _files.AddAsync(library, path, content, cancellation) is { } address
            ? new SharePointFile(address, WasThere: false)
            : new SharePointFile(await _files.AddressAsync(library, path, cancellation), WasThere: true);
    }, cancellation);

    /// <inheritdoc/>
    public Task<byte[]> ConvertAsync(SharePointPlace place, byte[] word, CancellationToken cancellation)
    {
        // Nobody's file: each conversion has its own.
        var file = $"utkast-{Guid.NewGuid():N}.docx";
        return ToldAsync(place, file, async () =>
        {
            var library = await _files.LibraryAsync(place, cancellation);
            var folder = FilePath.Of(place.Folder, SharePointTexts.WorkFolder);
            await _files.EnsureFolderAsync(library, folder, cancellation);
            var path = FilePath.Of(folder, file);
            try
            {
                await _files.AddAsync(library, path, word, cancellation);
                return await _download.FetchAsync(await _files.PdfAddressAsync(library, path, cancellation), cancellation);
            }
            finally
            {
                await RemoveAsync(library, path);
            }
        }, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _files.Dispose();
        _download.Dispose();
    }

    // Also when the answer to the upload was lost, and when the one who asked has hung up. What it fails with must not hide why the PDF was not made.
    private async Task RemoveAsync(string library, string path)
    {
        try
        {
            await _files.RemoveAsync(library, path, CancellationToken.None);
        }
        catch (Exception e) when (SharePointFaults.CanTell(e, CancellationToken.None))
        {
            LogLeft(e.GetType().Name, (e as ApiException)?.ResponseStatusCode);
        }
    }

    private async Task<T> ToldAsync<T>(SharePointPlace place, string file, Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (SharePointFaults.CanTell(e, cancellation))
        {
            throw SharePointFaults.Tell(e, place, file, _clock);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A working file in SharePoint could not be removed: {Fault} {Status}")]
    private partial void LogLeft(string fault, int? status);
}

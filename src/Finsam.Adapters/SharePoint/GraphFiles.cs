using Azure.Core;
using Finsam.Adapters.Graph;
using Finsam.App.Drafts.SharePoint;
using Finsam.Domain.Associations;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Finsam.Adapters.SharePoint;

/// <summary>The requests to Graph about files. Each is asked again when Graph asks for a short wait; longer ones are the queue's. Nothing is done twice by that:
/// a file is only ever added, and what is removed is gone.</summary>
internal sealed class GraphFiles(SharePointSettings settings, TokenCredential credential, TimeProvider clock) : IDisposable
{
    private const int MostTries = 3;
    private const int Redirect = 302;

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly GraphServiceClient _graph = GraphConnection.Open(settings.BaseUrl, settings.Timeout, credential);

    private string Url => settings.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>The id of an association's library.</summary>
    public async Task<string> LibraryAsync(SharePointPlace place, CancellationToken cancellation)
    {
        var path = place.Site.AbsolutePath.Trim('/');
        var address = $"{Url}/sites/{place.Site.Host}{(path.Length == 0 ? "" : ":/" + path)}?$select=id";
        var site = await AskAsync(() => _graph.Sites[""].WithUrl(address).GetAsync(cancellationToken: cancellation), cancellation);
        if (place.Library is not { } name)
        {
            return (await AskAsync(() => _graph.Sites[site!.Id].Drive.GetAsync(r => r.QueryParameters.Select = ["id"], cancellation), cancellation))!.Id!;
        }

        var drives = await AskAsync(() => _graph.Sites[site!.Id].Drives.GetAsync(r => r.QueryParameters.Select = ["id", "name", "webUrl"], cancellation), cancellation);
        return drives?.Value?.FirstOrDefault(d => IsNamed(d, name))?.Id
            ?? throw new SharePointException(SharePointFaults.Say(SharePointTexts.NoLibrary, place.Site, name));
    }

    /// <summary>Makes the folder that is missing, and those on the way to it.</summary>
    public async Task EnsureFolderAsync(string library, string? folder, CancellationToken cancellation)
    {
        if (folder is null || await FindAsync(library, folder, cancellation) is { Folder: not null })
        {
            return;
        }

        var parent = "";
        foreach (var step in FilePath.Steps(folder))
        {
            await AddFolderAsync(library, parent, step[(parent.Length == 0 ? 0 : parent.Length + 1)..], cancellation);
            parent = step;
        }

        if (await FindAsync(library, folder, cancellation) is not { Folder: not null })
        {
            throw new SharePointException(SharePointFaults.Say(SharePointTexts.NoFolder, folder));
        }
    }

    /// <summary>Adds a file, in one request: that holds up to 250 MB, and a draft is a few.</summary>
    /// <returns>Where it is opened; null when there is a file of that name.</returns>
    public async Task<Uri?> AddAsync(string library, string path, byte[] content, CancellationToken cancellation)
    {
        // Without the query Graph would replace a file that is there.
        var address = $"{PathUrl(library, path)}/content?@microsoft.graph.conflictBehavior=fail";
        try
        {
            return AddressOf(await AskAsync(() => _graph.Drives[library].Items[""].Content.WithUrl(address).PutAsync(new MemoryStream(content), cancellationToken: cancellation), cancellation));
        }
        catch (ApiException e) when (IsThere(e))
        {
            return null;
        }
    }

    /// <summary>Where a file is opened.</summary>
    public async Task<Uri> AddressAsync(string library, string path, CancellationToken cancellation) => AddressOf(await AskAsync(
        () => _graph.Drives[library].Items[""].WithUrl(PathUrl(library, path) + "?$select=id,webUrl").GetAsync(cancellationToken: cancellation), cancellation));

    /// <summary>Where a file can be fetched as PDF for a few minutes by whoever has the address: it is a secret.</summary>
    public Task<Uri> PdfAddressAsync(string library, string path, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            // The answer itself is needed: where it leads, our token must not come along.
            var answer = new NativeResponseHandler();
            var request = _graph.Drives[library].Items[""].Content.WithUrl($"{PathUrl(library, path)}/content?format=pdf").ToGetRequestInformation();
            request.AddRequestOptions([new ResponseHandlerOption { ResponseHandler = answer }]);
            await _graph.RequestAdapter.SendPrimitiveAsync<Stream>(request, cancellationToken: cancellation);
            using var response = (HttpResponseMessage)answer.Value!;
            if ((int)response.StatusCode == Redirect && response.Headers.Location is { } location && settings.MayBeFetchedFrom(location))
            {
                return location;
            }

            throw await SharePointFaults.OfAsync(response, clock, cancellation);
        },
        cancellation);

    /// <summary>Removes a file, if it is there.</summary>
    public async Task RemoveAsync(string library, string path, CancellationToken cancellation)
    {
        try
        {
            await AskAsync(
                async () =>
                {
                    await _graph.Drives[library].Items[""].WithUrl(PathUrl(library, path)).DeleteAsync(cancellationToken: cancellation);
                    return true;
                },
                cancellation);
        }
        catch (ApiException e) when (e.ResponseStatusCode == 404)
        {
            return;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _graph.Dispose();

    private async Task<DriveItem?> FindAsync(string library, string path, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(() => _graph.Drives[library].Items[""].WithUrl(PathUrl(library, path) + "?$select=id,folder").GetAsync(cancellationToken: cancellation), cancellation);
        }
        catch (ApiException e) when (e.ResponseStatusCode == 404)
        {
            return null;
        }
    }

    private async Task AddFolderAsync(string library, string parent, string name, CancellationToken cancellation)
    {
        var address = (parent.Length == 0 ? $"{Url}/drives/{Uri.EscapeDataString(library)}/root" : PathUrl(library, parent)) + "/children";
        var folder = new DriveItem { Name = name, Folder = new Folder(), AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "fail" } };
        try
        {
            await AskAsync(() => _graph.Drives[library].Items[""].Children.WithUrl(address).PostAsync(folder, cancellationToken: cancellation), cancellation);
        }
        catch (ApiException e) when (IsThere(e))
        {
            // Another instance, or a person, has just made it.
            return;
        }
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> request, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await request();
            }
            catch (ApiException e) when (tries < MostTries && (e.ResponseStatusCode is 429 or >= 500 and not 507) && ShortWait(e) is { } wait)
            {
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }

    private TimeSpan? ShortWait(ApiException e) =>
        (SharePointFaults.Wait(e, clock) ?? UsualWait) is var wait && wait <= LongestWait ? wait : null;

    private string PathUrl(string library, string path) => $"{Url}/drives/{Uri.EscapeDataString(library)}/root:/{FilePath.Escaped(path)}:";

    private static bool IsNamed(Drive drive, string name) =>
        string.Equals(drive.Name, name, StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(drive.WebUrl, UriKind.Absolute, out var address) && string.Equals(Uri.UnescapeDataString(address.Segments[^1].Trim('/')), name, StringComparison.OrdinalIgnoreCase));

    private static bool IsThere(ApiException e) => e.ResponseStatusCode == 409 && SharePointFaults.CodeOf(e) is null or "nameAlreadyExists";

    // Shown as a link: nothing but a web address is.
    private static Uri AddressOf(DriveItem? item) => Uri.TryCreate(item?.WebUrl, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? address
        : throw new SharePointException(SharePointFaults.Say(SharePointTexts.Refused, "webUrl"));
}

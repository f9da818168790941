using System.Runtime.CompilerServices;
using Finsam.App.Drafts.SharePoint;
using Finsam.Domain.Associations;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.Adapters.SharePoint;

/// <summary>SharePoint by Microsoft Graph, whose SDK is 48 MB: it is loaded when something is first saved or made PDF there.</summary>
public sealed class LazySharePoint(IServiceProvider services) : ISharePoint, IDisposable
{
    private readonly Lazy<GraphSharePoint> _graph = new(() => Open(services));

    /// <inheritdoc/>
    public Task<SharePointFile> SaveAsync(SharePointPlace place, string file, byte[] content, CancellationToken cancellation) =>
        _graph.Value.SaveAsync(place, file, content, cancellation);

    /// <inheritdoc/>
    public Task<byte[]> ConvertAsync(SharePointPlace place, byte[] word, CancellationToken cancellation) => _graph.Value.ConvertAsync(place, word, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_graph.IsValueCreated)
        {
            _graph.Value.Dispose();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static GraphSharePoint Open(IServiceProvider services) => ActivatorUtilities.CreateInstance<GraphSharePoint>(services);
}

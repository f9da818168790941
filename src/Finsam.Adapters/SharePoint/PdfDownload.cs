using System.Net;
using Finsam.Adapters.Graph;
using Finsam.App.Drafts.SharePoint;

namespace Finsam.Adapters.SharePoint;

/// <summary>Fetches what Graph has pointed at: by a client that knows no token, since the address says all that is needed, and lies with another service.</summary>
internal sealed class PdfDownload(SharePointSettings settings) : IDisposable
{
    private static ReadOnlySpan<byte> Signature => "%PDF-"u8;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = settings.Timeout };

    /// <summary>Fetches it. The address is not told in any exception.</summary>
    public async Task<byte[]> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using var response = await _client.GetAsync(address, cancellation);
        if (response.StatusCode == HttpStatusCode.OK && await response.Content.ReadAsByteArrayAsync(cancellation) is var content && content.AsSpan().StartsWith(Signature))
        {
            return content;
        }

        throw new SharePointException(SharePointTexts.NotConverted, GraphAnswer.ToException((int)response.StatusCode, code: null));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}

using System.Net;
using SendGrid;

namespace Finsam.Adapters.Mail.SendGrid;

/// <summary>The official client for one mail, which knows whether anything of the mail can have left us. What an exception is called does not tell:
/// a connection that is reset while it is made has several names, and a connection that takes too long the same as an answer that does.</summary>
internal sealed class HandOver(HttpClient http, SendGridClientOptions options) : SendGridClient(http, options)
{
    /// <summary>False until there is a connection, encrypted where it should be, and the mail begins to be written to it.</summary>
    public bool HasBegun { get; private set; }

    /// <inheritdoc/>
    public override async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using var watched = new WatchedContent(request.Content!, () => HasBegun = true);
        request.Content = watched;
        return await base.MakeRequest(request, cancellationToken);
    }

    private sealed class WatchedContent : HttpContent
    {
        private readonly HttpContent _content;
        private readonly Action _begins;

        public WatchedContent(HttpContent content, Action begins)
        {
            (_content, _begins) = (content, begins);
            foreach (var (name, values) in content.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            _begins();
            return _content.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Headers.ContentLength ?? 0;
            return _content.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _content.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace Finsam.Adapters.Graph;

/// <summary>The way to Microsoft Graph: with the app's token, and so that a request is sent once.</summary>
internal static class GraphConnection
{
    /// <summary>Opens it.</summary>
    /// <param name="url">Where Graph answers, with the version. The token goes there and nowhere else.</param>
    /// <param name="timeout">How long an answer is waited for.</param>
    /// <param name="credential">Who we are.</param>
    public static GraphServiceClient Open(Uri url, TimeSpan timeout, TokenCredential credential)
    {
        var authentication = new AzureIdentityAuthenticationProvider(
            credential, [url.Host], observabilityOptions: null, isCaeEnabled: true, $"{url.GetLeftPart(UriPartial.Authority)}/.default");

        // A request whose answer was lost may have been carried out: the SDK's own tries would send the mail again. And a mail, or the token, follows
        // nobody elsewhere.
        var handlers = GraphClientFactory.CreateDefaultHandlers().Where(h => h is not (RetryHandler or RedirectHandler));
        var client = GraphClientFactory.Create(handlers, finalHandler: new SocketsHttpHandler
        {
            AllowAutoRedirect = false,

            // A connection each: one that has lain idle may be closed by the other side just when a mail is being written to it, which would leave that mail uncertain.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectTimeout = TimeSpan.FromSeconds(20),
        });
        client.Timeout = timeout;
        return new GraphServiceClient(client, authentication, url.AbsoluteUri.TrimEnd('/'));
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using Azure.Core;
using Azure.Identity;

namespace Finsam.Cli.Hosting;

/// <summary>How the command line is let into a deployed instance: as whoever is signed in to the Azure command line.</summary>
public static class DeployedSession
{
    /// <summary>A client for the instance.</summary>
    /// <param name="service">Its address.</param>
    /// <param name="signInClientId">The app registration that one signs in by.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="UserException">The address is not encrypted, or nobody is signed in.</exception>
    public static Task<HttpClient> ClientAsync(Uri service, string signInClientId, CancellationToken cancellation) =>
        ClientAsync(service, signInClientId, new AzureCliCredential(), cancellation);

    /// <summary>A client for the instance, signed in by a credential.</summary>
    public static async Task<HttpClient> ClientAsync(Uri service, string signInClientId, TokenCredential credential, CancellationToken cancellation)
    {
        // The token is as good as a password.
        if (service.Scheme != Uri.UriSchemeHttps)
        {
            throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.ServiceNotHttps, service));
        }

        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([$"api://{signInClientId}/.default"]), cancellation);
            var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = service };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
            client.DefaultRequestHeaders.Add("Origin", service.GetLeftPart(UriPartial.Authority));
            return client;
        }
        catch (AuthenticationFailedException e)
        {
            throw new UserException(e.Message);
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Finsam.App.Setup;

namespace Finsam.Cli.Hosting;

/// <summary>What the commands ask a running instance for.</summary>
public static class ApiClient
{
    /// <summary>A client signed in to an instance: as the chef of the one on this machine, or as oneself to a deployed one.</summary>
    /// <exception cref="UserException">None runs, or it lets one not in.</exception>
    public static async Task<HttpClient> ConnectAsync(ChosenService service, CancellationToken cancellation) => service switch
    {
        { Address: { } address, SignInClientId: { } client } => await DeployedSession.ClientAsync(address, client, cancellation),
        { Address: not null } => throw new UserException(CliTexts.SignInMissing),
        _ => await LocalSession.ClientAsync(service.DataFolder, cancellation)
            ?? throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.NotServing, service.DataFolder)),
    };

    /// <summary>The association that is meant: the one that was said, else the only one the person may see.</summary>
    /// <exception cref="UserException">There is none, or there are several.</exception>
    public static async Task<string> AssociationAsync(HttpClient client, string? said, CancellationToken cancellation) =>
        said ?? await ReadAsync<string[]>(client, Address(OverviewRoutes.ApiAssociations), cancellation) switch
        {
            [var only] => only,
            { Length: > 1 } several => throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.SeveralAssociations, string.Join(", ", several))),
            _ => throw new UserException(CliTexts.NoAssociation),
        };

    /// <summary>What an address answers, as JSON.</summary>
    /// <exception cref="UserException">The instance refuses, with its words.</exception>
    public static async Task<T> ReadAsync<T>(HttpClient client, Uri address, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(address, cancellation);
        await ExpectAsync(response, cancellation);
        return (await response.Content.ReadFromJsonAsync<T>(RecordJson.Options, cancellation))!;
    }

    /// <summary>The file at an address.</summary>
    /// <exception cref="UserException">The instance refuses, with its words.</exception>
    public static async Task<byte[]> BytesAsync(HttpClient client, Uri address, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(address, cancellation);
        await ExpectAsync(response, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    /// <summary>The address of a route with an association.</summary>
    public static Uri Address(string route, string association = "", string query = "") =>
        new("/" + route.Replace("{association}", Uri.EscapeDataString(association), StringComparison.Ordinal) + query, UriKind.Relative);

    /// <summary>Tells the person what an instance refused.</summary>
    /// <exception cref="UserException">It did.</exception>
    public static async Task ExpectAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        // The page's words are about an address, which nobody here has written.
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            throw new UserException(CliTexts.NoSuchRecord);
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new UserException(response.Content.Headers.ContentType?.MediaType == Render.ProblemMediaType
                && await response.Content.ReadFromJsonAsync<Refusal>(RecordJson.Options, cancellation) is { } refusal
                    ? $"{refusal.Title}. {refusal.Detail}"
                    : await response.Content.ReadAsStringAsync(cancellation));
        }
    }

    private sealed record Refusal(string Title, string Detail);
}

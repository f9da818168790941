using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Finsam.App.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Finsam.Cli.Hosting;

/// <summary>Stands in for App Service authentication on one machine: a sign-in link that works once, printed at start.
/// It lives in the command line and is not deployed, so it cannot exist in Azure.</summary>
public sealed class LocalSignIn : ISignIn
{
    private const string Path = "/.auth/local/";
    private const string Cookie = "finsam-local";

    private readonly string _session = Random();
    private string? _code = Random();

    /// <summary>Whoever starts the program is its chef.</summary>
    public static SignedInPerson Person { get; } = new(Guid.Empty, new Guid("00000000-0000-0000-0000-000000000001"), "Lokal chef");

    /// <summary>The sign-in link's path; works once.</summary>
    public string LinkPath => Path + _code;

    /// <summary>The Cookie header of a signed-in request: for the command line's own requests to the program it has started.</summary>
    public string CookieHeader => $"{Cookie}={_session}";

    /// <inheritdoc/>
    public SignedInPerson? PersonOf(HttpRequest request) => Same(request.Cookies[Cookie], _session) ? Person : null;

    /// <inheritdoc/>
    public string? SignInAddress(HttpRequest request) => null;

    /// <inheritdoc/>
    public bool IsAdministrator(SignedInPerson person) => person == Person;

    /// <summary>Answers the sign-in link.</summary>
    public void Use(WebApplication app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.Value?.StartsWith(Path, StringComparison.Ordinal) != true)
        {
            return next(context);
        }

        if (Interlocked.Exchange(ref _code, null) is not { } code || !Same(context.Request.Path.Value[Path.Length..], code))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync(CliTexts.SignInUsed, context.RequestAborted);
        }

        context.Response.Cookies.Append(Cookie, _session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/oversikt";
        return Task.CompletedTask;
    });

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static bool Same(string? given, string secret) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret));
}

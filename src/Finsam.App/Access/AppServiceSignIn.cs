using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Finsam.App.Access;

/// <summary>App Service authentication with Entra ID. Its header can be forged by anyone where the service is not in front of us,
/// so it is believed only where the platform says that it is (WEBSITE_AUTH_ENABLED).</summary>
public sealed class AppServiceSignIn(IConfiguration configuration, IOptions<Settings> settings) : ISignIn
{
    private const string ObjectIdClaim = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private const string TenantIdClaim = "http://schemas.microsoft.com/identity/claims/tenantid";

    /// <inheritdoc/>
    public SignedInPerson? PersonOf(HttpRequest request)
    {
        if (!string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "True", StringComparison.OrdinalIgnoreCase)
            || request.Headers["X-MS-CLIENT-PRINCIPAL"].ToString() is not { Length: > 0 } header)
        {
            return null;
        }

        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            var claims = principal.RootElement.GetProperty("claims").EnumerateArray()
                .Select(c => (Type: c.GetProperty("typ").GetString(), Value: c.GetProperty("val").GetString()))
                .ToArray();
            string? Claim(params string[] types) => claims.FirstOrDefault(c => types.Contains(c.Type, StringComparer.Ordinal)).Value;
            return Guid.TryParse(Claim(ObjectIdClaim, "oid"), out var objectId) && Guid.TryParse(Claim(TenantIdClaim, "tid"), out var tenantId)
                ? new SignedInPerson(tenantId, objectId, Claim("name") ?? "")
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public string? SignInAddress(HttpRequest request) =>
        "/.auth/login/aad?post_login_redirect_uri=" + Uri.EscapeDataString(request.Path + request.QueryString);

    /// <inheritdoc/>
    public bool IsAdministrator(SignedInPerson person) => settings.Value.Administrators
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Any(a => string.Equals(a, $"{person.TenantId}/{person.ObjectId}", StringComparison.OrdinalIgnoreCase));
}

using Microsoft.AspNetCore.Http;

namespace Finsam.App.Pages;

/// <summary>The headers every answer carries.</summary>
internal static class SecurityHeaders
{
    // data: in images only, where it can do nothing: the design system's tick in a box is one.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Set(HttpRequest request, Settings settings)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-store";
        if (settings.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}

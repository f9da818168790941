using System.Security.Cryptography;
using System.Text;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Access;

/// <summary>The cookie that a form link sets: one per report, so that several reports can be open at once in one browser.</summary>
public static class ReportCookie
{
    /// <summary>The token a request carries for a report; null when it carries none.</summary>
    public static string? TokenIn(HttpRequest request, ReportKey report, bool https) => request.Cookies[NameOf(report, https)];

    /// <summary>Sets the cookie. It goes when the browser closes; the link in the mail opens the form again.</summary>
    public static void Set(HttpResponse response, ReportKey report, string token, bool https) =>
        response.Cookies.Append(NameOf(report, https), token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = https,
            Path = "/",
            IsEssential = true,
        });

    // __Host- binds the cookie to this host and to https; on localhost there is no https to bind it to.
    private static string NameOf(ReportKey report, bool https)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{report.Association}|{report.Period}|{report.Initiative}"));
        return (https ? "__Host-" : "") + "finsam-" + Convert.ToHexStringLower(hash)[..16];
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Azure.Identity;
using Finsam.Adapters.Graph;
using Finsam.App.Drafts.SharePoint;
using Finsam.Domain.Associations;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace Finsam.Adapters.SharePoint;

/// <summary>What Graph's errors about files mean, and what to do about them.</summary>
internal static class SharePointFaults
{
    private const string RetryAfter = "Retry-After";

    /// <summary>True for an error that this can tell of.</summary>
    public static bool CanTell(Exception e, CancellationToken cancellation) => e switch
    {
        ApiException or AuthenticationFailedException or HttpRequestException or SocketException or IOException or TimeoutException => true,

        // The client's own patience, and not somebody who has hung up.
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };

    /// <summary>The error, told. What lies behind it is kept without its message: that can hold addresses.</summary>
    public static SharePointException Tell(Exception e, SharePointPlace place, string file, TimeProvider clock) => e switch
    {
        ApiException api => Tell(api.ResponseStatusCode, CodeOf(api), Wait(api, clock), place, file),
        AuthenticationFailedException when !TokenFaults.IsPassing(e) => new(SharePointTexts.NoIdentity, e),
        _ => new(SharePointTexts.NoConnection, e) { IsPassing = true },
    };

    /// <summary>What an answer means.</summary>
    public static SharePointException Tell(int status, string? code, TimeSpan? after, SharePointPlace place, string file)
    {
        var inner = GraphAnswer.ToException(status, code);
        return status switch
        {
            _ when status == 507 || code is "quotaLimitReached" or "insufficientStorage" => new(Say(SharePointTexts.Full, place.Site), inner),
            401 or 403 => new(Say(SharePointTexts.NotAllowed, place.Site), inner),
            404 => new(Say(SharePointTexts.NoSite, place.Site), inner),
            413 => new(SharePointTexts.TooLarge, inner),
            423 => new(Say(SharePointTexts.Locked, file), inner),
            408 or 429 or 509 or >= 500 => new(SharePointTexts.Busy, inner) { IsPassing = true, After = after },
            _ => new(Say(SharePointTexts.Refused, inner.Message["Microsoft Graph answered ".Length..].TrimEnd('.')), inner),
        };
    }

    /// <summary>A text, filled in.</summary>
    public static string Say(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary>The most detailed code.</summary>
    public static string? CodeOf(ApiException e)
    {
        var error = (e as ODataError)?.Error;
        return error?.InnerError?.AdditionalData.TryGetValue("code", out var inner) is true && inner is string { Length: > 0 } detailed ? detailed : error?.Code;
    }

    /// <summary>How long an error asks us to wait; null when it does not.</summary>
    public static TimeSpan? Wait(ApiException e, TimeProvider clock) =>
        e.ResponseHeaders?.FirstOrDefault(h => string.Equals(h.Key, RetryAfter, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } text
        && RetryConditionHeaderValue.TryParse(text, out var header) ? GraphAnswer.Wait(header, clock) : null;

    /// <summary>An answer that was to lead to a PDF and does not, as the SDK would have thrown it.</summary>
    public static async Task<Exception> OfAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellation)
    {
        var answer = await GraphAnswer.ReadAsync(response, clock, cancellation);
        return (int)answer.Status is < 400 or 400 or 406 or 415 or 422
            ? new SharePointException(SharePointTexts.NotConverted, answer.ToException())
            : new ODataError
            {
                ResponseStatusCode = (int)answer.Status,
                ResponseHeaders = response.Headers.ToDictionary(h => h.Key, h => h.Value),
                Error = new MainError { Code = answer.Code },
            };
    }
}

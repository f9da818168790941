using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Finsam.Adapters.Graph;

/// <summary>What Graph has answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Code">The error's code; null when there is none. The error's message is left: it can hold addresses.</param>
/// <param name="After">How long it asks us to wait; null when it does not.</param>
internal sealed record GraphAnswer(HttpStatusCode Status, string? Code, TimeSpan? After)
{
    // What asks for more is a mistake, and must not silence a mailbox for weeks.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Reads it.</summary>
    public static async Task<GraphAnswer> ReadAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellation) =>
        new(response.StatusCode, await CodeAsync(response.Content, cancellation), Wait(response, clock));

    /// <summary>The answer as an exception without addresses.</summary>
    public HttpRequestException ToException() => ToException((int)Status, Code);

    /// <summary>An answer as an exception without addresses.</summary>
    public static HttpRequestException ToException(int status, string? code) =>
        new($"Microsoft Graph answered {status} {Plain(code)}".TrimEnd() + ".", null, (HttpStatusCode)status);

    private static async Task<string?> CodeAsync(HttpContent content, CancellationToken cancellation)
    {
        try
        {
            await using var body = await content.ReadAsStreamAsync(cancellation);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            return json.RootElement.GetProperty("error").GetProperty("code").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Not Graph's own words: a proxy's, or none. The status tells enough.
            return null;
        }
    }

    private static TimeSpan? Wait(HttpResponseMessage response, TimeProvider clock) => Wait(response.Headers.RetryAfter, clock);

    /// <summary>How long a header asks us to wait; null when it does not.</summary>
    public static TimeSpan? Wait(RetryConditionHeaderValue? header, TimeProvider clock) =>
        (header?.Delta ?? header?.Date - clock.GetUtcNow()) is { } wait
            ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks))
            : null;

    private static string? Plain(string? code) => code is { Length: <= 60 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? code : null;
}

using System.Net;
using System.Text.Json;
using Finsam.App.Reminders;

namespace Finsam.Adapters.Mail.Graph;

/// <summary>What Graph has answered, and what it means to a mail.</summary>
/// <param name="Status">The status.</param>
/// <param name="Code">The error's code; null when there is none. The error's message is left: it can hold addresses.</param>
/// <param name="After">How long it asks us to wait; null when it does not.</param>
internal sealed record GraphAnswer(HttpStatusCode Status, string? Code, TimeSpan? After)
{
    // What asks for more is a mistake, and must not silence the mailbox for weeks.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Reads it.</summary>
    public static async Task<GraphAnswer> ReadAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellation) =>
        new(response.StatusCode, await CodeAsync(response.Content, cancellation), Wait(response, clock));

    /// <summary>Returns when the mail has been taken; throws what <see cref="IMailSender.SendAsync"/> says otherwise.</summary>
    public void ThrowUnlessTaken()
    {
        if (Status == HttpStatusCode.Accepted)
        {
            return;
        }

        throw (int)Status switch
        {
            401 or 403 => new MailStoppedException(MailTexts.GraphNotAllowed, ToException()),
            408 or 429 => Delayed(),
            404 => new MailStoppedException(MailTexts.GraphNoMailbox, ToException()),
            413 => new MailRefusedException(MailTexts.TooLarge, ToException()),
            >= 400 and < 500 => Refused(),

            // A gateway that got no answer: what lies behind it may have taken the mail.
            502 or 504 => ToException(),
            >= 500 => Delayed(),
            >= 300 => new MailStoppedException(MailTexts.GraphElsewhere, ToException()),

            // Something has taken the request, but it does not answer as Graph does.
            _ => ToException(),
        };
    }

    /// <summary>The answer as an exception without addresses.</summary>
    public HttpRequestException ToException() => ToException((int)Status, Code);

    /// <summary>An answer as an exception without addresses.</summary>
    public static HttpRequestException ToException(int status, string? code) =>
        new($"Microsoft Graph answered {status} {Plain(code)}".TrimEnd() + ".", null, (HttpStatusCode)status);

    private MailDelayedException Delayed() => new(MailTexts.Delayed, ToException()) { After = After };

    private Exception Refused() => Code switch
    {
        "ErrorInvalidRecipients" or "ErrorRecipientNotFound" => new MailRefusedException(MailTexts.RecipientRefused, ToException()),
        "ErrorMessageSizeExceeded" or "ErrorAttachmentSizeLimitExceeded" => new MailRefusedException(MailTexts.TooLarge, ToException()),
        "ErrorMailboxNotFound" or "ErrorNonExistentMailbox" or "ErrorInvalidUser" or "MailboxNotEnabledForRESTAPI" => new MailStoppedException(MailTexts.GraphNoMailbox, ToException()),
        _ => new MailRefusedException(MailTexts.Refused, ToException()),
    };

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

    private static TimeSpan? Wait(HttpResponseMessage response, TimeProvider clock) =>
        (response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - clock.GetUtcNow()) is { } wait
            ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks))
            : null;

    private static string? Plain(string? code) => code is { Length: <= 60 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_') ? code : null;
}

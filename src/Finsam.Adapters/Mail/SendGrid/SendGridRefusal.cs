using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Deliveries;

namespace Finsam.Adapters.Mail.SendGrid;

/// <summary>SendGrid's no, in its own words but without addresses: for the log.</summary>
internal sealed class SendGridRefusal : Exception
{
    // More would be a mistake of theirs or in a clock: a mail waits a day at most.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly HttpStatusCode _status;
    private readonly ImmutableArray<string> _fields;

    public SendGridRefusal(HttpStatusCode status, string body)
        : this(status, Read(body), body)
    {
    }

    private SendGridRefusal(HttpStatusCode status, ImmutableArray<(string? Field, string? Words)> errors, string body)
        : base(ServerWords.Of(errors.IsEmpty ? body : string.Join("; ", errors.Select(e => e.Field is null ? e.Words : $"{e.Field}: {e.Words}"))) ?? status.ToString())
    {
        _status = status;
        _fields = [.. errors.Select(e => e.Field).OfType<string>()];
    }

    /// <summary>What it means for the mail.</summary>
    public Exception Meaning(HttpResponseHeaders headers, DateTimeOffset now) => (int)_status switch
    {
        401 => new MailStoppedException(MailTexts.SendGridNotLetIn, this),
        403 => new MailStoppedException(MailTexts.SendGridForbidden, this),
        408 => new MailDelayedException(MailTexts.Delayed, this),
        429 => new MailDelayedException(MailTexts.Delayed, this) { After = Asked(headers, now) ?? UntilReset(headers, now) },
        413 => new MailRefusedException(MailTexts.SendGridTooLarge, this),
        >= 300 and < 500 => new MailRefusedException(Reason(), this),
        >= 500 => new MailDelayedException(MailTexts.Delayed, this) { After = Asked(headers, now) },

        // It neither says that it has taken the mail (202) nor that it has not.
        _ => this,
    };

    private string Reason() => _fields.FirstOrDefault() switch
    {
        { } field when field.StartsWith("personalizations", StringComparison.Ordinal) && field.Contains("to", StringComparison.Ordinal) => MailTexts.RecipientRefused,
        { } field when field.Split('.')[0] == "from" => MailTexts.SendGridFromRefused,
        { } field when field.Split('.')[0] == "reply_to" => MailTexts.SendGridReplyToRefused,
        _ => MailTexts.SendGridRefused,
    };

    private static TimeSpan? Asked(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.RetryAfter is { } after ? Within(after.Delta ?? (after.Date - now)) : null;

    private static TimeSpan? UntilReset(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.TryGetValues("X-RateLimit-Reset", out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? Within(DateTimeOffset.FromUnixTimeSeconds(seconds) - now)
            : null;

    private static TimeSpan? Within(TimeSpan? wait) => wait switch
    {
        null => null,
        { } w when w < TimeSpan.Zero => TimeSpan.Zero,
        { } w when w > LongestWait => LongestWait,
        _ => wait,
    };

    // {"errors":[{"message":"…","field":"from.email","help":null}]}; a proxy's error page is anything else.
    private static ImmutableArray<(string? Field, string? Words)> Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
                ? [.. errors.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(e => (Text(e, "field"), Text(e, "message")))]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

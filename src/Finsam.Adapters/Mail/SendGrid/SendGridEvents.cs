using System.Collections.Immutable;
using System.Text.Json;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Deliveries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Mail.SendGrid;

/// <summary>SendGrid's event webhook. Events are ours by the argument that was sent with the mail, never by address.</summary>
public sealed partial class SendGridEvents(IOptions<MailSettings> settings, TimeProvider clock, ILogger<SendGridEvents> log) : IMailEvents
{
    /// <summary>The header that holds the signature.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header that says when it was signed.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <inheritdoc/>
    public ImmutableArray<MailEvent>? Read(IHeaderDictionary headers, byte[] body)
    {
        if (!SendGridSignature.IsGenuine(settings.Value.SendGrid.WebhookKey, headers[SignatureHeader].ToString(), headers[TimestampHeader].ToString(), body, clock.GetUtcNow()))
        {
            LogNotGenuine();
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray().Select(Event).OfType<MailEvent>()] : [];
        }
        catch (JsonException e)
        {
            // They have signed it, so it would come again just the same.
            LogNotJson(e);
            return [];
        }
    }

    // https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event: custom arguments stand among the event's own properties.
    private static MailEvent? Event(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !MailKey.TryParse(Text(json, SendGridMail.KeyArgument), out var key)
            || Time(json) is not { } at)
        {
            return null;
        }

        return Text(json, "event") switch
        {
            "processed" => new MailEvent(key, at),
            "deferred" => new MailEvent(key, at, DeliveryKind.Deferred, Text(json, "response") ?? Text(json, "reason")),
            "delivered" => new MailEvent(key, at, DeliveryKind.Delivered),
            "spamreport" => new MailEvent(key, at, DeliveryKind.Reported),
            "dropped" => new MailEvent(key, at, DeliveryKind.Blocked, Text(json, "reason")),
            "bounce" => new MailEvent(key, at, Text(json, "type") == "blocked" ? DeliveryKind.Blocked : DeliveryKind.Bounced, Text(json, "reason")),

            // Opened, clicked, unsubscribed: not asked for, and nobody's business. Or something new.
            _ => null,
        };
    }

    private static DateTimeOffset? Time(JsonElement json) =>
        json.TryGetProperty("timestamp", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
        && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? Text(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no text, quoted from a server that sent them: no reason to lose the other events.
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that SendGrid has not signed came to its webhook")]
    private partial void LogNotGenuine();

    [LoggerMessage(Level = LogLevel.Warning, Message = "SendGrid's events cannot be read")]
    private partial void LogNotJson(Exception e);
}

using System.Net.Mail;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Finsam.Adapters.Tests.Mail.SendGrid;

/// <summary>What SendGrid documents that it demands of POST /v3/mail/send (its reference, "Limitations" and "Errors").</summary>
internal static class SendGridRules
{
    private const int LargestMail = 30 * 1024 * 1024;
    private const int LargestArguments = 10_000;

    private static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    /// <summary>The first rule that the request breaks; null when it keeps them all.</summary>
    public static (int Status, string Message, string? Field)? Broken(HttpRequest request, byte[] body)
    {
        if (request.Method != "POST" || request.Path != "/v3/mail/send")
        {
            return (404, "not found", null);
        }

        if (request.Headers.Authorization != "Bearer " + SendGridServer.ApiKey)
        {
            return (401, "The provided authorization grant is invalid, expired, or revoked", null);
        }

        if (request.ContentType?.Split(';')[0] != "application/json")
        {
            return (415, "Content-Type should be application/json.", null);
        }

        if (!request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
        {
            return (406, "Missing Accept header.", null);
        }

        if (body.Length > LargestMail)
        {
            return (413, "The JSON payload you have included in your request is too large.", null);
        }

        try
        {
            return Broken(JsonNode.Parse(body)!.AsObject()) is var (message, field) ? (400, message, field) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (400, "Bad Request", null);
        }
    }

    private static (string Message, string? Field)? Broken(JsonObject mail) =>
        InPersonalizations(mail["personalizations"] as JsonArray, mail["subject"]) ?? InAddress(mail["from"], "from", mustBeAscii: true)
        ?? (mail["reply_to"] is { } replyTo ? InAddress(replyTo, "reply_to") : null)
        ?? InContent(mail["content"] as JsonArray) ?? InAttachments(mail["attachments"]) ?? InHeaders(mail["headers"]) ?? InArguments(mail);

    private static (string, string?)? InPersonalizations(JsonArray? all, JsonNode? subject)
    {
        if (all is not { Count: >= 1 and <= 1000 })
        {
            return ("You must have at least one personalization.", "personalizations");
        }

        for (var i = 0; i < all.Count; i++)
        {
            if (all[i]!["to"] is not JsonArray { Count: >= 1 } to)
            {
                return ("The to parameter is required for all personalization objects.", $"personalizations.{i}.to");
            }

            for (var j = 0; j < to.Count; j++)
            {
                var field = $"personalizations.{i}.to.{j}";
                if (InAddress(to[j], field) is { } broken)
                {
                    return broken;
                }

                if (((string?)to[j]!["name"])?.IndexOfAny([';', ',']) >= 0)
                {
                    return ("The to.name cannot include either the ; or , characters.", field + ".name");
                }
            }

            if (string.IsNullOrEmpty((string?)(all[i]!["subject"] ?? subject)))
            {
                return ("The subject is required.", "subject");
            }
        }

        return null;
    }

    private static (string, string?)? InAddress(JsonNode? address, string field, bool mustBeAscii = false)
    {
        var email = (string?)address?["email"];
        return email is null || !MailAddress.TryCreate(email, out var read) || read.Address != email || (mustBeAscii && !Ascii.IsValid(email))
            ? ("Does not contain a valid address.", field + ".email")
            : null;
    }

    private static (string, string?)? InContent(JsonArray? content)
    {
        if (content is not { Count: >= 1 })
        {
            return ("Unless a valid template_id is provided, the content parameter is required.", "content");
        }

        string?[] types = [.. content.Select(c => (string?)c!["type"])];
        if (types.Any(t => string.IsNullOrEmpty(t) || t.IndexOfAny([';', '\r', '\n']) >= 0) || content.Any(c => string.IsNullOrEmpty((string?)c!["value"])))
        {
            return ("The content value must be a string at least one character in length.", "content.0.value");
        }

        return Array.IndexOf(types, "text/plain") > 0 || Array.IndexOf(types, "text/html") > 1
            ? ("If present, text/plain must be first, followed by text/html, followed by any other content.", "content")
            : null;
    }

    private static (string, string?)? InAttachments(JsonNode? attachments)
    {
        foreach (var file in attachments?.AsArray() ?? [])
        {
            var content = (string?)file!["content"];
            if (string.IsNullOrEmpty(content) || !Convert.TryFromBase64String(content, new byte[content.Length], out _))
            {
                return ("The attachment content must be base64 encoded.", "attachments.0.content");
            }

            if (string.IsNullOrEmpty((string?)file["filename"]))
            {
                return ("The filename of the attachment is required.", "attachments.0.filename");
            }

            if (((string?)file["type"])?.IndexOfAny([';', '\r', '\n']) >= 0)
            {
                return ("The type of the attachment cannot contain ‘;’, or CRLF characters.", "attachments.0.type");
            }

            if ((string?)file["disposition"] is not (null or "inline" or "attachment"))
            {
                return ("The disposition of your attachment can be either “inline” or “attachment”.", "attachments.0.disposition");
            }
        }

        return null;
    }

    private static (string, string?)? InHeaders(JsonNode? headers)
    {
        foreach (var (name, value) in headers?.AsObject() ?? [])
        {
            if (ReservedHeaders.Contains(name))
            {
                return ($"The {name} header is reserved.", "headers." + name);
            }

            if (value is not JsonValue text || !text.TryGetValue<string>(out var written) || !Ascii.IsValid(name) || written.IndexOfAny(['\r', '\n']) >= 0)
            {
                return ("You must properly encode headers if they contain unicode characters.", "headers." + name);
            }
        }

        return null;
    }

    private static (string, string?)? InArguments(JsonObject mail) =>
        mail["custom_args"] is { } arguments && Encoding.UTF8.GetByteCount(arguments.ToJsonString()) >= LargestArguments
            ? ("The overall size of custom args must be less than 10,000 bytes.", "custom_args")
            : null;
}

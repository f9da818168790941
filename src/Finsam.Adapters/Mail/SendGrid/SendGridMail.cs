using Finsam.App.Reminders;
using SendGrid.Helpers.Mail;

namespace Finsam.Adapters.Mail.SendGrid;

/// <summary>A mail as SendGrid takes it (POST /v3/mail/send).</summary>
internal static class SendGridMail
{
    /// <summary>The custom argument that comes back with every event about the mail.</summary>
    public const string KeyArgument = "finsam_mail";

    /// <summary>The mail. Everything that would rewrite its links or tell that it was read is off, whatever the account is set to.</summary>
    /// <remarks>SendGrid makes the Message-ID itself and keeps what it is given in custom_args for ever, so there is none of ours, and the key is masked.</remarks>
    public static SendGridMessage Of(MailMessage mail, string from) => new()
    {
        From = new EmailAddress(from, mail.FromName),
        ReplyTo = new EmailAddress(mail.ReplyTo, mail.FromName),
        Personalizations = [new Personalization { Tos = [new EmailAddress(mail.ToAddress, Name(mail.ToName))] }],
        Subject = mail.Subject,
        PlainTextContent = mail.Text,
        HtmlContent = mail.Html,
        Attachments = mail.Attachments.IsEmpty ? null : [.. mail.Attachments.Select(Attached)],
        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Auto-Submitted"] = "auto-generated",
            ["X-Auto-Response-Suppress"] = "All",
            ["Content-Language"] = "sv",
        },
        CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal) { [KeyArgument] = mail.Key.Masked().ToString() },
        TrackingSettings = new TrackingSettings
        {
            ClickTracking = new ClickTracking { Enable = false, EnableText = false },
            OpenTracking = new OpenTracking { Enable = false },
            SubscriptionTracking = new SubscriptionTracking { Enable = false },
            Ganalytics = new Ganalytics { Enable = false },
        },
    };

    // "The to.name personalizations cannot include either the ; or , characters."
    private static string? Name(string name) => name.Replace(';', ' ').Replace(',', ' ').Trim() is { Length: > 0 } taken ? taken : null;

    // "The attachment type cannot contain ; or CRLF characters": a calendar's parameters (method=PUBLISH) stand in the file as well.
    private static Attachment Attached(MailAttachment file) => new()
    {
        Content = Convert.ToBase64String(file.Content.AsSpan()),
        Type = file.MediaType.Split(';')[0].Trim(),
        Filename = file.Name,
        Disposition = "attachment",
    };
}

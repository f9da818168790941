using System.Security.Cryptography;
using System.Text;
using Finsam.App.Reminders;
using MimeKit;

namespace Finsam.Adapters.Mail;

/// <summary>A mail as MIME: text and HTML, reply-to the chef, and marked as made by a machine so that no out-of-office answers it.</summary>
public static class MimeMail
{
    /// <summary>The message, the same for every sender.</summary>
    public static MimeMessage Of(MailMessage mail, string from)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.Date,
            MessageId = $"{HashOf(mail.Key)}@{from.Split('@')[^1]}",
        };
        message.From.Add(new MailboxAddress(mail.FromName, from));
        message.ReplyTo.Add(new MailboxAddress(mail.FromName, mail.ReplyTo));
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, "sv");

        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var attachment in mail.Attachments)
        {
            body.Attachments.Add(attachment.Name, [.. attachment.Content], ContentType.Parse(attachment.MediaType));
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    // The key names the initiative and the contact; its hash is as stable and tells nothing.
    private static string HashOf(MailKey key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..32];
}

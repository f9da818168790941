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
            MessageId = IdOf(mail.Key, from),
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
            // As bytes, also what is text: a calendar's line ends are part of it.
            var part = (MimePart)body.Attachments.Add(attachment.Name, [.. attachment.Content], ContentType.Parse(attachment.MediaType));
            part.ContentTransferEncoding = ContentEncoding.Base64;
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    /// <summary>The Message-ID of a mail, always the same.</summary>
    /// <param name="key">Which mail.</param>
    /// <param name="from">The address it is sent from.</param>
    public static string IdOf(MailKey key, string from) => $"{MailId.Of(key)}@{from.Split('@')[^1]}";
}

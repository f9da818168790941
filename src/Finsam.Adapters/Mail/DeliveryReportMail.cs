using System.Collections.Immutable;
using Finsam.App.Reminders;
using MimeKit;

namespace Finsam.Adapters.Mail;

/// <summary>A report of what became of a mail, as a mail itself (RFC 3464).</summary>
public static class DeliveryReportMail
{
    /// <summary>What it says, of each recipient; nothing when it is no such report.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="at">When it came.</param>
    public static ImmutableArray<DeliveryReport> Read(MimeMessage message, DateTimeOffset at)
    {
        if (message.BodyParts.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
        {
            return [];
        }

        ImmutableArray<string> ids = [.. Returned(message), .. message.InReplyTo is { } answered ? [answered] : Array.Empty<string>(), .. message.References.Reverse()];

        // The first group is about the report itself.
        return
        [
            .. status.StatusGroups.Skip(1).Select(recipient => new DeliveryReport
            {
                MessageIds = ids,
                At = at,
                Action = recipient["Action"],
                Status = recipient["Status"],
                Diagnostic = recipient["Diagnostic-Code"],
            }),
        ];
    }

    // The mail that it is about, or its headers.
    private static IEnumerable<string> Returned(MimeMessage message) =>
        message.BodyParts.OfType<MessagePart>().Select(p => p.Message?.MessageId).OfType<string>();
}

using Finsam.App.Records;
using Finsam.Domain.Records;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Reminders.Wording;

/// <summary>The words that an association's mails are written with: its own, where it has any, else the shipped.</summary>
public sealed partial class MailWordings(IRecordStore records, ILogger<MailWordings> log)
{
    /// <summary>The words of a kind of mail.</summary>
    public static MailWording Of(AssociationRecord record, MailKind kind) =>
        record.Mails.Find(kind.Id) is { } own ? new MailWording(own.Subject, own.Text) : ShippedWordings.Of(kind);

    /// <summary>A mail in the association's words. Words that were right when they were saved and are not any more, as when a field has gone, give way to the
    /// shipped: a mail in the system's words is better than none.</summary>
    public async Task<FilledMail> FillAsync(string association, MailKind kind, MailValues values, CancellationToken cancellation)
    {
        if ((await records.FindAsync(association, cancellation))?.Record.Mails.Find(kind.Id) is { } own)
        {
            var wording = new MailWording(own.Subject, own.Text);
            if (CheckWording.Run(kind, wording).IsEmpty)
            {
                return MailTemplate.Of(kind, wording).Fill(values);
            }

            LogUnfit(kind.Id, association);
        }

        return ShippedWordings.Template(kind).Fill(values);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The words of {Kind} that {Association} has are not fit for a mail any more: the shipped ones are used")]
    private partial void LogUnfit(string kind, string association);
}

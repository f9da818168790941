using System.Collections.Immutable;
using Finsam.App.Storage;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Reminders.Deliveries;

/// <summary>Writes down what a provider tells of the mails that it took.</summary>
public sealed partial class RecordDelivery(IOutbox outbox, ILogger<RecordDelivery> log)
{
    /// <summary>Writes them down. Events about mails that we do not know are passed over: another may send through the same account.</summary>
    public async Task HandleAsync(ImmutableArray<MailEvent> events, CancellationToken cancellation)
    {
        foreach (var report in events.GroupBy(e => e.Mail.Report))
        {
            var mails = await outbox.ListAsync(report.Key, cancellation);
            var told = report.ToLookup(e => e.Mail);
            foreach (var mail in mails)
            {
                await TellAsync(mail, told[mail.Value.Key.Masked()], cancellation);
            }
        }
    }

    // Again when somebody else has changed the mail since it was read: what they wrote and what is told here both hold.
    private async Task TellAsync(Stored<OutgoingMail> read, IEnumerable<MailEvent> told, CancellationToken cancellation)
    {
        for (var mail = read; mail is not null; mail = await outbox.FindAsync(read.Value.Key, cancellation))
        {
            var changed = told.Aggregate(mail.Value, (known, one) => one.ToldOf(known));
            if (changed == mail.Value)
            {
                return;
            }

            if (await outbox.UpdateAsync(mail, changed, cancellation))
            {
                var key = changed.Key;
                LogTold(changed.Delivery?.Kind, key.Step, key.Report.Association, key.Report.Period, key.Report.Initiative, key.Contact);
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Told of {Delivery}: {Step} of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogTold(DeliveryKind? delivery, string step, string association, string period, string initiative, string contact);
}

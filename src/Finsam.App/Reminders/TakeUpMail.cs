using System.Collections.Immutable;
using Finsam.App.Records;
using Finsam.App.Storage;
using Finsam.App.Telemetry;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;

namespace Finsam.App.Reminders;

/// <summary>Takes up again the mails about a report that got stuck on their way.</summary>
public sealed class TakeUpMail(IOutbox outbox, IRecordStore records, PlanMail plan, IMailSender sender, IOptions<Settings> settings, TimeProvider clock)
{
    /// <summary>Looks at all mails about the report.</summary>
    /// <returns>The mails, and whether every one of them has come to an end.</returns>
    public async Task<(ImmutableDictionary<MailKey, Stored<OutgoingMail>> Mails, bool AreSettled)> HandleAsync(ReportKey report, CancellationToken cancellation)
    {
        var mails = (await outbox.ListAsync(report, cancellation)).ToImmutableDictionary(m => m.Value.Key);
        var settled = true;
        foreach (var mail in mails.Values)
        {
            settled &= await TakeUpAsync(mail, cancellation);
        }

        return (mails, settled);
    }

    private async Task<bool> TakeUpAsync(Stored<OutgoingMail> mail, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var age = now - (mail.Value.NotBefore ?? mail.Value.Since);
        switch (mail.Value.State)
        {
            case MailState.Planned:
                await plan.QueueAsync(mail.Value.Key, cancellation);
                return false;
            case MailState.Queued when age >= settings.Value.QueuedTimeout:
                await plan.QueueAsync(mail.Value.Key, cancellation);
                return false;
            case MailState.Sending when age >= settings.Value.SendingTimeout:
                var sent = await sender.WasSentAsync(mail.Value.Key, await records.MailboxAsync(mail.Value.Key.Report.Association, cancellation), cancellation);
                var isWritten = await outbox.UpdateAsync(
                    mail,
                    sent switch
                    {
                        true => mail.Value.As(MailState.Sent, now),
                        false => mail.Value.As(MailState.Planned, now),
                        null => mail.Value.As(MailState.Uncertain, now, ReminderTexts.Uncertain),
                    },
                    cancellation);
                if (isWritten && sent is null)
                {
                    Measures.MailUncertain(mail.Value.Key.Report.Association, mail.Value.Key.Kind);
                }

                return sent is not false;
            case MailState.Queued or MailState.Sending:
                return false;
            default:
                return true;
        }
    }
}

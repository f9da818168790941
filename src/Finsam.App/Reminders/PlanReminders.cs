using System.Collections.Immutable;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Finsam.App.Reminders;

/// <summary>Decides what goes out about one report: due, unsent and still unanswered, never "the date equals today".
/// Plans it under a key that can be inserted once, and takes up again what got stuck.</summary>
public sealed partial class PlanReminders(
    IRecordStore records, IReportStore reports, IOutbox outbox, IWorkQueue queue, IMailSender sender, IOptions<Settings> settings, TimeProvider clock,
    ILogger<PlanReminders> log)
{
    /// <summary>Plans what is due.</summary>
    /// <returns>The next date to look at the report; null when nothing more will be sent.</returns>
    public async Task<DateOnly?> HandleAsync(ReportKey key, ReportingPeriod period, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await reports.FindAsync(key, cancellation) is not { Value: var report })
        {
            return null;
        }

        // First what is under way, whatever has become since of its step, its contact or the report: a mail that got stuck must come to an end.
        var mails = (await outbox.ListAsync(key, cancellation)).ToImmutableDictionary(m => m.Value.Key);
        var settled = true;
        foreach (var mail in mails.Values)
        {
            settled &= await TakeUpAsync(mail, now, cancellation);
        }

        var isAsked = !report.IsSent && report.IsOpenAt(now);
        if (isAsked && ReminderSchedule.LatestDue(period, report.Due, now) is { } step)
        {
            settled &= await PlanAsync(key, step, mails, now, cancellation);
        }

        var today = SwedishTime.DateAt(now);
        if (!settled)
        {
            return today;
        }

        if (!isAsked)
        {
            return null;
        }

        var later = ReminderSchedule.Dates(period, report.Due)
            .Where(date => date > today || (date == today && period.Reminders.Any(s => IsLaterToday(s, period, report.Due, now))))
            .ToArray();
        return later.Length == 0 ? null : later[0];
    }

    private static bool IsLaterToday(ReminderStep step, ReportingPeriod period, DateOnly due, DateTimeOffset now) =>
        ReminderSchedule.InstantOf(step, period.Opens, due) is var instant && instant > now && SwedishTime.DateAt(instant) == SwedishTime.DateAt(now);

    // True when there was nothing new to plan.
    private async Task<bool> PlanAsync(
        ReportKey key, ReminderStep step, ImmutableDictionary<MailKey, Stored<OutgoingMail>> mails, DateTimeOffset now, CancellationToken cancellation)
    {
        if ((await records.FindAsync(key.Association, cancellation))?.Record.FindInitiative(key.Initiative) is not { } initiative)
        {
            return true;
        }

        var settled = true;
        foreach (var contact in initiative.Contacts)
        {
            var mail = new MailKey(key, step.Id, contact.Id);
            if (!mails.ContainsKey(mail) && await outbox.PlanAsync(new OutgoingMail { Key = mail, State = MailState.Planned, Since = now }, cancellation))
            {
                settled = false;
                await QueueAsync(mail, cancellation);
                LogPlanned(key.Association, key.Period, key.Initiative, step.Id, contact.Id);
            }
        }

        return settled;
    }

    private async Task<bool> TakeUpAsync(Stored<OutgoingMail> mail, DateTimeOffset now, CancellationToken cancellation)
    {
        var age = now - mail.Value.Since;
        switch (mail.Value.State)
        {
            case MailState.Planned:
                await QueueAsync(mail.Value.Key, cancellation);
                return false;
            case MailState.Queued when age >= settings.Value.QueuedTimeout:
                await QueueAsync(mail.Value.Key, cancellation);
                return false;
            case MailState.Sending when age >= settings.Value.SendingTimeout:
                var sent = await sender.WasSentAsync(mail.Value.Key, cancellation);
                await outbox.UpdateAsync(
                    mail,
                    sent switch
                    {
                        true => mail.Value.As(MailState.Sent, now),
                        false => mail.Value.As(MailState.Planned, now),
                        null => mail.Value.As(MailState.Uncertain, now, ReminderTexts.Uncertain),
                    },
                    cancellation);
                return sent is not false;
            case MailState.Queued or MailState.Sending:
                return false;
            default:
                return true;
        }
    }

    private async Task QueueAsync(MailKey key, CancellationToken cancellation)
    {
        await queue.SendMailAsync(key, cancellation);
        if (await outbox.FindAsync(key, cancellation) is { Value.State: MailState.Planned } planned)
        {
            // Lost to the queue function when it is quicker: then the state is already a later one.
            await outbox.UpdateAsync(planned, planned.Value.As(MailState.Queued, clock.GetUtcNow()), cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Planned {Step} of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogPlanned(string association, string period, string initiative, string step, string contact);
}

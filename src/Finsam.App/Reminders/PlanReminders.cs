using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Finsam.App.Reminders;

/// <summary>Decides what goes out about one report: due, unsent and still unanswered, never "the date equals today".
/// Plans it under a key that can be inserted once, and takes up again what got stuck.</summary>
public sealed partial class PlanReminders(
    IRecordStore records, IReportStore reports, IOutbox outbox, PlanMail plan, IMailSender sender, IOptions<Settings> settings, TimeProvider clock,
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
            settled &= await PlanAsync(report, period, step, mails, cancellation);
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
        Report report, ReportingPeriod period, ReminderStep step, ImmutableDictionary<MailKey, Stored<OutgoingMail>> mails, CancellationToken cancellation)
    {
        var key = report.Key;
        if ((await records.FindAsync(key.Association, cancellation))?.Record.FindInitiative(key.Initiative) is not { } initiative)
        {
            return true;
        }

        var settled = true;
        foreach (var reader in await WaitedForAsync(report, initiative, period, step, cancellation))
        {
            var mail = new MailKey(key, step.Id, reader);
            if (!mails.ContainsKey(mail) && await plan.HandleAsync(mail, cancellation))
            {
                settled = false;
                LogPlanned(key.Association, key.Period, key.Initiative, step.Id, reader);
            }
        }

        return settled;
    }

    // The owner's contacts until the report is sent; those who answer only a part until that part is saved. Whoever got a part passed on has been written
    // to then, and is reminded from the next step.
    private async Task<IEnumerable<string>> WaitedForAsync(
        Report report, Initiative initiative, ReportingPeriod period, ReminderStep step, CancellationToken cancellation)
    {
        var readers = initiative.Contacts.Select(c => c.Id)
            .Concat(report.PassedOn.Where(p => ReminderSchedule.InstantOf(step, period.Opens, report.Due) > p.At).Select(p => p.Id))
            .Select(id => FormReader.Find(initiative, report, id)).OfType<FormReader>().ToArray();
        if (readers.All(r => r.IsOwner))
        {
            return readers.Select(r => r.Id);
        }

        var parts = (await records.TemplateAsync(report.Key.Association, report.TemplateHash, cancellation)).PartsFor(initiative).Where(p => !p.Blocks.IsEmpty).ToArray();
        return readers.Where(r => r.IsOwner || parts.Any(p => r.Answers(p) && !report.SavedParts.Contains(p.Id, StringComparer.Ordinal))).Select(r => r.Id);
    }

    private async Task<bool> TakeUpAsync(Stored<OutgoingMail> mail, DateTimeOffset now, CancellationToken cancellation)
    {
        var age = now - mail.Value.Since;
        switch (mail.Value.State)
        {
            case MailState.Planned:
                await plan.QueueAsync(mail.Value.Key, cancellation);
                return false;
            case MailState.Queued when age >= settings.Value.QueuedTimeout:
                await plan.QueueAsync(mail.Value.Key, cancellation);
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Planned {Step} of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogPlanned(string association, string period, string initiative, string step, string contact);
}

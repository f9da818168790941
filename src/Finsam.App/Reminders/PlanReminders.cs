using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.App.Telemetry;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Reminders;

/// <summary>Decides what goes out about one report: due, unsent and still unanswered, never "the date equals today".
/// Plans it under a key that can be inserted once, and takes up again what got stuck. Before the report is there, what goes out is the questions.</summary>
public sealed partial class PlanReminders(
    IRecordStore records, IReportStore reports, PlanQuestions questions, TakeUpMail takeUp, PlanMail plan, TimeProvider clock, ILogger<PlanReminders> log)
{
    // The hour's work comes within the hour; what is later than this has waited for something that was wrong.
    private static readonly TimeSpan Late = TimeSpan.FromHours(2);

    /// <summary>Plans what is due.</summary>
    /// <returns>The next date to look at the report; null when nothing more will be sent.</returns>
    public async Task<DateOnly?> HandleAsync(ReportKey key, ReportingPeriod period, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await reports.FindAsync(key, cancellation) is not { Value: var report })
        {
            return await questions.HandleAsync(key, period, cancellation);
        }

        // First what is under way, whatever has become since of its step, its contact or the report: a mail that got stuck must come to an end.
        var (mails, settled) = await takeUp.HandleAsync(key, cancellation);

        var today = SwedishTime.DateAt(now);
        if (report.IsSent)
        {
            return await ReceiptsAsync(report, mails, cancellation) && settled ? null : today;
        }

        if (!report.IsOpenAt(now)
            || (await records.FindAsync(key.Association, cancellation))?.Record is not { } record || record.FindInitiative(key.Initiative) is not { } initiative)
        {
            return settled ? null : today;
        }

        settled &= await ByHandAsync(report, initiative, mails, cancellation);
        if (report.IsQuiet)
        {
            return settled ? null : today;
        }

        var schedule = ReminderSchedule.Of(period, report, record.Association.Settings.Mail.Calendar);
        var unsent = ReminderPlan.Current(schedule, await WaitedForAsync(report, initiative, cancellation), initiative.Escalation.Select(c => c.Id), now)
            .Select(s => new MailKey(key, s.Step, s.Contact)).Where(m => !mails.ContainsKey(m)).ToArray();
        var isWaiting = unsent.Length > 0 && !schedule.Calendar.IsSendingTime(now);
        foreach (var mail in isWaiting ? [] : unsent)
        {
            if (await plan.HandleAsync(mail, cancellation))
            {
                settled = false;
                if (schedule.Steps.FirstOrDefault(s => schedule.KeyOf(s) == mail.Step) is { } step && now - schedule.InstantOf(step) > Late)
                {
                    Measures.ReminderLate(key.Association, mail.Kind);
                }

                LogPlanned(key.Association, key.Period, key.Initiative, mail.Step, mail.Contact);
            }
        }

        return settled ? ReminderPlan.NextLook(schedule, isWaiting, now) : today;
    }

    // For a day, as with reminders by hand. A receipt goes at once, at any hour: somebody is waiting for it.
    private async Task<bool> ReceiptsAsync(Report report, ImmutableDictionary<MailKey, Stored<OutgoingMail>> mails, CancellationToken cancellation)
    {
        var settled = true;
        if (report.SubmittedAt is { } at && clock.GetUtcNow() - at < TimeSpan.FromDays(1)
            && (await records.FindAsync(report.Key.Association, cancellation))?.Record.FindInitiative(report.Key.Initiative) is { } initiative)
        {
            foreach (var mail in initiative.Contacts.Select(c => new MailKey(report.Key, WriteReceipt.StepOf(report), c.Id)).Where(m => !mails.ContainsKey(m)))
            {
                settled &= !await plan.HandleAsync(mail, cancellation);
            }
        }

        return settled;
    }

    // What a person has asked for, at any hour: a part passed on, a report sent back, a reminder by hand.
    private async Task<bool> ByHandAsync(Report report, Initiative initiative, ImmutableDictionary<MailKey, Stored<OutgoingMail>> mails, CancellationToken cancellation)
    {
        var asked = report.PassedOn.Where(p => !p.IsTakenBack).Select(p => new MailKey(report.Key, MailSteps.PassedOn, p.Id)).ToList();
        if (report.State == ReportState.Returned)
        {
            asked.AddRange(initiative.Contacts.Select(c => new MailKey(report.Key, $"{MailSteps.Returned}~{report.Round}", c.Id)));
        }

        // For a day, so that one who was stopped in the middle goes on; not for ever, or whoever becomes a contact later would be reminded of what is over.
        if (report.RemindedByHandAt is { } at && clock.GetUtcNow() - at < TimeSpan.FromDays(1))
        {
            asked.AddRange((await WaitedForAsync(report, initiative, cancellation)).Select(w => new MailKey(report.Key, $"{MailSteps.ByHand}~{report.RemindedByHand}", w.Contact)));
        }

        var settled = true;
        foreach (var mail in asked.Where(m => !mails.ContainsKey(m)))
        {
            settled &= !await plan.HandleAsync(mail, cancellation);
        }

        return settled;
    }

    // The owner's contacts until the report is sent; those who answer only a part until that part is saved. Whoever got a part passed on has been written
    // to then, and is reminded from the next step.
    private async Task<ImmutableArray<(string Contact, DateTimeOffset? Since)>> WaitedForAsync(Report report, Initiative initiative, CancellationToken cancellation)
    {
        var readers = initiative.Contacts.Select(c => (c.Id, Since: (DateTimeOffset?)null)).Concat(report.PassedOn.Select(p => (p.Id, Since: (DateTimeOffset?)p.At)))
            .Select(r => (Reader: FormReader.Find(initiative, report, r.Id), r.Id, r.Since)).Where(r => r.Reader is not null).ToArray();
        var parts = readers.All(r => r.Reader!.IsOwner)
            ? []
            : (await records.TemplateAsync(report.Key.Association, report.TemplateHash, cancellation)).PartsFor(initiative).Where(p => !p.Blocks.IsEmpty).ToArray();
        return
        [
            .. readers.Where(r => r.Reader!.IsOwner || parts.Any(p => r.Reader.Answers(p) && !report.SavedParts.Contains(p.Id, StringComparer.Ordinal)))
                .Select(r => (r.Id, r.Since)),
        ];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Planned {Step} of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogPlanned(string association, string period, string initiative, string step, string contact);
}

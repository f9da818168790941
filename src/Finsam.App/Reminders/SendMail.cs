using Finsam.App.Forms;
using Finsam.App.Forms.Sharing;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Reminders;

/// <summary>Sends one planned mail: mints its link, says that it is being sent, hands it over, says how it went.
/// The order is what makes it at most once: a mail that was being sent when we were stopped is never sent again by itself.</summary>
public sealed partial class SendMail(
    IOutbox outbox, IRecordStore records, IReportStore reports, ILinkStore links, IMailSender sender, LoadForm load, WriteReminder write, WriteQuestions questions,
    TimeProvider clock, ILogger<SendMail> log)
{
    /// <summary>Sends the mail if it is still to be sent. A message that comes twice does nothing the second time.</summary>
    /// <exception cref="MailDelayedException">It has surely not gone out; the queue tries again.</exception>
    public async Task HandleAsync(MailKey key, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(key, cancellation) is not { Value.State: MailState.Planned or MailState.Queued } mail)
        {
            return;
        }

        if (await (key.Step == PlanQuestions.Step ? QuestionsAsync(key, cancellation) : ReminderAsync(key, cancellation)) is not { } message)
        {
            await outbox.UpdateAsync(mail, mail.Value.As(MailState.NotNeeded, clock.GetUtcNow()), cancellation);
            return;
        }

        if (await TakeAsync(mail, cancellation))
        {
            await HandOverAsync(key, message, cancellation);
        }
    }

    // About a report that is out; null when it is not waited for any more, or not by this mail.
    private async Task<MailMessage?> ReminderAsync(MailKey key, CancellationToken cancellation)
    {
        var report = key.Report;
        var head = await reports.FindAsync(report, cancellation);
        var record = (await records.FindAsync(report.Association, cancellation))?.Record;
        var initiative = record?.FindInitiative(report.Initiative);
        if (head is null || head.Value.IsSent || !head.Value.IsOpenAt(clock.GetUtcNow())
            || record?.FindPeriod(report.Period) is not { } period || !IsStillMeant(key, head.Value, period)
            || initiative is null || Recipient(initiative, head.Value, key.Contact) is not { } contact)
        {
            return null;
        }

        var token = await MintAsync(key, head.Value.Closes, cancellation);
        return await write.HandleAsync(key, head.Value, initiative, contact, token, cancellation);
    }

    // About one that is not out yet; null when it is by now, or the contact is gone.
    private async Task<MailMessage?> QuestionsAsync(MailKey key, CancellationToken cancellation)
    {
        if (await reports.FindAsync(key.Report, cancellation) is not null
            || await load.BlankAsync(key.Report, key.Contact, cancellation) is not { } form || SwedishTime.DateAt(clock.GetUtcNow()) >= form.Period.Opens)
        {
            return null;
        }

        var token = await MintAsync(key, form.Report.Closes, cancellation);
        return await questions.HandleAsync(key, form, token, cancellation);
    }

    private async Task<string> MintAsync(MailKey key, DateOnly closes, CancellationToken cancellation)
    {
        var token = LinkToken.Mint();
        await links.AddAsync(LinkToken.Hash(token), new FormLink(key.Report, key.Contact, closes, IsRevoked: false), cancellation);
        return token;
    }

    // The planner writes "queued" right after it has put the message in the queue, and we may be quicker and have read "planned": then the mail is
    // still ours. Any other state means that another has it.
    private async Task<bool> TakeAsync(Stored<OutgoingMail> read, CancellationToken cancellation)
    {
        for (var mail = read; mail is { Value.State: MailState.Planned or MailState.Queued }; mail = await outbox.FindAsync(read.Value.Key, cancellation))
        {
            if (await outbox.UpdateAsync(mail, mail.Value.As(MailState.Sending, clock.GetUtcNow()), cancellation))
            {
                return true;
            }
        }

        return false;
    }

    // Whom a part was passed on to is a contact of this report only.
    private static Contact? Recipient(Initiative initiative, Report report, string id) =>
        initiative.Contacts.FirstOrDefault(c => c.Id == id)
        ?? (report.PassedOn.FirstOrDefault(p => p.Id == id && !p.IsTakenBack) is { } helper ? new Contact(id, helper.Name, helper.Email) : null);

    // A step that waited in the queue until the next one came would only be one mail more.
    private bool IsStillMeant(MailKey key, Report report, ReportingPeriod period) => key.Step == PassOn.Step ||
        ReminderSchedule.LatestDue(period, report.Due, clock.GetUtcNow())?.Id == key.Step;

    private async Task HandOverAsync(MailKey key, MailMessage message, CancellationToken cancellation)
    {
        try
        {
            await sender.SendAsync(message, cancellation);
        }
        catch (MailRefusedException e)
        {
            await SetAsync(key, MailState.Failed, e.Message);
            LogFailed(e, key.Report.Association, key.Report.Period, key.Report.Initiative, key.Step, key.Contact);
            return;
        }
        catch (MailDelayedException e)
        {
            await SetAsync(key, MailState.Queued, e.Message);
            throw;
        }
        catch (Exception e)
        {
            // It may have gone out, so it is not tried again: a person says what to do.
            await SetAsync(key, MailState.Uncertain, ReminderTexts.Uncertain);
            LogFailed(e, key.Report.Association, key.Report.Period, key.Report.Initiative, key.Step, key.Contact);
            return;
        }

        await SetAsync(key, MailState.Sent, null);
        LogSent(key.Report.Association, key.Report.Period, key.Report.Initiative, key.Step, key.Contact);
    }

    // Not cancelled with the function: what has happened must be written down.
    private async Task SetAsync(MailKey key, MailState state, string? reason)
    {
        if (await outbox.FindAsync(key, CancellationToken.None) is { } mail)
        {
            await outbox.UpdateAsync(mail, mail.Value.As(state, clock.GetUtcNow(), reason), CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent {Step} of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogSent(string association, string period, string initiative, string step, string contact);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not send {Step} of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogFailed(Exception e, string association, string period, string initiative, string step, string contact);
}

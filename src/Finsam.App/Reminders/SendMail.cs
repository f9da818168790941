using System.Diagnostics;
using Finsam.App.Records;
using Finsam.App.Storage;
using Finsam.App.Telemetry;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Reminders;

/// <summary>Sends one planned mail: waits for its turn, has it written, says that it is being sent, hands it over, says how it went.
/// The order is what makes it at most once: a mail that was being sent when we were stopped is never sent again by itself.</summary>
public sealed partial class SendMail(
    IOutbox outbox, IRecordStore records, IEnumerable<IMailWriter> writers, IMailSender sender, MailPace pace, IWorkQueue queue, TimeProvider clock,
    ILogger<SendMail> log)
{
    // The clocks of the queue and of this machine need not agree to the second.
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(5);

    /// <summary>How many times a mail is handed over before it has failed: with the waits between, a day and a night.</summary>
    public const int MostTries = 28;

    /// <summary>Sends the mail that a message asks for, as part of the trace that the message carries.</summary>
    public async Task HandleAsync(QueuedMail message, CancellationToken cancellation)
    {
        var key = message.ToKey();
        using var trace = Traces.GoOn("send mail", message.TraceParent).About(key.Report)?.SetTag("finsam.mail.step", key.Step);
        await HandleAsync(key, cancellation);
    }

    /// <summary>Sends the mail if it is still to be sent. A message that comes twice does nothing the second time.</summary>
    public async Task HandleAsync(MailKey key, CancellationToken cancellation)
    {
        if (await outbox.FindAsync(key, cancellation) is not { Value.State: MailState.Planned or MailState.Queued } mail)
        {
            return;
        }

        // Another message about it will come then.
        if (mail.Value.NotBefore - clock.GetUtcNow() > Early)
        {
            return;
        }

        var mailbox = await records.MailboxAsync(key.Report.Association, cancellation);
        var turn = await pace.WaitAsync(mailbox, await pace.TakeAsync(mailbox, cancellation), cancellation);
        if (!turn.IsTaken)
        {
            await AgainAsync(mail, turn.Wait, reason: null, cancellation);
            return;
        }

        if (await writers.First(w => w.Writes(key)).WriteAsync(key, cancellation) is not { } message)
        {
            await outbox.UpdateAsync(mail, mail.Value.As(MailState.NotNeeded, clock.GetUtcNow()), cancellation);
            return;
        }

        if (await TakeAsync(mail, cancellation))
        {
            await HandOverAsync(key, message with { From = mailbox }, turn, cancellation);
        }
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

    private async Task HandOverAsync(MailKey key, MailMessage message, MailTurn turn, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("hand over mail", ActivityKind.Client);
        try
        {
            await sender.SendAsync(message, cancellation);
        }
        catch (MailRefusedException e)
        {
            await SetAsync(key, MailState.Failed, e.Message);
            Measures.MailFailed(key.Report.Association, key.Kind);
            LogFailed(e, key.Report.Association, key.Report.Period, key.Report.Initiative, key.Step, key.Contact);
            return;
        }
        catch (MailDelayedException e)
        {
            await DelayAsync(key, message.From, e);
            return;
        }
        catch (MailStoppedException e)
        {
            await pace.StopAsync(message.From, e.Message, CancellationToken.None);
            await AgainAsync(key, MailPace.BetweenKnocks, e.Message);
            return;
        }
        catch (Exception e)
        {
            // It may have gone out, so it is not tried again: a person says what to do.
            await SetAsync(key, MailState.Uncertain, ReminderTexts.Uncertain);
            Measures.MailUncertain(key.Report.Association, key.Kind);
            trace?.SetStatus(ActivityStatusCode.Error);
            LogFailed(e, key.Report.Association, key.Report.Period, key.Report.Initiative, key.Step, key.Contact);
            return;
        }

        await SetAsync(key, MailState.Sent, null);
        Measures.MailSent(key.Report.Association, key.Kind);
        if (turn.IsKnock)
        {
            await pace.GoesAsync(message.From, CancellationToken.None);
        }

        LogSent(key.Report.Association, key.Report.Period, key.Report.Initiative, key.Step, key.Contact);
    }

    // Kept, and tried again after a longer and longer while, up to an hour; what the provider asks for holds for the whole mailbox.
    private async Task DelayAsync(MailKey key, string? mailbox, MailDelayedException e)
    {
        if (e.After is { } after)
        {
            await pace.HoldAsync(mailbox, after, CancellationToken.None);
        }

        var tries = (await outbox.FindAsync(key, CancellationToken.None))?.Value.Tries ?? 0;
        if (tries + 1 >= MostTries)
        {
            await SetAsync(key, MailState.Failed, e.Message);
            Measures.MailFailed(key.Report.Association, key.Kind);
            LogFailed(e, key.Report.Association, key.Report.Period, key.Report.Initiative, key.Step, key.Contact);
            return;
        }

        var backOff = TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(tries, 6)));
        await AgainAsync(key, e.After > backOff ? e.After.Value : backOff, e.Message);
    }

    private async Task AgainAsync(MailKey key, TimeSpan wait, string reason)
    {
        if (await outbox.FindAsync(key, CancellationToken.None) is { Value.State: not MailState.Sent } mail)
        {
            await AgainAsync(mail, wait, reason, CancellationToken.None);
        }
    }

    // First the row, then the message: stopped in between, the sweeper sees a mail whose message should have come.
    private async Task AgainAsync(Stored<OutgoingMail> mail, TimeSpan wait, string? reason, CancellationToken cancellation)
    {
        var kept = mail.Value.State is MailState.Queued or MailState.Planned && reason is null ? mail.Value.Reason : reason;
        if (await outbox.UpdateAsync(mail, mail.Value.Again(clock.GetUtcNow(), wait, reason) with { Reason = kept }, cancellation))
        {
            await queue.SendMailAsync(mail.Value.Key, wait, cancellation);
        }
    }

    // Not cancelled with the function: what has happened must be written down. What the provider has told meanwhile (RecordDelivery) is not written over.
    private async Task SetAsync(MailKey key, MailState state, string? reason)
    {
        if (await outbox.FindAsync(key, CancellationToken.None) is { Value.State: not MailState.Sent } mail)
        {
            await outbox.UpdateAsync(mail, mail.Value.As(state, clock.GetUtcNow(), reason), CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent {Step} of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogSent(string association, string period, string initiative, string step, string contact);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not send {Step} of {Association} {Period} {Initiative} to contact {Contact}")]
    private partial void LogFailed(Exception e, string association, string period, string initiative, string step, string contact);
}

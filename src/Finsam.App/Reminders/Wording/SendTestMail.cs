using System.Globalization;
using Finsam.App.Records;
using Finsam.Domain.Associations;
using Finsam.Domain.Reports;

namespace Finsam.App.Reminders.Wording;

/// <summary>Sends a mail to the association's own office, to be looked at in a mail program. It is no step of any report: nothing is written of it, and its
/// link opens nothing.</summary>
public sealed class SendTestMail(IRecordStore records, IMailSender sender, MailPace pace, TimeProvider clock)
{
    private const string Step = "test";
    private const string Office = "kansliet";

    /// <summary>Sends it.</summary>
    /// <returns>Null when it has been taken; otherwise why not, in Swedish.</returns>
    public async Task<string?> HandleAsync(Association association, ReportKey report, FilledMail mail, CancellationToken cancellation)
    {
        var mailbox = await records.MailboxAsync(association.Id, cancellation);

        // The provider's limits hold for this mail too, and somebody sits waiting: what does not go at once is not sent.
        var turn = await pace.TakeAsync(mailbox, cancellation);
        if (!turn.IsTaken || !(turn = await pace.WaitAsync(mailbox, turn, cancellation)).IsTaken)
        {
            return WordingTexts.TestWaits;
        }

        var now = clock.GetUtcNow();
        var subject = string.Format(CultureInfo.InvariantCulture, WordingTexts.TestSubject, mail.Subject);
        try
        {
            var key = new MailKey(report, $"{Step}~{now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}", Office);
            var message = (mail with { Subject = subject }).To(key, association.Office.Title, association.Office.Email, association, now);
            await sender.SendAsync(message with { From = mailbox }, cancellation);
        }
        catch (MailDelayedException e)
        {
            if (e.After is { } after)
            {
                await pace.HoldAsync(mailbox, after, cancellation);
            }

            return e.Message;
        }
        catch (Exception e) when (e is MailRefusedException or MailStoppedException)
        {
            return e.Message;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return WordingTexts.TestUncertain;
        }

        if (turn.IsKnock)
        {
            await pace.GoesAsync(mailbox, cancellation);
        }

        return null;
    }
}

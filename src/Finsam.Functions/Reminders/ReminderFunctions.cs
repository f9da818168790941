using Finsam.App.Overview;
using Finsam.App.Reminders;
using Finsam.App.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Reminders;

/// <summary>The hour, and the mails it leads to.</summary>
public sealed class ReminderFunctions(Tick tick, SendMail send)
{
    [Function("Hourly")]
    public Task Hourly([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation) => tick.HandleAsync(cancellation);

    [Function("SendMail")]
    public Task Send([QueueTrigger(Queues.Mail)] QueuedMail message, CancellationToken cancellation) => send.HandleAsync(message, cancellation);
}

namespace Finsam.App.Reminders;

/// <summary>Writes down what a provider tells of a mail that it took. What is told may come twice and in any order.</summary>
public sealed class RecordDelivery(IOutbox outbox)
{
    /// <summary>Writes it down, if it says more than what is known.</summary>
    /// <param name="key">Which mail.</param>
    /// <param name="delivery">What has become of it.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when there is no such mail, or as much was known.</returns>
    public async Task<bool> HandleAsync(MailKey key, Delivery delivery, CancellationToken cancellation)
    {
        while (await outbox.FindAsync(key, cancellation) is { } mail)
        {
            if (mail.Value.Delivery is { } known && known.Kind >= delivery.Kind)
            {
                return false;
            }

            if (await outbox.UpdateAsync(mail, mail.Value with { Delivery = delivery }, cancellation))
            {
                return true;
            }
        }

        return false;
    }
}

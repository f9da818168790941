namespace Finsam.App.Reminders.Deliveries;

/// <summary>Something a provider tells of a mail that it took.</summary>
/// <param name="Mail">Which mail: its <see cref="MailKey.Masked"/> key.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What became of the mail; null when the provider only tells that it took it.</param>
/// <param name="Reason">What the receiving server said; null when nothing.</param>
public sealed record MailEvent(MailKey Mail, DateTimeOffset At, DeliveryKind? Kind = null, string? Reason = null)
{
    /// <summary>The mail, when this has been told of it. It comes out the same whatever order the events come in and however many times each comes.</summary>
    /// <remarks>Whatever is told proves that the provider took the mail: what we were unsure of, and what we would have tried again, has gone out.</remarks>
    public OutgoingMail ToldOf(OutgoingMail mail)
    {
        var sent = mail.State == MailState.Sent ? mail : mail.As(MailState.Sent, At);
        return Kind is { } kind && IsNews(kind, mail.Delivery) ? sent with { Delivery = new Delivery(kind, At, ServerWords.Of(Reason)) } : sent;
    }

    private bool IsNews(DeliveryKind kind, Delivery? known) => known is null || kind > known.Kind || (kind == known.Kind && At < known.At);
}

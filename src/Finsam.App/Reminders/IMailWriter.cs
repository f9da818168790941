namespace Finsam.App.Reminders;

/// <summary>Writes one kind of mail, when its turn has come: with what is true then.</summary>
public interface IMailWriter
{
    /// <summary>True when the mail is of this kind.</summary>
    bool Writes(MailKey key);

    /// <summary>The mail, complete, its link minted; null when it is not needed any more.</summary>
    Task<MailMessage?> WriteAsync(MailKey key, CancellationToken cancellation);
}

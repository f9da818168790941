using System.Collections.Immutable;

namespace Finsam.App.Reminders;

/// <summary>Hands a mail to whoever delivers it.</summary>
public interface IMailSender
{
    /// <summary>Hands over one mail. Returns when it has been taken; everything else is told by the exceptions.</summary>
    /// <exception cref="MailRefusedException">It was refused for good, and has not gone out.</exception>
    /// <exception cref="MailDelayedException">It has surely not gone out, and may be tried again.</exception>
    /// <remarks>Any other exception leaves it uncertain whether it went out.</remarks>
    Task SendAsync(MailMessage message, CancellationToken cancellation);

    /// <summary>Whether a mail that we were stopped in the middle of handing over went out; null when it cannot be known.</summary>
    Task<bool?> WasSentAsync(MailKey key, CancellationToken cancellation);
}

/// <summary>A mail, ready to be sent.</summary>
public sealed record MailMessage
{
    /// <summary>Which mail; becomes its Message-ID.</summary>
    public required MailKey Key { get; init; }

    /// <summary>The recipient's name or function.</summary>
    public required string ToName { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string ToAddress { get; init; }

    /// <summary>The sender's name: the association.</summary>
    public required string FromName { get; init; }

    /// <summary>Where answers go: the chef.</summary>
    public required string ReplyTo { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The text, complete by itself.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>When it is sent.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Files that go with it.</summary>
    public ImmutableArray<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>A file in a mail.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MailAttachment(string Name, string MediaType, ImmutableArray<byte> Content);

/// <summary>The provider has refused the mail for good.</summary>
public sealed class MailRefusedException : Exception
{
    /// <summary>A refusal without a reason.</summary>
    public MailRefusedException()
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    public MailRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    /// <param name="innerException">The provider's own words.</param>
    public MailRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The mail has surely not gone out and may be tried again later.</summary>
public sealed class MailDelayedException : Exception
{
    /// <summary>A delay without a reason.</summary>
    public MailDelayedException()
    {
    }

    /// <summary>A delay.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    public MailDelayedException(string message)
        : base(message)
    {
    }

    /// <summary>A delay.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    /// <param name="innerException">The provider's own words.</param>
    public MailDelayedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

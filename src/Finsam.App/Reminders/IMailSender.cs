using System.Collections.Immutable;

namespace Finsam.App.Reminders;

/// <summary>Hands a mail to whoever delivers it.</summary>
public interface IMailSender
{
    /// <summary>How long must lie between two mails from one mailbox, over all instances; zero where it does not matter.</summary>
    TimeSpan Spacing { get; }

    /// <summary>Hands over one mail. Returns when it has been taken; everything else is told by the exceptions.</summary>
    /// <exception cref="MailRefusedException">It was refused for good, and has not gone out.</exception>
    /// <exception cref="MailDelayedException">It has surely not gone out, and may be tried again.</exception>
    /// <exception cref="MailStoppedException">It has surely not gone out, and nor will any other until somebody mends what is wrong.</exception>
    /// <remarks>Any other exception leaves it uncertain whether it went out.</remarks>
    Task SendAsync(MailMessage message, CancellationToken cancellation);

    /// <summary>Whether a mail that we were stopped in the middle of handing over went out; null when it cannot be known.</summary>
    /// <param name="key">Which mail.</param>
    /// <param name="mailbox">The association's own mailbox, when it has one.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<bool?> WasSentAsync(MailKey key, string? mailbox, CancellationToken cancellation);
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

    /// <summary>The association's own mailbox, when it has one; otherwise the installation's sends.</summary>
    public string? From { get; init; }

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

namespace Finsam.Domain.Associations;

/// <summary>How an association's mail goes out.</summary>
public sealed record MailRules
{
    /// <summary>The mailbox it is sent from; null for the installation's. Answers go to the office's address in either case.</summary>
    public string? Mailbox { get; init; }
}

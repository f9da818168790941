using System.Security.Cryptography;
using System.Text;

namespace Finsam.App.Reminders;

/// <summary>The part of a mail's Message-ID before the @: by it a mail is known again in a mailbox and in what other mail servers report.</summary>
public static class MailId
{
    private const int Length = 32;

    /// <summary>The id of a mail, always the same. The key names the initiative and the contact; its hash tells nothing.</summary>
    /// <param name="key">Which mail.</param>
    public static string Of(MailKey key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..Length];

    /// <summary>The id in a Message-ID, when it can be one of ours; null when another program has made it.</summary>
    /// <param name="messageId">The Message-ID, with or without angle brackets.</param>
    public static string? In(string messageId)
    {
        var id = messageId.Trim().TrimStart('<').Split('@')[0];
        return id.Length == Length && id.All(char.IsAsciiHexDigitLower) ? id : null;
    }
}

namespace Finsam.App.Reminders.Wording;

/// <summary>A mail's words: Markdown with merge fields.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
public sealed record MailWording(string Subject, string Text)
{
    /// <summary>The longest that a subject may be.</summary>
    public const int LongestSubject = 200;

    /// <summary>The longest that a text may be.</summary>
    public const int LongestText = 20000;

    /// <summary>The words of a file: its first line is the subject.</summary>
    public static MailWording OfFile(string file)
    {
        var lines = file.ReplaceLineEndings("\n").Split('\n', 2);
        return new MailWording(lines[0].Trim(), lines.Length > 1 ? lines[1].Trim('\n') : "");
    }
}

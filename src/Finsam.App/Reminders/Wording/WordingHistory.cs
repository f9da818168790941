using System.Collections.Immutable;
using Finsam.App.Records;

namespace Finsam.App.Reminders.Wording;

/// <summary>When the words of a kind of mail were changed.</summary>
/// <param name="Version">The record's version.</param>
/// <param name="At">When.</param>
/// <param name="Who">The person's name, or id where there is none.</param>
/// <param name="IsOwn">True when they became the association's own, false when they became the shipped.</param>
public sealed record WordingChange(int Version, DateTimeOffset At, string Who, bool IsOwn);

/// <summary>Finds when words were changed, and what they were: it all stands in the record's versions.</summary>
public static class WordingHistory
{
    private const string File = "mails.json";
    private const int Most = 20;

    /// <summary>The latest changes of a kind of mail's words, newest first.</summary>
    public static ImmutableArray<WordingChange> Of(MailKind kind, ImmutableArray<RecordVersion> versions) =>
    [
        .. from version in versions.Reverse()
           let changes = version.Changes.Where(c => c.File == File && c.Path.StartsWith($"mails[{kind.Id}]", StringComparison.Ordinal)).ToArray()
           where changes.Length > 0
           select new WordingChange(version.Number, version.At, version.Name ?? version.Who, changes.Any(c => c.To is not null)),
    ];

    /// <summary>As many as a page shows.</summary>
    public static ImmutableArray<WordingChange> Shown(ImmutableArray<WordingChange> changes) => [.. changes.Take(Most)];
}

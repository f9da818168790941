using System.Collections.Frozen;
using System.Reflection;

namespace Finsam.App.Reminders.Wording;

/// <summary>The words that come with the system (Reminders/Texts), a file a kind of mail. An association without words of its own gets each mend of them.</summary>
public static class ShippedWordings
{
    private static readonly Lazy<FrozenDictionary<string, MailWording>> Wordings =
        new(() => MailKind.All.ToFrozenDictionary(k => k.Id, k => MailWording.OfFile(Read($"mail/{k.Id}.md")), StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, MailTemplate>> Templates =
        new(() => MailKind.All.ToFrozenDictionary(k => k.Id, k => MailTemplate.Of(k, Of(k)), StringComparer.Ordinal));

    /// <summary>The words of a kind of mail.</summary>
    public static MailWording Of(MailKind kind) => Wordings.Value[kind.Id];

    /// <summary>The same, ready to be filled in.</summary>
    public static MailTemplate Template(MailKind kind) => Templates.Value[kind.Id];

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} does not come with the system.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

using System.Text.RegularExpressions;

namespace Finsam.App.Reminders.Deliveries;

/// <summary>What another server has said, made fit to be kept, shown and logged.</summary>
public static partial class ServerWords
{
    /// <summary>The most characters that are kept.</summary>
    public const int Longest = 200;

    /// <summary>The words on one line, without addresses, shortened; null when there are none.</summary>
    public static string? Of(string? said)
    {
        // Only a beginning is looked at: what others write may be of any length.
        var words = Space().Replace(Address().Replace(said is { Length: > 4000 } ? said[..4000] : said ?? "", "…"), " ").Trim();
        return words.Length switch
        {
            0 => null,
            <= Longest => words,
            _ => words[..(char.IsHighSurrogate(words[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…",
        };
    }

    // Also with the @ written as in an address of the web. What is before it may be long; what is after ends the address.
    [GeneratedRegex("""("[^"\r\n]{1,100}"|[^\s<>()\[\]:;,"]{1,100})(@|%40)[^\s<>()\[\]:;,"']+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}

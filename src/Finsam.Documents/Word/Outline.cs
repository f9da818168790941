using System.Globalization;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>A heading as the contents list it.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Number">The number Word will print, "2.1"; null for an unnumbered heading.</param>
/// <param name="Text">The heading's words.</param>
/// <param name="Bookmark">The place the contents point to.</param>
internal sealed record OutlineEntry(int Level, string? Number, string Text, string Bookmark);

/// <summary>The headings of a draft in reading order, numbered as Word numbers them.</summary>
internal static class Outline
{
    public const int DeepestLevel = 4;
    public const int DeepestInContents = 3;

    /// <summary>Each heading by its place among the draft's parts. A heading without words is left out.</summary>
    public static IReadOnlyDictionary<int, OutlineEntry> Of(DraftDocument document)
    {
        var entries = new Dictionary<int, OutlineEntry>();
        var counters = new int[DeepestLevel];
        for (var part = 0; part < document.Parts.Length; part++)
        {
            if (document.Parts[part] is not DraftPart.Heading heading)
            {
                continue;
            }

            if (heading.Level is < 1 or > DeepestLevel)
            {
                throw new ArgumentException($"A heading has level 1 to {DeepestLevel}, not {heading.Level}: '{heading.Text}'.", nameof(document));
            }

            var text = XmlText.Line(heading.Text);
            if (text.Length == 0)
            {
                continue;
            }

            var number = heading.Numbered ? NextNumber(counters, heading.Level) : null;
            var bookmark = string.Create(CultureInfo.InvariantCulture, $"_Toc{entries.Count + 1:000000000}");
            entries.Add(part, new OutlineEntry(heading.Level, number, text, bookmark));
        }

        return entries;
    }

    private static string NextNumber(int[] counters, int level)
    {
        for (var above = 0; above < level - 1; above++)
        {
            counters[above] = Math.Max(counters[above], 1); // Word counts a level that was jumped over as begun.
        }

        counters[level - 1]++;
        Array.Clear(counters, level, counters.Length - level);
        return string.Join('.', counters.Take(level).Select(c => c.ToString(CultureInfo.InvariantCulture)));
    }
}

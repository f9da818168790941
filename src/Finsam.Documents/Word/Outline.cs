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
    private const int FewestInContents = 2;

    private const double ContentsHeadingHeight = 37;
    private const double ContentsLineHeight = 14.1;
    private const double ContentsSpacing = 2;
    private const double ContentsSpaceAboveFirst = 8;
    private const double ContentsSize = 11;
    private const double ContentsIndent = 100; // A third-level number and the page's.

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

    /// <summary>The headings that the contents list: down to the third level, but to the second where that saves a page. One heading needs no contents.</summary>
    public static IReadOnlyList<KeyValuePair<int, OutlineEntry>> Contents(IReadOnlyDictionary<int, OutlineEntry> outline)
    {
        var whole = Listed(outline, DeepestInContents);
        var shorter = Listed(outline, DeepestInContents - 1);
        return whole.Count < FewestInContents ? [] : Pages(shorter) < Pages(whole) ? shorter : whole;
    }

    /// <summary>The height of the contents in points.</summary>
    public static double ContentsHeight(IEnumerable<KeyValuePair<int, OutlineEntry>> contents) => ContentsHeadingHeight + contents.Sum(entry =>
        (ContentsLineHeight * TextMeasure.Lines(entry.Value.Text, PageLayout.TextWidthInPoints - ContentsIndent, ContentsSize)) + ContentsSpacing + (entry.Value.Level == 1 ? ContentsSpaceAboveFirst : 0));

    private static List<KeyValuePair<int, OutlineEntry>> Listed(IReadOnlyDictionary<int, OutlineEntry> outline, int deepest) =>
        [.. outline.Where(entry => entry.Value.Level <= deepest).OrderBy(entry => entry.Key)];

    private static int Pages(IEnumerable<KeyValuePair<int, OutlineEntry>> contents) => (int)Math.Ceiling(ContentsHeight(contents) / PageLayout.TextHeightInPoints);

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

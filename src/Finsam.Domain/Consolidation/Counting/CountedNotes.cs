using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>What must be said of some figures together: whose reports they lack, who has not answered, who is counted once.</summary>
internal static class CountedNotes
{
    /// <summary>The notes, each a Swedish sentence.</summary>
    public static IEnumerable<string> Of(IReadOnlyCollection<CountedFigure> figures)
    {
        var asked = figures.SelectMany(f => f.Asked).Select(i => i.Initiative.Name).Distinct(StringComparer.Ordinal).ToArray();
        var missing = figures.SelectMany(f => f.Missing).Select(i => i.Initiative.Name).Distinct(StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            yield return Format(DraftTexts.IncompleteSum, asked.Length - missing.Length, asked.Length, Join(missing));
        }

        var unknown = figures.SelectMany(f => f.Unknown).Select(i => i.Initiative.Name).Distinct(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
        {
            yield return Format(DraftTexts.UnknownParts, Join(unknown));
        }

        if (figures.Select(f => f.Moved).DefaultIfEmpty().Max() is var moved and > 0)
        {
            yield return Format(DraftTexts.MovedOnce, SwedishFormat.Number(moved));
        }
    }
}

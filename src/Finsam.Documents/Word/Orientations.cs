using System.Collections.Immutable;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>Which parts of a draft stand on lying pages: wide tables, and the headings that lead to one, which would be alone on a page of their own.</summary>
internal static class Orientations
{
    /// <summary>True for each part that stands on a lying page.</summary>
    public static ImmutableArray<bool> AreLandscape(DraftDocument document)
    {
        var landscape = new bool[document.Parts.Length];
        for (var part = landscape.Length - 1; part >= 0; part--)
        {
            landscape[part] = document.Parts[part] switch
            {
                DraftPart.Table table => table.IsLandscape,
                DraftPart.Heading or DraftPart.PageBreak => part + 1 < landscape.Length && landscape[part + 1],
                _ => false,
            };
        }

        return [.. landscape];
    }
}

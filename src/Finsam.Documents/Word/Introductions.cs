using System.Collections.Immutable;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>Which paragraphs lead to what follows, and are not left behind at the foot of a page.</summary>
internal static class Introductions
{
    /// <summary>True for a paragraph before a list or with a note below it, one that ends with a colon, and the only words between a heading and its
    /// table or chart.</summary>
    public static bool Leads(ImmutableArray<DraftPart> parts, int place) =>
        place + 1 < parts.Length && parts[place] is DraftPart.Paragraph { Kind: ParagraphKind.Body } paragraph &&
        (parts[place + 1] is DraftPart.List or DraftPart.Paragraph { Kind: ParagraphKind.Note } ||
            EndsWithColon(paragraph) ||
            (place > 0 && parts[place - 1] is DraftPart.Heading && parts[place + 1] is DraftPart.Table or DraftPart.Chart));

    private static bool EndsWithColon(DraftPart.Paragraph paragraph) =>
        paragraph.Inlines.LastOrDefault() is Inline.Text last && last.Value.AsSpan().TrimEnd().EndsWith(':');
}

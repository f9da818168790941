using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>Header and footer. The front page has its own, which are empty.</summary>
internal static class PageEdges
{
    // What fits on one line of the header beside the other half.
    private const int LongestOnOneLine = 90;

    /// <summary>The association to the left, the title to the right; one below the other when they are long.</summary>
    public static Header Header(DraftDocument document)
    {
        var association = XmlText.Line(document.AssociationName);
        var title = XmlText.Line(document.Title);
        return association.Length + title.Length <= LongestOnOneLine
            ? new Header(Paragraphs.Of(StyleIds.Header, $"{association}\t{title}"))
            : new Header(Paragraphs.Of(StyleIds.Header, association), Paragraphs.Of(StyleIds.Header, title));
    }

    /// <summary>The header of a lying page: its title stands as far to the right as the page is wide.</summary>
    public static Header Header(DraftDocument document, PageFrame page)
    {
        var header = Header(document);
        foreach (var paragraph in header.Elements<Paragraph>())
        {
            paragraph.WithTabAt(PageLayout.TextWidth, page.TextWidth);
        }

        return header;
    }

    /// <summary>"Sida 3 av 22".</summary>
    public static Footer Footer(int pages) => new(Paragraphs.Of(
        StyleIds.Footer,
        [
            Runs.Of(WordTexts.Page + " "),
            .. Runs.Field("PAGE", "2"),
            Runs.Of($" {WordTexts.PageOf} "),
            .. Runs.Field("NUMPAGES", pages.ToString(CultureInfo.InvariantCulture)),
        ]));

    public static Header EmptyHeader() => new(Paragraphs.Of(StyleIds.Header, []));

    public static Footer EmptyFooter() => new(Paragraphs.Of(StyleIds.Footer, []));
}

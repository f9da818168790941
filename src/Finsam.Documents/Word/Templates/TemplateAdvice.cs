using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word.Templates;

/// <summary>What is likely a mistake in a template that can be used all the same.</summary>
internal static class TemplateAdvice
{
    // About a page.
    private const int MostParagraphs = 25;
    private const int MostCharacters = 2000;

    public static ImmutableArray<string> Of(WordTemplate template)
    {
        using var stream = new MemoryStream();
        using var package = TemplatePackage.Open(template, stream);
        var main = package.MainDocumentPart!;
        var body = main.Document!.Body!;
        var hasPlace = body.ChildElements.Any(TemplatePackage.IsPlace);
        var (front, _) = TemplatePackage.Take(body);
        var hasHiddenPlace = !hasPlace && front.SelectMany(TemplateWords.In).Contains(TemplateWords.Place);
        var unknown = front.Concat(Edges(main)).SelectMany(TemplateWords.In).Where(word => word != TemplateWords.Place && !TemplateWords.IsKnown(word)).Distinct().ToArray();
        return
        [
            .. hasHiddenPlace ? [TemplateTexts.HiddenPlace] : LongFront(front, hasPlace),
            .. unknown.Length > 0 ? [string.Format(CultureInfo.InvariantCulture, TemplateTexts.UnknownWords, string.Join(", ", unknown.Select(word => "{{" + word + "}}")))] : Array.Empty<string>(),
        ];
    }

    /// <summary>The template's headers and footers.</summary>
    public static IEnumerable<OpenXmlElement> Edges(MainDocumentPart main) =>
        main.HeaderParts.Select(part => (OpenXmlElement?)part.Header).Concat(main.FooterParts.Select(part => part.Footer)).OfType<OpenXmlElement>();

    private static ImmutableArray<string> LongFront(IReadOnlyList<OpenXmlElement> front, bool hasPlace)
    {
        // A text box is there twice, once for programs that do not know of such.
        var texts = front.SelectMany(TemplateWords.Paragraphs).Where(p => !p.Ancestors<AlternateContentFallback>().Any()).Select(TemplateWords.TextOf).Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
        if (texts.Count <= MostParagraphs && texts.Sum(t => t.Length) <= MostCharacters && front.Sum(Breaks) <= 1)
        {
            return [];
        }

        var count = texts.Count == 1 ? TemplateTexts.OneParagraph : string.Format(CultureInfo.InvariantCulture, TemplateTexts.Paragraphs, texts.Count);
        return [string.Format(CultureInfo.InvariantCulture, hasPlace ? TemplateTexts.LongFront : TemplateTexts.NoPlace, count)];
    }

    private static int Breaks(OpenXmlElement element) =>
        element.Descendants<Break>().Count(b => b.Type?.Value == BreakValues.Page)
        + element.Descendants<SectionProperties>().Count(s => s.GetFirstChild<SectionType>()?.Val?.Value != SectionMarkValues.Continuous);
}

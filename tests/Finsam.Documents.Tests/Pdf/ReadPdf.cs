using Finsam.Documents.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Finsam.Documents.Tests.Pdf;

/// <summary>A PDF read back by another library than the one that wrote it.</summary>
internal sealed class ReadPdf(byte[] bytes) : IDisposable
{
    public static ReadPdf Of(PdfDocumentContent content) => new(PdfWriter.Write(content, SamplePdf.Date));

    public static ReadPdf With(params ReadOnlySpan<PdfPart> parts) => Of(SamplePdf.With(parts));

    public PdfDocument Document { get; } = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = false });

    public IReadOnlyList<Page> Pages => field ??= [.. Document.GetPages()];

    public DictionaryToken Catalog => Document.Structure.Catalog.CatalogDictionary;

    /// <summary>All text between header and footer, in the order it was written.</summary>
    public string Body => string.Concat(Pages.SelectMany(BodyLetters).Select(letter => letter.Value));

    public string BodyOf(int page) => string.Concat(BodyLetters(Pages[page - 1]).Select(letter => letter.Value));

    public void Dispose() => Document.Dispose();

    /// <summary>The lines of a page from the top, each as the text that stands at one height.</summary>
    public IEnumerable<string> Lines(int page) => Pages[page - 1].Letters
        .GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1))
        .OrderByDescending(line => line.Key)
        .Select(line => string.Concat(line.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)));

    /// <summary>The elements of the structure with the text that is right in them, indented as they are within each other: "  LI", "    Lbl: Period".</summary>
    public IEnumerable<string> Structure() => Elements().Select(element =>
        new string(' ', 2 * element.Depth) + element.Tag + (element.Text.Length > 0 ? ": " + element.Text.Trim() : ""));

    public IEnumerable<(int Depth, string Tag, string Text, DictionaryToken Element)> Elements()
    {
        var texts = Pages.SelectMany(page => page.GetMarkedContents().Where(content => content.MarkedContentIdentifier >= 0)
            .Select(content => (Key: (page.Number, content.MarkedContentIdentifier), Text: string.Concat(content.Letters.Select(letter => letter.Value)))))
            .ToDictionary(content => content.Key, content => content.Text);
        var root = Resolve<DictionaryToken>(Dictionary(Catalog, "StructTreeRoot").Data["K"]);
        return Walk(root, 0, texts);
    }

    public DictionaryToken Dictionary(DictionaryToken parent, string key) => Resolve<DictionaryToken>(parent.Data[key]);

    public T Resolve<T>(IToken token)
        where T : class, IToken => token as T ?? (T)Document.Structure.GetObject(((IndirectReferenceToken)token).Data).Data;

    private static IEnumerable<Letter> BodyLetters(Page page)
    {
        var marked = page.GetMarkedContents().Where(content => content.IsArtifact).SelectMany(content => content.Letters).ToHashSet(ReferenceEqualityComparer.Instance);
        return page.Letters.Where(letter => !marked.Contains(letter));
    }

    private IEnumerable<(int Depth, string Tag, string Text, DictionaryToken Element)> Walk(
        DictionaryToken element, int depth, Dictionary<(int, int), string> texts)
    {
        var kids = element.Data.TryGetValue("K", out var k) ? k is ArrayToken array ? array.Data : [k] : [];
        var own = string.Concat(kids.Select(kid => kid switch
        {
            NumericToken id => texts[(PageNumber(element), id.Int)],
            DictionaryToken reference when reference.Data.ContainsKey("MCID") => texts[(PageNumber(reference), ((NumericToken)reference.Data["MCID"]).Int)],
            _ => "",
        }));
        yield return (depth, ((NameToken)element.Data["S"]).Data, own, element);
        foreach (var kid in kids.OfType<IndirectReferenceToken>().SelectMany(kid => Walk(Resolve<DictionaryToken>(kid), depth + 1, texts)))
        {
            yield return kid;
        }
    }

    private int PageNumber(DictionaryToken element)
    {
        var reference = ((IndirectReferenceToken)element.Data["Pg"]).Data;
        var kids = Resolve<ArrayToken>(Dictionary(Catalog, "Pages").Data["Kids"]);
        return 1 + kids.Data.Cast<IndirectReferenceToken>().ToList().FindIndex(kid => kid.Data.Equals(reference));
    }
}

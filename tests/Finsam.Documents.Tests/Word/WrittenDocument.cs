using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Tests.Word;

/// <summary>A draft written and opened again.</summary>
internal sealed class WrittenDocument : IDisposable
{
    private readonly WordprocessingDocument _package;

    private WrittenDocument(byte[] bytes)
    {
        Bytes = bytes;
        _package = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
    }

    public byte[] Bytes { get; }

    public MainDocumentPart Main => _package.MainDocumentPart!;

    public Body Body => Main.Document!.Body!;

    public Styles Styles => Main.StyleDefinitionsPart!.Styles!;

    public XElement Core => Xml("docProps/core.xml");

    public XElement Record => Xml(Main.CustomXmlParts.Single().Uri.OriginalString.TrimStart('/'));

    public IReadOnlyList<Table> Tables => [.. Body.Descendants<Table>()];

    public static WrittenDocument Of(DraftDocument draft) => new(WordWriter.Write(draft, SampleDraft.Identity));

    public static WrittenDocument With(params DraftPart[] parts) => Of(SampleDraft.With(parts));

    public IEnumerable<Paragraph> InStyle(string style) => Body.Descendants<Paragraph>().Where(paragraph => StyleOf(paragraph) == style);

    public IEnumerable<Paragraph> Headings() => Body.Descendants<Paragraph>().Where(p => StyleOf(p).StartsWith("Heading", StringComparison.Ordinal));

    public static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal";

    /// <summary>A paragraph's text as a reader sees it: results of fields included, tabs and line ends as such.</summary>
    public static string TextOf(OpenXmlElement element) => string.Concat(element.Descendants().Select(node => node switch
    {
        Text text => text.Text,
        TabChar => "\t",
        NoBreakHyphen => "-",
        Break => "\n",
        _ => "",
    }));

    /// <summary>A table's cells as the draft gave them: a cell's paragraphs are its lines.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> CellsOf(Table table) =>
    [
        .. table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Select(row => (IReadOnlyList<string>)
        [
            .. row.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Select(cell => string.Join('\n', cell.Elements<Paragraph>().Select(TextOf))),
        ]),
    ];

    public IReadOnlyList<string> Faults() =>
    [
        .. new[] { FileFormatVersions.Microsoft365, FileFormatVersions.Office2021 }
            .SelectMany(version => new OpenXmlValidator(version).Validate(_package, TestContext.Current.CancellationToken))
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
    ];

    public string PartText(string name)
    {
        using var archive = new ZipArchive(new MemoryStream(Bytes));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public void Dispose() => _package.Dispose();

    private XElement Xml(string name) => XElement.Parse(PartText(name));
}

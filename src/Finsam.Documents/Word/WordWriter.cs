using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word.Charts;
using Finsam.Documents.Word.Templates;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>Writes a draft as a Word document that the chef goes on editing: real styles, numbered headings, a table of contents that is right when the
/// file is opened, tables a screen reader can read, and content controls by which a later version finds its own figures again.</summary>
public static class WordWriter
{
    /// <summary>The document as bytes. The same draft gives the same bytes: nothing in the file depends on the time, the machine or chance.</summary>
    /// <exception cref="ArgumentException">The draft cannot be a document: a heading below level 4, a table whose rows and columns
    /// do not match, two tables with one id.</exception>
    public static byte[] Write(DraftDocument document, DraftIdentity identity) => Write(document, identity, template: null);

    /// <summary>The document as bytes, in the association's own template.</summary>
    /// <param name="document">The draft.</param>
    /// <param name="identity">Which draft it is.</param>
    /// <param name="template">The template, or null for ours.</param>
    public static byte[] Write(DraftDocument document, DraftIdentity identity, WordTemplate? template)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentException.ThrowIfNullOrWhiteSpace(identity.DraftId);

        if (template is not null)
        {
            return TemplateWriter.Write(document, identity, template);
        }

        var record = new DraftRecord(identity);
        var numbering = new Numbering();
        var notes = new PageNotes();
        var sections = new Sections(PageFrame.Standing);

        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(WordprocessingContentType, "rIdDocument");
            var body = new DraftBody(document, numbering, new ContentControls(record, main), new ChartParts(main), notes, sections);
            var (elements, pages) = body.Write();
            main.Document = new Document(new Body(elements));
            AddPart<StyleDefinitionsPart>(main, "rIdStyles", Styles.Sheet);
            AddPart<NumberingDefinitionsPart>(main, "rIdNumbering", numbering.ToXml());
            AddPart<DocumentSettingsPart>(main, "rIdSettings", Settings.Xml(hasFootnotes: !notes.IsEmpty));
            AddPart<FontTablePart>(main, "rIdFonts", Styles.FontTable);
            AddEdges(main, document, sections, pages);
            if (!notes.IsEmpty)
            {
                main.AddNewPart<FootnotesPart>("rIdFootnotes").Footnotes = notes.ToPart();
            }

            AddRecord(main, record);
            PartXml.Feed(package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), CoreProperties.Xml(document));
        }

        return DeterministicZip.Repack(stream);
    }

    private const string WordprocessingContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static void AddEdges(MainDocumentPart main, DraftDocument document, Sections sections, int pages)
    {
        main.AddNewPart<HeaderPart>(Sections.Header).Header = PageEdges.Header(document);
        main.AddNewPart<FooterPart>(Sections.Footer).Footer = PageEdges.Footer(pages);
        main.AddNewPart<HeaderPart>(Sections.FrontHeader).Header = PageEdges.EmptyHeader();
        main.AddNewPart<FooterPart>(Sections.FrontFooter).Footer = PageEdges.EmptyFooter();
        if (sections.HasLandscape)
        {
            main.AddNewPart<HeaderPart>(Sections.WideHeader).Header = PageEdges.Header(document, sections.Frame(landscape: true));
        }
    }

    private static void AddPart<TPart>(MainDocumentPart main, string relation, string xml)
        where TPart : OpenXmlPart, IFixedContentTypePart =>
        PartXml.Feed(main.AddNewPart<TPart>(relation), XElement.Parse(xml));

    internal static void AddRecord(MainDocumentPart main, DraftRecord record)
    {
        var part = main.AddCustomXmlPart(CustomXmlPartType.CustomXml, "rIdRecord");
        PartXml.Feed(part, record.ToXml());
        PartXml.Feed(part.AddNewPart<CustomXmlPropertiesPart>("rIdProperties"), DraftRecord.PropertiesXml());
    }
}

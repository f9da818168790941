using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>Writes a draft as a Word document that the chef goes on editing: real styles, numbered headings, a table of contents that is right when the
/// file is opened, tables a screen reader can read, and content controls by which a later version finds its own figures again.</summary>
public static class WordWriter
{
    /// <summary>The document as bytes. The same draft gives the same bytes: nothing in the file depends on the time, the machine or chance.</summary>
    /// <exception cref="ArgumentException">The draft cannot be a document: a heading below level 4, a table whose rows and columns
    /// do not match, two tables with one id.</exception>
    public static byte[] Write(DraftDocument document, DraftIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentException.ThrowIfNullOrWhiteSpace(identity.DraftId);

        var record = new DraftRecord(identity);
        var numbering = new Numbering();
        var (elements, pages) = new DraftBody(document, numbering, new ContentControls(record)).Write();

        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(WordprocessingContentType, "rIdDocument");
            AddPart<StyleDefinitionsPart>(main, "rIdStyles", Styles.Sheet);
            AddPart<NumberingDefinitionsPart>(main, "rIdNumbering", numbering.ToXml());
            AddPart<DocumentSettingsPart>(main, "rIdSettings", Settings.Xml);
            AddPart<FontTablePart>(main, "rIdFonts", Styles.FontTable);
            main.AddNewPart<HeaderPart>("rIdHeader").Header = PageEdges.Header(document);
            main.AddNewPart<FooterPart>("rIdFooter").Footer = PageEdges.Footer(pages);
            main.AddNewPart<HeaderPart>("rIdFrontHeader").Header = PageEdges.EmptyHeader();
            main.AddNewPart<FooterPart>("rIdFrontFooter").Footer = PageEdges.EmptyFooter();
            AddRecord(main, record);
            main.Document = new Document(new Body([.. elements, Section()]));
            AddXml(package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), CoreProperties.Xml(document));
        }

        return DeterministicZip.Repack(stream);
    }

    private const string WordprocessingContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static SectionProperties Section() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHeader" },
        new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdFrontHeader" },
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFooter" },
        new FooterReference { Type = HeaderFooterValues.First, Id = "rIdFrontFooter" },
        new PageSize { Width = PageLayout.Width, Height = PageLayout.Height },
        new PageMargin
        {
            Top = PageLayout.Margin,
            Right = PageLayout.Margin,
            Bottom = PageLayout.Margin,
            Left = PageLayout.Margin,
            Header = PageLayout.HeaderDistance,
            Footer = PageLayout.HeaderDistance,
            Gutter = 0,
        },
        new TitlePage());

    private static void AddPart<TPart>(MainDocumentPart main, string relation, string xml)
        where TPart : OpenXmlPart, IFixedContentTypePart =>
        AddXml(main.AddNewPart<TPart>(relation), XElement.Parse(xml));

    private static void AddRecord(MainDocumentPart main, DraftRecord record)
    {
        var part = main.AddCustomXmlPart(CustomXmlPartType.CustomXml, "rIdRecord");
        AddXml(part, record.ToXml());
        AddXml(part.AddNewPart<CustomXmlPropertiesPart>("rIdProperties"), DraftRecord.PropertiesXml());
    }

    private static void AddXml(OpenXmlPart part, XElement xml)
    {
        var text = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml.ToString(SaveOptions.DisableFormatting);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        part.FeedData(stream);
    }
}

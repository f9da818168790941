using System.IO.Compression;
using System.Xml;

namespace Finsam.Documents.Word.Templates;

/// <summary>One part of a template read through from end to end, before any library builds something of it.</summary>
internal static class TemplatePart
{
    // Word's own documents keep below fifty. A library that reads a part element within element would use up the stack, which nothing catches.
    private const int MostDepth = 256;

    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Vml = "urn:schemas-microsoft-com:vml";

    private static readonly string[] RunnableTypes = ["macroEnabled", "vbaProject", "vbaData", "activeX", "oleObject", "attachedToolbars"];

    // Marks of byte order, zeroes of wide characters, and blanks.
    private static readonly byte[] BeforeFirstBracket = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0D, 0x0A];

    /// <summary>True for what may be read as XML, whatever its name says.</summary>
    public static bool MayBeXml(ReadOnlySpan<byte> start) =>
        start.IndexOfAnyExcept(BeforeFirstBracket) is var first && (first < 0 || start[first] == (byte)'<');

    /// <summary>Why the part cannot be used; null when it can.</summary>
    public static string? Fault(ZipArchiveEntry part)
    {
        using var content = part.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1 });
        try
        {
            return Fault(reader, isDrawing: part.FullName.EndsWith(".svg", StringComparison.OrdinalIgnoreCase));
        }
        catch (XmlException) when (!IsXml(part.FullName))
        {
            return null; // Something else that begins with a bracket. As far as it could be read as XML it has been.
        }
    }

    public static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static string? Fault(XmlReader reader, bool isDrawing)
    {
        var fields = new TemplateFields();
        while (reader.Read())
        {
            if (reader.Depth > MostDepth)
            {
                return TemplateTexts.Damaged;
            }

            if (reader.NodeType == XmlNodeType.DocumentType)
            {
                // Programs for drawing write one. The library reads no part that has one, so that it can be no more than a picture.
                return isDrawing ? null : TemplateTexts.Damaged;
            }

            if ((reader.NodeType == XmlNodeType.Element ? ElementFault(reader) : null) is { } fault)
            {
                return fault;
            }

            fields.Read(reader);
        }

        return fields.Fault;
    }

    private static string? ElementFault(XmlReader reader) => (reader.NamespaceURI, reader.LocalName) switch
    {
        (ContentTypes, _) when reader.GetAttribute("ContentType") is { } type && RunnableTypes.Any(t => type.Contains(t, StringComparison.OrdinalIgnoreCase)) => TemplateTexts.Macros,
        (var space, _) when space.EndsWith("/customui", StringComparison.OrdinalIgnoreCase) => TemplateTexts.Macros,
        (Vml, _) when reader.GetAttribute("src") is { } source && (source.Contains("//", StringComparison.Ordinal) || source.Contains(@"\\", StringComparison.Ordinal)) => TemplateTexts.Linked,
        (_, "altChunk") => TemplateTexts.Linked,
        _ => null,
    };
}

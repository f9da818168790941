using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Finsam.Documents.Word.Templates;

/// <summary>What a template must be. It comes from outside: nothing in it is run, fetched or unpacked without bounds.</summary>
internal static class TemplateChecks
{
    public const int MostMegabytes = 10;

    private const int Megabyte = 1024 * 1024;
    private const int MostUnpackedMegabytes = 60;
    private const int MostParts = 500;

    private static readonly string[] RunnableParts = ["vbaProject", "vbaData", "activeX", "oleObject", "customUI", "attachedToolbars"];

    /// <summary>Why the file cannot be used; null when it can.</summary>
    public static string? Fault(byte[] file)
    {
        if (file.Length == 0)
        {
            return TemplateTexts.Empty;
        }

        if (file.Length > MostMegabytes * Megabyte)
        {
            return string.Format(CultureInfo.InvariantCulture, TemplateTexts.TooLarge, MostMegabytes);
        }

        try
        {
            return UnpackedFault(file) ?? ContentFault(file);
        }
        catch (Exception e) when (e is InvalidDataException or OpenXmlPackageException or XmlException or FormatException or IOException
            or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException)
        {
            return TemplateTexts.Damaged;
        }
    }

    // What a part says of its own size may be a lie, so that the bytes are counted as they come.
    private static string? UnpackedFault(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
        {
            return TemplateTexts.TooMuch;
        }

        var room = (long)MostUnpackedMegabytes * Megabyte;
        var buffer = new byte[81920];
        foreach (var part in archive.Entries)
        {
            using var content = part.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                room -= read;
                if (room < 0)
                {
                    return TemplateTexts.TooMuch;
                }
            }

            if (RunnableParts.Any(name => part.FullName.Contains(name, StringComparison.OrdinalIgnoreCase)))
            {
                return TemplateTexts.Macros;
            }

            if (IsXml(part.FullName) && HasDoctype(part))
            {
                return TemplateTexts.Damaged;
            }
        }

        return null;
    }

    private static string? ContentFault(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var main = package.MainDocumentPart;
        if (main is null)
        {
            return TemplateTexts.NotWord;
        }

        if (main.ContentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
        {
            return TemplateTexts.Macros;
        }

        if (main.Document?.Body is null)
        {
            return TemplateTexts.Damaged;
        }

        // A linked picture would be fetched, and tell of it, each time somebody opens the draft. Links that are clicked are another matter.
        return package.GetAllParts().Any(part => part.ExternalRelationships.Any(link => !IsAttachedTemplate(link.RelationshipType)))
            ? TemplateTexts.Linked
            : main.Document.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.AltChunk>().Any() ? TemplateTexts.Linked : null;
    }

    /// <summary>The template that a document was once made from; it is taken away.</summary>
    public static bool IsAttachedTemplate(string type) => type.EndsWith("/attachedTemplate", StringComparison.Ordinal);

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool HasDoctype(ZipArchiveEntry part)
    {
        using var content = part.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1 });
        while (reader.Read() && reader.NodeType != XmlNodeType.Element)
        {
            if (reader.NodeType == XmlNodeType.DocumentType)
            {
                return true;
            }
        }

        return false;
    }
}

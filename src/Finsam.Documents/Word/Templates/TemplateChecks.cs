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

    // What Word wrote before 2007, and what it writes still when a document has a password.
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly string[] RunnableParts = ["vbaProject", "vbaData", "activeX", "oleObject", "customUI", "attachedToolbars"];
    private static readonly string[] RunnableRelations = ["/vbaProject", "/oleObject", "/control", "/activeXControlBinary", "/attachedToolbars", "/extensibility"];

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

        if (!file.AsSpan().StartsWith("PK"u8))
        {
            return file.AsSpan().StartsWith(Compound) ? TemplateTexts.OldOrLocked : TemplateTexts.NotWord;
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

        // A part that is there twice, or in pieces, is read in one way here and perhaps in another by who opens it.
        if (archive.Entries.DistinctBy(part => part.FullName, StringComparer.OrdinalIgnoreCase).Count() < archive.Entries.Count
            || archive.Entries.Any(part => part.FullName.EndsWith(".piece", StringComparison.OrdinalIgnoreCase)))
        {
            return TemplateTexts.Damaged;
        }

        var room = (long)MostUnpackedMegabytes * Megabyte;
        var buffer = new byte[81920];
        foreach (var part in archive.Entries)
        {
            using var content = part.Open();
            bool? mayBeXml = null;
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                mayBeXml ??= TemplatePart.MayBeXml(buffer.AsSpan(0, read));
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

            if ((mayBeXml == true || TemplatePart.IsXml(part.FullName)) && TemplatePart.Fault(part) is { } fault)
            {
                return fault;
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

        // A file's name and what it says of itself may be anything: how the document uses it tells.
        if (package.GetAllParts().Any(part => RunnableRelations.Any(relation => part.RelationshipType.EndsWith(relation, StringComparison.OrdinalIgnoreCase))))
        {
            return TemplateTexts.Macros;
        }

        // A linked picture would be fetched, and tell of it, each time somebody opens the draft. Links that are clicked are another matter.
        return package.GetAllParts().Any(part => part is AlternativeFormatImportPart || part.ExternalRelationships.Any(link => !IsAttachedTemplate(link.RelationshipType)))
            ? TemplateTexts.Linked
            : null;
    }

    /// <summary>The template that a document was once made from; it is taken away.</summary>
    public static bool IsAttachedTemplate(string type) => type.EndsWith("/attachedTemplate", StringComparison.Ordinal);
}

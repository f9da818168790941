using System.Globalization;
using System.Text;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Attachments;

/// <summary>What an attached file is, told by its content; its name and what the browser says of it are never believed.</summary>
public abstract record AttachmentType
{
    /// <summary>The largest file taken, in bytes: 20 MB.</summary>
    public const int LargestSize = LargestMegabytes * Megabyte;

    private const int LargestMegabytes = 20;
    private const int Megabyte = 1024 * 1024;

    // ISO 32000 has the header first in the file; readers look in the first 1024 bytes, and some producers need that.
    private const int PdfHeaderWithin = 1024;

    private AttachmentType()
    {
    }

    /// <summary>It may be attached.</summary>
    /// <param name="MediaType">What to send it as. Send it with nosniff and as an attachment: a file can be two things at once.</param>
    /// <param name="Extension">Its extension, with the point.</param>
    /// <param name="Kind">What it is, in Swedish.</param>
    public sealed record Accepted(string MediaType, string Extension, string Kind) : AttachmentType;

    /// <summary>It may not; <paramref name="Message"/> says in Swedish what to do instead.</summary>
    public sealed record Refused(string Message) : AttachmentType;

    /// <summary>Tells what a file is.</summary>
    /// <param name="content">The whole file. Nothing of it is unpacked.</param>
    public static AttachmentType Of(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return new Refused(AttachmentTexts.Empty);
        }

        if (content.Length > LargestSize)
        {
            return TooLarge(content.Length);
        }

        // What a file begins with comes before a PDF header further in: a zip that holds a PDF has both.
        return content switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Image("image/png", ".png"),
            [0xFF, 0xD8, 0xFF, ..] => Image("image/jpeg", ".jpg"),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Image("image/gif", ".gif"),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Image("image/webp", ".webp"),
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => OfZip(content),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => OfCompoundFile(content),
            // TIFF, and what telephones take (HEIC, AVIF).
            [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => new Refused(AttachmentTexts.OtherImage),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m' or (byte)'a', (byte)'e' or (byte)'i' or (byte)'v', ..] =>
                new Refused(AttachmentTexts.OtherImage),
            _ => OfText(content[..Math.Min(content.Length, PdfHeaderWithin)]),
        };
    }

    /// <summary>The refusal of a file of <paramref name="size"/> bytes that is too large, for whoever knows the size before the content is read.</summary>
    public static Refused TooLarge(long size) => new(string.Format(
        CultureInfo.InvariantCulture, AttachmentTexts.TooLarge, SwedishFormat.Exact(Math.Ceiling(size * 10m / Megabyte) / 10m), LargestMegabytes));

    // A page with a PDF header in a comment is a page: what stands before the header may not be markup.
    private static AttachmentType OfText(ReadOnlySpan<byte> start)
    {
        var header = start.IndexOf("%PDF-"u8);
        if (header >= 0 && !start[..header].Contains((byte)'<'))
        {
            return new Accepted("application/pdf", ".pdf", AttachmentTexts.Pdf);
        }

        return new Refused(Encoding.Latin1.GetString(start).Contains("<svg", StringComparison.OrdinalIgnoreCase) ? AttachmentTexts.OtherImage : AttachmentTexts.Unknown);
    }

    private static AttachmentType OfZip(ReadOnlySpan<byte> content)
    {
        if (ZipDirectory.Read(content) is not { } directory)
        {
            return new Refused(AttachmentTexts.Damaged);
        }

        var names = directory.Names;
        bool Has(string folder, string part) => names.Any(n => IsPart(n, folder, part));
        if (!names.Contains("[Content_Types].xml", StringComparer.OrdinalIgnoreCase))
        {
            return new Refused(names.Contains("mimetype", StringComparer.Ordinal) ? AttachmentTexts.OtherOffice : AttachmentTexts.Zip);
        }

        return names switch
        {
            _ when directory.Encrypted => new Refused(AttachmentTexts.Password),
            _ when names.Any(HoldsCode) => new Refused(AttachmentTexts.Macros),
            _ when Has("word/", "document") && Has("xl/", "workbook") => new Refused(AttachmentTexts.Damaged),
            _ when Has("word/", "document") =>
                new Accepted("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", AttachmentTexts.Word),
            _ when Has("xl/", "workbook") =>
                new Accepted("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", AttachmentTexts.Excel),
            _ => new Refused(AttachmentTexts.OtherOffice),
        };
    }

    // A file with a password is such a container too, with a stream of this name.
    private static Refused OfCompoundFile(ReadOnlySpan<byte> content) =>
        new(content.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? AttachmentTexts.Password : AttachmentTexts.OldOffice);

    // Word on the web writes document2.xml at times.
    private static bool IsPart(string name, string folder, string part) =>
        name.StartsWith(folder + part, StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && !name[(folder.Length + part.Length)..^".xml".Length].Any(c => !char.IsAsciiDigit(c));

    // VBA, the macro sheets of older Excel, and controls.
    private static bool HoldsCode(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("vbaData.xml", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static Accepted Image(string mediaType, string extension) => new(mediaType, extension, AttachmentTexts.Image);
}

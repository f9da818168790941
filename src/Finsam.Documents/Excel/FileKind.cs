using System.Text;

namespace Finsam.Documents.Excel;

/// <summary>What a file that is no zip is, by its first bytes; whatever its name says, since people rename files.</summary>
internal static class FileKind
{
    private const int LookedAt = 4096;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Excel 2–5 without the compound file: a BOF record.
    private static ReadOnlySpan<byte> OldestWorkbook => [0x09];

    public static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8);

    /// <summary>The sentence for whoever sent the file.</summary>
    public static string Refusal(ReadOnlySpan<byte> file)
    {
        var start = file[..Math.Min(file.Length, LookedAt)];
        return start switch
        {
            [] => ExcelTexts.EmptyFile,
            _ when start.StartsWith(CompoundFile) => InCompoundFile(file),
            _ when start.StartsWith(OldestWorkbook) && start is [_, 0x00 or 0x02 or 0x04 or 0x08, _, 0x00, ..] => ExcelTexts.OldWorkbook,
            _ when start[..Math.Min(start.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => ExcelTexts.PdfFile,
            _ when start.StartsWith(@"{\rtf"u8) => ExcelTexts.WordDocument,
            _ when Text(start) is { } text => text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<') ? ExcelTexts.HtmlFile : ExcelTexts.TextFile,
            _ => ExcelTexts.UnknownFile,
        };
    }

    // The names of the streams in it stand in UTF-16. A password makes an .xlsx one too (MS-OFFCRYPTO 2.3.4.4).
    private static string InCompoundFile(ReadOnlySpan<byte> file) =>
        Has(file, "EncryptedPackage") ? ExcelTexts.ProtectedWorkbook
        : Has(file, "Workbook") || Has(file, "Book") ? ExcelTexts.OldWorkbook
        : Has(file, "WordDocument") ? ExcelTexts.WordDocument
        : ExcelTexts.OldOrProtectedWorkbook;

    private static bool Has(ReadOnlySpan<byte> file, string stream) => file.IndexOf(Encoding.Unicode.GetBytes(stream + '\0')) >= 0;

    private static string? Text(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(start[2..]);
        }

        // Swedish letters may be of any code page, but text has no control characters.
        return start.ContainsAnyInRange((byte)0x00, (byte)0x08) || start.ContainsAnyInRange((byte)0x0E, (byte)0x1F)
            ? null
            : Encoding.UTF8.GetString(start);
    }
}

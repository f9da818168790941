using System.IO.Compression;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Finsam.Documents.Excel;
using Finsam.Documents.Tests.Word;
using Finsam.Documents.Word;

namespace Finsam.Documents.Tests.Excel;

public sealed class FileReadingTests
{
    private const string Damaged = "Filen är skadad eller ofullständig. Öppna den i Excel, spara på nytt och välj den filen; går den inte att öppna där behövs ett nytt exemplar.";

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void An_empty_file_is_said() => Assert.Equal("Filen är tom. Spara listan på nytt i Excel och välj den filen.", Read.Refusal([]));

    [Theory]
    [InlineData("Workbook", "Filen är en arbetsbok av äldre slag (.xls).")]
    [InlineData("Book", "Filen är en arbetsbok av äldre slag (.xls).")]
    [InlineData("EncryptedPackage", "Filen är skyddad med lösenord.")]
    [InlineData("WordDocument", "Filen är ett Word-dokument")]
    [InlineData("Annat", "Filen är antingen en arbetsbok av äldre slag (.xls) eller skyddad med lösenord.")]
    public void A_compound_file_is_told_by_the_stream_in_it(string stream, string begins) => Assert.StartsWith(
        begins, Read.Refusal([.. CompoundFile, .. new byte[1000], .. Encoding.Unicode.GetBytes(stream), .. new byte[40]]), StringComparison.Ordinal);

    [Theory]
    [InlineData("namn;antal\r\nÅsa;3\r\n", "Filen är en textfil, till exempel CSV")]
    [InlineData("\ufeffnamn;antal", "Filen är en textfil, till exempel CSV")]
    [InlineData("  <html><body><table>", "Filen är en webbsida eller XML-fil")]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", "Filen är en webbsida eller XML-fil")]
    [InlineData("%PDF-1.7\n\0\u0001", "Filen är en PDF")]
    [InlineData("{\\rtf1 text}", "Filen är ett Word-dokument")]
    [InlineData("\u0001\u0002\u0003", "Filen är ingen Excel-arbetsbok.")]
    [InlineData("\t\b\u0010\0\0\u0006", "Filen är en arbetsbok av äldre slag (.xls).")]
    public void A_file_that_is_no_zip_is_told_by_what_stands_in_it(string content, string begins) =>
        Assert.StartsWith(begins, Read.Refusal(Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void Text_in_other_encodings_is_text()
    {
        Assert.StartsWith("Filen är en textfil", Read.Refusal(Encoding.Latin1.GetBytes("Förbund;Ärenden\r\n")), StringComparison.Ordinal);
        Assert.StartsWith("Filen är en textfil", Read.Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\tb")]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Word_document_is_said() => Assert.StartsWith(
        "Filen är ett Word-dokument", Read.Refusal(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity)), StringComparison.Ordinal);

    [Theory]
    [InlineData("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "Filen är en arbetsbok med makron (.xlsm), och sådana tas inte emot. Öppna den i Excel, välj Spara som")]
    [InlineData("application/vnd.ms-excel.template.macroEnabled.main+xml", "Filen är en arbetsbok med makron")]
    [InlineData("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "Filen är en binär arbetsbok (.xlsb).")]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "Filen är en PowerPoint-presentation")]
    [InlineData("application/vnd.oasis.other", "Filen är ingen Excel-arbetsbok.")]
    public void Packages_of_another_kind_are_told_by_their_main_part(string type, string begins) =>
        Assert.StartsWith(begins, Read.Refusal(new RawWorkbook { MainType = type }.Sheet("").ToBytes()), StringComparison.Ordinal);

    [Fact]
    public void A_workbook_of_the_SDK_with_macros_is_refused()
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.MacroEnabledWorkbook))
        {
            package.AddWorkbookPart().Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets());
        }

        Assert.StartsWith("Filen är en arbetsbok med makron", Read.Refusal(stream.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", "Filen är i OpenDocument-format (.ods).")]
    [InlineData("application/vnd.oasis.opendocument.text", "Filen är ingen Excel-arbetsbok.")]
    [InlineData("application/epub+zip", "Filen är en zip-fil")]
    public void An_OpenDocument_is_said(string type, string begins) =>
        Assert.StartsWith(begins, Read.Refusal(RawWorkbook.Zip([new("mimetype", Encoding.ASCII.GetBytes(type)), new("content.xml", "<a/>"u8.ToArray())])), StringComparison.Ordinal);

    [Fact]
    public void Another_zip_is_said() =>
        Assert.StartsWith("Filen är en zip-fil", Read.Refusal(RawWorkbook.Zip([new("lista.xlsx", [1, 2, 3])])), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_cut_is_said_wherever_the_cut_is()
    {
        var whole = Sample();

        for (var length = 4; length < whole.Length; length += 7)
        {
            Assert.Equal(Damaged, Read.Refusal(whole[..length]));
        }
    }

    [Fact]
    public void A_changed_digit_in_a_sheet_is_noticed_by_its_checksum()
    {
        var stored = Store(Sample());
        var at = stored.AsSpan().IndexOf("<v>1234</v>"u8);
        stored[at + 3] = (byte)'9';

        var read = WorkbookReader.Read(stored);

        Assert.Contains(read.Findings, finding => finding is { Sheet: "Blad1", IsWarning: false } && finding.Message.StartsWith("Bladet är skadat", StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_makes_it_throw()
    {
        var compressed = Sample();
        var stored = Store(compressed);
        Gen.Select(Gen.Bool, Gen.Int[0, stored.Length - 1].Select(Gen.Byte).Array[1, 20]).Sample(
            (useStored, changes) =>
            {
                var file = (byte[])(useStored ? stored : compressed).Clone();
                foreach (var (at, value) in changes)
                {
                    file[at % file.Length] = value;
                }

                WorkbookReader.Read(file);
            },
            iter: 2000);
    }

    [Fact]
    public void No_XML_makes_it_throw()
    {
        string[] all =
        [
            "<row>", "</row>", "<row r=\"2\">", "<row r=\"-1\"/>", "<row r=\"99999999999\">", "<c>", "<c r=\"A2\" t=\"s\">", "<c t=\"inlineStr\">", "<c s=\"-1\">", "<c s=\"9\" t=\"e\">",
            "</c>", "<v>", "</v>", "<v/>", "1", "x", "<is>", "</is>", "<t>", "</t>", "<r>", "</r>", "<f>", "</f>", "<f t=\"array\" ref=\"A1\">", "<f t=\"shared\" si=\"x\"/>", "<!-- -->", "<a:b/>",
        ];
        Gen.Int[0, all.Length - 1].Select(i => all[i]).Array[0, 30].Sample(pieces => RawWorkbook.Read(string.Concat(pieces)), iter: 2000);
    }

    [Fact]
    public void Random_bytes_do_not_make_it_throw() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        Assert.NotEmpty(WorkbookReader.Read(bytes).Findings);
        WorkbookReader.Read((byte[])[.. "PK\x03\x04"u8, .. bytes]);
        WorkbookReader.Read((byte[])[.. CompoundFile, .. bytes]);
    });

    [Theory]
    [InlineData("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")]
    [InlineData("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><workbook>&b;</workbook>")]
    [InlineData("xl/workbook.xml", "")]
    [InlineData("xl/styles.xml", "<a>")]
    [InlineData("xl/sharedStrings.xml", "<sst><si></sst>")]
    [InlineData("_rels/.rels", "nej")]
    public void A_damaged_part_is_said(string part, string xml) =>
        Assert.Equal(Damaged, Read.Refusal(new RawWorkbook { Extra = { [part] = Encoding.UTF8.GetBytes(xml) } }.Sheet("").ToBytes()));

    [Fact]
    public void A_file_of_more_than_20_MB_is_said() =>
        Assert.StartsWith("Filen är större än 20 MB.", Read.Refusal(new byte[(20 * 1024 * 1024) + 1]), StringComparison.Ordinal);

    [Fact]
    public void A_bomb_is_said_by_the_size_it_declares() =>
        Assert.StartsWith("Arbetsboken rymmer mer än vad som kan läsas (200 MB uppackad).", Read.Refusal(Bomb()), StringComparison.Ordinal);

    [Fact]
    public void A_bomb_that_hides_its_size_fills_no_memory()
    {
        var bomb = Bomb();
        ClaimSize(bomb, "xl/worksheets/sheet1.xml", 1000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = WorkbookReader.Read(bomb);

        Assert.False(read.IsWhole);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Theory]
    [InlineData("<a>", 30_000_000)]
    [InlineData("<a b=\"", 100_000_000)]
    [InlineData("<![CDATA[<", 100_000_000)]
    [InlineData("<row><c t=\"inlineStr\"><is><t>", 100_000_000)]
    public void A_part_that_is_one_long_element_fills_no_memory(string begins, int length)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{RawWorkbook.Main}"><sheetData>{begins}""");
        while (xml.Length < length)
        {
            xml.Append(begins.Length == 3 ? begins : "xxxxxxxxxxxxxxxx");
        }

        var file = new RawWorkbook().RawSheet(xml.ToString()).ToBytes();
        xml.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = WorkbookReader.Read(file);

        Assert.StartsWith("Arbetsboken rymmer mer", read.Findings.Single().Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void More_cells_than_a_list_has_are_said()
    {
        var row = string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 200));
        var read = RawWorkbook.Read(string.Concat(Enumerable.Repeat($"<row>{row}</row>", 2501)));

        Assert.Equal("Arbetsboken innehåller mer än vad en lista får göra (500\u00a0000 celler eller 20 miljoner tecken). Dela upp den på flera filer.", read.Findings.Single().Message);
    }

    [Fact]
    public void Many_different_names_are_said()
    {
        var read = RawWorkbook.Read(string.Concat(Enumerable.Range(0, 6000).Select(i => $"<a{i}/>")));

        Assert.StartsWith("Arbetsboken rymmer mer", read.Findings.Single().Message, StringComparison.Ordinal);
    }

    private static byte[] Sample() => new RawWorkbook { SharedStrings = "<si><t>text</t></si>", BuiltInFormats = [14] }
        .Sheet("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1234</v></c><c r="C1" s="1"><v>45107</v></c></row><row r="2"><c r="A2"><f>B1</f></c></row>""", after: """<mergeCells><mergeCell ref="A3:B3"/></mergeCells>""")
        .ToBytes();

    // 300 MB of spaces between the rows.
    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        stream.Write(new RawWorkbook().Sheet("").ToBytes());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
        }

        using var result = new MemoryStream();
        using (var source = new ZipArchive(stream, ZipArchiveMode.Read))
        using (var archive = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                using var from = part.Open();
                using var to = archive.CreateEntry(part.FullName).Open();
                from.CopyTo(to);
            }

            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            sheet.Write(Encoding.UTF8.GetBytes($"""<worksheet xmlns="{RawWorkbook.Main}"><sheetData>"""));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<row/>" + new string(' ', 1000), 1000)));
            for (var i = 0; i < 300; i++)
            {
                sheet.Write(block);
            }

            sheet.Write("</sheetData></worksheet>"u8);
        }

        return result.ToArray();
    }

    // The central directory's "uncompressed size" (APPNOTE.TXT 4.3.12) stands 22 bytes before the name.
    private static void ClaimSize(byte[] zip, string part, uint size)
    {
        var at = zip.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(part));
        BitConverter.TryWriteBytes(zip.AsSpan(at - 22), size);
    }

    private static byte[] Store(byte[] zip)
    {
        using var source = new ZipArchive(new MemoryStream(zip));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                using var from = part.Open();
                using var to = archive.CreateEntry(part.FullName, CompressionLevel.NoCompression).Open();
                from.CopyTo(to);
            }
        }

        return stream.ToArray();
    }
}

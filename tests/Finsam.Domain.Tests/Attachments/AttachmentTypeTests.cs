using System.IO.Compression;
using System.Text;
using CsCheck;
using Finsam.Domain.Attachments;

namespace Finsam.Domain.Tests.Attachments;

public sealed class AttachmentTypeTests
{
    private static readonly AttachmentType.Accepted Pdf = new("application/pdf", ".pdf", "PDF");
    private static readonly AttachmentType.Accepted Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "Word-dokument");
    private static readonly AttachmentType.Accepted Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", "Excel-arbetsbok");

    [Theory]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("\uFEFF\r\n%PDF-1.4")]
    [InlineData("\u001b%-12345X@PJL ENTER LANGUAGE=PDF\r\n%PDF-1.4")]
    public void A_pdf_has_its_header_near_the_start(string content) => Assert.Equal(Pdf, AttachmentType.Of(Bytes(content)));

    [Fact]
    public void A_pdf_header_may_stand_within_the_first_1024_bytes_and_no_later()
    {
        Assert.Equal(Pdf, AttachmentType.Of(Bytes(new string(' ', 1019) + "%PDF-1.4")));
        Refused("Filen går inte att bifoga", Bytes(new string(' ', 1020) + "%PDF-1.4"));
    }

    [Fact]
    public void A_word_document_and_an_excel_workbook_are_told_by_their_parts()
    {
        Assert.Equal(Word, AttachmentType.Of(Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/image1.png")));
        Assert.Equal(Word, AttachmentType.Of(Zip("[Content_Types].xml", "word/document2.xml")));
        Assert.Equal(Excel, AttachmentType.Of(Zip("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "image/png", ".png")]
    [InlineData("FFD8FFE000104A464946", "image/jpeg", ".jpg")]
    [InlineData("474946383961010001", "image/gif", ".gif")]
    [InlineData("474946383761010001", "image/gif", ".gif")]
    [InlineData("524946462400000057454250565038", "image/webp", ".webp")]
    public void Images_are_told_by_how_they_begin(string hex, string mediaType, string extension) =>
        Assert.Equal(new AttachmentType.Accepted(mediaType, extension, "bild"), AttachmentType.Of(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("", "Filen är tom.")]
    [InlineData("<!doctype html><title>Rapport</title>", "Filen går inte att bifoga.")]
    [InlineData("<!-- %PDF-1.7 --><script>alert(1)</script>", "Filen går inte att bifoga.")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "Bildens format går inte att bifoga.")]
    [InlineData("<?xml version='1.0'?>\n<SVG/>", "Bildens format går inte att bifoga.")]
    [InlineData("II*\0", "Bildens format går inte att bifoga.")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "Bildens format går inte att bifoga.")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0", "Filen går inte att bifoga.")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", "Filen går inte att bifoga.")]
    [InlineData("MZ\u0090\0", "Filen går inte att bifoga.")]
    [InlineData("{\\rtf1}", "Filen går inte att bifoga.")]
    [InlineData("Antal;12\r\n", "Filen går inte att bifoga.")]
    [InlineData("PK-rapport", "Filen går inte att bifoga.")]
    [InlineData("%PD", "Filen går inte att bifoga.")]
    [InlineData("\u0089PNG", "Filen går inte att bifoga.")]
    public void Anything_else_is_refused_with_what_to_do(string content, string message) => Refused(message, Encoding.Latin1.GetBytes(content));

    [Fact]
    public void Older_office_files_are_to_be_saved_as_newer_ones_and_those_with_a_password_without_it()
    {
        byte[] old = [.. Convert.FromHexString("D0CF11E0A1B11AE1"), .. new byte[600]];
        Refused("Filen är i ett äldre format (som .doc eller .xls). Spara den som .docx, .xlsx eller PDF och välj den nya filen.", old);
        Refused("Filen har ett lösenord.", [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]]);
    }

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("WORD/VBAPROJECT.BIN")]
    [InlineData("word/vbaData.xml")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    [InlineData("word/activeX/activeX1.bin")]
    public void A_document_with_macros_is_refused(string part) =>
        Refused("Filen innehåller makron.", Zip("[Content_Types].xml", "word/document.xml", "xl/workbook.xml", part));

    [Theory]
    [InlineData("Filen är ett zip-arkiv.", "rapport.docx", "bild.png")]
    [InlineData("Filen är ett zip-arkiv.", "word/document.xml")]
    [InlineData("Filen är ett zip-arkiv.")]
    [InlineData("Filen är en presentation", "[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData("Filen är en presentation", "mimetype", "content.xml")]
    [InlineData("Filen är en presentation", "[Content_Types].xml", "xl/workbook.bin")]
    [InlineData("Filen är en presentation", "[Content_Types].xml", "word/documents.xml")]
    [InlineData("Filen går inte att läsa", "[Content_Types].xml", "word/document.xml", "xl/workbook.xml")]
    [InlineData("Filen går inte att läsa", "[Content_Types].xml", "word/document.xml", "../../etc/passwd")]
    [InlineData("Filen går inte att läsa", "[Content_Types].xml", "word/document.xml", "word/../../x")]
    [InlineData("Filen går inte att läsa", "[Content_Types].xml", "word/document.xml", "/etc/passwd")]
    [InlineData("Filen går inte att läsa", "[Content_Types].xml", "word/document.xml", "..\\x")]
    [InlineData("Filen går inte att läsa", "[Content_Types].xml", "word/document.xml", "C:x")]
    [InlineData("Filen går inte att läsa", "[Content_Types].xml", "word/document.xml", "word/document.xml")]
    [InlineData("Filen går inte att läsa", "[Content_Types].xml", "word/document.xml", "WORD/document.xml")]
    public void A_zip_that_is_no_document_is_refused(string message, params string[] parts) => Refused(message, Zip(parts));

    [Fact]
    public void A_zip_that_holds_a_pdf_is_a_zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("rapport.pdf", CompressionLevel.NoCompression).Open();
            entry.Write("%PDF-1.7"u8);
        }

        Refused("Filen är ett zip-arkiv.", stream.ToArray());
    }

    [Fact]
    public void A_zip_cut_short_anywhere_is_refused()
    {
        var whole = Zip("[Content_Types].xml", "word/document.xml");
        for (var length = 4; length < whole.Length; length++)
        {
            Refused("Filen går inte att läsa", whole[..length]);
        }
    }

    [Fact]
    public void A_zip_with_something_after_it_or_a_list_that_says_another_name_is_refused()
    {
        var whole = Zip("[Content_Types].xml", "word/document.xml");
        Refused("Filen går inte att läsa", [.. whole, .. "<script>"u8]);

        var other = whole.ToArray();
        other[other.AsSpan().IndexOf("word/document.xml"u8)] = (byte)'W';
        Refused("Filen går inte att läsa", other);
    }

    [Fact]
    public void A_zip_with_a_comment_is_whole()
    {
        using var stream = new MemoryStream();
        stream.Write(Zip("[Content_Types].xml", "word/document.xml"));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.Comment = "från registratorn";
        }

        Assert.Equal(Word, AttachmentType.Of(stream.ToArray()));
    }

    [Fact]
    public void An_encrypted_part_is_a_password()
    {
        var whole = Zip("[Content_Types].xml", "word/document.xml");
        whole[whole.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Refused("Filen har ett lösenord.", whole);
    }

    [Fact]
    public void A_document_that_would_swell_is_told_without_being_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var entry = zip.CreateEntry("word/document.xml").Open();
            for (var i = 0; i < 100; i++)
            {
                entry.Write(new byte[1_000_000]);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Word, AttachmentType.Of(stream.ToArray()));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void Twenty_megabytes_are_taken_and_a_byte_more_is_not()
    {
        var file = new byte[AttachmentType.LargestSize + 1];
        "%PDF-1.7"u8.CopyTo(file);

        Assert.Equal(Pdf, AttachmentType.Of(file.AsSpan(..^1)));
        Refused("Filen är 20,1 MB, men får vara högst 20 MB. Spara den som PDF med mindre bilder, eller dela den i flera.", file);
        Assert.Equal("Filen är 1\u00A0024 MB, men får vara högst 20 MB. Spara den som PDF med mindre bilder, eller dela den i flera.", AttachmentType.TooLarge(1L << 30).Message);
    }

    [Fact]
    public void No_content_makes_it_throw()
    {
        Gen.Byte.Array[0, 200].Sample(content => Assert.NotNull(AttachmentType.Of(content)));
        var zips = new[] { Zip("[Content_Types].xml", "word/document.xml"), Zip("a"), Zip() };
        Gen.Select(Gen.OneOf(zips), Gen.Int[0, 10_000], Gen.Byte, Gen.Int[0, 10_000], Gen.Byte).Sample((zip, first, one, second, other) =>
        {
            var content = zip.ToArray();
            content[first % content.Length] = one;
            content[second % content.Length] = other;
            Assert.NotNull(AttachmentType.Of(content));
        }, iter: 50_000);
        Gen.Byte.Array[0, 60].Sample(tail => Assert.NotNull(AttachmentType.Of([.. "PK\u0003\u0004"u8, .. tail, .. "PK\u0005\u0006"u8, .. tail.Take(16), 0, 0])));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write("<x/>"u8);
            }
        }

        return stream.ToArray();
    }

    private static void Refused(string message, byte[] content) =>
        Assert.StartsWith(message, Assert.IsType<AttachmentType.Refused>(AttachmentType.Of(content)).Message, StringComparison.Ordinal);
}

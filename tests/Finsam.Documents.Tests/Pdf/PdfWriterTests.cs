using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Finsam.Documents.Pdf;
using static Finsam.Documents.Pdf.PdfPart;

namespace Finsam.Documents.Tests.Pdf;

public sealed partial class PdfWriterTests
{
    [Fact]
    public void The_same_content_and_date_give_the_same_bytes_whatever_was_written_between()
    {
        var first = PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date);
        _ = PdfWriter.Write(SamplePdf.Form, SamplePdf.Date.AddDays(1));

        Assert.Equal(first, PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date));
        Assert.Equal(first, PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date.ToUniversalTime()));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    public void Whoever_runs_the_program_it_is_the_same_file(string culture)
    {
        var (own, file) = (CultureInfo.CurrentCulture, PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(file, PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date));
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    [Fact]
    public async Task Documents_can_be_written_at_the_same_time()
    {
        var (sent, form) = (PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date), PdfWriter.Write(SamplePdf.Form, SamplePdf.Date));

        var written = await Task.WhenAll(Enumerable.Range(0, 32).Select(i =>
            Task.Run(() => PdfWriter.Write(i % 2 == 0 ? SamplePdf.Sent : SamplePdf.Form, SamplePdf.Date), TestContext.Current.CancellationToken)));

        Assert.All(written.Index(), file => Assert.Equal(file.Index % 2 == 0 ? sent : form, file.Item));
    }

    [Fact]
    public void Other_content_or_another_date_gives_another_id()
    {
        string[] ids =
        [
            Id(PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date)), Id(PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date.AddSeconds(1))),
            Id(PdfWriter.Write(SamplePdf.Sent with { FooterText = "" }, SamplePdf.Date)),
        ];

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void The_file_says_when_it_was_made_by_its_argument_and_not_by_the_clock()
    {
        var text = Encoding.Latin1.GetString(PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date));

        Assert.Contains("/CreationDate(D:20240131130500+00'00')", text, StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2024-01-31T13:05:00Z</xmp:CreateDate>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_metadata_is_XML_whatever_the_title_says()
    {
        using var read = ReadPdf.Of(SamplePdf.With(new Paragraph("a")) with { Title = "Mål & medel <2023> ”Å”", AssociationName = "A&B" });

        Assert.True(read.Document.TryGetXmpMetadata(out var metadata));
        var xml = XDocument.Parse(Encoding.UTF8.GetString(metadata.GetXmlBytes()).TrimStart('\uFEFF'));
        Assert.Equal("Mål & medel <2023> ”Å”", xml.Descendants(XName.Get("title", "http://purl.org/dc/elements/1.1/")).Single().Value);
        Assert.Equal("sv-SE", xml.Descendants(XName.Get("language", "http://purl.org/dc/elements/1.1/")).Single().Value);
    }

    [Fact]
    public void Each_compressed_stream_ends_with_its_checksum()
    {
        var file = PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date);
        var found = CompressedStream().Matches(Encoding.Latin1.GetString(file));

        Assert.True(found.Count >= 7); // Three pages, two fonts and their letters.
        Assert.All(found, match =>
        {
            var stream = file.AsSpan(match.Index + match.Length, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
            using var unpacked = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress);
            using var data = new MemoryStream();
            unpacked.CopyTo(data);
            Assert.Equal(Adler32(data.ToArray()), stream[^4..]);
        });
    }

    [Fact]
    public void The_table_of_objects_is_right()
    {
        var file = PdfWriter.Write(SamplePdf.Sent, SamplePdf.Date);
        var text = Encoding.Latin1.GetString(file);
        var rows = Regex.Matches(text, @"(\d{10}) 00000 n ").Select((row, i) => (Number: i + 1, Place: int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture))).ToList();

        Assert.True(rows.Count > 50);
        Assert.All(rows, row => Assert.StartsWith($"{row.Number} 0 obj", text[row.Place..(row.Place + 20)], StringComparison.Ordinal));
        Assert.StartsWith("xref", text[int.Parse(Regex.Match(text, @"startxref\n(\d+)").Groups[1].Value, CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
    }

    [Fact]
    public void The_fonts_are_in_the_file_and_no_other_is_asked_for()
    {
        using var read = ReadPdf.Of(SamplePdf.Sent);

        var fonts = read.Pages.SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct().ToList();
        Assert.Equal(2, fonts.Count);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+Source ?Sans ?3", font!));
    }

    [Fact]
    public void An_unanswered_question_has_a_dash()
    {
        using var read = ReadPdf.With(new LabelledValue("Är insatsen avslutad?", " "));

        Assert.Contains("Är insatsen avslutad?–", read.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_a_document_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ReadPdf.With(new Heading(4, "För djup")));
        Assert.Throws<ArgumentException>(() => ReadPdf.With(new Heading(0, "För hög")));
        Assert.Throws<ArgumentException>(() => ReadPdf.With(new Table("Utan kolumner", [], [])));
        Assert.Throws<ArgumentException>(() => ReadPdf.With(new Table("Ojämn", [new("A"), new("B")], [PdfRow.Of("a")])));
    }

    [Fact]
    public void A_document_and_a_table_may_be_empty()
    {
        using var empty = ReadPdf.Of(new PdfDocumentContent { Title = "", AssociationName = "", Parts = [] });
        using var table = ReadPdf.With(new Table("", [new("Rad"), new("Antal", true)], []), new Table("En", [new("Ensam")], [PdfRow.Of("a")], ToFillIn: true));

        Assert.Single(empty.Pages);
        Assert.Contains("RadAntal", table.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_report_is_small_enough_to_mail()
    {
        var answer = string.Join(' ', Enumerable.Repeat("Samordningsförbundet arbetade vidare.", 540));
        PdfPart[] parts = [.. Enumerable.Range(0, 5).SelectMany(i => new PdfPart[] { new Heading(1, $"Del {i}"), new LabelledValue("Fråga", answer), SamplePdf.Long(200) })];

        var file = PdfWriter.Write(SamplePdf.With(parts), SamplePdf.Date);

        Assert.InRange(file.Length, 100_000, 1_000_000);
    }

    private static string Id(byte[] file) => Regex.Match(Encoding.Latin1.GetString(file), @"/ID\s*\[<([0-9A-F]{32})><\1>\]").Groups[1].Value;

    // RFC 1950, section 8.
    private static byte[] Adler32(byte[] data)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in data)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        return unchecked([(byte)(b >> 8), (byte)b, (byte)(a >> 8), (byte)a]);
    }

    [GeneratedRegex(@"(?=<<[^>]*/FlateDecode)<<[^>]*/Length (\d+)[^>]*>>\s*stream\n")]
    private static partial Regex CompressedStream();
}

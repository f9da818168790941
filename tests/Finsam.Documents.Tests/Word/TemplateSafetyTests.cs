using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word.Templates;

namespace Finsam.Documents.Tests.Word;

/// <summary>A template comes from outside: what would stop the process, fetch something or run something is refused.</summary>
public sealed class TemplateSafetyTests
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/header1.xml")]
    [InlineData("word/annat.dat")]
    public void Elements_in_each_other_without_end_are_refused_before_they_are_read_into_memory(string part)
    {
        const int depth = 60_000;
        var nested = new StringBuilder($"""<w:document xmlns:w="{W}"><w:body>""");
        nested.Insert(nested.Length, "<w:sdt><w:sdtContent>", depth).Append("<w:p/>");
        nested.Insert(nested.Length, "</w:sdtContent></w:sdt>", depth).Append("</w:body></w:document>");
        var file = Replaced(part, Encoding.UTF8.GetBytes(nested.ToString()));

        Assert.True(file.Length < 200_000, $"The file is {file.Length} bytes.");
        Assert.StartsWith("Mallen går inte att läsa", WordTemplate.Read(file).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_in_tables_as_people_make_them_are_no_fault()
    {
        OpenXmlElement inner = new Paragraph(new Run(new Text("innerst")));
        for (var i = 0; i < 20; i++)
        {
            inner = new Table(new TableProperties(), new TableGrid(new GridColumn()), new TableRow(new TableCell(inner, new Paragraph())));
        }

        Assert.Null(WordTemplate.Read(TemplateTests.File(change: main => main.Document!.Body!.PrependChild(inner))).Refusal);
    }

    [Theory]
    [InlineData("DDEAUTO", "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"")]
    [InlineData("DDEAUTO", " \"DDE", "AUTO\" c:\\\\x")]
    [InlineData("INCLUDEPICTURE", "inclu", "depic", "ture \"https://spion.example/x.png\" \\d")]
    [InlineData("INCLUDETEXT", "\u200BINCLUDETEXT \\\\\\\\server\\\\fil.docx")]
    [InlineData("LINK", "LINK Excel.Sheet.12 \"c:\\\\bok.xlsx\"")]
    public void A_field_that_fetches_something_is_refused_wherever_it_stands_and_however_it_is_split(string kind, params string[] code)
    {
        Assert.StartsWith($"Mallen innehåller fältet {kind},", WordTemplate.Read(TemplateTests.File(change: main => main.Document!.Body!.PrependChild(new Paragraph(Field(code))))).Refusal, StringComparison.Ordinal);
        Assert.StartsWith($"Mallen innehåller fältet {kind},", WordTemplate.Read(TemplateTests.File(change: main => main.HeaderParts.Single().Header!.AppendChild(new Paragraph(Field(code))))).Refusal, StringComparison.Ordinal);
        Assert.StartsWith($"Mallen innehåller fältet {kind},", WordTemplate.Read(TemplateTests.File(change: main => main.Document!.Body!.PrependChild(new Paragraph(new SimpleField { Instruction = string.Concat(code) })))).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_within_a_field_hides_nothing()
    {
        Run[] Quote() => [Mark(FieldCharValues.Begin), Code("QUOTE 68 68 69"), Mark(FieldCharValues.Separate), new Run(new Text("DDE")), Mark(FieldCharValues.End)];
        Run[] within = [Mark(FieldCharValues.Begin), Code("IF 1 = 1 "), .. Field("DDE x y"), Mark(FieldCharValues.End)];
        Run[] around = [Mark(FieldCharValues.Begin), Code("DD"), .. Quote(), Code("EAUTO x"), Mark(FieldCharValues.End)];
        Run[] madeUp = [Mark(FieldCharValues.Begin), .. Quote(), Code(" x y"), Mark(FieldCharValues.End)];
        Run[] unended = [Mark(FieldCharValues.Begin), Code("DDE x y")];

        Run[] reckoned = [Mark(FieldCharValues.Begin), Code(" = "), .. Field("NUMPAGES"), Code(" - 1 "), Mark(FieldCharValues.End)];

        Assert.All([within, around, madeUp, unended], runs => Assert.StartsWith("Mallen innehåller fältet", RefusalOf(runs), StringComparison.Ordinal));
        Assert.Null(RefusalOf(reckoned));
    }

    [Fact]
    public void Fields_that_stay_within_the_document_are_no_fault()
    {
        foreach (var code in new[] { "PAGE", " NUMPAGES \\* Arabic ", "TOC \\o \"1-3\"", "DATE \\@ \"yyyy-MM-dd\"", "HYPERLINK \"https://forbundet.se\"", "IF 1 = 1 \"LINK\" \"DDE\"" })
        {
            Assert.Null(RefusalOf([.. Field(code)]));
        }
    }

    [Fact]
    public void A_program_is_refused_by_what_it_is_and_not_only_by_its_name()
    {
        var disguised = TemplateTests.File(change: main => main.AddNewPart<VbaProjectPart>("rIdKod").FeedData(new MemoryStream([1])));
        Assert.StartsWith("Mallen innehåller makron", WordTemplate.Read(Renamed(disguised, "vbaProject.bin", "bild.bin")).Refusal, StringComparison.Ordinal);

        var embedded = TemplateTests.File(change: main => main.AddEmbeddedObjectPart("application/octet-stream").FeedData(new MemoryStream([1])));
        Assert.StartsWith("Mallen innehåller makron", WordTemplate.Read(Renamed(embedded, "oleObject", "bild")).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_there_twice_is_refused() =>
        Assert.StartsWith("Mallen går inte att läsa", WordTemplate.Read(TemplateTests.With("word/Document.xml", "<a/>"u8.ToArray())).Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_drawing_with_a_document_type_as_drawing_programs_write_it_is_a_picture()
    {
        var drawing = """<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg"/>"""u8.ToArray();

        Assert.Null(WordTemplate.Read(TemplateTests.With("word/media/logga.svg", drawing)).Refusal);
    }

    private static string? RefusalOf(IEnumerable<Run> runs) =>
        WordTemplate.Read(TemplateTests.File(change: main => main.Document!.Body!.PrependChild(new Paragraph(runs)))).Refusal;

    private static IEnumerable<Run> Field(params string[] code) =>
        [Mark(FieldCharValues.Begin), .. code.Select(Code), Mark(FieldCharValues.Separate), new Run(new Text("resultat")), Mark(FieldCharValues.End)];

    private static Run Mark(FieldCharValues type) => new(new FieldChar { FieldCharType = type });

    private static Run Code(string code) => new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve });

    private static byte[] Replaced(string part, byte[] content) => Changed(TemplateTests.File(), archive =>
    {
        archive.GetEntry(part)?.Delete();
        using var entry = archive.CreateEntry(part, CompressionLevel.SmallestSize).Open();
        entry.Write(content);
    });

    // The part itself and all that names it.
    private static byte[] Renamed(byte[] file, string from, string to) => Changed(file, archive =>
    {
        foreach (var entry in archive.Entries.ToList())
        {
            using var read = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(read);
            }

            var isText = entry.FullName.EndsWith(".rels", StringComparison.Ordinal) || entry.FullName == "[Content_Types].xml";
            var content = isText ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(read.ToArray()).Replace(from, to, StringComparison.OrdinalIgnoreCase).Replace("relationships/" + to, "relationships/" + from, StringComparison.OrdinalIgnoreCase)) : read.ToArray();
            entry.Delete();
            using var written = archive.CreateEntry(entry.FullName.Replace(from, to, StringComparison.OrdinalIgnoreCase)).Open();
            written.Write(content);
        }
    });

    private static byte[] Changed(byte[] file, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(archive);
        }

        return stream.ToArray();
    }
}

using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word;
using Finsam.Documents.Word.Templates;

namespace Finsam.Documents.Tests.Word;

public sealed class TemplateTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_draft_in_a_template_is_valid_and_the_same_each_time(bool isTemplateType)
    {
        var template = Template(isTemplateType);
        var bytes = WordWriter.Write(ChartSample.Document, SampleDraft.Identity, template);

        using var package = Open(bytes);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package, TestContext.Current.CancellationToken).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        Assert.Equal(bytes, WordWriter.Write(ChartSample.Document, SampleDraft.Identity, template));
        Assert.Equal(WordprocessingDocumentType.Document, package.DocumentType);
    }

    [Fact]
    public void The_front_page_is_the_templates_with_its_words_filled_in_and_what_stands_below_the_place_is_left_out()
    {
        using var package = Open(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity, Template()));
        var first = package.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(WrittenDocument.TextOf).ToList();

        Assert.Equal("Vår framsida: Årsredovisning 2023", first[0]);
        Assert.DoesNotContain(first, text => text.Contains("Hjälptext", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_have_the_templates_style_by_its_name_and_are_numbered_all_the_same()
    {
        using var package = Open(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity, Template()));
        var headings = package.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Rubrik1").ToList();

        Assert.Equal(["Förvaltningsberättelse", "Bilaga: insatsernas mål och resultat"], headings.Select(WrittenDocument.TextOf));
        Assert.All(headings, heading => Assert.Equal(0, heading.ParagraphProperties!.NumberingProperties!.NumberingLevelReference!.Val!.Value));
        var styles = package.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().ToList();
        Assert.Equal("C00000", styles.Single(style => style.StyleId == "Rubrik1").Descendants<Color>().Single().Val!.Value);
        Assert.Equal("Rubrik1", styles.Single(style => style.StyleId == "HeadingUnnumbered1").BasedOn!.Val!.Value);
        Assert.Single(styles, style => style.Type! == StyleValues.Paragraph && style.Default?.Value == true);
        var known = styles.Select(style => style.StyleId!.Value).ToHashSet();
        Assert.All(package.MainDocumentPart.Document.Body.Descendants<ParagraphStyleId>(), id => Assert.Contains(id.Val!.Value, known));
    }

    [Fact]
    public void Pages_are_the_templates_with_its_header_and_lying_where_a_table_is_wide()
    {
        using var package = Open(WordWriter.Write(ChartSample.Document, SampleDraft.Identity, Template()));
        var main = package.MainDocumentPart!;
        var sections = main.Document!.Body!.Descendants<SectionProperties>().ToList();

        Assert.Equal([(11906u, 16838u), (16838u, 11906u), (11906u, 16838u)], sections.Select(s => (s.GetFirstChild<PageSize>()!.Width!.Value, s.GetFirstChild<PageSize>()!.Height!.Value)));
        Assert.Equal(2000u, sections[0].GetFirstChild<PageMargin>()!.Left!.Value);
        Assert.All(sections, section => Assert.Equal("Förbundets sidhuvud", WrittenDocument.TextOf(((HeaderPart)main.GetPartById(section.Elements<HeaderReference>().Single().Id!)).Header!)));
        Assert.All(sections, section => Assert.NotEmpty(section.Elements<FooterReference>()));
        Assert.Equal("7906", main.Document.Body.Descendants<Table>().Last().Descendants<TableWidth>().First().Width!.Value);
    }

    [Fact]
    public void A_draft_that_was_made_a_template_works_as_one()
    {
        var template = WordTemplate.Read(WordWriter.Write(ChartSample.Document, SampleDraft.Identity));
        Assert.Null(template.Refusal);

        using var package = Open(WordWriter.Write(ChartSample.Document, SampleDraft.Identity, template.Template!));

        Assert.Single(package.MainDocumentPart!.CustomXmlParts);
    }

    [Fact]
    public void What_is_no_Word_file_or_damaged_is_refused_in_words()
    {
        Assert.StartsWith("Filen är tom", WordTemplate.Read([]).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Mallen går inte att läsa", WordTemplate.Read("hej"u8.ToArray()).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Mallen går inte att läsa", WordTemplate.Read(File()[..900]).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Mallen är större än 10 MB", WordTemplate.Read(new byte[11 * 1024 * 1024]).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Macros_are_refused()
    {
        Assert.StartsWith("Mallen innehåller makron", WordTemplate.Read(File(type: WordprocessingDocumentType.MacroEnabledTemplate)).Refusal, StringComparison.Ordinal);
        Assert.StartsWith("Mallen innehåller makron", WordTemplate.Read(With("word/vbaProject.bin", [1])).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked_whole()
    {
        Assert.StartsWith("Mallen rymmer mer", WordTemplate.Read(With("word/media/stor.bin", new byte[61 * 1024 * 1024])).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_declaration_is_refused()
    {
        var hostile = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>"""u8.ToArray();

        Assert.StartsWith("Mallen går inte att läsa", WordTemplate.Read(With("word/extra.xml", hostile)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_picture_is_refused_and_an_attached_template_is_taken_away()
    {
        var linked = File(change: main => main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://exempel.se/spion.png"), "rIdBild"));
        Assert.StartsWith("Mallen hämtar bilder", WordTemplate.Read(linked).Refusal, StringComparison.Ordinal);

        var attached = File(change: main =>
        {
            var settings = main.AddNewPart<DocumentSettingsPart>("rIdInst");
            settings.Settings = new Settings(new AttachedTemplate { Id = "rIdMall" });
            settings.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("file:///server/mall.dotx"), "rIdMall");
        });
        using var package = Open(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity, WordTemplate.Read(attached).Template!));
        Assert.Empty(package.MainDocumentPart!.DocumentSettingsPart!.ExternalRelationships);
        Assert.Empty(package.MainDocumentPart.DocumentSettingsPart.Settings!.Elements<AttachedTemplate>());
    }

    internal static WordTemplate Template(bool isTemplateType = true)
    {
        var reading = WordTemplate.Read(File(isTemplateType ? WordprocessingDocumentType.Template : WordprocessingDocumentType.Document));
        Assert.Null(reading.Refusal);
        return reading.Template!;
    }

    private static byte[] With(string part, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(File());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(part).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] File(WordprocessingDocumentType type = WordprocessingDocumentType.Template, Action<MainDocumentPart>? change = null)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, type))
        {
            var main = package.AddMainDocumentPart();
            var header = main.AddNewPart<HeaderPart>("rId9");
            header.Header = new Header(new Paragraph(new Run(new Text("Förbundets sidhuvud"))));
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = new DocumentFormat.OpenXml.Wordprocessing.Styles(
                new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
                new Style(new StyleName { Val = "heading 1" }, new BasedOn { Val = "Normal" }, new StyleParagraphProperties(new OutlineLevel { Val = 0 }), new StyleRunProperties(new Color { Val = "C00000" })) { Type = StyleValues.Paragraph, StyleId = "Rubrik1" });
            main.Document = new Document(new Body(
                new Paragraph(new Run(new Text("Vår framsida: {{titel}}"))),
                new Paragraph(new Run(new Text("{{utkast}}"))),
                new Paragraph(new Run(new Text("Hjälptext till den som skriver."))),
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId9" },
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 1500, Bottom = 1500, Left = 2000, Right = 2000, Header = 700, Footer = 700, Gutter = 0 })));
            change?.Invoke(main);
        }

        return stream.ToArray();
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}

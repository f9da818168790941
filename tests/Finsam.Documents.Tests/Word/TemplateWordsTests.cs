using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word;
using Finsam.Documents.Word.Templates;

namespace Finsam.Documents.Tests.Word;

/// <summary>What the template asks for is filled in as Word writes it, and the template's page is told what looks like a mistake.</summary>
public sealed class TemplateWordsTests
{
    private static readonly string Name = SampleDraft.Document.AssociationName;

    [Fact]
    public void Words_that_Word_has_split_over_runs_are_filled_in_with_the_first_runs_look()
    {
        using var package = Written(body => body.PrependChild(new Paragraph(
            Part("Om {", bold: false), Part("{ti", bold: true), new ProofError { Type = ProofingErrorValues.SpellStart }, Part("tel", bold: false), Part("}} och {{ Förbund }}", bold: false), Part(".", bold: false))));
        var first = package.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First();

        Assert.Equal($"Om {SampleDraft.Document.Title} och {Name}.", WrittenDocument.TextOf(first));
        Assert.Equal(["Om " + SampleDraft.Document.Title, $" och {Name}", "."], first.Elements<Run>().Select(run => run.InnerText).Where(text => text.Length > 0));
    }

    [Fact]
    public void Headers_and_footers_are_filled_in()
    {
        var file = TemplateTests.File(change: main =>
        {
            main.HeaderParts.Single().Header = new Header(new Paragraph(Part("{{för", bold: false), Part("bund}}", bold: false)));
            main.AddNewPart<FooterPart>("rIdFot").Footer = new Footer(new Paragraph(Part("{{version}}", bold: false)));
            main.Document!.Body!.GetFirstChild<SectionProperties>()!.InsertAt(new FooterReference { Type = HeaderFooterValues.Default, Id = "rIdFot" }, 1);
        });
        using var package = TemplateTests.Open(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity, WordTemplate.Read(file).Template!));

        Assert.Equal(Name, package.MainDocumentPart!.HeaderParts.Single().Header!.InnerText);
        Assert.Contains(package.MainDocumentPart.FooterParts, part => part.Footer!.InnerText == SampleDraft.Document.Subtitle);
    }

    [Fact]
    public void The_boxes_of_Words_own_front_pages_say_what_the_draft_is_and_not_what_the_template_was()
    {
        using var package = Written(body =>
        {
            body.PrependChild(Bound("/ns1:coreProperties[1]/ns0:title[1]", "[Dokumentets rubrik]", isPrompt: true));
            body.PrependChild(Bound("/ns1:coreProperties[1]/ns0:subject[1]", "Förra årets underrubrik", isPrompt: false));
            body.PrependChild(new Paragraph(new SdtRun(Properties("/ns0:Properties[1]/ns0:Company[1]", isPrompt: false), new SdtContentRun())));
        });
        var main = package.MainDocumentPart!;
        var front = main.Document!.Body!.ChildElements.Take(3).Select(WrittenDocument.TextOf);

        Assert.Equal([Name, SampleDraft.Document.Subtitle, SampleDraft.Document.Title], front);
        Assert.Empty(main.Document.Body.Descendants<DataBinding>());
        Assert.Empty(main.Document.Body.ChildElements.Take(3).SelectMany(e => e.Descendants<ShowingPlaceholder>()));
        Assert.DoesNotContain(main.Document.Body.Descendants<RunStyle>(), style => style.Val == "Platshllartext");
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public void A_whole_report_as_template_is_warned_of_with_how_much_of_it_comes_first()
    {
        Assert.Empty(TemplateTests.Template().Advice);

        var report = TemplateTests.File(change: main =>
        {
            main.Document!.Body!.Elements<Paragraph>().Single(p => p.InnerText == "{{utkast}}").Remove();
            for (var i = 0; i < 40; i++)
            {
                main.Document.Body.PrependChild(new Paragraph(Part($"Förra årets stycke {i}", bold: false)));
            }
        });
        Assert.StartsWith("Mallen har 42 stycken före utkastet, eftersom raden {{utkast}} saknas.", Assert.Single(WordTemplate.Read(report).Template!.Advice), StringComparison.Ordinal);

        var wordy = TemplateTests.File(change: main => main.Document!.Body!.PrependChild(new Paragraph(Part(new string('x', 3000), bold: false))));
        Assert.StartsWith("Framsidan är längre än en sida: mallen har 2 stycken före utkastet.", Assert.Single(WordTemplate.Read(wordy).Template!.Advice), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_where_no_draft_can_stand_and_a_word_that_is_not_filled_in_are_warned_of()
    {
        var hidden = TemplateTests.File(change: main =>
        {
            main.Document!.Body!.Elements<Paragraph>().Single(p => p.InnerText == "{{utkast}}").Remove();
            main.Document.Body.PrependChild(new Table(new TableProperties(), new TableGrid(new GridColumn()), new TableRow(new TableCell(new Paragraph(Part("{{utkast}}", bold: false))))));
        });
        Assert.StartsWith("{{utkast}} står i en tabell", Assert.Single(WordTemplate.Read(hidden).Template!.Advice), StringComparison.Ordinal);

        var misspelt = TemplateTests.File(change: main => main.HeaderParts.Single().Header!.AppendChild(new Paragraph(Part("{{tittel}}", bold: false))));
        Assert.StartsWith("Ord som inte fylls i: {{tittel}}.", Assert.Single(WordTemplate.Read(misspelt).Template!.Advice), StringComparison.Ordinal);
    }

    private static WordprocessingDocument Written(Action<Body> change)
    {
        var reading = WordTemplate.Read(TemplateTests.File(change: main => change(main.Document!.Body!)));
        Assert.Null(reading.Refusal);
        return TemplateTests.Open(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity, reading.Template!));
    }

    private static Run Part(string text, bool bold) => bold
        ? new Run(new RunProperties(new Bold()), new Text(text) { Space = SpaceProcessingModeValues.Preserve })
        : new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static SdtBlock Bound(string path, string text, bool isPrompt) => new(
        Properties(path, isPrompt),
        new SdtContentBlock(new Paragraph(isPrompt ? new Run(new RunProperties(new RunStyle { Val = "Platshllartext" }), new Text(text)) : new Run(new Text(text)))));

    private static SdtProperties Properties(string path, bool isPrompt)
    {
        var properties = new SdtProperties(new SdtId { Val = 1 });
        if (isPrompt)
        {
            properties.AppendChild(new ShowingPlaceholder());
        }

        properties.AppendChild(new DataBinding { XPath = path, StoreItemId = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", PrefixMappings = "xmlns:ns0='http://purl.org/dc/elements/1.1/'" });
        properties.AppendChild(new SdtContentText());
        return properties;
    }
}

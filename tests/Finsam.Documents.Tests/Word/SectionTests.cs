using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Tests.Word;

public sealed class SectionTests
{
    [Fact]
    public void A_wide_table_stands_with_its_heading_on_lying_pages_and_the_rest_on_standing_ones()
    {
        using var written = WrittenDocument.Of(ChartSample.Document);
        var sections = written.Body.Descendants<SectionProperties>().ToList();

        Assert.Equal([false, true, false], sections.Select(section => section.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape));
        Assert.Equal([true, false, false], sections.Select(section => section.GetFirstChild<TitlePage>() is not null));
        var heading = written.Headings().Single(h => WrittenDocument.TextOf(h) == "Bilaga: månader");
        Assert.Contains(sections[1], heading.ElementsAfter().SelectMany(element => element.Descendants<SectionProperties>()));
        Assert.DoesNotContain(sections[0], heading.ElementsAfter().SelectMany(element => element.Descendants<SectionProperties>()));
    }

    [Fact]
    public void A_wide_table_fills_the_lying_page()
    {
        using var written = WrittenDocument.With(ChartSample.Wide);

        Assert.Equal("14004", written.Tables.Single().Descendants<TableWidth>().Single().Width!.Value);
    }

    [Fact]
    public void Lying_pages_have_header_and_footer_too()
    {
        using var written = WrittenDocument.Of(ChartSample.Document);

        Assert.All(written.Body.Descendants<SectionProperties>(), section =>
        {
            Assert.NotEmpty(section.Elements<HeaderReference>());
            Assert.NotEmpty(section.Elements<FooterReference>());
        });
        Assert.Contains(written.Main.HeaderParts, part => part.Header!.Descendants<TabStop>().Any(tab => tab.Position! == 14004));
    }

    [Fact]
    public void A_table_that_asks_for_it_stands_on_a_lying_page_however_few_its_columns()
    {
        using var written = WrittenDocument.With(SampleDraft.FiveYears with { Landscape = true }, DraftPart.Paragraph.Of("efter"));

        Assert.Equal(3, written.Body.Descendants<SectionProperties>().Count());
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_footnote_stands_at_the_foot_and_its_mark_in_the_text()
    {
        using var written = WrittenDocument.With(new DraftPart.Paragraph([new Inline.Text("Text"), new Inline.Footnote("Not ett"), new Inline.Footnote(" ")]));

        var mark = written.Body.Descendants<FootnoteReference>().Single();
        var note = written.Main.FootnotesPart!.Footnotes!.Elements<Footnote>().Single(n => n.Id! == mark.Id!);
        Assert.Equal(" Not ett", WrittenDocument.TextOf(note));
        Assert.Single(note.Descendants<FootnoteReferenceMark>());
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_draft_without_footnotes_has_no_part_for_them()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        Assert.Null(written.Main.FootnotesPart);
    }
}

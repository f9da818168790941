using System.Xml.Linq;
using Finsam.Documents.Html;
using Finsam.Documents.Tests.Word;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Tests.Html;

public sealed class HtmlWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Headings_begin_at_level_two_and_have_the_numbers_they_have_in_Word()
    {
        var html = Of(SampleDraft.Document);

        Assert.Equal(["Ordförande har ordet", "1 Förvaltningsberättelse", "2 Bilaga: insatsernas mål och resultat"], html.Elements("h2").Select(h => h.Value));
        Assert.Contains("1.1 Om förbundet", html.Elements("h3").Select(h => h.Value));
        Assert.Empty(html.Elements("h1"));
    }

    [Fact]
    public void A_table_has_a_caption_and_heads_for_columns_and_rows_and_is_reached_with_the_keyboard()
    {
        var html = Of(SampleDraft.With(SampleDraft.FiveYears));
        var table = html.Descendants("table").Single();

        Assert.Equal("Tabell 1. Översikt, fem år", table.Element("caption")!.Value);
        Assert.All(table.Element("thead")!.Descendants("th"), th => Assert.Equal("col", th.Attribute("scope")!.Value));
        Assert.All(table.Element("tbody")!.Elements("tr"), tr => Assert.Equal("row", tr.Elements("th").Single().Attribute("scope")!.Value));
        Assert.Equal("0", table.Parent!.Attribute("tabindex")!.Value);
    }

    [Fact]
    public void A_chart_of_any_kind_is_a_drawing_with_a_name_and_its_figures_as_a_table()
    {
        var html = Of(ChartSample.Document);

        Assert.Equal(6, html.Elements("figure").Count());
        Assert.All(html.Elements("figure"), figure =>
        {
            var drawing = figure.Element(Svg + "svg")!;
            Assert.NotEmpty(drawing.Attribute("aria-label")!.Value);
            Assert.True(drawing.Descendants(Svg + "text").Count() >= 3);
            Assert.Single(figure.Element("details")!.Descendants("table"));
        });
        Assert.Contains(html.Elements("p"), p => p.Value == "Uppgift saknas för: Resan, Söderhamn (Budget).");
        var ids = html.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void A_footnote_and_its_mark_lead_to_each_other()
    {
        var html = Of(ChartSample.Document);
        var mark = html.Descendants("sup").Single().Element("a")!;
        var note = html.Element("section")!.Descendants("li").Single();

        Assert.Equal("#" + note.Attribute("id")!.Value, mark.Attribute("href")!.Value);
        Assert.Equal("#" + mark.Attribute("id")!.Value, note.Element("a")!.Attribute("href")!.Value);
    }

    [Theory]
    [MemberData(nameof(HostileTextTests.Pasted), MemberType = typeof(HostileTextTests))]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>", "<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("\" onmouseover=\"alert(1)", "\" onmouseover=\"alert(1)")]
    public void Text_is_text_wherever_it_stands(string pasted, string kept)
    {
        var table = new DraftPart.Table("t", pasted, [new(pasted)], [new([new TableCell(pasted) { Numbered = true }]), new([pasted])], [pasted]);
        var chart = new DraftPart.Chart("c", pasted, ChartKind.Bars, [pasted], [new(pasted, [new(1m, null)]), new(pasted, [new(2m, null)])], pasted, pasted, [pasted]);
        var html = Of(SampleDraft.With(
            new DraftPart.Heading(1, pasted), new DraftPart.Paragraph([new Inline.Text(pasted + "|"), new Inline.Figure(pasted, 1m, FigureSource.Of(pasted)), new Inline.Footnote(pasted)]),
            DraftPart.List.Of([pasted]), table, chart));

        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName is "script" or "img" or "style");
        Assert.DoesNotContain(html.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName == "style");
        Assert.StartsWith(kept.Split('\n')[0], html.Elements("p").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_element_is_left_open_because_it_is_empty()
    {
        var html = HtmlWriter.Write(SampleDraft.With(
            new DraftPart.Paragraph([]), new DraftPart.List([]), new DraftPart.Table("t", "", [new("")], [new([""])], []), new DraftPart.Chart("c", "", ChartKind.Line, [], [new("", [])], "", "", [])));

        Assert.DoesNotMatch("<(p|ul|ol|li|td|th|div|span|caption|figcaption|table|tbody)[^>]*/>", html);
    }

    private static XElement Of(DraftDocument document) => XElement.Parse($"<main>{HtmlWriter.Write(document)}</main>");
}

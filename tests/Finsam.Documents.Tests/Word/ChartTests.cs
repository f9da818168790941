using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Excel;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Tests.Word;

public sealed class ChartTests
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Draft = "urn:finsam:draft:1";

    [Fact]
    public void Charts_of_every_kind_are_valid_for_Word_and_the_same_each_time()
    {
        using var written = WrittenDocument.Of(ChartSample.Document);

        Assert.Empty(written.Faults());
        Assert.Equal(written.Bytes, WordWriter.Write(ChartSample.Document, SampleDraft.Identity));
        Assert.Equal(6, written.Main.ChartParts.Count());
    }

    [Fact]
    public void A_chart_has_its_figures_in_place_and_what_is_missing_is_a_gap_and_a_note()
    {
        using var written = WrittenDocument.With(ChartSample.Outcome);
        var series = ChartOf(written).Descendants(C + "ser").ToList();

        Assert.Equal(["Utfall", "Budget"], series.Select(s => s.Element(C + "tx")!.Descendants(C + "v").Single().Value));
        Assert.Equal(["305.5", "567", "201", "1219"], series[0].Element(C + "val")!.Descendants(C + "v").Select(v => v.Value));
        Assert.Equal([0, 1, 2], series[1].Element(C + "val")!.Descendants(C + "pt").Select(p => (int)p.Attribute("idx")!));
        Assert.Equal("gap", ChartOf(written).Descendants(C + "dispBlanksAs").Single().Attribute("val")!.Value);
        Assert.Contains("Uppgift saknas för: Resan, Söderhamn (Budget).", written.InStyle("TableNote").Select(WrittenDocument.TextOf));
    }

    [Fact]
    public void Its_workbook_has_the_same_figures_as_numbers_where_the_chart_looks_for_them()
    {
        using var written = WrittenDocument.With(ChartSample.Outcome);
        var part = written.Main.ChartParts.Single().EmbeddedPackagePart!;
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var sheet = WorkbookReader.Read(copy.ToArray()).Sheets.Single();

        Assert.EndsWith(".xlsx", part.Uri.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Diagram", sheet.Name);
        Assert.Equal([305.5m, 567m, 201m, 1219m], sheet.Rows.Skip(1).Select(row => ((CellValue.Number)row.Cells.Single(cell => cell.Column == 1).Value).Value));
        Assert.Equal("Diagram!$B$2:$B$5", ChartOf(written).Descendants(C + "numRef").First().Element(C + "f")!.Value);
    }

    [Fact]
    public void A_chart_says_in_words_what_it_shows_and_has_a_numbered_caption()
    {
        using var written = WrittenDocument.With(ChartSample.Outcome, ChartSample.Gender);

        Assert.Equal(
            ["Liggande staplar. Resan i Söderhamn har det största utfallet, 1 219 tkr.", "Kvinnor är flest."],
            written.Body.Descendants<DocProperties>().Select(properties => properties.Description!.Value));
        Assert.Equal(["Figur 1. Utfall och budget per insats 2023", "Figur 2. Andel efter kön"], written.InStyle("Caption").Select(WrittenDocument.TextOf));
        Assert.Equal(2, written.Body.Descendants<FieldCode>().Count(code => code.Text.Contains("SEQ Figur", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_two_series_differ_by_colour_alone()
    {
        using var written = WrittenDocument.With(ChartSample.Participants);
        var looks = ChartOf(written).Descendants(C + "ser").Select(series => series.Element(C + "spPr")!).ToList();

        Assert.All(looks, look => Assert.NotNull(look.Element(A + "ln")));
        Assert.Single(looks, look => look.Element(A + "pattFill") is not null);
        using var lines = WrittenDocument.With(ChartSample.Result);
        Assert.Equal(2, ChartOf(lines).Descendants(C + "symbol").Select(symbol => symbol.Attribute("val")!.Value).Distinct().Count());
        Assert.Equal(2, ChartOf(lines).Descendants(C + "ser").Select(s => s.Element(C + "spPr")!.Descendants(A + "prstDash").Single().Attribute("val")!.Value).Distinct().Count());
    }

    [Fact]
    public void Its_control_names_its_sources_and_a_changed_figure_in_it_changes_the_hash()
    {
        using var written = WrittenDocument.With(ChartSample.Outcome);
        var control = written.Body.Elements<SdtBlock>().Single();
        var recorded = written.Record.Element(Draft + "control")!;

        Assert.Equal("c:utfall-diagram", recorded.Attribute("tag")!.Value);
        Assert.Equal("chart", recorded.Attribute("kind")!.Value);
        Assert.Contains("rapport/2023/utfall#0", recorded.Elements(Draft + "source").Select(source => source.Value));
        Assert.Equal(ControlText.Sha256(control, written.Main), recorded.Attribute("sha256")!.Value);
        using var other = WrittenDocument.With(ChartSample.Outcome with { Series = [ChartSample.Outcome.Series[0] with { Points = [new(306m, null), .. ChartSample.Outcome.Series[0].Points[1..]] }, ChartSample.Outcome.Series[1]] });
        Assert.NotEqual(recorded.Attribute("sha256")!.Value, other.Record.Element(Draft + "control")!.Attribute("sha256")!.Value);
    }

    [Fact]
    public void How_Word_writes_a_number_does_not_change_the_hash()
    {
        using var stream = new MemoryStream();
        stream.Write(WordWriter.Write(SampleDraft.With(ChartSample.Outcome), SampleDraft.Identity));
        using var package = WordprocessingDocument.Open(stream, isEditable: true);
        var main = package.MainDocumentPart!;
        var control = main.Document!.Body!.Elements<SdtBlock>().Single();
        var before = ControlText.Sha256(control, main);
        var part = main.ChartParts.Single();
        string xml;
        using (var reader = new StreamReader(part.GetStream(FileMode.Open, FileAccess.Read)))
        {
            xml = reader.ReadToEnd();
        }

        part.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(xml.Replace("<c:v>305.5</c:v>", "<c:v>3.0550000000E2</c:v>", StringComparison.Ordinal))));

        Assert.Equal(before, ControlText.Sha256(control, main));
    }

    [Fact]
    public void A_chart_without_categories_says_so()
    {
        using var written = WrittenDocument.With(new DraftPart.Chart("tom", "Tom", ChartKind.Bars, [], [new("s", [])], "", "", []));

        Assert.Contains("Det finns inga uppgifter till figuren.", written.Body.Elements<Paragraph>().Select(WrittenDocument.TextOf));
        Assert.Empty(written.Main.ChartParts);
        Assert.Empty(written.Faults());
    }

    private static XElement ChartOf(WrittenDocument written)
    {
        using var stream = written.Main.ChartParts.Single().GetStream(FileMode.Open, FileAccess.Read);
        return XElement.Load(stream);
    }
}

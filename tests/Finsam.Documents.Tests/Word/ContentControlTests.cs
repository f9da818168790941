using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Tests.Word;

public sealed class ContentControlTests
{
    private static readonly XNamespace Draft = "urn:finsam:draft:1";

    [Fact]
    public void Each_table_stands_in_a_control_named_after_it()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        var controls = written.Body.Elements<SdtBlock>().Where(control => TagOf(control) is not null).ToList();

        Assert.Equal(["t:oversikt", "t:utfall-insatser", "t:deltagare", "t:blad-resan", "t:blad-ehal-ljusdal"], controls.Select(TagOf));
        Assert.Equal("Översikt, fem år", controls[0].SdtProperties!.GetFirstChild<SdtAlias>()!.Val!.Value);
        Assert.All(written.Tables, table => Assert.IsType<SdtContentBlock>(table.Parent));
    }

    [Fact]
    public void Each_figure_stands_in_a_control_named_after_its_sources()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        var figures = written.Body.Descendants<SdtRun>().ToList();

        Assert.Equal(["11 773 tkr", "421 tkr", "95 %"], figures.Select(WrittenDocument.TextOf));
        var tags = figures.Select(figure => TagOf(figure)!).ToList();
        Assert.All(tags, tag => Assert.Matches("^f:[0-9a-f]{16}-[0-9]+$", tag));
        Assert.Equal(tags[0].Replace("-1", "-2", StringComparison.Ordinal), tags[2]); // the same source, for the second time
        Assert.NotEqual(tags[0], tags[1]);
    }

    [Fact]
    public void A_figure_keeps_its_tag_when_another_is_put_before_it()
    {
        var figure = new Inline.Figure("12", 12m, FigureSource.Of("rapport/x#y"));
        var other = new Inline.Figure("7", 7m, FigureSource.Of("rapport/x#z"));
        using var before = WrittenDocument.With(new DraftPart.Paragraph([figure]));
        using var after = WrittenDocument.With(new DraftPart.Paragraph([other]), new DraftPart.Paragraph([figure]));

        Assert.Equal(TagOf(before.Body.Descendants<SdtRun>().Single()), TagOf(after.Body.Descendants<SdtRun>().Last()));
    }

    [Fact]
    public void The_record_agrees_with_what_the_controls_say()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        var controls = written.Body.Descendants<SdtElement>().Where(control => TagOf(control) is not null).ToList();
        var recorded = written.Record.Elements(Draft + "control").ToList();

        Assert.Equal("gavleborg/2023-arsredovisning", written.Record.Attribute("id")!.Value);
        Assert.Equal("2", written.Record.Attribute("version")!.Value);
        Assert.Equal("sv-SE", written.Record.Attribute("language")!.Value);
        Assert.Equal(
            controls.Select(control => (TagOf(control)!, ControlText.Sha256(control))).Order(),
            recorded.Select(entry => (entry.Attribute("tag")!.Value, entry.Attribute("sha256")!.Value)).Order());
    }

    [Fact]
    public void The_hash_is_that_of_the_text_cell_by_cell()
    {
        var table = new DraftPart.Table("liten", "Liten", [new("A"), new("B")], [new(["x", "1\n2"])], ["Not."]);
        using var written = WrittenDocument.With(table);
        const string Expected = "A\n\u001fB\n\u001f\u001ex\n\u001f1\n2\n\u001f\u001eNot.\n";

        Assert.Equal(Expected, ControlText.Of(written.Body.Elements<SdtBlock>().Single()));
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Expected))),
            written.Record.Element(Draft + "control")!.Attribute("sha256")!.Value);
    }

    [Fact]
    public void The_record_names_the_sources_of_each_control()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        var recorded = written.Record.Elements(Draft + "control").ToDictionary(
            entry => entry.Attribute("tag")!.Value, entry => entry.Elements(Draft + "source").Select(source => source.Value).ToList());

        Assert.Equal(25, recorded["t:utfall-insatser"].Count);
        Assert.Equal("rapport/2023-helar/mysam#ekonomi.utfall", recorded["t:utfall-insatser"][0]);
        Assert.Contains("register/insatser/dans#beviljat.2023", recorded["t:utfall-insatser"]);
        Assert.Contains(recorded.Values, sources => sources.SequenceEqual(["rapport/2023-helar/summa#ekonomi.utfall", "historik/2022#ekonomi.utfall"]));
    }

    [Fact]
    public void A_changed_figure_changes_the_hash_and_formatting_or_a_renumbered_field_does_not()
    {
        var paragraph = new Paragraph(new Run(new Text("Utfall ")), new Run(new Text("305")));
        var original = ControlText.Sha256(paragraph);

        var formatted = new Paragraph(
            new Run(new RunProperties(new Bold()), new Text("Utfall 30")),
            new BookmarkStart { Id = "1", Name = "b" },
            new Run(new Text("5")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(" SEQ Tabell ")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            new Run(new Text("7")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
            new DeletedRun(new Run(new DeletedText("gammal"))));

        Assert.Equal(original, ControlText.Sha256(formatted));
        Assert.NotEqual(original, ControlText.Sha256(new Paragraph(new Run(new Text("Utfall 306")))));
    }

    [Fact]
    public void Tags_and_titles_fit_in_Words_64_characters_and_stay_apart()
    {
        var start = new string('x', 70);
        using var written = WrittenDocument.With(
            SampleDraft.FiveYears with { Id = start + "1", Caption = new string('å', 80) }, SampleDraft.FiveYears with { Id = start + "2" });

        var controls = written.Body.Elements<SdtBlock>().ToList();

        Assert.All(controls, control => Assert.InRange(TagOf(control)!.Length, 1, 64));
        Assert.All(controls, control => Assert.InRange(control.SdtProperties!.GetFirstChild<SdtAlias>()!.Val!.Value!.Length, 1, 64));
        Assert.Equal(2, controls.Select(TagOf).Distinct().Count());
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void Ids_of_controls_are_all_different()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        var ids = written.Body.Descendants<SdtId>().Select(id => id.Val!.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Two_tables_with_one_id_are_refused()
    {
        var draft = SampleDraft.With(SampleDraft.FiveYears, SampleDraft.FiveYears);

        var refusal = Assert.Throws<ArgumentException>(() => WordWriter.Write(draft, SampleDraft.Identity));

        Assert.Contains("'oversikt'", refusal.Message, StringComparison.Ordinal);
    }

    private static string? TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;
}

using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Tests.Word;

public sealed class WordWriterTests
{
    [Fact]
    public void The_sample_is_valid_for_Word()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_draft_without_parts_is_valid_for_Word()
    {
        using var written = WrittenDocument.With();

        Assert.Empty(written.Faults());
        Assert.Empty(written.InStyle("TOCHeading"));
    }

    [Fact]
    public void The_same_draft_gives_the_same_bytes()
    {
        Assert.Equal(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity), WordWriter.Write(SampleDraft.Document, SampleDraft.Identity));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    public void The_bytes_do_not_depend_on_the_machines_culture(string culture)
    {
        var expected = WordWriter.Write(SampleDraft.Document, SampleDraft.Identity);
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, WordWriter.Write(SampleDraft.Document, SampleDraft.Identity));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void Another_version_of_the_draft_gives_other_bytes()
    {
        var next = SampleDraft.Identity with { Version = 3 };

        Assert.NotEqual(WordWriter.Write(SampleDraft.Document, SampleDraft.Identity), WordWriter.Write(SampleDraft.Document, next));
    }

    [Fact]
    public void The_package_has_no_time_no_chance_ids_and_a_fixed_order()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        using var archive = new ZipArchive(new MemoryStream(written.Bytes));

        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(["[Content_Types].xml", "_rels/.rels"], names.Take(2));
        Assert.Equal(names.Skip(2).Order(StringComparer.Ordinal), names.Skip(2));
        Assert.Contains("docProps/core.xml", names);
        Assert.DoesNotContain("rsid", written.PartText("word/document.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain(written.Core.Descendants(), element => element.Name.LocalName is "created" or "modified");
        Assert.All(
            names.Where(name => name.EndsWith(".rels", StringComparison.Ordinal)).SelectMany(name => XElement.Parse(written.PartText(name)).Elements()),
            relation => Assert.StartsWith("rId", relation.Attribute("Id")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_front_page_has_association_title_and_subtitle()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        var front = written.Body.Elements<Paragraph>().Take(3).ToList();

        Assert.Equal(["FrontAssociation", "Title", "Subtitle"], front.Select(WrittenDocument.StyleOf));
        Assert.Equal(["Samordningsförbund Gävleborg", "Årsredovisning 2023", "Utkast version 2, 2024-02-06"], front.Select(WrittenDocument.TextOf));
    }

    [Fact]
    public void Headings_have_the_levels_of_the_draft_and_only_numbered_ones_are_numbered()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        var expected = SampleDraft.Document.Parts.OfType<DraftPart.Heading>()
            .Select(heading => ($"{(heading.Numbered ? "Heading" : "HeadingUnnumbered")}{heading.Level}", heading.Text));

        Assert.Equal(expected, written.Headings().Select(p => (WrittenDocument.StyleOf(p), WrittenDocument.TextOf(p))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Heading_styles_carry_level_and_numbering_and_their_unnumbered_twins_take_the_numbering_away(int level)
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        var numbered = Style(written, $"Heading{level}");
        var unnumbered = Style(written, $"HeadingUnnumbered{level}");

        Assert.Equal(level - 1, numbered.StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        Assert.Equal($"heading {level}", numbered.StyleName!.Val!.Value);
        Assert.Equal(level - 1, numbered.StyleParagraphProperties.NumberingProperties!.NumberingLevelReference?.Val?.Value);
        Assert.Equal($"Heading{level}", unnumbered.BasedOn!.Val!.Value);
        Assert.Equal(0, unnumbered.StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value);
        var numbering = written.Main.NumberingDefinitionsPart!.Numbering!;
        Assert.Contains(numbering.Descendants<Level>(), l => l.ParagraphStyleIdInLevel?.Val == $"Heading{level}" && l.LevelIndex! == level - 1);
    }

    [Fact]
    public void Contents_list_the_headings_with_their_numbers_and_link_to_them()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        var entries = written.Body.Descendants<Hyperlink>().ToList();

        Assert.Equal(
            [
                "Ordförande har ordet", "1\tFörvaltningsberättelse", "1.1\tOm förbundet", "Uppdrag", "Mål i verksamhetsplan 2023",
                "1.2\tÖversikt över verksamhetens utveckling", "1.3\tViktiga förhållanden för resultat och ekonomisk ställning",
                "1.4\tHändelser av väsentlig betydelse", "1.5\tGod ekonomisk hushållning och måluppfyllelse", "1.5.1\tMålgrupper",
                "1.5.2\tMåluppfyllelse per insats", "2\tBilaga: insatsernas mål och resultat",
            ],
            entries.Select(entry => WrittenDocument.TextOf(entry.GetFirstChild<Run>()!)));
        var headings = written.Headings().ToDictionary(h => h.GetFirstChild<BookmarkStart>()!.Name!.Value!, WrittenDocument.TextOf);
        Assert.All(entries, entry => Assert.EndsWith(headings[entry.Anchor!.Value!], WrittenDocument.TextOf(entry.GetFirstChild<Run>()!), StringComparison.Ordinal));
        Assert.Equal(["TOC1", "TOC1", "TOC2", "TOC3"], entries.Take(4).Select(entry => WrittenDocument.StyleOf((Paragraph)entry.Parent!)));
    }

    [Fact]
    public void Numbers_in_the_contents_begin_again_below_each_new_heading()
    {
        using var written = WrittenDocument.With(
            new DraftPart.Heading(1, "a"), new DraftPart.Heading(2, "b"), new DraftPart.Heading(3, "c"), new DraftPart.Heading(2, "d"),
            new DraftPart.Heading(1, "utan nummer", Numbered: false), new DraftPart.Heading(3, "e"),
            new DraftPart.Heading(1, "f"), new DraftPart.Heading(2, "g"), new DraftPart.Heading(4, "h"));

        Assert.Equal(
            ["1\ta", "1.1\tb", "1.1.1\tc", "1.2\td", "utan nummer", "1.2.1\te", "2\tf", "2.1\tg"],
            written.Body.Descendants<Hyperlink>().Select(entry => WrittenDocument.TextOf(entry.GetFirstChild<Run>()!)));
    }

    [Fact]
    public void Contents_are_a_field_of_Word_with_its_page_numbers_in_place_and_no_question_on_opening()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);

        var codes = written.Body.Descendants<FieldCode>().Select(code => code.Text.Trim()).ToList();
        var pages = written.Body.Descendants<Hyperlink>().Select(entry => int.Parse(WrittenDocument.TextOf(entry).Split('\t')[^1], CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(@"TOC \o ""1-3"" \h \z \u", codes[0]);
        Assert.Equal(pages.Count, codes.Count(code => code.StartsWith("PAGEREF _Toc", StringComparison.Ordinal)));
        Assert.Equal(pages.Order(), pages);
        Assert.Equal(3, pages[0]);
        Assert.Equal(4, pages[1]);
        Assert.Empty(written.Main.DocumentSettingsPart!.Settings!.Descendants<UpdateFieldsOnOpen>());
        var marks = written.Body.Descendants<FieldChar>().Select(mark => mark.FieldCharType!.Value).ToList();
        Assert.Equal(marks.Count(mark => mark == FieldCharValues.Begin), marks.Count(mark => mark == FieldCharValues.End));
    }

    [Fact]
    public void Each_numbered_list_begins_at_one()
    {
        using var written = WrittenDocument.With(
            DraftPart.List.Of(["a", "b"], numbered: true), DraftPart.Paragraph.Of("mellan"), DraftPart.List.Of(["c", "d"], numbered: true));

        var lists = written.InStyle("ListNumber").Select(item => item.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value).ToList();

        Assert.Equal(4, lists.Count);
        Assert.Equal(2, lists.Distinct().Count());
        Assert.All(lists, id => Assert.Equal(1, Instance(written, id).Descendants<StartOverrideNumberingValue>().Single().Val!.Value));
    }

    [Fact]
    public void A_notice_has_its_own_style_with_a_border_and_a_tint()
    {
        using var written = WrittenDocument.With(DraftPart.Paragraph.Of("En kommentar saknas.", ParagraphKind.Notice));

        var style = Style(written, "Notice").StyleParagraphProperties!;

        Assert.Equal("En kommentar saknas.", WrittenDocument.TextOf(Assert.Single(written.InStyle("Notice"))));
        Assert.True(style.ParagraphBorders!.LeftBorder!.Size! > 0u);
        Assert.NotNull(style.Shading!.Fill!.Value);
    }

    [Fact]
    public void A_page_break_begins_the_next_paragraph_on_a_new_page_and_leaves_no_empty_one()
    {
        using var written = WrittenDocument.With(
            DraftPart.Paragraph.Of("ett"), new DraftPart.PageBreak(), new DraftPart.PageBreak(), SampleDraft.FiveYears, DraftPart.Paragraph.Of("två"));

        var breaking = written.Body.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.PageBreakBefore is not null).Select(WrittenDocument.TextOf);

        Assert.Equal(["ett", "Tabell 1. Översikt, fem år"], breaking);
        Assert.DoesNotContain(written.Body.Elements<Paragraph>(), p => WrittenDocument.TextOf(p).Length == 0);
    }

    [Fact]
    public void Pages_are_A4_and_carry_association_title_and_page_number_but_the_front_page_does_not()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        var section = written.Body.GetFirstChild<SectionProperties>()!;

        Assert.Equal((11906u, 16838u), (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value));
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.Equal("Samordningsförbund Gävleborg\tÅrsredovisning 2023", Edge<HeaderReference>(written, section, HeaderFooterValues.Default));
        Assert.Matches(@"^Sida \d+ av \d+$", Edge<FooterReference>(written, section, HeaderFooterValues.Default));
        Assert.Equal("", Edge<HeaderReference>(written, section, HeaderFooterValues.First));
        Assert.Equal("", Edge<FooterReference>(written, section, HeaderFooterValues.First));
        var codes = written.Main.FooterParts.SelectMany(part => part.Footer!.Descendants<FieldCode>()).Select(code => code.Text.Trim());
        Assert.Equal(["PAGE", "NUMPAGES"], codes);
    }

    [Fact]
    public void The_document_says_that_it_is_Swedish_and_who_wrote_what()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        XNamespace dc = "http://purl.org/dc/elements/1.1/";

        Assert.Equal("sv-SE", written.Styles.DocDefaults!.Descendants<Languages>().Single().Val!.Value);
        Assert.Empty(written.Body.Descendants<Languages>());
        Assert.Equal("sv-SE", written.Core.Element(dc + "language")!.Value);
        Assert.Equal("Årsredovisning 2023", written.Core.Element(dc + "title")!.Value);
        Assert.Equal("Samordningsförbund Gävleborg", written.Core.Element(dc + "creator")!.Value);
    }

    [Fact]
    public void Every_text_colour_can_be_read_on_every_tint()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        var colours = written.Styles.Descendants<Color>().Select(colour => colour.Val!.Value!).Distinct();
        var tints = written.Styles.Descendants<Shading>().Select(shading => shading.Fill!.Value!).Append("FFFFFF").Distinct().ToList();

        Assert.All(colours, colour => Assert.All(tints, tint => Assert.True(Contrast(colour, tint) >= 4.5, $"{colour} on {tint}: {Contrast(colour, tint):0.0}")));
    }

    [Fact]
    public void Every_style_that_is_used_exists()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        var known = written.Styles.Elements<Style>().Select(style => style.StyleId!.Value).ToHashSet();

        var used = written.Body.Descendants<ParagraphStyleId>().Select(id => id.Val!.Value)
            .Concat(written.Body.Descendants<RunStyle>().Select(id => id.Val!.Value))
            .Concat(written.Body.Descendants<TableStyle>().Select(id => id.Val!.Value));

        Assert.All(used.Distinct(), id => Assert.Contains(id, known));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void A_heading_outside_the_four_levels_is_refused(int level)
    {
        Assert.Throws<ArgumentException>(() => WordWriter.Write(SampleDraft.With(new DraftPart.Heading(level, "Rubrik")), SampleDraft.Identity));
    }

    private static Style Style(WrittenDocument written, string id) => written.Styles.Elements<Style>().Single(style => style.StyleId == id);

    private static NumberingInstance Instance(WrittenDocument written, int id) =>
        written.Main.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Single(instance => instance.NumberID! == id);

    private static string Edge<TReference>(WrittenDocument written, SectionProperties section, HeaderFooterValues type)
        where TReference : HeaderFooterReferenceType
    {
        var reference = section.Elements<TReference>().Single(r => r.Type! == type);
        return written.Main.GetPartById(reference.Id!) switch
        {
            HeaderPart part => WrittenDocument.TextOf(part.Header!),
            FooterPart part => WrittenDocument.TextOf(part.Footer!),
            _ => throw new InvalidOperationException("Neither header nor footer."),
        };
    }

    // WCAG 2.2, "contrast ratio".
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }
}

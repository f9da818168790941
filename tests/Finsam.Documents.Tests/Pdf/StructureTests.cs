using Finsam.Documents.Pdf;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.TextObjects;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;
using static Finsam.Documents.Pdf.PdfPart;

namespace Finsam.Documents.Tests.Pdf;

/// <summary>What a screen reader goes by.</summary>
public sealed class StructureTests
{
    [Fact]
    public void The_file_says_its_language_its_title_and_that_it_has_a_structure()
    {
        using var read = ReadPdf.Of(SamplePdf.Sent);

        Assert.Equal("sv-SE", read.Resolve<StringToken>(read.Catalog.Data["Lang"]).Data);
        Assert.True(((BooleanToken)read.Dictionary(read.Catalog, "MarkInfo").Data["Marked"]).Data);
        Assert.True(((BooleanToken)read.Dictionary(read.Catalog, "ViewerPreferences").Data["DisplayDocTitle"]).Data);
        Assert.Equal(SamplePdf.Sent.Title, read.Document.Information.Title);
        Assert.Equal(SamplePdf.Sent.AssociationName, read.Document.Information.Author);
    }

    [Fact]
    public void Each_part_is_the_element_it_looks_like()
    {
        using var read = ReadPdf.With(
            new Heading(1, "Rubrik"),
            new Paragraph("Stycke"),
            new Heading(2, "Underrubrik"),
            new LabelledValue("Period", "2023"),
            new LabelledValue("Långt", string.Join(' ', Enumerable.Repeat("ord", 200))),
            new BulletList(["Punkt"]),
            new Table("Tabell", [new("Rad"), new("Antal", true)], [PdfRow.Of("Kvinnor", "12"), new(["Summa", "12"], IsTotal: true)]),
            new AnswerBox("Fråga", "Hjälp"),
            new Choice("Val", "", [new("Ja", true), new("Nej")]));

        Assert.Equal(
            [
                "Document", "  H1: Rapport för helår 2023", "  H2: Rubrik", "  P: Stycke", "  H3: Underrubrik",
                "  L", "    LI", "      Lbl: Period", "      LBody: 2023", "    LI", "      Lbl: Långt", "      LBody: " + string.Join(' ', Enumerable.Repeat("ord", 200)),
                "  L", "    LI", "      Lbl: •", "      LBody: Punkt",
                "  Table", "    Caption: Tabell",
                "    THead", "      TR", "        TH: Rad", "        TH: Antal",
                "    TBody", "      TR", "        TH: Kvinnor", "        TD: 12", "      TR", "        TH: Summa", "        TD: 12",
                "  P: Fråga", "  P: Hjälp",
                "  P: Val", "  L", "    LI", "      Lbl: ✓", "      LBody: Ja", "    LI", "      LBody: Nej",
            ],
            read.Structure());
    }

    [Fact]
    public void A_header_cell_says_whether_it_is_of_its_column_or_of_its_row()
    {
        using var read = ReadPdf.With(SamplePdf.Long(2));

        var scopes = read.Elements().Where(element => element.Tag == "TH").Select(element => ((NameToken)read.Dictionary(element.Element, "A").Data["Scope"]).Data);
        Assert.Equal(["Column", "Column", "Column", "Row", "Row"], scopes);
    }

    [Fact]
    public void A_table_over_several_pages_is_one_table_with_one_header_row()
    {
        using var read = ReadPdf.With(SamplePdf.Long(200));

        Assert.Equal(1, read.Elements().Count(element => element.Tag == "Table"));
        Assert.Equal(201, read.Elements().Count(element => element.Tag == "TR"));
        Assert.Equal(1, read.Elements().Count(element => element.Text == "Mottagare"));
    }

    [Fact]
    public void A_paragraph_over_two_pages_is_one_paragraph()
    {
        var lines = Enumerable.Range(1, 100).Select(i => $"rad{i}").ToArray();
        using var read = ReadPdf.With(new Paragraph(string.Join('\n', lines)));

        Assert.True(read.Pages.Count > 1);
        Assert.Equal(string.Concat(lines), read.Elements().Single(element => element.Tag == "P").Text);
    }

    [Fact]
    public void A_mark_says_what_it_means()
    {
        using var read = ReadPdf.With(new Choice("Val", "", [new("Ja", true), new("Nej")]));

        var mark = read.Elements().Single(element => element.Tag == "Lbl");
        Assert.Equal("Markerat:", read.Resolve<StringToken>(mark.Element.Data["Alt"]).Data);
    }

    [Fact]
    public void Every_line_and_letter_is_in_the_structure_or_marked_as_none_of_its_business()
    {
        using var read = ReadPdf.With([.. SamplePdf.EveryPart("Text"), SamplePdf.Long(100), .. SamplePdf.EveryPart(new string('å', 3000))]);

        foreach (var page in read.Pages)
        {
            var open = new Stack<IGraphicsStateOperation>();
            foreach (var operation in page.Operations)
            {
                if (operation is BeginText or BeginMarkedContent or BeginMarkedContentWithProperties)
                {
                    open.Push(operation);
                }
                else if (operation is EndText)
                {
                    Assert.IsType<BeginText>(open.Pop()); // A text object and a marked content must not overlap (ISO 32000-1, 14.6).
                }
                else if (operation is EndMarkedContent)
                {
                    Assert.IsNotType<BeginText>(open.Pop());
                }
                else if (operation is ShowText or StrokePath or FillPathNonZeroWinding)
                {
                    Assert.Contains(open, outer => outer is not BeginText);
                }
            }

            Assert.Empty(open);
        }
    }

    [Fact]
    public void Each_piece_of_a_page_leads_back_to_its_element()
    {
        using var read = ReadPdf.Of(SamplePdf.Sent);

        var tree = read.Resolve<ArrayToken>(read.Dictionary(read.Dictionary(read.Catalog, "StructTreeRoot"), "ParentTree").Data["Nums"]).Data;
        foreach (var page in read.Pages)
        {
            var parents = read.Resolve<ArrayToken>(tree[(2 * ((NumericToken)page.Dictionary.Data["StructParents"]).Int) + 1]).Data;
            var pieces = page.GetMarkedContents().Where(content => content.MarkedContentIdentifier >= 0).ToList();
            Assert.Equal(pieces.Count, parents.Count);
            Assert.All(pieces, piece =>
                Assert.Equal(piece.Tag, ((NameToken)read.Resolve<DictionaryToken>(parents[piece.MarkedContentIdentifier]).Data["S"]).Data));
        }
    }

    [Fact]
    public void Headings_are_bookmarks_within_each_other()
    {
        using var read = ReadPdf.Of(SamplePdf.Sent);

        Assert.True(read.Document.TryGetBookmarks(out var bookmarks));
        var roots = bookmarks.Roots.Cast<DocumentBookmarkNode>().ToList();
        Assert.Equal(["Om insatsen", "Deltagare", "Ekonomi", "Berätta om året"], roots.Select(node => node.Title));
        Assert.Equal(["Antal deltagare", "Varifrån deltagarna kom"], roots[1].Children.Select(node => node.Title));
        Assert.Equal([1, 1, 2, 2], roots.Select(node => node.PageNumber));
    }

    [Fact]
    public void A_level_that_is_jumped_over_leaves_no_gap_among_the_headings()
    {
        using var read = ReadPdf.With(new Heading(3, "Först"), new Heading(1, "Sedan"), new Heading(3, "Sist"));

        Assert.Equal(["H1", "H2", "H2", "H3"], read.Elements().Where(element => element.Tag.StartsWith('H')).Select(element => element.Tag));
        Assert.True(read.Document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["Först", "Sedan"], bookmarks.Roots.Select(node => node.Title));
    }

    [Fact]
    public void Lists_and_paragraphs_of_nothing_leave_no_empty_elements()
    {
        using var read = ReadPdf.With(new Heading(1, "\0"), new Paragraph(" \n"), new BulletList(["", "\u0001"]), new Choice("", "", []), new Paragraph("kvar"));

        Assert.Equal(["Document", "  H1: Rapport för helår 2023", "  P: kvar"], read.Structure());
    }
}

using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;
using TableCell = Finsam.Domain.Drafts.TableCell;

namespace Finsam.Documents.Tests.Word;

public sealed class HostileTextTests
{
    /// <summary>What people paste, and what it is in the document.</summary>
    public static TheoryData<string, string> Pasted => new()
    {
        { "=SUM(A1:A9)", "=SUM(A1:A9)" },
        { "<b>&amp;</b> ]]> <!-- -->", "<b>&amp;</b> ]]> <!-- -->" },
        { "noll\0, klocka\a, escape\u001b[31m", "noll, klocka, escape[31m" },
        { "halvt par \ud83d slut \udc00", "halvt par \ufffd slut \ufffd" },
        { "helt par 👩‍👩‍👧", "helt par 👩‍👩‍👧" },
        { "icke-tecken \uffff\ufffe\ufeff", "icke-tecken " },
        { "rad\r\nrad\rrad\vrad\u2028rad", "rad\nrad\nrad\nrad\nrad" },
        { "kolumn\tkolumn", "kolumn\tkolumn" },
        { "{ MERGEFIELD x } «fält» \\* MERGEFORMAT", "{ MERGEFIELD x } «fält» \\* MERGEFORMAT" },
        { "  inledande och avslutande  ", "  inledande och avslutande  " },
        { "مرحبا \u202eomvänt\u202c", "مرحبا \u202eomvänt\u202c" },
        { "Z̷̛͉a̶l̵g̴o̸", "Z̷̛͉a̶l̵g̴o̸" },
        { "radfallande C1 \u0085 och \u0090", "radfallande C1 \n och " },
        { "hårt mellanslag 1\u00a0234 och mjukt\u00adstreck", "hårt mellanslag 1\u00a0234 och mjukt\u00adstreck" },
    };

    [Theory]
    [MemberData(nameof(Pasted))]
    public void Text_is_kept_as_plain_text_without_what_Word_cannot_hold(string pasted, string kept)
    {
        using var written = WrittenDocument.With(DraftPart.Paragraph.Of(pasted + "|"));

        Assert.Equal(kept + "|", WrittenDocument.TextOf(written.InStyle("Normal").Single()));
        Assert.Empty(written.Faults());
    }

    [Theory]
    [MemberData(nameof(Pasted))]
    public void It_breaks_no_place_where_text_can_stand(string pasted, string kept)
    {
        Assert.NotEmpty(kept);
        var figure = new Inline.Figure(pasted, null, FigureSource.Of(pasted));
        var table = new DraftPart.Table(
            pasted,
            pasted,
            [new(pasted), new(pasted, Alignment.Right)],
            [new([pasted, new TableCell(pasted, 1m, FigureSource.Of(pasted)) { Numbered = true }], RowKind.Total)],
            [pasted]);
        var draft = new DraftDocument
        {
            Title = pasted,
            AssociationName = pasted,
            Subtitle = pasted,
            Parts =
            [
                new DraftPart.Heading(1, pasted), new DraftPart.Heading(4, pasted, Numbered: false),
                new DraftPart.Paragraph([new Inline.Text(pasted, Bold: true), figure], ParagraphKind.Notice),
                DraftPart.List.Of([pasted], numbered: true), table,
            ],
        };

        var bytes = WordWriter.Write(draft, new DraftIdentity(pasted, 1));

        using var written = WrittenDocument.Of(draft);
        Assert.Empty(written.Faults());
        Assert.Equal(bytes, WordWriter.Write(draft, new DraftIdentity(pasted, 1)));
        Assert.DoesNotContain(written.Headings(), heading => heading.Descendants<Break>().Any() || heading.Descendants<TabChar>().Any());
    }

    [Fact]
    public void A_word_of_ten_thousand_letters_is_kept_whole()
    {
        var word = new string('å', 10_000);
        using var written = WrittenDocument.With(
            new DraftPart.Heading(1, word),
            DraftPart.Paragraph.Of(word),
            new DraftPart.Table("t", word, [new(word), new("B", Width: 1000)], [new([word, word])], [word]));

        Assert.Empty(written.Faults());
        Assert.Equal(word, WrittenDocument.TextOf(written.InStyle("Normal").Single()));
        Assert.Equal(TableLayoutValues.Fixed, written.Tables.Single().Descendants<TableLayout>().Single().Type!.Value);
    }

    [Fact]
    public void Text_of_nothing_but_forbidden_characters_leaves_no_empty_paragraph_or_heading()
    {
        using var written = WrittenDocument.With(
            new DraftPart.Heading(1, "\0"), DraftPart.Paragraph.Of("\u0001"), DraftPart.List.Of(["\u0002", ""]), DraftPart.Paragraph.Of(" "), DraftPart.Paragraph.Of("kvar"));

        Assert.Equal(["Samordningsförbund Gävleborg", "Årsredovisning 2023", "Utkast version 2, 2024-02-06", "kvar"], written.Body.Elements<Paragraph>().Select(WrittenDocument.TextOf));
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_very_long_association_name_has_its_own_line_in_the_header()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document with { AssociationName = string.Join(' ', Enumerable.Repeat("Samordningsförbundet", 6)) });

        Assert.Contains(written.Main.HeaderParts, part => part.Header!.Elements<Paragraph>().Count() == 2);
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_large_draft_is_written_whole()
    {
        var many = Enumerable.Range(0, 90).Select(i => (DraftPart)(SampleDraft.OutcomeTable with { Id = $"tabell-{i}" })).ToArray();

        using var written = WrittenDocument.With(many);

        Assert.Equal(90, written.Tables.Count);
    }
}

using CsCheck;
using Finsam.Documents.Pdf;
using static Finsam.Documents.Pdf.PdfPart;

namespace Finsam.Documents.Tests.Pdf;

public sealed class HostilePdfTests
{
    /// <summary>What people paste, and what is read from the page.</summary>
    public static TheoryData<string, string> Pasted => new()
    {
        { "Åäö ÅÄÖ éüß 1 486 123 −84 350 50 % 3 § ”citat” ’ord’ – — … €", "Åäö ÅÄÖ éüß 1 486 123 −84 350 50 % 3 § ”citat” ’ord’ – — … €" },
        { "hårt\u00a0mellanslag, smalt\u202fmellanslag, hårt\u2011streck", "hårt mellanslag, smalt\u202fmellanslag, hårt-streck" },
        { "A\u030asa O\u0308berg", "Åsa Öberg" }, // As a Mac writes names of files.
        { "noll\0, klocka\a, escape\u001b[31m", "noll, klocka, escape[31m" },
        { "halvt par \ud83d slut \udc00", "halvt par □ slut □" },
        { "helt par 👍🏽!", "helt par □□!" },
        { "icke-tecken \uffff\ufffe\ufeff.", "icke-tecken ." },
        { "مرحبا och \u202eomvänt\u202c", "□□□□□ och omvänt" },
        { "mjukt\u00adstreck och noll\u200bbredd", "mjuktstreck och nollbredd" },
        { "kolumn\tkolumn", "kolumn   kolumn" },
        { "(a) \\n <</Type/Page>> endobj stream", "(a) \\n <</Type/Page>> endobj stream" },
        { "日本語", "□□□" },
    };

    [Theory]
    [MemberData(nameof(Pasted))]
    public void Text_is_shown_as_it_is_and_a_letter_that_is_missing_as_a_square(string pasted, string shown)
    {
        using var read = ReadPdf.With(new Paragraph(pasted));

        Assert.Equal(shown, read.Body["Rapport för helår 2023".Length..]);
    }

    [Theory]
    [MemberData(nameof(Pasted))]
    public void It_breaks_no_place_where_text_can_stand(string pasted, string shown)
    {
        using var read = ReadPdf.Of(new PdfDocumentContent { Title = pasted, AssociationName = pasted, FooterText = pasted, Parts = SamplePdf.EveryPart(pasted) });

        Assert.Contains(read.Elements(), element => element.Tag == "H2" && element.Text == shown);
        Assert.Equal(shown, read.Document.Information.Title!.Replace('\u00a0', ' ').Replace('\u2011', '-'));
    }

    [Fact]
    public void Line_ends_are_kept_and_lines_around_the_text_are_not()
    {
        using var read = ReadPdf.With(new Paragraph("\n\nett\r\ntvå\rtre\u2028fyra\n \n"));

        Assert.Equal(["ett", "två", "tre", "fyra"], read.Lines(1).Skip(2).SkipLast(1));
    }

    [Fact]
    public void A_word_of_5_000_letters_is_broken_and_loses_none()
    {
        var word = new string('å', 5_000);
        using var read = ReadPdf.With([.. SamplePdf.EveryPart(word)]);

        foreach (var tag in (string[])["H2", "P", "Lbl", "LBody", "Caption"])
        {
            Assert.Contains(read.Elements(), element => element.Tag == tag && element.Text == word);
        }

        // A row over several pages is several in the structure.
        Assert.Equal(5_000 * 6, read.Elements().Where(element => element.Tag == "TD").Sum(element => element.Text.Length) + (5_000 * 1));
    }

    [Fact]
    public void Words_are_broken_after_a_hyphen_or_slash_but_dates_and_spans_are_kept_whole()
    {
        string[] texts = [.. Enumerable.Range(50, 130).Select(i => $"{new string('i', i)} och/eller Härnösand-Timrå 2020–2022 2023-12-31")];
        using var read = ReadPdf.With([.. texts.Select(text => new Paragraph(text))]);

        var lines = Enumerable.Range(1, read.Pages.Count).SelectMany(read.Lines).ToList();
        Assert.Contains(lines, line => line.EndsWith("Härnösand-", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("och/", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.EndsWith("2023-", StringComparison.Ordinal) || line.EndsWith("12-", StringComparison.Ordinal) || line.EndsWith("2020–", StringComparison.Ordinal));
        Assert.Equal(texts, read.Elements().Where(element => element.Tag == "P").Select(element => element.Text));
    }

    [Fact]
    public void Long_words_in_header_and_footer_are_cut_with_an_ellipsis()
    {
        using var read = ReadPdf.Of(SamplePdf.With(new Paragraph(string.Join('\n', Enumerable.Repeat("rad", 90)))) with
        {
            AssociationName = new string('F', 5_000),
            Title = new string('T', 500),
            FooterText = new string('S', 5_000),
        });

        Assert.Matches("^F+…$", read.Lines(1).First());
        Assert.Matches("^F+…$", read.Lines(2).First());
    }

    [Fact]
    public void No_text_at_all_makes_it_fail() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char['\0', '\u00ff'], Gen.Char['\ud800', '\udfff'], Gen.Const(' ')), 0, 300].Sample(
            text =>
            {
                using var read = ReadPdf.Of(new PdfDocumentContent { Title = text, AssociationName = text, FooterText = text, Parts = SamplePdf.EveryPart(text) });
                return read.Pages.Count > 0;
            },
            iter: 40);
}

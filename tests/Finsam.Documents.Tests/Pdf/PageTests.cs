using Finsam.Documents.Pdf;
using UglyToad.PdfPig.Core;
using static Finsam.Documents.Pdf.PdfPart;

namespace Finsam.Documents.Tests.Pdf;

public sealed class PageTests
{
    private const double Margin = 20 / 25.4 * 72;

    public static TheoryData<string> Documents => ["sent", "form", "long", "wide", "very wide", "tall row", "long words"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Nothing_stands_in_the_margins_or_outside_the_page(string name)
    {
        using var read = ReadPdf.Of(Document(name));

        foreach (var page in read.Pages)
        {
            Assert.Equal((595.28, 841.89), (Math.Round(page.Width, 2), Math.Round(page.Height, 2)));
            Assert.All(
                page.Letters.Where(letter => letter.Value != " "),
                letter =>
                {
                    Assert.InRange(letter.StartBaseLine.X, Margin - 0.1, page.Width);
                    Assert.InRange(letter.EndBaseLine.X, 0, page.Width - Margin + 0.1);
                    Assert.InRange(letter.StartBaseLine.Y, 20, page.Height - 30);
                });
            var drawn = page.Paths.Select(path => path.GetBoundingRectangle()).OfType<PdfRectangle>();
            Assert.All(drawn, box => Assert.True(box.Left > Margin - 1 && box.Right < page.Width - Margin + 1 && box.Bottom > 40 && box.Top < page.Height - 30));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_text_stands_on_other_text(string name)
    {
        using var read = ReadPdf.Of(Document(name));

        foreach (var line in read.Pages.SelectMany(page => page.Letters.GroupBy(letter => (page.Number, Math.Round(letter.StartBaseLine.Y, 1)))))
        {
            var letters = line.Where(letter => letter.Value != " ").OrderBy(letter => letter.StartBaseLine.X).ToList();
            Assert.All(letters.Zip(letters.Skip(1)), pair => Assert.True(pair.First.EndBaseLine.X <= pair.Second.StartBaseLine.X + 0.1));
        }
    }

    [Fact]
    public void What_belongs_to_what_follows_stands_on_its_page()
    {
        for (var before = 1; before < 60; before++)
        {
            using var read = ReadPdf.With(
            [
                .. Enumerable.Range(0, before).Select(_ => new Paragraph("Stycke")),
                new Paragraph("Hjälptext", PdfTextStyle.Help, KeepWithNext: true),
                new Table("", [new PdfColumn("Huvud")], [PdfRow.Of("Rad")]),
            ]);
            Assert.Equal(PageOf(read, "Hjälptext"), PageOf(read, "Huvud"));
        }

        static int PageOf(ReadPdf read, string words) => Enumerable.Range(1, read.Pages.Count).Single(page => read.BodyOf(page).Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_to_write_words_in_is_wider_than_the_others()
    {
        using var read = ReadPdf.With(new Table(
            "", [new PdfColumn("Qa"), new PdfColumn("Qb", IsWide: true), new PdfColumn("Qc")], [PdfRow.Of("", "", "")], ToFillIn: true));
        var starts = read.Pages[0].Letters.Where(letter => letter.Value == "Q").Select(letter => letter.StartBaseLine.X).ToArray();
        Assert.True(starts[2] - starts[1] > 2 * (starts[1] - starts[0]));
    }

    [Fact]
    public void The_columns_to_write_in_are_equally_wide_whatever_they_are_called()
    {
        using var read = ReadPdf.With(new Table(
            "",
            [new PdfColumn("Hur lång tid som deltagarna hade haft offentlig försörjning innan insatsen började"), new PdfColumn("Qa"), new PdfColumn("Qb eller vill ej uppge kön"), new PdfColumn("Qc")],
            [PdfRow.Of("Mer än 3 år, högst 5 år, och i några fall ännu längre än så, räknat från den första dagen", "", "", "")],
            ToFillIn: true));
        var starts = read.Pages[0].Letters.Where(letter => letter.Value == "Q").Select(letter => letter.StartBaseLine.X).ToArray();
        Assert.Equal(starts[2] - starts[1], starts[1] - starts[0], 1d);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_page_says_whose_it_is_and_which_of_how_many(string name)
    {
        var content = Document(name) with { FooterText = "Inskickad 2024-01-31" };
        using var read = ReadPdf.Of(content);

        for (var page = 1; page <= read.Pages.Count; page++)
        {
            Assert.StartsWith("Samordningsförbund Gävleborg", read.Lines(page).First(), StringComparison.Ordinal);
            Assert.Equal($"Inskickad 2024-01-31Sida {page} av {read.Pages.Count}", read.Lines(page).Last());
            Assert.Equal(page > 1, read.Lines(page).First().Contains(content.Title, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_footer_of_several_lines_takes_room_from_the_text_and_not_from_the_margin()
    {
        var text = new Paragraph(string.Join('\n', Enumerable.Range(1, 200).Select(i => $"rad {i}")));
        using var read = ReadPdf.Of(SamplePdf.With(text) with { FooterText = string.Join(' ', Enumerable.Repeat("Inskickad av Åsa Öberg.", 40)) });

        var page = read.Pages[0];
        var footer = page.Letters.Where(letter => letter.StartBaseLine.Y < 100 && letter.PointSize < 9).Select(letter => letter.StartBaseLine.Y).Distinct().ToList();
        Assert.Equal(3, footer.Count);
        Assert.Contains("…", page.Text, StringComparison.Ordinal);
        Assert.True(page.Letters.Where(letter => letter.PointSize > 10).Min(letter => letter.StartBaseLine.Y) > footer.Max() + 24);
    }

    [Fact]
    public void A_table_over_several_pages_has_its_header_row_on_each_and_every_row_once()
    {
        using var read = ReadPdf.With(SamplePdf.Long(200));

        Assert.InRange(read.Pages.Count, 5, 8);
        Assert.All(Enumerable.Range(1, read.Pages.Count), page => Assert.Single(read.Lines(page), "MottagareDagBelopp"));
        var rows = Enumerable.Range(1, read.Pages.Count).SelectMany(read.Lines).Where(line => line.StartsWith("Mottagare ", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 200).Select(i => $"Mottagare {i}2023-06-301 486 123"), rows);
    }

    [Fact]
    public void A_row_higher_than_a_page_goes_on_over_pages_and_loses_nothing()
    {
        using var read = ReadPdf.Of(Document("tall row"));

        var words = Enumerable.Range(1, read.Pages.Count).SelectMany(page => read.BodyOf(page).Split(' ')).ToList();
        Assert.True(read.Pages.Count > 4);
        Assert.All(Enumerable.Range(1, read.Pages.Count), page => Assert.Single(read.Lines(page), "ABC"));
        Assert.Equal(540, words.Count(word => word.Contains("Samordningsförbundet", StringComparison.Ordinal)));
        Assert.Equal(540, words.Count(word => word.Contains("vidare.", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_answer_of_20_000_letters_is_there_word_for_word()
    {
        var answer = string.Join(' ', Enumerable.Range(0, 2900).Select(i => $"ord{i}"))[..20_000];
        using var read = ReadPdf.With(new LabelledValue("Berätta", answer));

        Assert.Equal(answer, read.Elements().Single(element => element.Tag == "LBody").Text);
    }

    [Fact]
    public void A_heading_is_never_last_on_a_page_wherever_it_comes()
    {
        for (var lines = 25; lines < 60; lines++)
        {
            PdfPart[] followers = [new Paragraph("Efter"), new BulletList(["Efter"]), new LabelledValue("Efter", "Efter"), new AnswerBox("Efter", "Efter", 3), SamplePdf.Long(3)];
            using var read = ReadPdf.With(
                new Paragraph(string.Join('\n', Enumerable.Repeat("Före", lines))), new Heading(1, "Rubrik ett"), new Heading(2, "Rubrik två"), followers[lines % followers.Length]);

            for (var page = 1; page <= read.Pages.Count; page++)
            {
                Assert.DoesNotContain("Rubrik", read.Lines(page).SkipLast(1).Last(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_paragraph_leaves_no_line_alone_on_either_page()
    {
        for (var before = 25; before < 60; before++)
        {
            using var read = ReadPdf.With(
                new Paragraph(string.Join('\n', Enumerable.Repeat("Före", before))), new Paragraph(string.Join('\n', Enumerable.Repeat("Stycket", 6))));

            var counts = Enumerable.Range(1, read.Pages.Count).Select(page => read.Lines(page).Count(line => line == "Stycket")).Where(count => count > 0);
            Assert.DoesNotContain(1, counts);
        }
    }

    [Fact]
    public void A_short_table_and_a_box_to_write_in_are_not_divided()
    {
        for (var before = 25; before < 60; before++)
        {
            var text = new Paragraph(string.Join('\n', Enumerable.Repeat("Före", before)));
            using var table = ReadPdf.With(text, SamplePdf.Long(6));
            using var box = ReadPdf.With(text, new AnswerBox("Frågan", "Hjälpen", 4));

            Assert.Single(table.Pages, page => page.Text.Contains("2023-06-30", StringComparison.Ordinal));
            var page = box.Pages.Single(page => page.Text.Contains("Frågan", StringComparison.Ordinal));
            Assert.Contains(page.Paths, path => path.GetBoundingRectangle() is { } drawn && Math.Abs(drawn.Height - (4 * 8 / 25.4 * 72)) < 1);
        }
    }

    [Fact]
    public void Figures_stand_to_the_right_and_words_to_the_left()
    {
        using var read = ReadPdf.With(new Table("", [new("Rad"), new("Belopp", true), new("Text")], [PdfRow.Of("a", "1", "x"), PdfRow.Of("b", "1 486 123", "xxxxx")]));

        var words = read.Pages[0].GetWords().ToList();
        Assert.Equal(Right("1"), Right("123"), 0.1);
        Assert.Equal(Right("1"), Right("Belopp"), 0.1);
        Assert.Equal(Left("x"), Left("xxxxx"), 0.1);

        double Right(string text) => words.First(word => word.Text == text).Letters[^1].EndBaseLine.X;
        double Left(string text) => words.First(word => word.Text == text).Letters[0].StartBaseLine.X;
    }

    [Fact]
    public void A_table_with_too_many_columns_becomes_several_that_each_say_which_row_it_is()
    {
        using var read = ReadPdf.With(SamplePdf.Wide(40));

        Assert.All(Enumerable.Range(1, 40), i => Assert.Contains($"{1_000_000 + i}", read.Body, StringComparison.Ordinal));
        Assert.Contains("Månader (del 5 av 5)", read.Body, StringComparison.Ordinal);
        Assert.Equal(5, read.Elements().Count(element => element.Text == "Arbetsförmedlingen"));
    }

    [Fact]
    public void Words_in_narrow_columns_are_kept_whole_as_long_as_smaller_letters_help()
    {
        using var read = ReadPdf.With(SamplePdf.Wide(7));

        Assert.Single(read.Lines(1), line => line.StartsWith("Arbetsförmedlingen1000001", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_is_dark_enough_on_paper_and_on_tint()
    {
        using var read = ReadPdf.With([.. SamplePdf.EveryPart("Text")]);

        var colours = read.Pages.SelectMany(page => page.Letters).Select(letter => letter.Color!.ToRGBValues()).Distinct().ToList();
        var tint = Luminance(0xEE / 255.0, 0xF3 / 255.0, 0xF7 / 255.0);
        Assert.True(colours.Count >= 3);
        Assert.All(colours, colour => Assert.True((tint + 0.05) / (Luminance(colour.r, colour.g, colour.b) + 0.05) >= 7)); // WCAG 2.2, 1.4.6
    }

    private static double Luminance(double r, double g, double b)
    {
        return (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));

        static double Linear(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    private static PdfDocumentContent Document(string name) => name switch
    {
        "sent" => SamplePdf.Sent,
        "form" => SamplePdf.Form,
        "long" => SamplePdf.With(SamplePdf.Long(200)),
        "wide" => SamplePdf.With(SamplePdf.Wide(7), SamplePdf.Wide(9)),
        "very wide" => SamplePdf.With(SamplePdf.Wide(40)),
        "tall row" => SamplePdf.With(new Table(
            "Höga rader",
            [new("A"), new("B"), new("C", true)],
            [PdfRow.Of("Ett", string.Join(' ', Enumerable.Repeat("Samordningsförbundet arbetade vidare.", 540)), "1"), PdfRow.Of("Två", "b", "2")])),
        "long words" => SamplePdf.With([.. SamplePdf.EveryPart(new string('W', 700))]),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}

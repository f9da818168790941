using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;
using Alignment = Finsam.Domain.Drafts.Alignment;
using TableCell = Finsam.Domain.Drafts.TableCell;
using TableRow = Finsam.Domain.Drafts.TableRow;

namespace Finsam.Documents.Tests.Word;

/// <summary>How a draft stands on its pages, whatever it says: what the board saw when the samples were looked at, page by page.</summary>
public sealed class OnPaperTests
{
    private static readonly string[] Months = [.. Enumerable.Range(1, 9).Select(month => $"Månad {month}")];

    [Theory]
    [InlineData("Verksamhetsutvecklare", "övervägande", true)]
    [InlineData("Kartläggning", "del", false)]
    public void A_table_whose_words_do_not_fit_its_columns_stands_on_a_lying_page(string initiative, string assessment, bool lying)
    {
        using var written = WrittenDocument.With(Status(initiative, assessment));

        Assert.Equal(lying, IsLying(written));
    }

    [Fact]
    public void A_wide_table_of_two_rows_is_turned_and_keeps_its_tag_and_its_sources()
    {
        using var written = WrittenDocument.With(FewRows(2));

        Assert.False(IsLying(written));
        var cells = WrittenDocument.CellsOf(written.Tables.Single());
        Assert.Equal(["Insats", "Rad 1", "Rad 2"], cells[0]);
        Assert.Equal(Months.Select((month, i) => new[] { month, $"{i + 1}", $"{i + 2}" }), cells.Skip(1));
        Assert.Equal("t:manader", written.Body.Descendants<Tag>().Single(tag => tag.Val!.Value!.StartsWith("t:", StringComparison.Ordinal)).Val!.Value);
        Assert.Contains("register/rad-2/9", written.Record.ToString(), StringComparison.Ordinal);
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_wide_table_of_many_rows_or_one_that_is_asked_to_lie_is_not_turned()
    {
        using var many = WrittenDocument.With(FewRows(8));
        using var asked = WrittenDocument.With(FewRows(2) with { Landscape = true });

        Assert.All([many, asked], written => Assert.True(IsLying(written)));
        Assert.All([many, asked], written => Assert.Equal(["Insats", .. Months], WrittenDocument.CellsOf(written.Tables.Single())[0]));
    }

    [Fact]
    public void The_columns_of_long_texts_are_wider_than_the_empty_ones_beside_them()
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "mal", "Mål", [new("Insats", Width: 4), new("Mål", Width: 4), new("Ja", Width: 4), new("Nej", Width: 4)],
            [new TableRow(["Skapa", Sentence(300), Sentence(900), ""])], []));

        var widths = Widths(written);

        Assert.True(widths[2] > widths[1] && widths[1] > 2268, string.Join(' ', widths)); // A fourth of the page.
        Assert.True(widths[3] < 1000, string.Join(' ', widths));
        Assert.Equal(9072, widths.Sum());
    }

    [Fact]
    public void One_long_comment_does_not_press_the_short_goals_beside_it_together()
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "mal", "Mål", [new("Mål", Width: 5), new("Kommentarer", Width: 5)],
            [new TableRow([Sentence(90), Sentence(900)]), .. Enumerable.Repeat(new TableRow([Sentence(90), "Se ovan."]), 5)], []));

        Assert.True(Widths(written)[0] > 3024, string.Join(' ', Widths(written))); // A third of the page.
    }

    [Fact]
    public void The_width_goes_where_it_makes_the_table_lower()
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "utfall", "Utfall", [new("Insats", Width: 4), new("Utfall", Alignment.Right, 2), new("Kommentarer", Width: 2)],
            [.. Enumerable.Repeat(new TableRow(["Ett hållbart arbetsliv – Ovanåker", new TableCell("1 219", 1219), ""]), 12), new TableRow(["Trisam", new TableCell("5 471", 5471), Sentence(400)])], []));

        Assert.True(Widths(written)[2] > Widths(written)[0], string.Join(' ', Widths(written)));
    }

    [Fact]
    public void A_short_head_is_not_broken_inside_its_word()
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "deltagare", "Deltagare", [new("Insats", Width: 4), new("Man", Alignment.Right, 2), new("Kommentarer")],
            [new TableRow([Sentence(400), new TableCell("1", 1), ""])], []));

        var widths = Widths(written);

        Assert.True(widths[1] >= 860, string.Join(' ', widths));
        Assert.True(widths[2] >= 1107 + 240 + 85, string.Join(' ', widths)); // The word in strong Calibri, between the margins of text that follows figures.
    }

    [Fact]
    public void Short_sheets_share_a_page_and_long_ones_have_their_own()
    {
        using var written = WrittenDocument.With([.. Sheets(4, 4, 45, 4, 4)]);

        Assert.Equal(["Blad 3", "Blad 4"], written.Headings().Where(h => h.ParagraphProperties?.PageBreakBefore is not null).Select(WrittenDocument.TextOf).Where(text => text != "Blad 1"));
    }

    [Fact]
    public void What_follows_the_last_table_takes_no_room_on_a_page_of_its_own()
    {
        using var written = WrittenDocument.With(SampleDraft.FiveYears with { Notes = [] });

        Assert.Equal("SectionEnd", WrittenDocument.StyleOf(written.Body.Elements<Paragraph>().Last()));
    }

    [Fact]
    public void Rows_outside_the_sum_may_run_on_to_the_next_page()
    {
        static TableRow Row(RowKind kind) => new([Sentence(80), "saknas"], kind);
        using var written = WrittenDocument.With(new DraftPart.Table(
            "utfall", "Utfall", [new("Insats"), new("Utfall", Alignment.Right)],
            [.. Enumerable.Repeat(Row(RowKind.Normal), 20), Row(RowKind.Total), .. Enumerable.Repeat(Row(RowKind.Aside), 20)], []));

        var kept = written.Tables.Single().Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Skip(1).Select(row => row.Descendants<KeepNext>().Any()).ToList();

        Assert.Equal([0, 19, 20, 39], kept.Index().Where(row => row.Item).Select(row => row.Index)); // Neither the first nor the last is left alone.
    }

    [Fact]
    public void The_notes_of_a_table_stay_on_one_page_and_apart_from_the_text_below()
    {
        using var written = WrittenDocument.With(SampleDraft.FiveYears with { Notes = ["En not.", "En till."] }, DraftPart.Paragraph.Of("text"));

        var notes = written.InStyle("TableNote").ToList();

        Assert.Equal([true, false], notes.Select(note => note.ParagraphProperties!.KeepNext is not null));
        Assert.Equal([null, "160"], notes.Select(note => note.ParagraphProperties!.SpacingBetweenLines?.After?.Value));
    }

    [Fact]
    public void Long_compounds_are_hyphenated_before_shorter_words_are_broken()
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "mal", "Mål", [new("Insats"), new("Mål"), new("Ja"), new("Nej")],
            [new TableRow(["Samverkansmodell", new string('a', 28), new string('b', 28), new string('c', 18)])], []));

        Assert.True(Widths(written)[0] >= (16 * 100) + 170, string.Join(' ', Widths(written)));
    }

    [Fact]
    public void What_leads_to_a_table_a_list_or_a_note_is_not_left_at_the_foot_of_a_page()
    {
        using var written = WrittenDocument.With(
            new DraftPart.Heading(1, "Insatser"), DraftPart.Paragraph.Of("Ett enda stycke."), SampleDraft.FiveYears,
            DraftPart.Paragraph.Of("Ett stycke mellan tabeller."), SampleDraft.FiveYears with { Id = "b" },
            DraftPart.Paragraph.Of("Följande insatser pågår:"), SampleDraft.FiveYears with { Id = "c" },
            DraftPart.Paragraph.Of("Med en not."), DraftPart.Paragraph.Of("Noten.", ParagraphKind.Note));

        Assert.Equal(
            ["Ett enda stycke.", "Följande insatser pågår:", "Med en not."],
            written.InStyle("Normal").Where(p => p.ParagraphProperties?.KeepNext is not null).Select(WrittenDocument.TextOf));
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(40, 2)]
    public void Contents_leave_out_the_third_level_where_that_saves_a_page(int deepest, int levels)
    {
        using var written = WrittenDocument.With(
            [new DraftPart.Heading(1, "a"), new DraftPart.Heading(2, "b"), .. Enumerable.Range(1, deepest).Select(i => new DraftPart.Heading(3, $"c{i}")), DraftPart.Paragraph.Of("text")]);

        Assert.Equal(levels == 3 ? 2 + deepest : 2, written.Body.Descendants<Hyperlink>().Count());
        Assert.Contains(written.Body.Descendants<FieldCode>(), code => code.Text.Contains($"\"1-{levels}\"", StringComparison.Ordinal));
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_draft_with_one_heading_has_no_contents()
    {
        using var written = WrittenDocument.With(new DraftPart.Heading(1, "Läget"), SampleDraft.FiveYears);

        Assert.Empty(written.Body.Descendants<Hyperlink>());
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_heading_with_a_long_number_does_not_run_into_it()
    {
        using var few = WrittenDocument.With(new DraftPart.Heading(1, "a"), new DraftPart.Heading(2, "b"));
        using var many = WrittenDocument.With([.. Enumerable.Repeat(new DraftPart.Heading(1, "a"), 10), .. Enumerable.Repeat(new DraftPart.Heading(2, "b"), 10)]);

        Assert.Equal(737, Indent(few));
        Assert.True(Indent(many) >= 684 + 120, $"{Indent(many)}"); // "10.10" in fifteen points, and a gap.
    }

    [Fact]
    public void Two_charts_of_seven_double_bars_have_room_on_a_page()
    {
        ImmutableArray<string> seven = ["a", "b", "c", "d", "e", "f", "g"];
        ImmutableArray<ChartPoint> points = [.. seven.Select(_ => new ChartPoint(1, null))];
        using var written = WrittenDocument.With(new DraftPart.Chart("x", "Diagram", ChartKind.Bars, seven, [new("Kvinnor", points), new("Män", points)], "personer", "Text", ["En not."]));

        const int captionsAndNotes = 2 * (32 + 19 + 7);
        Assert.InRange(written.Body.Descendants<Extent>().Single().Cy!.Value, 1, (700 - captionsAndNotes) * 12700 / 2);
    }

    [Fact]
    public void A_heading_after_a_lying_page_stands_at_the_top_of_its_own()
    {
        using var written = WrittenDocument.With(ChartSample.Wide, new DraftPart.Heading(1, "Sedan"), DraftPart.Paragraph.Of("text"));

        Assert.Equal("0", written.Headings().Single().ParagraphProperties!.SpacingBetweenLines!.Before!.Value);
    }

    private static DraftPart.Table Status(string initiative, string assessment) => new(
        "laget", "Läget i insatserna",
        [new("Insats"), new("Period"), new("Status"), new("Rapport"), new("Utfall 2023, kr", Alignment.Right), new("Förbrukade medel, andel av budget", Alignment.Right), new("Bedömning")],
        [.. Enumerable.Repeat(new TableRow([initiative, "2023-01-01 – 2025-12-31", "Pågående", "2024-01-26", new TableCell("3\u00A0400\u00A0000", 3_400_000), "–", $"Uppfylld till {assessment} del"]), 4)], []);

    private static DraftPart.Table FewRows(int rows) => new(
        "manader", "Månad för månad", [new("Insats"), .. Months.Select(month => new TableColumn(month, Alignment.Right))],
        [.. Enumerable.Range(1, rows).Select(row => new TableRow([$"Rad {row}", .. Months.Select((_, i) => new TableCell($"{i + row}", i + row, FigureSource.Of($"register/rad-{row}/{i + 1}")))]))],
        []);

    private static IEnumerable<DraftPart> Sheets(params int[] rows) => rows.Index().SelectMany(sheet => new DraftPart[]
    {
        new DraftPart.PageBreak(),
        new DraftPart.Heading(2, $"Blad {sheet.Index + 1}"),
        new DraftPart.Table($"blad-{sheet.Index}", $"Blad {sheet.Index + 1}", [new(""), new("")], [.. Enumerable.Repeat(new TableRow(["Etikett", "text"]), sheet.Item)], []) { ShowHeader = false },
    });

    private static string Sentence(int letters) => string.Concat(Enumerable.Repeat("ord som är korta ", (letters / 17) + 1))[..letters];

    private static bool IsLying(WrittenDocument written) => written.Body.Descendants<PageSize>().Any(size => size.Orient?.Value == PageOrientationValues.Landscape);

    private static List<int> Widths(WrittenDocument written) =>
        [.. written.Tables.Single().Descendants<GridColumn>().Select(column => int.Parse(column.Width!.Value!, CultureInfo.InvariantCulture))];

    private static int Indent(WrittenDocument written) => int.Parse(
        written.Main.NumberingDefinitionsPart!.Numbering!.Descendants<Level>().First(level => level.LevelIndex! == 1).Descendants<Indentation>().Single().Left!.Value!, CultureInfo.InvariantCulture);
}

using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;
using Row = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = Finsam.Domain.Drafts.TableCell;

namespace Finsam.Documents.Tests.Word;

public sealed class TableTests
{
    [Fact]
    public void The_cells_read_back_are_the_cells_of_the_draft()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        var tables = SampleDraft.Document.Parts.OfType<DraftPart.Table>().ToList();

        Assert.Equal(tables.Count, written.Tables.Count);
        for (var i = 0; i < tables.Count; i++)
        {
            var head = tables[i].ShowHeader ? new[] { tables[i].Columns.Select(column => column.Header) } : [];
            Assert.Equal(head.Concat(tables[i].Rows.Select(row => row.Cells.Select(cell => cell.Text))), WrittenDocument.CellsOf(written.Tables[i]));
        }
    }

    [Fact]
    public void The_head_row_and_no_other_is_marked_and_no_row_breaks_over_pages()
    {
        using var written = WrittenDocument.With(SampleDraft.OutcomeTable);

        var rows = Rows(written.Tables.Single());

        Assert.Equal([0], rows.Index().Where(row => row.Item.TableRowProperties!.Descendants<TableHeader>().Any()).Select(row => row.Index));
        Assert.All(rows, row => Assert.NotEmpty(row.TableRowProperties!.Descendants<CantSplit>()));
    }

    [Fact]
    public void A_column_of_figures_is_wide_enough_that_no_figure_breaks_over_two_lines()
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "belopp", "Belopp", [new("Insats", Width: 4), new("Utfall, kr", Finsam.Domain.Drafts.Alignment.Right), new("Kommentar", Width: 7)], [new(["Alla", new TableCell("123\u00A0456\u00A0789", 123456789), "–"])], []));

        var widths = written.Tables.Single().Descendants<GridColumn>().Select(column => int.Parse(column.Width!.Value!, CultureInfo.InvariantCulture)).ToList();

        Assert.True(widths[1] >= 1600, $"{widths[1]}");
        Assert.Equal(9072, widths.Sum());
    }

    [Fact]
    public void A_row_with_a_long_text_may_break_over_pages()
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "mal", "Mål", [new("Mål"), new("Uppföljning")], [new Domain.Drafts.TableRow(["kort", "kort"]), new Domain.Drafts.TableRow(["kort", new string('a', 601)])], []));

        Assert.Equal([true, true, false], Rows(written.Tables.Single()).Select(row => row.Descendants<CantSplit>().Any()));
    }

    [Fact]
    public void A_form_sheet_has_no_head_row_but_row_headings()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        var sheet = written.Tables[^1];

        Assert.Empty(sheet.Descendants<TableHeader>());
        Assert.Equal("FinsamFormSheet", sheet.Descendants<TableStyle>().Single().Val!.Value);
        Assert.True(sheet.Descendants<TableLook>().Single().FirstColumn!.Value);
        Assert.False(sheet.Descendants<TableLook>().Single().FirstRow!.Value);
        var style = written.Styles.Elements<Style>().Single(s => s.StyleId == "FinsamFormSheet");
        var labels = style.Elements<TableStyleProperties>().Single(part => part.Type! == TableStyleOverrideValues.FirstColumn);
        Assert.NotEmpty(labels.Descendants<Bold>());
    }

    [Fact]
    public void A_table_tells_a_screen_reader_its_name_its_content_and_its_row_headings()
    {
        using var written = WrittenDocument.With(SampleDraft.ParticipantsTable);
        var properties = written.Tables.Single().GetFirstChild<TableProperties>()!;

        Assert.Equal("Deltagare i insatser för individer 2023", properties.TableCaption!.Val!.Value);
        Assert.Equal(
            "Tabell med 9 rader under en rubrikrad och 5 kolumner: Insats, Antal deltagare, Kvinna, Man, Annat/vill ej uppge kön.",
            properties.TableDescription!.Val!.Value);
        Assert.True(properties.TableLook!.FirstColumn!.Value);
        Assert.Empty(written.Body.Descendants<GridSpan>());
        Assert.Empty(written.Body.Descendants<VerticalMerge>());
    }

    [Fact]
    public void The_caption_stands_above_with_its_number_in_place_and_the_notes_below()
    {
        using var written = WrittenDocument.With(SampleDraft.FiveYears, SampleDraft.ParticipantsTable);

        Assert.Equal(
            ["Tabell 1. Översikt, fem år", "Tabell 2. Deltagare i insatser för individer 2023"],
            written.InStyle("Caption").Select(WrittenDocument.TextOf));
        Assert.Equal(2, written.Body.Descendants<FieldCode>().Count(code => code.Text.Trim() == @"SEQ Tabell \* ARABIC"));
        Assert.Equal(".. uppgiften visas inte av sekretesskäl.", WrittenDocument.TextOf(written.InStyle("TableNote").First()));
        Assert.IsType<Table>(written.InStyle("TableNote").First().PreviousSibling());
        Assert.All(written.InStyle("Caption"), caption => Assert.IsType<SdtBlock>(caption.NextSibling()));
    }

    [Fact]
    public void Total_rows_are_bold_below_a_line_and_the_rows_beside_the_sum_are_set_apart()
    {
        using var written = WrittenDocument.With(SampleDraft.OutcomeTable);
        var rows = Rows(written.Tables.Single());
        var (total, aside) = (rows[^2], rows[^1]);

        Assert.All(total.Descendants<Run>(), run => Assert.Equal("Strong", run.RunProperties!.RunStyle!.Val!.Value));
        Assert.All(total.Descendants<TableCellProperties>(), cell => Assert.Equal(8u, cell.TableCellBorders!.TopBorder!.Size!.Value));
        Assert.All(aside.Descendants<TableCellProperties>(), cell => Assert.NotNull(cell.TableCellMargin!.TopMargin));
        Assert.DoesNotContain(rows.Take(rows.Count - 2).Skip(1).SelectMany(row => row.Descendants<Run>()), run => run.RunProperties is not null);
        Assert.Empty(written.Body.Descendants<Italic>());
    }

    [Fact]
    public void Figures_stand_to_the_right_and_so_do_their_heads()
    {
        using var written = WrittenDocument.With(SampleDraft.FiveYears);
        var rows = Rows(written.Tables.Single());

        Assert.Equal(["TableText", "TableFigure", "TableFigure", "TableFigure", "TableFigure", "TableFigure"], rows[1].Descendants<Paragraph>().Select(WrittenDocument.StyleOf));
        Assert.Equal(5, rows[0].Descendants<Justification>().Count(j => j.Val! == JustificationValues.Right));
    }

    [Theory]
    [InlineData(new[] { 1, 1, 1 }, new[] { 3024, 3024, 3024 })]
    [InlineData(new[] { 3, 1, 1, 1, 1, 1 }, new[] { 3402, 1134, 1134, 1134, 1134, 1134 })]
    [InlineData(new[] { 0, -4 }, new[] { 4536, 4536 })]
    public void Columns_share_the_width_of_the_text(int[] shares, int[] expected)
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "t", "c", [.. shares.Select(share => new TableColumn("h", Width: share))], [new([.. shares.Select(_ => new TableCell("x"))])], []));

        var grid = written.Tables.Single().Descendants<GridColumn>().Select(column => int.Parse(column.Width!.Value!, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(expected, grid);
        Assert.Equal(9072, grid.Sum());
        Assert.Equal(grid, Rows(written.Tables.Single())[1].Descendants<TableCellWidth>().Select(width => int.Parse(width.Width!.Value!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Odd_shares_still_add_up_to_the_width_of_the_text()
    {
        using var written = WrittenDocument.With(new DraftPart.Table(
            "t", "c", [.. Enumerable.Range(1, 7).Select(share => new TableColumn("h", Width: share))], [new([.. Enumerable.Repeat(new TableCell("x"), 7)])], []));

        Assert.Equal(9072, written.Tables.Single().Descendants<GridColumn>().Sum(column => int.Parse(column.Width!.Value!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Lines_of_a_numbered_cell_are_a_list_that_begins_at_one()
    {
        using var written = WrittenDocument.Of(SampleDraft.Document);
        var cells = written.Tables[^1].Descendants<DocumentFormat.OpenXml.Wordprocessing.TableCell>()
            .Where(cell => cell.Descendants<Paragraph>().Any(p => WrittenDocument.StyleOf(p) == "TableNumber")).ToList();

        var lists = cells.Select(cell => cell.Descendants<NumberingId>().Select(id => id.Val!.Value).Distinct().Single()).ToList();

        Assert.Equal(2, cells.Count); // goals and results
        Assert.Equal([4, 4], cells.Select(cell => cell.Elements<Paragraph>().Count()));
        Assert.Equal(2, lists.Distinct().Count());
    }

    [Fact]
    public void A_table_without_rows_says_so_and_stays_valid()
    {
        using var written = WrittenDocument.With(SampleDraft.FiveYears with { Rows = [] });

        Assert.Empty(written.Faults());
        Assert.Empty(written.Tables);
        Assert.Contains("Det finns inga uppgifter till tabellen.", written.InStyle("TableNote").Select(WrittenDocument.TextOf));
    }

    [Fact]
    public void A_row_with_too_few_cells_is_refused_with_its_place()
    {
        var table = SampleDraft.FiveYears with { Rows = [.. SampleDraft.FiveYears.Rows, new(["bara en"])] };

        var refusal = Assert.Throws<ArgumentException>(() => WordWriter.Write(SampleDraft.With(table), SampleDraft.Identity));

        Assert.StartsWith("Table 'oversikt', row 6: 1 cells for 6 columns.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_columns_is_refused()
    {
        var table = new DraftPart.Table("tom", "Tom", [], [], []);

        Assert.Throws<ArgumentException>(() => WordWriter.Write(SampleDraft.With(table), SampleDraft.Identity));
    }

    private static List<Row> Rows(Table table) => [.. table.Elements<Row>()];
}

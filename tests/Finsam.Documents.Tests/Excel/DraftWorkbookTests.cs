using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Finsam.Documents.Excel;
using Finsam.Documents.Tests.Word;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Tests.Excel;

public sealed class DraftWorkbookTests
{
    [Fact]
    public void Each_table_and_chart_has_a_sheet_numbered_as_its_caption_in_Word()
    {
        var sheets = Read(SampleDraft.With(SampleDraft.FiveYears, ChartSample.Outcome, SampleDraft.OutcomeTable)).Sheets;

        Assert.Equal(
            ["Innehåll", "Tabell 1 Översikt, fem år", "Figur 1 Utfall och budget per…", "Tabell 2 Utfall för beviljade…"],
            sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void Figures_are_numbers_and_each_row_says_where_they_come_from()
    {
        var sheet = Read(SampleDraft.With(SampleDraft.OutcomeTable)).Sheets[1];
        var mysam = sheet.Rows[1].Cells;

        Assert.Equal(new CellValue.Number(305), mysam[1].Value);
        Assert.Equal(new CellValue.Text("Källa"), sheet.Rows[0].Cells[^1].Value);
        Assert.Equal(new CellValue.Text("rapport/2023-helar/mysam#ekonomi.utfall\nregister/insatser/mysam#beviljat.2023"), mysam[^1].Value);
    }

    [Fact]
    public void What_is_missing_in_a_chart_is_words_and_no_zero()
    {
        var sheet = Read(SampleDraft.With(ChartSample.Outcome)).Sheets[1];

        Assert.Equal(new CellValue.Text("uppgift saknas"), sheet.Rows[4].Cells[2].Value);
        Assert.Equal(new CellValue.Number(305.5m), sheet.Rows[1].Cells[1].Value);
    }

    [Fact]
    public void Figures_in_text_and_in_lists_have_a_sheet_of_their_own()
    {
        var figure = new Inline.Figure("11 773 tkr", 11773m, FigureSource.Of("rapport/summa"));
        var sheet = Read(SampleDraft.With(new DraftPart.Paragraph([figure]), new DraftPart.List([[figure with { Display = "212", Value = null }]]))).Sheets[^1];

        Assert.Equal("Siffror i text", sheet.Name);
        Assert.Equal([new CellValue.Number(11773), new CellValue.Text("rapport/summa")], sheet.Rows[1].Cells.Skip(1).Select(cell => cell.Value));
    }

    [Theory]
    [MemberData(nameof(HostileTextTests.Pasted), MemberType = typeof(HostileTextTests))]
    public void Hostile_text_makes_no_broken_file(string pasted, string kept)
    {
        Assert.NotEmpty(kept);
        var table = new DraftPart.Table(pasted, pasted, [new(pasted), new(pasted)], [new([pasted, new TableCell(pasted, null, FigureSource.Of(pasted))])], [pasted]);
        var chart = new DraftPart.Chart("c", pasted, ChartKind.Pie, [pasted], [new(pasted, [new(1m, FigureSource.Of(pasted))])], pasted, pasted, [pasted]);
        var document = SampleDraft.With(table, table with { Id = "b" }, chart, new DraftPart.Paragraph([new Inline.Figure(pasted, 1m, FigureSource.Of(pasted))])) with { Title = pasted };

        var bytes = DraftWorkbookWriter.Write(document);

        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package, TestContext.Current.CancellationToken));
        Assert.Equal(bytes, DraftWorkbookWriter.Write(document));
    }

    [Fact]
    public void A_draft_without_tables_has_the_contents()
    {
        Assert.Equal(["Innehåll"], Read(SampleDraft.With()).Sheets.Select(sheet => sheet.Name));
    }

    private static ReadWorkbook Read(DraftDocument document) => WorkbookReader.Read(DraftWorkbookWriter.Write(document));
}

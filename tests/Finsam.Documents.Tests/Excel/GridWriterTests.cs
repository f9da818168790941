using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Finsam.Documents.Excel;
using CellValue = Finsam.Documents.Excel.CellValue;

namespace Finsam.Documents.Tests.Excel;

public sealed class GridWriterTests
{
    private static readonly ReadingOptions AsForm = new() { FormulaResults = true, RefusesShares = true, OwnLayout = true };

    private static readonly GridSheet Form = new(
        "Deltagare: [1]", [0, 20, 10, 10],
        [
            new([Cell("nyckel", GridStyle.Ground), Cell("", GridStyle.Ground), Cell("1", GridStyle.Ground), Cell("2", GridStyle.Ground)]) { IsHidden = true },
            new([Cell("-", GridStyle.Ground), Cell("Rubrik", GridStyle.Title) with { Span = 3 }, Cell("", GridStyle.Title), Cell("", GridStyle.Title)]),
            new([Cell("k", GridStyle.Ground), Cell("Nya", GridStyle.RowHead), new(new CellValue.Number(3.25m), GridStyle.Number), new(new CellValue.Blank(), GridStyle.Amount)]),
            new(
            [
                Cell("d", GridStyle.Ground), new(new CellValue.Date(new DateOnly(2023, 6, 30)), GridStyle.Date),
                new(new CellValue.Number(3.25m), GridStyle.Total) { Formula = "SUM(C3:D3)" }, new(new CellValue.Blank(), GridStyle.Total) { Formula = "IF(COUNT(D3)=0,\"\",D3)" },
            ]) { Lines = 3 },
        ])
    {
        FrozenRows = 2,
        FrozenColumns = 2,
        Choices = [new GridChoice(new CellAddress(3, 3), "\"ja,nej\"")],
    };

    [Fact]
    public void What_is_written_is_read_back_with_what_formulas_came_to()
    {
        var read = WorkbookReader.Read(GridWriter.Write([Form]), AsForm);

        Assert.Empty(read.Findings);
        var cells = read.Sheets.Single().Rows.SelectMany(r => r.Cells).ToDictionary(c => c.Address, c => c.Value);
        Assert.Equal(new CellValue.Number(3.25m), cells["C3"]);
        Assert.Equal(new CellValue.Date(new DateOnly(2023, 6, 30)), cells["B4"]);
        Assert.Equal(new CellValue.Number(3.25m), cells["C4"]);
        Assert.DoesNotContain("D4", cells.Keys);
        Assert.Equal("Deltagare- -1-", read.Sheets.Single().Name);
    }

    [Fact]
    public void The_file_is_what_the_standard_says_and_the_same_each_time()
    {
        var file = GridWriter.Write([Form, Form]);

        Assert.Empty(Faults(file));
        Assert.Equal(file, GridWriter.Write([Form, Form]));
    }

    [Theory]
    [MemberData(nameof(WorkbookWriterTests.Hostile), MemberType = typeof(WorkbookWriterTests))]
    public void No_text_is_a_formula(string text)
    {
        foreach (var style in Enum.GetValues<GridStyle>())
        {
            var file = GridWriter.Write([new GridSheet("Blad", [10], [new([Cell(text, style)])])]);

            Assert.Empty(Faults(file));
            Assert.Equal(new CellValue.Text(text), WorkbookReader.Read(file).Sheets.Single().Rows.Single().Cells.Single().Value);
            using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            var cell = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Single();
            var format = book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
            Assert.Equal("=+-@\t\r'".Contains(text[0], StringComparison.Ordinal), format.QuotePrefix?.Value ?? false);
        }
    }

    [Fact]
    public void Sheets_that_cannot_be_a_workbook_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GridWriter.Write([]));
        Assert.Throws<ArgumentException>(() => GridWriter.Write([new GridSheet("Blad", [10, 10], [new([Cell("a", GridStyle.Label)])])]));
        Assert.Throws<ArgumentException>(() => GridWriter.Write([new GridSheet("Blad", [10], [new([new(new CellValue.Date(new DateOnly(1899, 1, 1)), GridStyle.Date)])])]));
        Assert.Throws<ArgumentException>(() => GridWriter.Write([new GridSheet("Blad", [10], [new([Cell(new string('a', WorkbookWriter.LongestText + 1), GridStyle.Text)])])]));
    }

    [Fact]
    public void As_a_form_it_is_read_with_formulas_hidden_rows_and_merged_cells_but_without_shares()
    {
        const string rows =
            """
            <row r="1" hidden="1"><c r="A1"><f>1+1</f><v>2</v></c></row>
            <row r="2"><c r="B2"><f>B9</f></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2" s="1"><v>0.5</v></c></row>
            """;
        var file = new RawWorkbook { BuiltInFormats = [9] }.Sheet(rows, after: """<mergeCells><mergeCell ref="A1:B1"/></mergeCells>""").ToBytes();

        var read = WorkbookReader.Read(file, AsForm);
        Assert.Equal(new CellValue.Number(2), read.Sheets.Single().Rows[0][0]);
        Assert.Equal(["B2", "C2", "D2"], read.Findings.Select(f => f.Cell));
        Assert.StartsWith("Cellen innehåller en formel som inte har räknats ut.", read.Findings[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("Cellen innehåller en andel (50 %)", read.Findings[2].Message, StringComparison.Ordinal);

        // As a list, all of it is said.
        Assert.Contains(WorkbookReader.Read(file).Findings, f => f.Message.Contains("formel", StringComparison.Ordinal) && f.Cell == "A1");
    }

    private static GridCell Cell(string text, GridStyle style) => new(new CellValue.Text(text), style);

    private static IEnumerable<string> Faults(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }
}

using Finsam.Documents.Excel;

namespace Finsam.Documents.Tests.Excel;

public sealed class SheetReadingTests
{
    [Fact]
    public void Rows_and_cells_have_the_places_a_person_sees_and_blank_ones_are_left_out()
    {
        var read = RawWorkbook.Read(
            """<row r="2"/><row r="4"><c r="B4"><v>1</v></c><c r="C4" s="1"/><c r="AB4"><v>2</v></c></row><row r="7"><c r="A7" t="inlineStr"><is><t></t></is></c></row><row r="9"><c r="A9"><v>3</v></c></row>""");

        Assert.Empty(read.Findings);
        var rows = read.Sheets.Single().Rows;
        Assert.Equal([4, 9], rows.Select(row => row.Number));
        Assert.Equal([("B4", 1), ("AB4", 27)], rows[0].Cells.Select(cell => (cell.Address, cell.Column)));
        Assert.Equal(new CellValue.Number(2m), rows[0][27]);
        Assert.Equal(new CellValue.Blank(), rows[0][2]);
    }

    [Fact]
    public void Cells_without_addresses_follow_upon_each_other()
    {
        var read = RawWorkbook.Read(
            """<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c><v>3</v></c><c r="D5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row><row><c r="B9"><v>7</v></c></row>""");

        Assert.Equal(["A1", "B1", "A5", "D5", "E5", "A6", "B9"], Read.Values(read).Keys);
        Assert.Equal([1, 5, 6, 9], read.Sheets.Single().Rows.Select(row => row.Number));
    }

    [Fact]
    public void Each_merged_range_is_said_once_at_its_first_cell()
    {
        var read = RawWorkbook.Read("""<row r="1"><c r="A1"><v>1</v></c></row>""", after: """<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B9"/></mergeCells>""");

        Assert.Equal(["A1", "B3"], read.Findings.Select(finding => finding.Cell));
        Assert.StartsWith("Cellerna A1:C1 är sammanslagna.", read.Findings[0].Message, StringComparison.Ordinal);
        Assert.False(read.IsWhole);
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void A_hidden_sheet_is_skipped_and_said(string state)
    {
        var read = new RawWorkbook().Sheet("", name: "Syns").Sheet("""<row r="1"><c r="A1"><f>1</f></c></row>""", name: "Dold", state: state).Read();

        Assert.Equal(["Syns"], read.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([new CellFinding("Dold", null, "Bladet är dolt och har inte lästs. Visa det i Excel och läs in filen igen om det hör till listan.", IsWarning: true)], read.Findings);
        Assert.True(read.IsWhole);
    }

    [Fact]
    public void Hidden_rows_and_columns_are_read_and_said_when_something_stands_in_them()
    {
        var read = RawWorkbook.Read(
            """
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>
            <row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" hidden="1"><c r="A3"><v>3</v></c></row>
            <row r="4" hidden="1"/><row r="5" hidden="true"><c r="A5"><v>5</v></c></row>
            """,
            before: """<cols><col min="2" max="3" hidden="1"/><col min="10" max="16384" hidden="1"/></cols>""");

        Assert.Equal(5, read.Sheets.Single().Rows.Sum(row => row.Cells.Length));
        Assert.Equal(
            [
                "Kolumn B är dold men har lästs. Ta bort kolumnen om den inte hör till listan.",
                "Raderna 2–3 är dolda men har lästs. Ta bort raderna om de inte hör till listan.",
                "Rad 5 är dold men har lästs. Ta bort raden om den inte hör till listan.",
            ],
            read.Findings.Select(finding => finding.Message));
        Assert.All(read.Findings, finding => Assert.True(finding.IsWarning && finding.Sheet == "Blad1"));
    }

    [Theory]
    [InlineData("chartsheet")]
    [InlineData("dialogsheet")]
    [InlineData("xlMacrosheet")]
    public void Sheets_without_cells_are_skipped(string kind)
    {
        var read = new RawWorkbook().Sheet("", name: "Diagram", kind: kind).Sheet("", name: "Lista").Read();

        Assert.Empty(read.Findings);
        Assert.Equal(["Lista"], read.Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void A_workbook_of_the_strict_kind_is_read()
    {
        var read = new RawWorkbook
        {
            MainNamespace = "http://purl.oclc.org/ooxml/spreadsheetml/main",
            RelationsNamespace = "http://purl.oclc.org/ooxml/officeDocument/relationships",
            SharedStrings = "<si><t>strikt</t></si>",
        }.Sheet("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2023-06-30</v></c></row>""").Read();

        Assert.Equal([new CellValue.Text("strikt"), new CellValue.Date(new DateOnly(2023, 6, 30))], Read.Values(read).Values);
    }

    [Fact]
    public void A_sheets_name_is_the_one_on_its_tab() =>
        Assert.Equal("2023 & _x0041_", new RawWorkbook().Sheet("", name: "2023 &amp; _x005F_x0041_").Read().Sheets.Single().Name);

    [Theory]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>""")]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>""")]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row>""")]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A4"><v>2</v></c></row>""")]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="AAAA3"><v>2</v></c></row>""")]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="1048577"/>""")]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row>""")]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row>&nbsp;""")]
    public void A_damaged_sheet_is_said_and_what_came_before_and_the_other_sheets_are_read(string rows)
    {
        var read = new RawWorkbook().Sheet(rows).Sheet("""<row r="1"><c r="A1"><v>7</v></c></row>""", name: "Blad2").Read();

        Assert.Equal([new CellFinding("Blad1", null, "Bladet är skadat och kunde inte läsas i sin helhet. Öppna filen i Excel, spara på nytt och läs in den igen.")], read.Findings);
        Assert.Equal(new CellValue.Number(1m), read.Sheets[0].Rows[0].Cells[0].Value);
        Assert.Equal(new CellValue.Number(7m), read.Sheets[1].Rows[0].Cells[0].Value);
    }

    [Fact]
    public void Rows_beyond_the_last_are_said_and_not_read()
    {
        var read = RawWorkbook.Read("""<row r="20000"><c r="A20000"><v>1</v></c></row><row r="20001"><c r="A20001"/></row><row r="20002"><c r="A20002"><v>1</v></c></row><row r="20003"><c r="A20003"><f>x</f></c></row>""");

        Assert.Equal([new CellFinding("Blad1", "A20002", "Bladet har innehåll nedanför rad 20\u00a0000, som är den sista som läses. Ta bort det eller dela upp listan på flera blad.")], read.Findings);
        Assert.Equal([20000], read.Sheets.Single().Rows.Select(row => row.Number));
    }

    [Fact]
    public void Formatting_far_below_the_list_does_no_harm() =>
        Assert.Empty(RawWorkbook.Read("""<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" s="1"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>""").Findings);

    [Fact]
    public void Columns_beyond_the_last_are_said_once_and_not_read()
    {
        var read = RawWorkbook.Read("""<row r="1"><c r="GR1"><v>1</v></c><c r="GS1"><v>1</v></c></row><row r="2"><c r="XFD2"><v>1</v></c></row>""");

        Assert.Equal([new CellFinding("Blad1", "GS1", "Bladet har innehåll till höger om kolumn GR, som är den sista som läses. Ta bort det eller dela upp listan på flera blad.")], read.Findings);
        Assert.Equal("GR1", Assert.Single(read.Sheets.Single().Rows).Cells.Single().Address);
    }

    [Fact]
    public void Sheets_beyond_the_fiftieth_are_said_and_not_read()
    {
        var raw = new RawWorkbook();
        for (var i = 1; i <= 51; i++)
        {
            raw.Sheet("", name: $"Blad{i}");
        }

        var read = raw.Read();

        Assert.Equal([new CellFinding(null, null, "Arbetsboken har 51 blad, och högst 50 kan läsas. Ta bort de blad som inte hör till listan.")], read.Findings);
        Assert.Equal(50, read.Sheets.Length);
    }

    [Fact]
    public void A_thousand_findings_are_enough()
    {
        var read = RawWorkbook.Read(string.Concat(Enumerable.Range(1, 1500).Select(row => $"""<row r="{row}"><c r="A{row}"><f>B{row}</f></c></row>""")));

        Assert.Equal(1001, read.Findings.Length);
        Assert.Equal("Det finns fler anmärkningar än de 1000 som står här. Rätta dessa först och läs in filen igen.", read.Findings[^1].Message);
    }
}

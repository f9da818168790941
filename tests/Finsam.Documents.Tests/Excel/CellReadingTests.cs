using System.Globalization;
using Finsam.Documents.Excel;

namespace Finsam.Documents.Tests.Excel;

public sealed class CellReadingTests
{
    [Fact]
    public void Texts_are_read_wherever_the_file_keeps_them()
    {
        var read = new RawWorkbook
        {
            SharedStrings =
                """<si><t xml:space="preserve"> kant </t></si>"""
                + """<si><r><rPr><b/></rPr><t xml:space="preserve">fet </t></r><r><t>mager</t></r><rPh sb="0" eb="1"><t>uttal</t></rPh><phoneticPr fontId="1"/></si>"""
                + "<si><t>rad_x000D_\nrad _x005F_x000A_ a_x0007_b _xZZZZ_</t></si><si/>",
        }.Sheet(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>inne</t></is></c><c r="B2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c r="C2" t="str"><v>str</v></c></row>
            <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="b"><v>0</v></c><c r="C3" t="inlineStr"><is><t><![CDATA[<a&b>]]></t></is></c></row>
            """).Read();

        Assert.Equal(
            new Dictionary<string, CellValue>
            {
                ["A1"] = new CellValue.Text(" kant "),
                ["B1"] = new CellValue.Text("fet mager"),
                ["C1"] = new CellValue.Text("rad\r\nrad _x000A_ ab _xZZZZ_"),
                ["A2"] = new CellValue.Text("inne"),
                ["B2"] = new CellValue.Text("ab"),
                ["C2"] = new CellValue.Text("str"),
                ["A3"] = new CellValue.Text("Ja"),
                ["B3"] = new CellValue.Text("Nej"),
                ["C3"] = new CellValue.Text("<a&b>"),
            },
            Read.Values(read));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+7", "7")]
    [InlineData("1486123.5", "1486123.5")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1004.9999999999999", "1005")]
    [InlineData("-2.0000000000000001E-2", "-0.02")]
    [InlineData("1.5e+3", "1500")]
    [InlineData("999999999999999.9", "1000000000000000")]
    [InlineData("12345678901234567", "12345678901234600")]
    [InlineData("0.1000000000000000055511151231257827", "0.1")]
    [InlineData("1E-300", "0")]
    [InlineData("00012.500", "12.5")]
    [InlineData(".5", "0.5")]
    [InlineData(" 12 ", "12")]
    [InlineData("7E28", "70000000000000000000000000000")]
    public void A_number_is_the_one_that_Excel_shows(string stored, string shown)
    {
        var read = RawWorkbook.Read($"""<row r="1"><c r="A1"><v>{stored}</v></c></row>""");

        Assert.Equal(new CellValue.Number(decimal.Parse(shown, CultureInfo.InvariantCulture)), Read.Values(read)["A1"]);
    }

    [Theory]
    [InlineData("1E29", "Talet 1E29 är för stort. Skriv ett tal med högst 28 siffror.")]
    [InlineData("-1.7976931348623157E+308", "Talet -1.7976931348623157E+308 är för stort. Skriv ett tal med högst 28 siffror.")]
    [InlineData("NaN", "Talet NaN går inte att läsa. Skriv det på nytt i Excel.")]
    [InlineData("1,5", "Talet 1,5 går inte att läsa. Skriv det på nytt i Excel.")]
    [InlineData("1E", "Talet 1E går inte att läsa. Skriv det på nytt i Excel.")]
    [InlineData("-", "Talet - går inte att läsa. Skriv det på nytt i Excel.")]
    public void A_number_that_cannot_be_kept_is_said_with_its_cell(string stored, string message)
    {
        var read = RawWorkbook.Read($"""<row r="3"><c r="B3"><v>{stored}</v></c></row>""");

        Assert.Equal([new CellFinding("Blad1", "B3", message)], read.Findings);
        Assert.Empty(read.Sheets.Single().Rows);
    }

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("[$-41D]d mmmm yyyy;@", true)]
    [InlineData("mmm", true)]
    [InlineData("D/M", true)]
    [InlineData("yyyy-mm-dd hh:mm", true)]
    [InlineData("\"den\" d", true)]
    [InlineData("General", false)]
    [InlineData("#,##0;-#,##0", false)]
    [InlineData("#,##0\\ \"dagar\"", false)]
    [InlineData("0\\d", false)]
    [InlineData("[Red]0", false)]
    [InlineData("#,##0.00\\ [$kr-41D]", false)]
    [InlineData("0;yyyy", false)]
    [InlineData("_-* #,##0_-;_m", false)]
    [InlineData("@", false)]
    [InlineData("@_d*y", false)]
    [InlineData("\"mdy", false)]
    [InlineData("[", false)]
    [InlineData("0.00E+00", false)]
    public void A_number_is_a_date_when_its_format_shows_one(string format, bool isDate)
    {
        var read = new RawWorkbook { Formats = [format] }.Sheet("""<row r="1"><c r="A1" s="1"><v>45107</v></c></row>""").Read();

        Assert.Equal(isDate ? new CellValue.Date(new DateOnly(2023, 6, 30)) : new CellValue.Number(45107m), Read.Values(read)["A1"]);
    }

    [Theory]
    [InlineData(0, "number")]
    [InlineData(1, "number")]
    [InlineData(13, "number")]
    [InlineData(14, "date")]
    [InlineData(15, "date")]
    [InlineData(16, "date")]
    [InlineData(17, "date")]
    [InlineData(18, "time")]
    [InlineData(21, "time")]
    [InlineData(22, "date")]
    [InlineData(37, "number")]
    [InlineData(45, "time")]
    [InlineData(46, "time")]
    [InlineData(47, "time")]
    [InlineData(49, "number")]
    public void The_formats_that_every_workbook_has_are_known(int id, string kind)
    {
        var read = new RawWorkbook { BuiltInFormats = [id] }.Sheet("""<row r="1"><c r="A1" s="1"><v>45107</v></c></row>""").Read();

        var what = read.Findings.Length == 1 ? "time" : Read.Value(read, "A1") is CellValue.Date ? "date" : "number";
        Assert.Equal(kind, what);
    }

    [Theory]
    [InlineData("0%")]
    [InlineData("0.0 %")]
    [InlineData("#,##0.00%;[Red]-0.00%")]
    public void A_share_is_read_as_the_per_cent_it_is_shown_as(string format)
    {
        var own = new RawWorkbook { Formats = [format] }.Sheet("""<row r="1"><c r="A1" s="1"><v>0.575</v></c></row>""").Read();
        var builtIn = new RawWorkbook { BuiltInFormats = [10] }.Sheet("""<row r="1"><c r="A1" s="1"><v>0.575</v></c></row>""").Read();
        Assert.Equal(new CellValue.Number(57.5m), Read.Value(own, "A1"));
        Assert.Equal(new CellValue.Number(57.5m), Read.Value(builtIn, "A1"));
    }

    [Theory]
    [InlineData("h:mm")]
    [InlineData("[h]:mm:ss")]
    [InlineData("mm:ss.0")]
    [InlineData("h:mm AM/PM")]
    [InlineData("[mm]")]
    public void A_time_without_a_day_is_said(string format)
    {
        var read = new RawWorkbook { Formats = [format] }.Sheet("""<row r="1"><c r="A1" s="1"><v>0.5</v></c></row>""").Read();

        Assert.Equal([new CellFinding("Blad1", "A1", "Cellen innehåller ett klockslag eller en tid. Skriv ett vanligt tal, till exempel timmar med decimaler, eller ett datum.")], read.Findings);
    }

    [Theory]
    [InlineData("1", false, "1900-01-01")]
    [InlineData("59", false, "1900-02-28")]
    [InlineData("61", false, "1900-03-01")]
    [InlineData("2958465", false, "9999-12-31")]
    [InlineData("45107.000001", false, "2023-06-30")]
    [InlineData("45106.999999", false, "2023-06-30")]
    [InlineData("0", true, "1904-01-01")]
    [InlineData("60", true, "1904-03-01")]
    [InlineData("43645", true, "2023-06-30")]
    public void Days_are_counted_as_Excel_counts_them(string serial, bool from1904, string day)
    {
        Assert.Equal(new CellValue.Date(DateOnly.Parse(day, CultureInfo.InvariantCulture)), Read.Values(Dates(serial, from1904))["A1"]);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("60", false)]
    [InlineData("-1", false)]
    [InlineData("-0.25", false)]
    [InlineData("2958466", false)]
    [InlineData("20230630", false)]
    [InlineData("-1", true)]
    [InlineData("2957004", true)]
    public void A_day_that_Excel_does_not_have_is_said(string serial, bool from1904)
    {
        Assert.Equal(
            [new CellFinding("Blad1", "A1", $"Cellen är formaterad som datum, men {serial} är inget datum i Excel. Skriv datumet på nytt som åååå-mm-dd.")],
            Dates(serial, from1904).Findings);
    }

    [Theory]
    [InlineData("45107.5")]
    [InlineData("45107.0001")]
    public void A_date_with_a_time_is_said(string serial)
    {
        Assert.Equal([new CellFinding("Blad1", "A1", "Cellen innehåller ett datum men också ett klockslag. Skriv bara datumet.")], Dates(serial, false).Findings);
    }

    [Theory]
    [InlineData("2023-06-30")]
    [InlineData("2023-06-30T00:00:00")]
    [InlineData("2023-06-30T00:00:00.000Z")]
    [InlineData("2023-06-30T00:00:00+02:00")]
    public void Dates_in_ISO_8601_are_read(string iso) =>
        Assert.Equal(new CellValue.Date(new DateOnly(2023, 6, 30)), Read.Values(RawWorkbook.Read($"""<row r="1"><c r="A1" t="d"><v>{iso}</v></c></row>"""))["A1"]);

    [Theory]
    [InlineData("2023-06-30T12:30:00", "Cellen innehåller ett datum men också ett klockslag. Skriv bara datumet.")]
    [InlineData("T12:30:00", "Cellen innehåller ett klockslag eller en tid. Skriv ett vanligt tal, till exempel timmar med decimaler, eller ett datum.")]
    [InlineData("2023-02-29", "Datumet 2023-02-29 går inte att läsa. Skriv det på nytt som åååå-mm-dd.")]
    [InlineData("i går", "Datumet i går går inte att läsa. Skriv det på nytt som åååå-mm-dd.")]
    public void Dates_in_ISO_8601_that_are_no_days_are_said(string iso, string message) =>
        Assert.Equal([new CellFinding("Blad1", "A1", message)], RawWorkbook.Read($"""<row r="1"><c r="A1" t="d"><v>{iso}</v></c></row>""").Findings);

    [Fact]
    public void Reading_a_formula_says_where_it_stands()
    {
        var read = RawWorkbook.Read("""<row r="6"><c r="A6"><v>5</v></c><c r="B6"><f>SUM(B2:B5)</f><v>17</v></c></row>""");

        Assert.Equal([new CellFinding("Blad1", "B6", "Cellen innehåller en formel (=SUM(B2:B5)). Kopiera och klistra in som värde.")], read.Findings);
        Assert.Equal("A6", Assert.Single(Assert.Single(read.Sheets.Single().Rows).Cells).Address);
        Assert.False(read.IsWhole);
    }

    [Fact]
    public void Formulas_of_every_kind_are_said_and_no_cached_value_is_used()
    {
        var read = RawWorkbook.Read(
            """
            <row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1:C2">_xlfn._xlws.SORT(D1:D2)</f><v>1</v></c><c r="E1" t="str"><f>""</f><v></v></c></row>
            <row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><v>2</v></c><c r="E2"><f t="shared" si="9"/><v>1</v></c></row>
            <row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C3"><v>3</v></c></row>
            """);

        Assert.Equal(
            [
                ("A1", "Cellen innehåller en formel (=B1*2). Kopiera och klistra in som värde."),
                ("C1", "Cellen innehåller en formel (=SORT(D1:D2)). Kopiera och klistra in som värde."),
                ("E1", "Cellen innehåller en formel (=\"\"). Kopiera och klistra in som värde."),
                ("A2", "Cellen innehåller en formel (kopierad från cell A1: =B1*2). Kopiera och klistra in som värde."),
                ("C2", "Cellens värde kommer från en formel i cell C1. Kopiera alla cellerna och klistra in som värde."),
                ("E2", "Cellen innehåller en formel. Kopiera och klistra in som värde."),
                ("A3", "Cellen innehåller en formel (=1/0). Kopiera och klistra in som värde."),
            ],
            read.Findings.Select(finding => (finding.Cell, finding.Message)));
        Assert.Equal("C3", Assert.Single(read.Sheets.Single().Rows).Cells.Single().Address);
    }

    [Fact]
    public void A_long_formula_is_cut() =>
        Assert.InRange(RawWorkbook.Read($"""<row r="1"><c r="A1"><f>{new string('A', 8000)}</f></c></row>""").Findings.Single().Message.Length, 100, 200);

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#N/A")]
    [InlineData("#VALUE!")]
    public void An_error_of_Excel_is_said_with_its_cell(string error) => Assert.Equal(
        [new CellFinding("Blad1", "D4", $"Cellen innehåller felet {error} i stället för ett värde. Skriv rätt värde eller töm cellen.")],
        RawWorkbook.Read($"""<row r="4"><c r="D4" t="e"><v>{error}</v></c></row>""").Findings);

    [Theory]
    [InlineData("""<c r="A1" t="s"><v>7</v></c>""")]
    [InlineData("""<c r="A1" t="s"><v>-1</v></c>""")]
    [InlineData("""<c r="A1" t="s"><v>x</v></c>""")]
    [InlineData("""<c r="A1" t="okänd"><v>1</v></c>""")]
    public void A_cell_that_cannot_be_read_is_said(string cell) => Assert.Equal(
        [new CellFinding("Blad1", "A1", "Cellen är skadad och går inte att läsa. Skriv värdet på nytt i Excel och spara filen.")],
        RawWorkbook.Read($"""<row r="1">{cell}</row>""").Findings);

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var read = new RawWorkbook { BuiltInFormats = [14] }
            .Sheet("""<row r="1"><c r="A1"><f>B1</f></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" s="1"><v>1.5</v></c></row>""", after: """<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>""")
            .Sheet("""<row r="9"><c r="C9"><v>x</v></c></row>""", name: "Blad2")
            .Read();

        Assert.Equal(["Blad1!A1", "Blad1!B1", "Blad1!C1", "Blad1!D1", "Blad2!C9"], read.Findings.Select(finding => $"{finding.Sheet}!{finding.Cell}"));
        Assert.All(read.Findings, finding => Assert.EndsWith(".", finding.Message, StringComparison.Ordinal));
    }

    private static ReadWorkbook Dates(string serial, bool from1904) =>
        new RawWorkbook { BuiltInFormats = [14], WorkbookProperties = from1904 ? """<workbookPr date1904="1"/>""" : "<workbookPr/>" }
            .Sheet($"""<row r="1"><c r="A1" s="1"><v>{serial}</v></c></row>""").Read();
}

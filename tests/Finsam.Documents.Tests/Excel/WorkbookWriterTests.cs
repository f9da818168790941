using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Finsam.Documents.Excel;

namespace Finsam.Documents.Tests.Excel;

public sealed class WorkbookWriterTests
{
    private static readonly XNamespace X = RawWorkbook.Main;

    private static readonly SheetTable People = new(
        "Personer",
        [
            new("Namn", ColumnFormat.Text, 30), new("År", ColumnFormat.WholeNumber, 8), new("Belopp", ColumnFormat.Amount, 12),
            new("Snitt", ColumnFormat.DecimalNumber, 10), new("Dag", ColumnFormat.Date, 12),
        ],
        [
            [Text("Åsa"), Number(2023), Number(-1486123.5m), Number(3.75m), Day(2023, 6, 30)],
            [Text("1-2"), new CellValue.Blank(), Text("saknas"), Text("-"), Text("i våras")],
            [Number(7), Day(2024, 2, 29), Number(0), Day(1900, 1, 1), Number(12)],
        ]);

    /// <summary>Text that people paste, or that someone puts in a form to have it run in Excel.</summary>
    public static TheoryData<string> Hostile =>
    [
        "=1+1", "=cmd|' /C calc'!A0", "+46 70", "-5", "@SUM(A1)", "\t=1", "\r=1", "'quoted", "  spaces  ", " ", "\n", "line\nline", "line\r\nline", "tab\tin",
        "_x000A_", "_x005F_x000A_", "_x000a_x000B_", "_x0041\r", "__x0041__", "_X0041_", "_x0041", "<b>&amp;]]>\"'", "007", "1-2", "2023-06-30", "1E5", "TRUE", "Åäö 👩‍👩‍👧",
        "\u0085\u2028\ufeff\u00a0", "مرحبا \u202eomvänt\u202c",
    ];

    public static TheoryData<string, string> Forbidden => new()
    {
        { "a\0b\ac", "abc" },
        { "\0=1", "=1" },
        { "halvt \ud83d par \udc00", "halvt \ufffd par \ufffd" },
        { "\uffff\ufffe.", "." },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_comes_back_exactly_and_is_no_formula(string text)
    {
        foreach (var format in Enum.GetValues<ColumnFormat>())
        {
            var file = WorkbookWriter.Write([One(format, Text(text))]);

            Assert.Equal(Text(text), Cell(file));
            Assert.Empty(Faults(file));
            var cell = Xml(file, "xl/worksheets/sheet1.xml").Descendants(X + "c").Single(c => (string?)c.Attribute("r") == "A2");
            Assert.Equal("s", (string?)cell.Attribute("t"));
            Assert.Equal("=+-@\t\r'".Contains(text[0], StringComparison.Ordinal) ? "1" : null, (string?)Format(file, cell).Attribute("quotePrefix"));
        }
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void What_XML_forbids_is_left_out(string text, string kept)
    {
        var file = WorkbookWriter.Write([One(ColumnFormat.Text, Text(text))]);

        Assert.Equal(Text(kept), Cell(file));
        Assert.Empty(Faults(file));
        var cell = Xml(file, "xl/worksheets/sheet1.xml").Descendants(X + "c").Single(c => (string?)c.Attribute("r") == "A2");
        Assert.Equal(kept[0] == '=' ? "1" : null, (string?)Format(file, cell).Attribute("quotePrefix"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001")]
    public void Text_of_nothing_is_a_blank_cell(string text) => Assert.Null(Cell(WorkbookWriter.Write([One(ColumnFormat.Text, Text(text))])));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var values = Gen.OneOf(
            Gen.Const((CellValue)new CellValue.Blank()),
            TextGen.Select(text => (CellValue)Text(text)),
            NumberGen.Select(number => (CellValue)Number(number)),
            Gen.Int[new DateOnly(1900, 3, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber].Select(day => (CellValue)new CellValue.Date(DateOnly.FromDayNumber(day))));
        var columns = Gen.Select(TextGen, Gen.Enum<ColumnFormat>(), Gen.Int[-5, 300], (header, format, width) => new SheetColumn(header, format, width)).Array[1, 5];
        var sheet = columns.SelectMany(c => Gen.Select(TextGen, values.Array[c.Length].Array[0, 6], (name, rows) => new SheetTable(
            name, [.. c], [.. rows.Select(row => row.ToImmutableArray())])));

        sheet.Array[1, 3].Sample(
            sheets =>
            {
                var file = WorkbookWriter.Write([.. sheets]);

                var read = WorkbookReader.Read(file);

                Assert.Empty(read.Findings);
                Assert.Equal(sheets.Length, read.Sheets.Length);
                for (var i = 0; i < sheets.Length; i++)
                {
                    // Row 1 is the header.
                    var expected = sheets[i].Rows.SelectMany((row, r) => row.Select((value, c) => (Row: r + 2, Column: c, Value: value))).Where(cell => cell.Value is not CellValue.Blank);
                    Assert.Equal(expected, read.Sheets[i].Rows.Where(row => row.Number > 1).SelectMany(row => row.Cells.Select(cell => (Row: row.Number, cell.Column, cell.Value))));
                    Assert.Equal(sheets[i].Columns.Length, read.Sheets[i].Rows[0].Cells.Length);
                }

                Assert.Equal(file, WorkbookWriter.Write([.. sheets]));
            },
            iter: 300);
    }

    [Fact]
    public void Any_sheets_are_valid_for_Excel()
    {
        var sheet = Gen.Select(TextGen, TextGen, TextGen, (name, header, text) => new SheetTable(
            name, [new(header, ColumnFormat.Text, 10), new(header.ToUpperInvariant(), ColumnFormat.Date, 10)], [[Text(text), Text(text)]]));
        sheet.Array[1, 2].Sample(sheets => Assert.Empty(Faults(WorkbookWriter.Write([.. sheets]))), iter: 20);
    }

    [Fact]
    public void Numbers_are_kept_with_the_15_digits_that_Excel_has()
    {
        Assert.Equal(Number(0.333333333333333m), Cell(WorkbookWriter.Write([One(ColumnFormat.DecimalNumber, Number(1m / 3))])));
        Assert.Equal(Number(79228162514264300000000000000m), Cell(WorkbookWriter.Write([One(ColumnFormat.Amount, Number(decimal.MaxValue))])));
        Assert.Equal(Number(-79228162514264300000000000000m), Cell(WorkbookWriter.Write([One(ColumnFormat.Amount, Number(decimal.MinValue))])));
        Assert.Equal(Number(0.0000000000000000000000000001m), Cell(WorkbookWriter.Write([One(ColumnFormat.Amount, Number(0.0000000000000000000000000001m))])));
    }

    [Fact]
    public void Values_are_real_numbers_and_dates_with_the_formats_of_their_columns()
    {
        var file = WorkbookWriter.Write([People]);
        var cells = Xml(file, "xl/worksheets/sheet1.xml").Descendants(X + "c").ToDictionary(c => (string)c.Attribute("r")!);
        string Code(string address)
        {
            var id = (string)Format(file, cells[address]).Attribute("numFmtId")!;
            return Xml(file, "xl/styles.xml").Descendants(X + "numFmt").SingleOrDefault(f => (string?)f.Attribute("numFmtId") == id)?.Attribute("formatCode")!.Value ?? id;
        }

        Assert.Equal("-1486123.5", cells["C2"].Value);
        Assert.Equal("45107", cells["E2"].Value);
        Assert.Equal(["49", "1", "#,##0;-#,##0", "0", "yyyy-mm-dd"], new[] { "A2", "B2", "C2", "D2", "E2" }.Select(Code));
        Assert.Equal(["#,##0;-#,##0", "1", "yyyy-mm-dd"], new[] { "C3", "B3", "E3" }.Select(Code));
        Assert.Equal(["0", "yyyy-mm-dd", "yyyy-mm-dd", "0"], new[] { "A4", "B4", "D4", "E4" }.Select(Code));
        Assert.All(cells.Values, cell => Assert.Null(cell.Element(X + "f")));
    }

    [Fact]
    public void The_sheet_is_a_table_with_a_header_that_stays_and_is_repeated_in_print()
    {
        var file = WorkbookWriter.Write([People, People with { Name = "Bo's blad" }]);
        var sheet = Xml(file, "xl/worksheets/sheet1.xml");
        var table = Xml(file, "xl/tables/table1.xml");

        Assert.Empty(Faults(file));
        Assert.Equal("A1:E4", (string?)table.Attribute("ref"));
        Assert.Equal("A1:E4", (string?)table.Element(X + "autoFilter")!.Attribute("ref"));
        Assert.Equal(["Namn", "År", "Belopp", "Snitt", "Dag"], table.Descendants(X + "tableColumn").Select(column => (string)column.Attribute("name")!));
        var pane = sheet.Descendants(X + "pane").Single();
        Assert.Equal(("1", "frozen", "A2"), ((string?)pane.Attribute("ySplit"), (string?)pane.Attribute("state"), (string?)pane.Attribute("topLeftCell")));
        Assert.Empty(sheet.Descendants(X + "mergeCell"));
        Assert.Equal(["30", "8", "12", "10", "12"], sheet.Descendants(X + "col").Select(column => (string)column.Attribute("width")!));
        var header = Format(file, sheet.Descendants(X + "c").First());
        Assert.NotNull(Xml(file, "xl/styles.xml").Element(X + "fonts")!.Elements(X + "font").ElementAt((int)header.Attribute("fontId")!).Element(X + "b"));
        var names = Xml(file, "xl/workbook.xml").Descendants(X + "definedName").ToList();
        Assert.Equal(["'Personer'!$1:$1", "'Bo''s blad'!$1:$1"], names.Select(name => name.Value));
        Assert.All(names, name => Assert.Equal("_xlnm.Print_Titles", (string?)name.Attribute("name")));
        Assert.Equal(2, new[] { table, Xml(file, "xl/tables/table2.xml") }.Select(t => (string)t.Attribute("displayName")!).Distinct().Count());
    }

    [Fact]
    public void A_row_is_as_high_as_its_longest_text_needs()
    {
        var table = new SheetTable("Texter", [new("Text", ColumnFormat.Text, 20)], [[Text("kort")], [Text(new string('a', 50))], [Text("en\ntvå\ntre\nfyra")], [Text(new string('a', 30000))]]);
        var heights = Xml(WorkbookWriter.Write([table]), "xl/worksheets/sheet1.xml").Descendants(X + "row").Select(row => (string?)row.Attribute("ht"));
        Assert.Equal([null, null, "45", "60", "409"], heights);
    }

    [Fact]
    public void A_table_without_rows_has_one_blank()
    {
        var file = WorkbookWriter.Write([People with { Rows = [] }]);

        Assert.Empty(Faults(file));
        Assert.Equal("A1:E2", (string?)Xml(file, "xl/tables/table1.xml").Attribute("ref"));
        Assert.Equal([1], WorkbookReader.Read(file).Sheets.Single().Rows.Select(row => row.Number));
    }

    [Fact]
    public void Names_of_sheets_are_made_such_as_Excel_takes()
    {
        string[] wanted = ["2023/2024 [a]:*?\\", new('å', 40), new('Å', 40), "", "'citat'", "HISTORY", "lista", "Lista", "a\r\nb", "_x000A_ b_c"];

        var names = WorkbookReader.Read(WorkbookWriter.Write([.. wanted.Select(name => People with { Name = name })])).Sheets.Select(sheet => sheet.Name);

        Assert.Equal(["2023-2024 -a-----", new string('å', 30) + "…", new string('Å', 28) + "… 2", "Blad 4", "citat", "Blad 6", "lista", "Lista 2", "a b", "-x000A- b-c"], names);
    }

    [Fact]
    public void Headers_are_made_such_as_Excel_takes_and_are_the_same_in_table_and_cells()
    {
        string[] wanted = ["Namn", "namn", "", "=1", "rad\nrad", "_x0041_", new('x', 300)];
        var file = WorkbookWriter.Write([new SheetTable("a", [.. wanted.Select(header => new SheetColumn(header, ColumnFormat.Text, 10))], [])]);

        var headers = WorkbookReader.Read(file).Sheets.Single().Rows[0].Cells.Select(cell => ((CellValue.Text)cell.Value).Value).ToList();

        Assert.Equal(["Namn", "namn 2", "Kolumn 3", "=1", "rad rad", "_x0041_", new string('x', 254) + "…"], headers);
        Assert.Equal(
            headers.Select(header => header.Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal)),
            Xml(file, "xl/tables/table1.xml").Descendants(X + "tableColumn").Select(column => (string)column.Attribute("name")!));
        Assert.Equal("1", (string?)Format(file, Xml(file, "xl/worksheets/sheet1.xml").Descendants(X + "c").Single(c => (string?)c.Attribute("r") == "D1")).Attribute("quotePrefix"));
        Assert.Empty(Faults(file));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    public void The_bytes_do_not_depend_on_the_machines_culture(string culture)
    {
        var expected = WorkbookWriter.Write([People]);
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, WorkbookWriter.Write([People]));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void What_cannot_be_a_workbook_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write([]));
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write([People with { Columns = [] }]));
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write([People with { Rows = [[Text("en")]] }]));
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write([One(ColumnFormat.Date, Day(1899, 12, 31))]));
        Assert.Throws<ArgumentException>(() => WorkbookWriter.Write([One(ColumnFormat.Text, Text(new string('x', 32_768)))]));
        Assert.NotNull(Cell(WorkbookWriter.Write([One(ColumnFormat.Text, Text(new string('x', 32_767)))])));
    }

    [Fact]
    public void A_long_list_is_written_and_read_whole()
    {
        var list = People with { Rows = [.. Enumerable.Range(0, 19_000).Select(i => People.Rows[i % 3])] };

        var read = WorkbookReader.Read(WorkbookWriter.Write([list]));

        Assert.Empty(read.Findings);
        Assert.Equal(19_001, read.Sheets.Single().Rows.Length);
    }

    private static string[] Pieces { get; } =
    [
        "=", "+", "-", "@", "\t", "\r", "\n", "_", "_x", "_x000A_", "_x005F_", "_x0041", "x0041_", "'", " ", "<", "&", "é", "👩", "\u0085", "\ufeff", "0", "A", "History", "]",
    ];

    private static Gen<string> TextGen { get; } = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 8].Select(string.Concat),
        Gen.String[Gen.Char['\u0020', '\uD7FF'], 1, 30],
        Gen.String[Gen.Char['\uE000', '\uFFFD'], 1, 30]);

    private static Gen<decimal> NumberGen { get; } = Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[0, 15]).Select((digits, scale) =>
        digits * new decimal(1, 0, 0, false, (byte)scale));

    private static CellValue.Text Text(string text) => new(text);

    private static CellValue.Number Number(decimal number) => new(number);

    private static CellValue.Date Day(int year, int month, int day) => new(new DateOnly(year, month, day));

    private static SheetTable One(ColumnFormat format, CellValue value) => new("Blad", [new("Rubrik", format, 20)], [[value]]);

    // What stands below the header; null when nothing does.
    private static CellValue? Cell(byte[] file)
    {
        var read = WorkbookReader.Read(file);
        Assert.Empty(read.Findings);
        return read.Sheets.Single().Rows.SingleOrDefault(row => row.Number == 2)?.Cells.Single().Value;
    }

    private static XElement Format(byte[] file, XElement cell) =>
        Xml(file, "xl/styles.xml").Element(X + "cellXfs")!.Elements(X + "xf").ElementAt((int)cell.Attribute("s")!);

    private static XElement Xml(byte[] file, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry(part)!.Open(), Encoding.UTF8);
        return XElement.Parse(reader.ReadToEnd(), LoadOptions.PreserveWhitespace);
    }

    private static IReadOnlyList<string> Faults(byte[] file)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return
        [
            .. new[] { FileFormatVersions.Microsoft365, FileFormatVersions.Office2021 }
                .SelectMany(version => new OpenXmlValidator(version).Validate(package, TestContext.Current.CancellationToken))
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];
    }
}

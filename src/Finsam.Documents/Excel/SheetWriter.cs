using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Finsam.Documents.Excel;

/// <summary>One sheet as XML: the cells, and the table that lies over them.</summary>
internal sealed class SheetWriter(SheetTable table, SharedTexts texts)
{
    private const int LineHeight = 15;
    private const int HighestRow = 409;

    private readonly IReadOnlyList<string> _headers = ExcelNames.Headers(table.Columns.Select(column => column.Header));

    // A table of Excel has at least one row, be it blank.
    private CellRange Range => new(new CellAddress(0, 1), new CellAddress(table.Columns.Length - 1, Math.Max(table.Rows.Length, 1) + 1));

    public void WriteSheet(XmlWriter xml, string tableRelation, bool isFirst)
    {
        xml.WriteStartElement("worksheet", Spreadsheet.Main);
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        xml.WriteRaw($"""<dimension ref="{Range}"/>""");
        xml.WriteRaw($"""<sheetViews><sheetView{(isFirst ? " tabSelected=\"1\"" : "")} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>""");
        xml.WriteRaw("""<sheetFormatPr defaultRowHeight="15"/>""");
        WriteColumns(xml);
        xml.WriteStartElement("sheetData", Spreadsheet.Main);
        WriteRow(xml, 1, [.. _headers.Select(header => new CellValue.Text(header))], isHeader: true);
        ImmutableArray<ImmutableArray<CellValue>> rows = table.Rows.IsEmpty ? [[.. table.Columns.Select(_ => new CellValue.Blank())]] : table.Rows;
        for (var i = 0; i < rows.Length; i++)
        {
            WriteRow(xml, i + 2, rows[i], isHeader: false);
        }

        xml.WriteEndElement();
        xml.WriteRaw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>""");
        xml.WriteRaw("""<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");

        // Without this Excel marks every number that is meant as text, such as 007, with a green corner.
        xml.WriteRaw($"""<ignoredErrors><ignoredError sqref="{Range}" numberStoredAsText="1"/></ignoredErrors>""");
        xml.WriteStartElement("tableParts", Spreadsheet.Main);
        xml.WriteAttributeString("count", "1");
        xml.WriteStartElement("tablePart", Spreadsheet.Main);
        xml.WriteAttributeString("r", "id", Spreadsheet.Relationships, tableRelation);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public void WriteTable(XmlWriter xml, int number)
    {
        var name = string.Format(CultureInfo.InvariantCulture, ExcelTexts.TableName, number);
        xml.WriteStartElement("table", Spreadsheet.Main);
        xml.WriteAttributeString("id", XmlConvert.ToString(number));
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("displayName", name);
        xml.WriteAttributeString("ref", Range.ToString());
        xml.WriteAttributeString("totalsRowShown", "0");
        xml.WriteRaw($"""<autoFilter ref="{Range}"/>""");
        xml.WriteStartElement("tableColumns", Spreadsheet.Main);
        xml.WriteAttributeString("count", XmlConvert.ToString(_headers.Count));
        for (var i = 0; i < _headers.Count; i++)
        {
            xml.WriteStartElement("tableColumn", Spreadsheet.Main);
            xml.WriteAttributeString("id", XmlConvert.ToString(i + 1));
            xml.WriteAttributeString("name", CellText.Encode(_headers[i]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw("""<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>""");
        xml.WriteEndElement();
    }

    private void WriteColumns(XmlWriter xml)
    {
        xml.WriteStartElement("cols", Spreadsheet.Main);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var number = XmlConvert.ToString(i + 1);
            xml.WriteStartElement("col", Spreadsheet.Main);
            xml.WriteAttributeString("min", number);
            xml.WriteAttributeString("max", number);
            xml.WriteAttributeString("width", XmlConvert.ToString(Width(i)));
            xml.WriteAttributeString("style", XmlConvert.ToString(CellStyles.Column(table.Columns[i].Format)));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, int number, ImmutableArray<CellValue> cells, bool isHeader)
    {
        xml.WriteStartElement("row", Spreadsheet.Main);
        xml.WriteAttributeString("r", XmlConvert.ToString(number));

        // Excel fits rows to their text when it opens a workbook; LibreOffice does not, and prints lines on top of each other.
        if (cells.Select((cell, column) => Lines(cell, Width(column))).Max() is > 1 and var lines)
        {
            xml.WriteAttributeString("ht", XmlConvert.ToString(Math.Min(lines * LineHeight, HighestRow)));
        }

        for (var column = 0; column < cells.Length; column++)
        {
            var address = new CellAddress(column, number);
            var value = Fit(cells[column]);
            xml.WriteStartElement("c", Spreadsheet.Main);
            xml.WriteAttributeString("r", address.ToString());
            xml.WriteAttributeString("s", XmlConvert.ToString(isHeader ? HeaderStyle(value) : CellStyles.Of(value, table.Columns[column].Format)));
            if (value is CellValue.Text)
            {
                xml.WriteAttributeString("t", "s");
            }

            if (Stored(value, address) is { } stored)
            {
                xml.WriteElementString("v", Spreadsheet.Main, stored);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private int Width(int column) => Math.Clamp(table.Columns[column].Width, 1, 255);

    // How many lines a text takes; words that do not fit leave about a tenth of a line empty.
    private static int Lines(CellValue cell, int width) => cell is CellValue.Text { Value: var text }
        ? text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * 1.1 / width)))
        : 1;

    // What XML forbids is gone before the first letter is looked at.
    private static CellValue Fit(CellValue value) => value is not CellValue.Text { Value: var text } ? value
        : XmlText.Allowed(text) is { Length: > 0 } allowed ? new CellValue.Text(allowed)
        : new CellValue.Blank();

    private static int HeaderStyle(CellValue value) =>
        value is CellValue.Text { Value: var text } && CellStyles.IsLikeFormula(text) ? CellStyles.QuotedHeader : CellStyles.Header;

    private string? Stored(CellValue value, CellAddress address) => value switch
    {
        CellValue.Text { Value.Length: > WorkbookWriter.LongestText } =>
            throw new ArgumentException($"The text in {table.Name}!{address} is longer than the {WorkbookWriter.LongestText} characters that Excel has room for."),
        CellValue.Text { Value: var text } => XmlConvert.ToString(texts.Index(text)),
        CellValue.Number { Value: var number } => CellNumber.Write(number),
        CellValue.Printed { Value: var number } => CellNumber.Write(number),
        CellValue.Date { Value: var day } => XmlConvert.ToString(
            CellDate.Serial(day) ?? throw new ArgumentException($"The date in {table.Name}!{address} is before 1900, where Excel has none.")),
        _ => null,
    };
}

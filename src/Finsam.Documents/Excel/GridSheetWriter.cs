using System.Globalization;
using System.Xml;

namespace Finsam.Documents.Excel;

/// <summary>One sheet of a form as XML.</summary>
internal sealed class GridSheetWriter(GridSheet sheet, SharedTexts texts)
{
    private const int LineHeight = 15;
    private const int TitleHeight = 22;
    private const int HighestRow = 409;

    public void Write(XmlWriter xml, bool isFirst)
    {
        xml.WriteStartElement("worksheet", Spreadsheet.Main);
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        xml.WriteRaw($"""<dimension ref="{new CellRange(new CellAddress(0, 1), new CellAddress(sheet.Widths.Length - 1, Math.Max(sheet.Rows.Length, 1)))}"/>""");
        WriteView(xml, isFirst);
        xml.WriteRaw("""<sheetFormatPr defaultRowHeight="15"/>""");
        WriteColumns(xml);
        xml.WriteStartElement("sheetData", Spreadsheet.Main);
        for (var i = 0; i < sheet.Rows.Length; i++)
        {
            WriteRow(xml, i + 1, sheet.Rows[i]);
        }

        xml.WriteEndElement();

        // Widths and heights may be changed by whoever fills it in.
        xml.WriteRaw("""<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>""");
        WriteMerges(xml);
        WriteChoices(xml);
        xml.WriteRaw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>""");
        xml.WriteRaw("""<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
        xml.WriteEndElement();
    }

    private void WriteView(XmlWriter xml, bool isFirst)
    {
        xml.WriteRaw($"""<sheetViews><sheetView showGridLines="0"{(isFirst ? " tabSelected=\"1\"" : "")} workbookViewId="0">""");
        if (sheet.FrozenRows > 0 || sheet.FrozenColumns > 0)
        {
            var pane = sheet.FrozenRows == 0 ? "topRight" : sheet.FrozenColumns == 0 ? "bottomLeft" : "bottomRight";
            var (x, y) = (Split("xSplit", sheet.FrozenColumns), Split("ySplit", sheet.FrozenRows));
            xml.WriteRaw($"""<pane{x}{y} topLeftCell="{new CellAddress(sheet.FrozenColumns, sheet.FrozenRows + 1)}" activePane="{pane}" state="frozen"/>""");
        }

        xml.WriteRaw("</sheetView></sheetViews>");
    }

    private static string Split(string attribute, int count) => count == 0 ? "" : FormattableString.Invariant($" {attribute}=\"{count}\"");

    private void WriteColumns(XmlWriter xml)
    {
        xml.WriteStartElement("cols", Spreadsheet.Main);
        for (var i = 0; i < sheet.Widths.Length; i++)
        {
            var width = sheet.Widths[i];
            xml.WriteRaw(FormattableString.Invariant(
                $"""<col min="{i + 1}" max="{i + 1}" width="{Math.Clamp(width, 1, 255)}" customWidth="1"{(width == 0 ? " hidden=\"1\"" : "")}/>"""));
        }

        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, int number, GridRow row)
    {
        xml.WriteStartElement("row", Spreadsheet.Main);
        xml.WriteAttributeString("r", XmlConvert.ToString(number));
        if (row.IsHidden)
        {
            xml.WriteAttributeString("hidden", "1");
        }
        else if (Height(row) is > LineHeight and var height)
        {
            xml.WriteAttributeString("ht", XmlConvert.ToString(Math.Min(height, HighestRow)));
            xml.WriteAttributeString("customHeight", "1");
        }

        for (var column = 0; column < row.Cells.Length; column++)
        {
            WriteCell(xml, new CellAddress(column, number), row.Cells[column]);
        }

        xml.WriteEndElement();
    }

    private void WriteCell(XmlWriter xml, CellAddress address, GridCell cell)
    {
        var value = Fit(cell.Value);
        xml.WriteStartElement("c", Spreadsheet.Main);
        xml.WriteAttributeString("r", address.ToString());
        xml.WriteAttributeString("s", XmlConvert.ToString(GridStyles.Of(value, cell.Style)));
        if (cell.Formula is { } formula)
        {
            // A formula that comes to nothing comes to an empty text.
            if (value is not CellValue.Number)
            {
                xml.WriteAttributeString("t", "str");
            }

            xml.WriteElementString("f", Spreadsheet.Main, CellText.Encode(formula));
            xml.WriteElementString("v", Spreadsheet.Main, value switch
            {
                CellValue.Number(var number) => CellNumber.Write(number),
                CellValue.Text(var text) => CellText.Encode(text),
                _ => "",
            });
        }
        else if (Stored(value, address) is { } stored)
        {
            if (value is CellValue.Text)
            {
                xml.WriteAttributeString("t", "s");
            }

            xml.WriteElementString("v", Spreadsheet.Main, stored);
        }

        xml.WriteEndElement();
    }

    private void WriteMerges(XmlWriter xml)
    {
        var merges = sheet.Rows
            .SelectMany((row, i) => row.Cells.Select((cell, column) => (cell.Span, From: new CellAddress(column, i + 1))))
            .Where(cell => cell.Span > 1)
            .Select(cell => new CellRange(cell.From, new CellAddress(cell.From.Column + cell.Span - 1, cell.From.Row)))
            .ToArray();
        if (merges.Length > 0)
        {
            xml.WriteRaw(FormattableString.Invariant(
                $"""<mergeCells count="{merges.Length}">{string.Concat(merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>"))}</mergeCells>"""));
        }
    }

    private void WriteChoices(XmlWriter xml)
    {
        if (sheet.Choices.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Spreadsheet.Main);
        xml.WriteAttributeString("count", XmlConvert.ToString(sheet.Choices.Length));
        foreach (var choice in sheet.Choices)
        {
            xml.WriteStartElement("dataValidation", Spreadsheet.Main);
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("sqref", choice.Cell.ToString());
            xml.WriteElementString("formula1", Spreadsheet.Main, choice.List);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Excel fits no row with merged cells to its text, and LibreOffice fits none.
    private int Height(GridRow row) => Math.Max(
        row.Cells.Any(c => c.Style == GridStyle.Title) ? TitleHeight : 0,
        LineHeight * Math.Max(row.Lines, row.Cells.Select((cell, column) => Lines(cell, sheet.Widths.Skip(column).Take(cell.Span).Sum())).DefaultIfEmpty(1).Max()));

    // Words that do not fit leave about a tenth of a line empty.
    private static int Lines(GridCell cell, int width) => cell.Value is CellValue.Text { Value: var text } && GridStyles.Wraps(cell.Style) && width > 0
        ? text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * 1.1 / width)))
        : 1;

    // What XML forbids is gone before the first letter is looked at.
    private static CellValue Fit(CellValue value) => value is not CellValue.Text { Value: var text } ? value
        : XmlText.Allowed(text) is { Length: > 0 } allowed ? new CellValue.Text(allowed)
        : new CellValue.Blank();

    private string? Stored(CellValue value, CellAddress address) => value switch
    {
        CellValue.Text { Value.Length: > WorkbookWriter.LongestText } =>
            throw new ArgumentException($"The text in {sheet.Name}!{address} is longer than the {WorkbookWriter.LongestText} characters that Excel has room for."),
        CellValue.Text { Value: var text } => XmlConvert.ToString(texts.Index(text)),
        CellValue.Number { Value: var number } => CellNumber.Write(number),
        CellValue.Date { Value: var day } => CellDate.Serial(day)?.ToString(CultureInfo.InvariantCulture)
            ?? throw new ArgumentException($"The date in {sheet.Name}!{address} is before 1900, where Excel has none."),
        _ => null,
    };
}

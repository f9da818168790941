using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Finsam.Documents.Excel;

/// <summary>Writes a form as a workbook for Excel: sheets with cells to fill in. No text can be taken for a formula.</summary>
public static class GridWriter
{
    /// <summary>The workbook as bytes. The same sheets give the same bytes: nothing in the file depends on the time, the machine or chance.</summary>
    /// <exception cref="ArgumentException">The sheets cannot be a workbook: there is none, one has no columns, or a row has not one cell for each
    /// column; a text is longer than <see cref="WorkbookWriter.LongestText"/>, or a date is before 1900.</exception>
    public static byte[] Write(ImmutableArray<GridSheet> sheets)
    {
        if (sheets.IsDefaultOrEmpty || sheets.Any(sheet => sheet.Widths.IsEmpty || sheet.Rows.Any(row => row.Cells.Length != sheet.Widths.Length)))
        {
            throw new ArgumentException("There is no sheet, or one has no columns, or a row has not one cell for each column.", nameof(sheets));
        }

        var names = ExcelNames.Sheets(sheets.Select(sheet => sheet.Name));
        var texts = new SharedTexts();
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rIdWorkbook");
            for (var i = 0; i < sheets.Length; i++)
            {
                var writer = new GridSheetWriter(sheets[i], texts);
                var isFirst = i == 0;
                workbook.AddNewPart<WorksheetPart>(Relation(i)).Feed(xml => writer.Write(xml, isFirst));
            }

            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Feed(xml => xml.WriteRaw(GridStyles.Xml));
            workbook.AddNewPart<SharedStringTablePart>("rIdTexts").Feed(texts.Write);
            workbook.Feed(xml => WriteWorkbook(xml, names));
        }

        return DeterministicZip.Repack(stream);
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<string> names)
    {
        xml.WriteStartElement("workbook", Spreadsheet.Main);
        xml.WriteRaw("<bookViews><workbookView/></bookViews>");
        xml.WriteStartElement("sheets", Spreadsheet.Main);
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("sheet", Spreadsheet.Main);
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", XmlConvert.ToString(i + 1));
            xml.WriteAttributeString("r", "id", Spreadsheet.Relationships, Relation(i));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw("""<calcPr calcId="0" fullCalcOnLoad="1"/>""");
        xml.WriteEndElement();
    }

    private static string Relation(int index) => $"rIdSheet{XmlConvert.ToString(index + 1)}";
}

using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Finsam.Documents.Excel;

/// <summary>Writes plain lists as a workbook for Excel: each sheet is a table that can be filtered, its values are real numbers, dates and texts, and
/// no text can be taken for a formula.</summary>
public static class WorkbookWriter
{
    /// <summary>The longest text a cell holds, in UTF-16 code units (https://support.microsoft.com/office/excel-specifications-and-limits).</summary>
    public const int LongestText = 32_767;

    /// <summary>The workbook as bytes. The same sheets give the same bytes: nothing in the file depends on the time, the machine or chance.</summary>
    /// <exception cref="ArgumentException">The sheets cannot be a workbook: there is none, one has no columns, a row has not one cell for each
    /// column, or there is more than a sheet holds; a text is longer than <see cref="LongestText"/>, or a date is before 1900.</exception>
    public static byte[] Write(ImmutableArray<SheetTable> sheets)
    {
        Check(sheets);
        var names = ExcelNames.Sheets(sheets.Select(sheet => sheet.Name));
        var texts = new SharedTexts();

        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rIdWorkbook");
            for (var i = 0; i < sheets.Length; i++)
            {
                var writer = new SheetWriter(sheets[i], texts);
                var sheet = workbook.AddNewPart<WorksheetPart>(SheetRelation(i));
                var isFirst = i == 0;
                sheet.Feed(xml => writer.WriteSheet(xml, "rIdTable", isFirst));
                var number = i + 1;
                sheet.AddNewPart<TableDefinitionPart>("rIdTable").Feed(xml => writer.WriteTable(xml, number));
            }

            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Feed(xml => xml.WriteRaw(CellStyles.Xml));
            workbook.AddNewPart<SharedStringTablePart>("rIdTexts").Feed(texts.Write);
            workbook.Feed(xml => WriteWorkbook(xml, names));
        }

        return DeterministicZip.Repack(stream);
    }

    private static void Check(ImmutableArray<SheetTable> sheets)
    {
        if (sheets.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A workbook has at least one sheet.", nameof(sheets));
        }

        foreach (var sheet in sheets)
        {
            if (sheet.Columns.IsDefaultOrEmpty || sheet.Columns.Length > CellAddress.MostColumns || sheet.Rows.Length >= CellAddress.MostRows)
            {
                throw new ArgumentException($"The sheet {sheet.Name} has no columns, or more columns or rows than Excel has.", nameof(sheets));
            }

            if (sheet.Rows.Any(row => row.Length != sheet.Columns.Length))
            {
                throw new ArgumentException($"A row of the sheet {sheet.Name} has not one cell for each column.", nameof(sheets));
            }
        }
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<string> names)
    {
        xml.WriteStartElement("workbook", Spreadsheet.Main);
        xml.WriteRaw("""<bookViews><workbookView/></bookViews>""");
        xml.WriteStartElement("sheets", Spreadsheet.Main);
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("sheet", Spreadsheet.Main);
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", XmlConvert.ToString(i + 1));
            xml.WriteAttributeString("r", "id", Spreadsheet.Relationships, SheetRelation(i));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames", Spreadsheet.Main);
        for (var i = 0; i < names.Count; i++)
        {
            // The header row stands on every printed page.
            xml.WriteStartElement("definedName", Spreadsheet.Main);
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", XmlConvert.ToString(i));
            xml.WriteString($"'{names[i].Replace("'", "''", StringComparison.Ordinal)}'!$1:$1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string SheetRelation(int index) => $"rIdSheet{XmlConvert.ToString(index + 1)}";
}

namespace Finsam.Documents.Excel;

/// <summary>The XML vocabularies of a workbook, in the transitional kind that Excel writes and the strict kind of ISO/IEC 29500.</summary>
internal static class Spreadsheet
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
}

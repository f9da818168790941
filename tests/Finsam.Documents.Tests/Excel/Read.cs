using Finsam.Documents.Excel;

namespace Finsam.Documents.Tests.Excel;

/// <summary>What tests look at in a workbook that has been read.</summary>
internal static class Read
{
    public static CellValue Value(ReadWorkbook workbook, string address) =>
        workbook.Sheets.Single().Rows.SelectMany(row => row.Cells).Single(cell => cell.Address == address).Value;

    /// <summary>The values of a workbook without findings, by their addresses.</summary>
    public static IReadOnlyDictionary<string, CellValue> Values(ReadWorkbook workbook)
    {
        Assert.Empty(workbook.Findings);
        return workbook.Sheets.Single().Rows.SelectMany(row => row.Cells).ToDictionary(cell => cell.Address, cell => cell.Value);
    }

    public static string Refusal(byte[] file)
    {
        var read = WorkbookReader.Read(file);
        Assert.Empty(read.Sheets);
        Assert.False(read.IsWhole);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((null, null, false), (finding.Sheet, finding.Cell, finding.IsWarning));
        return finding.Message;
    }
}

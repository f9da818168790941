using System.Collections.Immutable;
using Finsam.Documents.Excel;

namespace Finsam.App.Forms.Workbooks;

/// <summary>The sheet "Läs först": what the workbook is, and how it is used.</summary>
internal static class ReadFirstSheet
{
    private const int Width = 100;

    /// <summary>The sheet.</summary>
    public static GridSheet Of(WorkbookMark mark, string title, string subtitle, IEnumerable<string> lines) => new(
        WorkbookTexts.ReadFirst, [0, Width],
        [
            new([Cell(mark.ToString(), GridStyle.Ground), Cell("", GridStyle.Ground)]) { IsHidden = true },
            Row(title, GridStyle.Title),
            Row(subtitle, GridStyle.Heading),
            .. lines.SelectMany(line => ImmutableArray.Create(Row("", GridStyle.Ground), Row(line, GridStyle.Label))),
        ]);

    private static GridRow Row(string text, GridStyle style) => new([Cell(SheetKeys.Ours, GridStyle.Ground), Cell(text, style)]);

    private static GridCell Cell(string text, GridStyle style) => new(new CellValue.Text(text), style);
}

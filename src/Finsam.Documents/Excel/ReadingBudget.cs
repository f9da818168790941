using System.Globalization;

namespace Finsam.Documents.Excel;

/// <summary>What is left of the limits while a workbook is read. What the file says of its own size is not relied on.</summary>
internal sealed class ReadingBudget
{
    private long _bytes = ReadingLimits.UnpackedBytes;
    private int _cells = ReadingLimits.Cells;
    private int _sharedTexts = ReadingLimits.Cells;
    private long _characters = ReadingLimits.Characters;

    public void UseBytes(long count)
    {
        _bytes -= count;
        if (_bytes < 0)
        {
            throw TooMuchContent();
        }
    }

    public void UseCell() => Check(--_cells);

    public void UseSharedText() => Check(--_sharedTexts);

    public void UseText(string text) => Check(_characters -= text.Length);

    public static UnreadableFileException TooMuchContent() => new(string.Format(
        CultureInfo.InvariantCulture, ExcelTexts.TooMuchContent, ReadingLimits.UnpackedBytes / ReadingLimits.Megabyte));

    private static void Check(long left)
    {
        if (left < 0)
        {
            throw new UnreadableFileException(string.Format(
                CultureInfo.GetCultureInfo("sv-SE"), ExcelTexts.TooManyCells, ReadingLimits.Cells, ReadingLimits.Characters / 1_000_000));
        }
    }
}

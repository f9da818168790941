using System.Globalization;
using Finsam.Documents.Excel;

namespace Finsam.App.Forms.Workbooks;

/// <summary>Cells that are worked out. Each shows nothing while nothing is given: a sum of blank cells is not zero.</summary>
internal static class TotalCell
{
    /// <summary>The sum of what is given in some cells.</summary>
    /// <param name="cells">The cells, as a range or with commas between: "C5:F5".</param>
    /// <param name="numbers">The numbers that stand in them now.</param>
    public static GridCell Sum(string cells, IEnumerable<decimal?> numbers)
    {
        var given = numbers.OfType<decimal>().ToArray();
        return Cell($"IF(COUNT({cells})=0,\"\",SUM({cells}))", given.Length == 0 ? null : given.Sum());
    }

    /// <summary>What is left of one cell when another is taken away.</summary>
    public static GridCell Difference(CellAddress from, CellAddress minus, decimal? now) =>
        Cell(string.Create(CultureInfo.InvariantCulture, $"IF(COUNT({from},{minus})=2,{from}-{minus},\"\")"), now);

    private static GridCell Cell(string formula, decimal? now) =>
        new(now is { } number ? new CellValue.Number(number) : new CellValue.Blank(), GridStyle.Total) { Formula = formula };
}

using System.Globalization;

namespace Finsam.Documents.Excel;

/// <summary>A cell's place.</summary>
/// <param name="Column">Counted from 0.</param>
/// <param name="Row">Counted from 1, as Excel shows it.</param>
public readonly record struct CellAddress(int Column, int Row)
{
    /// <summary>The columns a sheet of Excel has; the last is XFD.</summary>
    public const int MostColumns = 16_384;

    /// <summary>The rows a sheet of Excel has.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>A column as Excel shows it: "AB".</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>The address in a text; null when it is none.</summary>
    public static CellAddress? Parse(ReadOnlySpan<char> text)
    {
        var (column, at) = (0, 0);
        for (; at < text.Length && at < 3 && char.IsAsciiLetter(text[at]); at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A' + 1);
        }

        return column is > 0 and <= MostColumns
            && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row is > 0 and <= MostRows
            ? new CellAddress(column - 1, row)
            : null;
    }

    /// <summary>As Excel shows it: "B7".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters(Column)}{Row}");
}

/// <summary>A rectangle of cells.</summary>
internal readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public static CellRange? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var first = CellAddress.Parse(colon < 0 ? text : text.AsSpan(0, colon));
        var last = colon < 0 ? first : CellAddress.Parse(text.AsSpan(colon + 1));
        return first is { } from && last is { } to ? new CellRange(from, to) : null;
    }

    public bool Contains(CellAddress cell) =>
        cell.Column >= First.Column && cell.Column <= Last.Column && cell.Row >= First.Row && cell.Row <= Last.Row;

    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}

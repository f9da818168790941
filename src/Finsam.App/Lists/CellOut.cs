using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Finsam.Documents.Excel;

namespace Finsam.App.Lists;

/// <summary>Writes the cells of one column, so that <see cref="CellIn"/> reads the same.</summary>
/// <param name="column">The column.</param>
/// <param name="names">What the column refers to is called; null when it refers to nothing.</param>
internal sealed class CellOut(ListColumn column, Names? names)
{
    private const int SignificantDigits = 15;

    private static readonly DateOnly FirstInExcel = new(1900, 1, 1);

    /// <summary>The cell of a value of the record.</summary>
    public CellValue Write(JsonNode? value) => value switch
    {
        null => new CellValue.Blank(),
        JsonArray list => new CellValue.Text(string.Join('\n', list.Select(item => Word(item!.ToString())))),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.Number => Number(value.GetValue<decimal>()),
            JsonValueKind.True => new CellValue.Text(ListTexts.Yes),
            JsonValueKind.False => new CellValue.Text(ListTexts.No),
            _ when column.Kind == ColumnKind.Date => Date(value.ToString()),
            _ => new CellValue.Text(Word(value.ToString())),
        },
    };

    private string Word(string text) => column.Kind switch
    {
        ColumnKind.Choice => column.Words.First(w => w.Id == text).Words[0],
        ColumnKind.Reference or ColumnKind.References => names!.Show(text),
        _ => text,
    };

    // A cell of Excel keeps 15 digits; more are exact only as text.
    private static CellValue Number(decimal number)
    {
        var plain = number.ToString("0.#############################", CultureInfo.InvariantCulture);
        var digits = plain.Replace(".", "", StringComparison.Ordinal).Trim('-').Trim('0');
        return digits.Length <= SignificantDigits ? new CellValue.Number(number) : new CellValue.Text(plain.Replace('.', ','));
    }

    private static CellValue Date(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day && day >= FirstInExcel ? new CellValue.Date(day) : new CellValue.Text(iso);
}

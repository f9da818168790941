using System.Globalization;
using System.Text.Json.Nodes;

namespace Finsam.App.Lists;

/// <summary>A row of a sheet, read.</summary>
internal sealed class ListRow
{
    private readonly Dictionary<string, CellRead> _cells = new(StringComparer.Ordinal);

    public ListRow(SheetColumns columns, int number, IReadOnlyDictionary<string, CellIn> read, Documents.Excel.ReadRow row)
    {
        (Columns, Number) = (columns, number);
        foreach (var column in columns.Columns)
        {
            _cells[column.Column.Id] = read[column.Column.Id].Read(row[column.Index]);
        }
    }

    /// <summary>The sheet's columns.</summary>
    public SheetColumns Columns { get; }

    /// <summary>The row's number in the sheet.</summary>
    public int Number { get; }

    /// <summary>The sheet's name.</summary>
    public string Sheet => Columns.Sheet.Name;

    /// <summary>The columns that the sheet has.</summary>
    public IEnumerable<ListColumn> Present => Columns.Columns.Select(c => c.Column);

    /// <summary>What was wrong with its cells.</summary>
    public IEnumerable<(ListColumn Column, string Error)> Errors =>
        from column in Present
        where _cells[column.Id].Error is not null
        select (column, _cells[column.Id].Error!);

    /// <summary>True when the sheet has the column.</summary>
    public bool Has(ListColumn column) => _cells.ContainsKey(column.Id);

    /// <summary>What is stated; null when nothing is, or when it could not be read.</summary>
    public JsonNode? Value(ListColumn column) => _cells.TryGetValue(column.Id, out var cell) && !cell.IsOfUnread ? cell.Value : null;

    /// <summary>True when something stands there that could not be read, or that is about something that could not be.</summary>
    public bool IsUnread(ListColumn column) => _cells.TryGetValue(column.Id, out var cell) && (cell.Error is not null || cell.IsOfUnread);

    /// <summary>The cell of a column; that of the first column when the sheet has not the column.</summary>
    public string Cell(ListColumn? column) =>
        (Columns.Columns.FirstOrDefault(c => c.Column == column) ?? Columns.Columns[0]).Letters + Number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Nodes;
using Finsam.Documents.Excel;

namespace Finsam.App.Lists;

/// <summary>A row of a sheet, read as an item of a list.</summary>
internal sealed class ListRow
{
    private readonly Dictionary<string, (CellRead Read, string Letters)> _cells = new(StringComparer.Ordinal);
    private readonly string _firstLetters;

    public ListRow(SheetColumns columns, IReadOnlyDictionary<HeadedColumn, CellIn> read, ReadRow row)
    {
        (List, Sheet, Number, _firstLetters) = (columns.List, columns.Sheet.Name, row.Number, columns.Columns[0].Letters);
        foreach (var column in columns.Columns)
        {
            _cells[column.Column.Id] = (read[column].Read(row[column.Index]), column.Letters);
        }
    }

    private ListRow(ListRow whole, RecordList list)
    {
        (List, Sheet, Number, _firstLetters) = (list, whole.Sheet, whole.Number, whole._firstLetters);
        foreach (var column in whole.List.Besides.Where(whole.Has))
        {
            _cells[list.Columns.First(c => c.Path == column.Path).Id] = whole._cells[column.Id];
        }
    }

    /// <summary>The list it is read as.</summary>
    public RecordList List { get; }

    /// <summary>The sheet's name.</summary>
    public string Sheet { get; }

    /// <summary>The row's number in the sheet.</summary>
    public int Number { get; }

    /// <summary>True when nothing is stated in it.</summary>
    public bool IsBlank => _cells.Values.All(c => c.Read is { Value: null, Error: null });

    /// <summary>What the row says besides of an item of another list: the contact in a list of initiatives.</summary>
    public ListRow AsOf(RecordList list) => new(this, list);

    /// <summary>What was wrong with its cells.</summary>
    public IEnumerable<(ListColumn Column, string Error)> Errors =>
        from column in List.Known
        where _cells.TryGetValue(column.Id, out var cell) && cell.Read.Error is not null
        select (column, _cells[column.Id].Read.Error!);

    /// <summary>True when the sheet has the column.</summary>
    public bool Has(ListColumn column) => _cells.ContainsKey(column.Id);

    /// <summary>What is stated; null when nothing is, or when it could not be read.</summary>
    public JsonNode? Value(ListColumn column) => _cells.TryGetValue(column.Id, out var cell) && !cell.Read.IsOfUnread ? cell.Read.Value : null;

    /// <summary>True when something stands there that could not be read, or that is about something that could not be.</summary>
    public bool IsUnread(ListColumn column) => _cells.TryGetValue(column.Id, out var cell) && (cell.Read.Error is not null || cell.Read.IsOfUnread);

    /// <summary>The cell of a column; that of the first column when the sheet has not the column.</summary>
    public string Cell(ListColumn? column) =>
        (column is not null && _cells.TryGetValue(column.Id, out var cell) ? cell.Letters : _firstLetters) + Number.ToString(CultureInfo.InvariantCulture);
}

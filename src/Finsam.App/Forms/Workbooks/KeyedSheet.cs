using System.Collections.Immutable;
using Finsam.Documents.Excel;

namespace Finsam.App.Forms.Workbooks;

/// <summary>A sheet of ours that came back. A cell is found by the key at its row and the mark above its column, and only where its label still stands
/// there; else by its label alone, when its block has only one such.</summary>
internal sealed class KeyedSheet
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ReadRow>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Block, string Label), List<ReadRow>> _byLabel = [];
    private readonly HashSet<string> _blocks = new(StringComparer.Ordinal);
    private readonly HashSet<int> _used = [];
    private readonly List<ReadRow> _unknown = [];
    private readonly int _keys;

    private KeyedSheet(ReadSheet sheet, ReadRow marks, ReadCell mark, WorkbookMark found)
    {
        (Name, Mark, _keys) = (sheet.Name, found, mark.Column);
        foreach (var cell in marks.Cells.Where(c => c.Column > mark.Column))
        {
            _columns.TryAdd(TextOf(cell.Value), cell.Column);
        }

        Index(sheet.Rows.Where(r => r.Number > marks.Number));
    }

    /// <summary>The sheet's name.</summary>
    public string Name { get; }

    /// <summary>What it says of itself.</summary>
    public WorkbookMark Mark { get; }

    /// <summary>The marks above its columns.</summary>
    public IEnumerable<string> Columns => _columns.Keys;

    /// <summary>The keys at its rows.</summary>
    public IEnumerable<string> Keys => _byKey.Keys;

    /// <summary>The rows that hold something and are none of ours; after every cell has been looked for.</summary>
    public IEnumerable<int> UnknownRows => _unknown.Select(r => r.Number).Where(r => !_used.Contains(r));

    /// <summary>The sheet with its keys; null for one that is none of ours.</summary>
    public static KeyedSheet? Find(ReadSheet sheet)
    {
        foreach (var row in sheet.Rows)
        {
            foreach (var cell in row.Cells)
            {
                if (WorkbookMark.Find(TextOf(cell.Value)) is { } mark)
                {
                    return new KeyedSheet(sheet, row, cell, mark);
                }
            }
        }

        return null;
    }

    /// <summary>True when the block stands in the sheet.</summary>
    public bool Has(string block) => _blocks.Contains(block);

    /// <summary>Where a cell is, in the column that it says or in another of its row; several places when somebody has copied its row.</summary>
    public IEnumerable<CellPlace> Find(InputCell cell, string? column = null)
    {
        foreach (var row in Rows(cell))
        {
            if (ColumnOf(cell, column ?? cell.Column) is { } at)
            {
                _used.Add(row.Number);
                yield return new CellPlace(Name, new CellAddress(at, row.Number).ToString(), row[at]);
            }
        }
    }

    /// <summary>True when something stands to the right of the label in a row with the key.</summary>
    public bool IsFilledIn(string key, IEnumerable<string> columns) =>
        columns.Select(c => _columns.TryGetValue(c, out var at) ? at : -1).Where(at => at >= 0)
            .Any(at => _byKey.GetValueOrDefault(key, []).Any(row => row[at] is not CellValue.Blank));

    private void Index(IEnumerable<ReadRow> rows)
    {
        var block = "";
        foreach (var row in rows)
        {
            var key = TextOf(row[_keys]);
            if (SheetKeys.IsBlock(key))
            {
                block = key;
                _blocks.Add(key);
            }

            if (key.Length == 0)
            {
                _unknown.Add(row);
            }

            foreach (var part in key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(k => k != SheetKeys.Ours))
            {
                Add(_byKey, part, row);
            }

            if (LabelOf(row) is { Length: > 0 } label)
            {
                Add(_byLabel, (block, Labels.Key(label)), row);
            }
        }
    }

    private ReadRow[] Rows(InputCell cell)
    {
        var keyed = _byKey.GetValueOrDefault(cell.Field.Key, []).Where(row => Labels.Same(LabelOf(row), cell.Label)).ToArray();
        return keyed.Length > 0 ? keyed
            : _byLabel.GetValueOrDefault((SheetKeys.Block(cell.Block), Labels.Key(cell.Label)), []) is [var only] ? [only]
            : [];
    }

    private int? ColumnOf(InputCell cell, string mark)
    {
        int? marked = _columns.TryGetValue(mark, out var at) ? at : null;
        if (cell.Head is null)
        {
            return marked;
        }

        if (_byKey.GetValueOrDefault(SheetKeys.Head(cell.Block)) is not [var heads])
        {
            return null;
        }

        return marked is { } column && Labels.Same(TextOf(heads[column]), cell.Head) ? marked
            : heads.Cells.Where(c => Labels.Same(TextOf(c.Value), cell.Head)).ToArray() is [var only] ? only.Column
            : null;
    }

    private string LabelOf(ReadRow row) => _columns.TryGetValue(SheetKeys.Label, out var column) ? TextOf(row[column]) : "";

    // A label that is a number, as that of a row in a list, may have become one in the cell.
    private static string TextOf(CellValue value) => value switch
    {
        CellValue.Text(var text) => text.Trim(),
        CellValue.Number(var number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };

    private static void Add<T>(Dictionary<T, List<ReadRow>> index, T key, ReadRow row)
        where T : notnull
    {
        if (!index.TryGetValue(key, out var rows))
        {
            index[key] = rows = [];
        }

        rows.Add(row);
    }
}

/// <summary>Where a cell is and what stands in it.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Cell">Its address.</param>
/// <param name="Value">What stands in it.</param>
internal sealed record CellPlace(string Sheet, string Cell, CellValue Value)
{
    /// <summary>The place as people say it: "Bladet Deltagare, cell B7".</summary>
    public string Name => string.Format(System.Globalization.CultureInfo.InvariantCulture, WorkbookTexts.Place, Sheet, Cell);
}

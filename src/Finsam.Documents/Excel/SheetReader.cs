using System.Collections.Immutable;
using System.Globalization;

namespace Finsam.Documents.Excel;

/// <summary>Reads the cells of one sheet, from above, as they stream by.</summary>
internal sealed class SheetReader(string sheet, PartReader reader, SharedParts shared, ReadingBudget budget, ReadingOptions options, FindingList findings)
{
    private const int MostFormulaRanges = 500;

    private readonly ImmutableArray<ReadRow>.Builder _rows = ImmutableArray.CreateBuilder<ReadRow>();
    private readonly bool[] _hiddenColumns = new bool[ReadingLimits.Columns];
    private readonly SortedSet<int> _hiddenColumnsWithContent = [];
    private readonly List<int> _hiddenRows = [];
    private readonly Dictionary<int, (CellAddress Cell, string Text)> _sharedFormulas = [];
    private readonly List<CellRange> _formulaRanges = [];
    private int _lastRow;
    private bool _isTooLong;
    private bool _isTooWide;

    /// <summary>The rows read so far; all of them after <see cref="Read"/>.</summary>
    public ImmutableArray<ReadRow> Rows => _rows.ToImmutable();

    /// <exception cref="InvalidDataException">The sheet is damaged; what came before the damage is kept.</exception>
    public void Read()
    {
        reader.Root();
        while (reader.NextChild(0))
        {
            if (reader.Is("cols"))
            {
                ReadColumns();
            }
            else if (reader.Is("sheetData"))
            {
                var depth = reader.Depth;
                while (reader.NextChild(depth))
                {
                    if (reader.Is("row"))
                    {
                        ReadRow();
                    }
                }
            }
            else if (reader.Is("mergeCells") && !options.OwnLayout)
            {
                ReadMerges();
            }
        }

        if (!options.OwnLayout)
        {
            WarnOfHidden();
        }
    }

    /// <summary>A whole number of 0 or more as an attribute has it; null when it is none.</summary>
    public static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void ReadColumns()
    {
        var depth = reader.Depth;
        while (reader.NextChild(depth))
        {
            // The last of them often reaches to the end of the sheet.
            if (reader.Flag("hidden") && Whole(reader.Attribute("min")) is { } min and > 0 && Whole(reader.Attribute("max")) is { } max)
            {
                for (var column = min; column <= Math.Min(max, _hiddenColumns.Length); column++)
                {
                    _hiddenColumns[column - 1] = true;
                }
            }
        }
    }

    private void ReadMerges()
    {
        var depth = reader.Depth;
        while (reader.NextChild(depth))
        {
            if (CellRange.Parse(reader.Attribute("ref") ?? "") is { } range)
            {
                findings.Error(sheet, range.First.ToString(), ExcelTexts.MergedCells, range);
            }
        }
    }

    // Some programs leave out the numbers of rows and cells; those then follow upon each other.
    private void ReadRow()
    {
        var number = Whole(reader.Attribute("r"));
        var isHidden = reader.Flag("hidden");
        var next = number ?? _lastRow + 1;
        var cells = ImmutableArray.CreateBuilder<ReadCell>();
        var hasContent = false;
        var (depth, column) = (reader.Depth, -1);
        while (reader.NextChild(depth))
        {
            if (!reader.Is("c"))
            {
                continue;
            }

            var address = Address(number, next, column + 1);
            if (address.Column <= column || address.Row <= _lastRow || (column >= 0 && address.Row != next))
            {
                throw Damaged("Cells are out of order.");
            }

            (next, column) = (address.Row, address.Column);
            if (_isTooLong)
            {
                continue;
            }

            var before = findings.Count;
            var value = ReadCell(address);
            if (value is CellValue.Blank && findings.Count == before)
            {
                continue;
            }

            hasContent = true;
            budget.UseCell();
            if (address.Row > ReadingLimits.Rows)
            {
                _isTooLong = true;
                findings.Error(sheet, address.ToString(), ExcelTexts.TooManyRows, ReadingLimits.Rows);
            }
            else if (address.Column >= ReadingLimits.Columns)
            {
                if (!_isTooWide)
                {
                    _isTooWide = true;
                    findings.Error(sheet, address.ToString(), ExcelTexts.TooManyColumns, CellAddress.Letters(ReadingLimits.Columns - 1));
                }
            }
            else
            {
                NoteHiddenColumn(address.Column);
                if (value is not CellValue.Blank)
                {
                    cells.Add(new ReadCell(address.ToString(), address.Column, value));
                }
            }
        }

        if (next <= _lastRow || next > CellAddress.MostRows)
        {
            throw Damaged("Rows are out of order.");
        }

        _lastRow = next;
        if (cells.Count > 0)
        {
            _rows.Add(new ReadRow(next, cells.ToImmutable()));
        }

        if (isHidden && hasContent && !_isTooLong)
        {
            _hiddenRows.Add(next);
        }
    }

    private CellAddress Address(int? rowNumber, int row, int column)
    {
        if (reader.Attribute("r") is not { } text)
        {
            return column < CellAddress.MostColumns ? new CellAddress(column, row) : throw Damaged("There are too many cells in a row.");
        }

        return CellAddress.Parse(text) is { } address && (rowNumber is null || address.Row == rowNumber) ? address : throw Damaged($"{text} is no address here.");
    }

    private CellValue ReadCell(CellAddress address)
    {
        var type = reader.Attribute("t") ?? "n";
        var format = Whole(reader.Attribute("s")) ?? 0;
        var depth = reader.Depth;
        string? stored = null;
        string? inline = null;
        var isFormula = false;
        while (reader.NextChild(depth))
        {
            if (reader.Is("f"))
            {
                isFormula = true;
                ReadFormula(address);
            }
            else if (reader.Is("v"))
            {
                stored = reader.Content();
            }
            else if (reader.Is("is"))
            {
                inline = SharedParts.ReadText(reader, budget);
            }
        }

        if (isFormula && !options.FormulaResults)
        {
            return new CellValue.Blank();
        }

        if (isFormula && stored is null)
        {
            return Wrong(address, ExcelTexts.FormulaWithoutResult);
        }

        if ((stored is not null || inline is not null) && _formulaRanges.FirstOrDefault(range => range.Contains(address)) is { First.Row: > 0 } formula)
        {
            return Wrong(address, ExcelTexts.PartOfFormula, formula.First);
        }

        return type switch
        {
            "inlineStr" => Text(inline ?? Counted(stored)),
            "str" => Text(Counted(stored) ?? inline),
            _ when string.IsNullOrWhiteSpace(stored) => new CellValue.Blank(),
            "s" => Whole(stored) is { } index && shared.Text(index) is { } text ? Text(text) : Wrong(address, ExcelTexts.UnreadableCell),
            "b" => Text(stored.Trim() is "1" or "true" ? ExcelTexts.Yes : ExcelTexts.No),
            "e" => Wrong(address, ExcelTexts.ErrorCell, FindingList.Quote(stored)),
            "d" => IsoDate(address, stored),
            "n" => Number(address, stored, shared.Format(format)),
            _ => Wrong(address, ExcelTexts.UnreadableCell),
        };
    }

    private static CellValue Text(string? text) => string.IsNullOrEmpty(text) ? new CellValue.Blank() : new CellValue.Text(text);

    private string? Counted(string? stored)
    {
        if (stored is null)
        {
            return null;
        }

        var text = CellText.Decode(stored);
        budget.UseText(text);
        return text;
    }

    // What the person sees is what is read: a cell that shows 50 % holds 0.5.
    private CellValue Number(CellAddress address, string stored, ShownAs shown)
    {
        var (value, isTooLarge) = CellNumber.Read(stored);
        return value switch
        {
            > decimal.MaxValue / 100 or < decimal.MinValue / 100 when shown == ShownAs.Percent => Wrong(address, ExcelTexts.NumberTooLarge, FindingList.Quote(stored)),
            null => Wrong(address, isTooLarge ? ExcelTexts.NumberTooLarge : ExcelTexts.UnreadableNumber, FindingList.Quote(stored)),
            { } number when shown == ShownAs.Number => new CellValue.Number(number),
            { } share when shown == ShownAs.Percent && options.RefusesShares => Wrong(address, ExcelTexts.ShareCell, share * 100),
            { } share when shown == ShownAs.Percent => new CellValue.Number(share * 100),
            _ when shown == ShownAs.Time => Wrong(address, ExcelTexts.TimeCell),
            { } serial => Day(address, CellDate.Read(serial, shared.From1904), ExcelTexts.DateOutOfRange, stored),
        };
    }

    private CellValue IsoDate(CellAddress address, string stored) => stored.AsSpan().Trim() is ['T', ..]
        ? Wrong(address, ExcelTexts.TimeCell)
        : Day(address, CellDate.ReadIso(stored), ExcelTexts.UnreadableDate, stored);

    private CellValue Day(CellAddress address, (CellDate.Outcome Outcome, DateOnly Day) read, string noDay, string stored) => read.Outcome switch
    {
        CellDate.Outcome.Day => new CellValue.Date(read.Day),
        CellDate.Outcome.WithTime => Wrong(address, ExcelTexts.DateWithTime),
        _ => Wrong(address, noDay, FindingList.Quote(stored)),
    };

    private CellValue.Blank Wrong(CellAddress address, string format, params ReadOnlySpan<object?> values)
    {
        findings.Error(sheet, address.ToString(), format, values);
        return new CellValue.Blank();
    }

    private void ReadFormula(CellAddress address)
    {
        var kind = reader.Attribute("t");
        var group = kind == "shared" ? Whole(reader.Attribute("si")) : null;
        var range = kind is "array" or "dataTable" ? CellRange.Parse(reader.Attribute("ref") ?? "") : null;
        var content = reader.Content();
        if (options.FormulaResults)
        {
            return;
        }

        if (range is { } cells && cells.First != cells.Last && _formulaRanges.Count < MostFormulaRanges)
        {
            _formulaRanges.Add(cells);
        }

        if (content.Length > 0)
        {
            // Functions that came after Excel 2007 are stored with a mark that no one sees in Excel.
            var formula = FindingList.Quote("=" + CellText.Decode(content)
                .Replace("_xlfn.", "", StringComparison.Ordinal).Replace("_xlws.", "", StringComparison.Ordinal));
            if (group is { } master && _sharedFormulas.Count < FindingList.Most)
            {
                _sharedFormulas[master] = (address, formula);
            }

            Wrong(address, ExcelTexts.Formula, formula);
        }
        else if (group is { } copy && _sharedFormulas.TryGetValue(copy, out var first))
        {
            Wrong(address, ExcelTexts.SharedFormula, first.Cell, first.Text);
        }
        else
        {
            Wrong(address, ExcelTexts.UnknownFormula);
        }
    }

    private void NoteHiddenColumn(int column)
    {
        if (_hiddenColumns[column])
        {
            _hiddenColumnsWithContent.Add(column);
        }
    }

    private void WarnOfHidden()
    {
        foreach (var column in _hiddenColumnsWithContent)
        {
            findings.Warning(sheet, null, ExcelTexts.HiddenColumn, CellAddress.Letters(column));
        }

        for (var i = 0; i < _hiddenRows.Count; i++)
        {
            var first = i;
            while (i + 1 < _hiddenRows.Count && _hiddenRows[i + 1] == _hiddenRows[i] + 1)
            {
                i++;
            }

            if (first == i)
            {
                findings.Warning(sheet, null, ExcelTexts.HiddenRow, Plain(_hiddenRows[i]));
            }
            else
            {
                findings.Warning(sheet, null, ExcelTexts.HiddenRows, Plain(_hiddenRows[first]), Plain(_hiddenRows[i]));
            }
        }
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static InvalidDataException Damaged(string what) => new(what);
}

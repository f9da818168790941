using System.Collections.Immutable;
using System.Globalization;
using Finsam.Documents.Excel;
using Finsam.Domain.Answers;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>A sheet while it is laid out: hidden keys, labels, columns to fill in, and help at the far right.</summary>
internal sealed class SheetDraft
{
    private const int LabelColumn = 1;
    private const int FirstInput = 2;
    private const int InputWidth = 14;
    private const int HelpWidth = 46;

    private readonly string _name;
    private readonly int[] _inputs;
    private readonly List<GridRow> _rows = [];
    private readonly List<GridChoice> _choices = [];
    private readonly List<InputCell> _cells = [];

    /// <summary>A sheet with nothing in it.</summary>
    /// <param name="name">The sheet's name.</param>
    /// <param name="mark">What the workbook says of itself.</param>
    /// <param name="columns">The columns between the labels and the help, as they are marked.</param>
    public SheetDraft(string name, WorkbookMark mark, IEnumerable<string> columns)
    {
        _name = name;
        var marks = columns.ToArray();
        _inputs = [.. marks.Select(_ => InputWidth)];
        _rows.Add(new GridRow([Plain(mark.ToString()), Plain(SheetKeys.Label), .. marks.Select(Plain), Plain("")]) { IsHidden = true });
    }

    /// <summary>The row that comes next, as Excel counts.</summary>
    public int NextRow => _rows.Count + 1;

    /// <summary>How many columns there are between the labels and the help.</summary>
    public int Columns => _inputs.Length;

    /// <summary>The rows that stay in sight.</summary>
    public int Frozen { get; set; }

    /// <summary>The address of a column to fill in, from 0, in a row.</summary>
    public static CellAddress Address(int column, int row) => new(FirstInput + column, row);

    /// <summary>How wide the column of labels is.</summary>
    public int LabelWidth { get; set; } = 44;

    /// <summary>Makes a column at least so wide.</summary>
    public void Widen(int column, int width) => _inputs[column] = Math.Max(_inputs[column], width);

    /// <summary>A line of text over the whole sheet.</summary>
    public void Text(string text, GridStyle style) => Row(SheetKeys.Ours, new GridCell(new CellValue.Text(text), style) { Span = 2 + Columns }, []);

    /// <summary>The row that a block begins with.</summary>
    public void Block(string block) => Row(SheetKeys.Block(block), Blank, []);

    /// <summary>The heads of a table.</summary>
    public void Heads(string key, string label, IEnumerable<string> heads) =>
        Row(key, new GridCell(new CellValue.Text(label), GridStyle.Head), heads.Select(h => new GridCell(new CellValue.Text(h), GridStyle.Head)));

    /// <summary>A row of a table.</summary>
    public void Row(string key, string label, IEnumerable<GridCell> cells, string? help = null) =>
        Row(key, new GridCell(new CellValue.Text(label), GridStyle.RowHead), cells, help);

    /// <summary>A field in a row of its own.</summary>
    public void Field(string block, Field field, Answer? answer, string? help)
    {
        var cell = AnswerCell.Of(field, answer);
        var alternatives = field.Choices;
        var unit = field.Unit is null ? null : string.Format(CultureInfo.InvariantCulture, WorkbookTexts.Unit, field.Unit);
        var said = string.Join(' ', new[] { unit, help, alternatives.IsEmpty ? null : WorkbookTexts.ChooseAmong }.OfType<string>());
        _cells.Add(new InputCell(field, block, field.Label, SheetKeys.Column(1)));
        var isWide = field.Kind is FieldKind.Text or FieldKind.Line or FieldKind.Choice;
        if (field.Kind == FieldKind.Flag)
        {
            _choices.Add(new GridChoice(Address(0, NextRow), WorkbookTexts.YesNoList));
            said = said.Length == 0 ? WorkbookTexts.YesOrNo : said + " " + WorkbookTexts.YesOrNo;
        }
        else if (!alternatives.IsEmpty)
        {
            var column = CellAddress.Letters(FirstInput + Columns);
            _choices.Add(new GridChoice(Address(0, NextRow), FormattableString.Invariant($"${column}${NextRow + 1}:${column}${NextRow + alternatives.Length}")));
        }

        Row(
            field.Key, new GridCell(new CellValue.Text(field.Label), GridStyle.Label),
            isWide ? [cell with { Span = Columns }, .. Enumerable.Repeat(new GridCell(new CellValue.Blank(), cell.Style), Columns - 1)] : [cell],
            said, lines: field.Kind == FieldKind.Text ? 5 : 1);
        foreach (var alternative in alternatives)
        {
            Row(SheetKeys.Ours, Blank, [], alternative.Label);
        }
    }

    /// <summary>Says of a row's cells what they are.</summary>
    public void Add(IEnumerable<InputCell> cells) => _cells.AddRange(cells);

    /// <summary>The sheet.</summary>
    public InputSheet Done() => new(
        new GridSheet(_name, [0, LabelWidth, .. _inputs, HelpWidth], [.. _rows])
        {
            FrozenRows = Frozen,
            FrozenColumns = Frozen > 0 ? FirstInput : 0,
            Choices = [.. _choices],
        },
        [.. _cells]);

    private static GridCell Blank { get; } = new(new CellValue.Blank(), GridStyle.Ground);

    private static GridCell Plain(string text) => new(new CellValue.Text(text), GridStyle.Ground);

    private void Row(string key, GridCell label, IEnumerable<GridCell> cells, string? help = null, int lines = 1)
    {
        ImmutableArray<GridCell> row = [Plain(key), label, .. cells];
        _rows.Add(new GridRow([.. row, .. Enumerable.Repeat(Blank, FirstInput + Columns - row.Length), new(new CellValue.Text(help ?? ""), GridStyle.Note)]) { Lines = lines });
    }
}

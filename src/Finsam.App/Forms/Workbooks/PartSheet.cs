using System.Globalization;
using Finsam.Documents.Excel;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>A part of the form as a sheet: tables as tables, other fields one below the other. Files are not asked here.</summary>
internal sealed class PartSheet
{
    private const int FewestColumns = 5;
    private const int TextWidth = 24;
    private const int LongTextWidth = 40;
    private const int RowNumberWidth = 8;

    private readonly FormView _form;
    private readonly FormPart _part;
    private readonly SheetDraft _sheet;

    private PartSheet(FormView form, FormPart part)
    {
        (_form, _part) = (form, part);
        _sheet = new SheetDraft(
            part.Title, WorkbookMark.OfForm(form),
            Enumerable.Range(1, Math.Max(FewestColumns, part.Blocks.Max(ColumnsOf))).Select(SheetKeys.Column));
        if (part.Blocks.All(b => b is ActivitiesBlock or StaffingBlock))
        {
            // The labels are the numbers of the rows, and the words stand beside them.
            _sheet.LabelWidth = RowNumberWidth;
        }
    }

    /// <summary>The sheet; null when the part asks for nothing but files.</summary>
    public static InputSheet? Of(FormView form, FormPart part) =>
        part.FieldsFor(form.Initiative).Any(f => f.Kind != FieldKind.File) ? new PartSheet(form, part).Written() : null;

    private static int ColumnsOf(Block block) => block switch
    {
        MatrixBlock matrix => matrix.Columns.Length + 1,
        MeansBlock means => means.Columns.Length,
        ActivitiesBlock or StaffingBlock => RowHeads.Of(block).Length,
        _ => 1,
    };

    private InputSheet Written()
    {
        _sheet.Text(_part.Title, GridStyle.Title);
        _sheet.Text($"{_form.Initiative.Name}, {_form.Period.Name}", GridStyle.Help);
        if (_part.Section.Help is { } help)
        {
            _sheet.Text(help, GridStyle.Help);
        }

        foreach (var block in _part.Blocks)
        {
            Write(block);
        }

        return _sheet.Done();
    }

    private void Write(Block block)
    {
        var key = _part.Party is { } party ? $"{block.Id}{Block.PartyMark}{party.Id}" : block.Id;
        var fields = _part.FieldsOf(block, _form.Initiative).ToArray();
        if (block is AttachmentBlock)
        {
            _sheet.Text(string.Format(CultureInfo.InvariantCulture, WorkbookTexts.FilesElsewhere, block.Label), GridStyle.Help);
            return;
        }

        _sheet.Block(key);
        switch (block)
        {
            case MatrixBlock matrix:
                Head(block);
                Matrix(key, matrix, fields);
                break;
            case MeansBlock means:
                Head(block);
                Means(key, means, fields);
                break;
            case ActivitiesBlock or StaffingBlock:
                Head(block, covers: block is not StaffingBlock);
                Rows(key, block, fields);
                break;
            case GoalsBlock goals:
                Heading(block);
                Goals(key, goals, fields);
                break;
            case EconomyBlock:
                Head(block);
                _sheet.Text(
                    _form.Initiative.GrantedIn(_form.Period.Year) is { } granted
                        ? string.Format(CultureInfo.InvariantCulture, WorkbookTexts.Granted, _form.Period.Year, SwedishFormat.Number(granted))
                        : string.Format(CultureInfo.InvariantCulture, WorkbookTexts.GrantUnknown, _form.Period.Year),
                    GridStyle.Label);
                Fields(key, fields);
                break;
            case FiguresBlock:
                Head(block);
                Fields(key, fields);
                break;
            case ChoiceBlock { Several: true }:
                Heading(block);
                Fields(key, fields);
                break;
            default:
                Fields(key, fields);
                break;
        }
    }

    private void Head(Block block, bool covers = true)
    {
        _sheet.Text(block.Label, GridStyle.Heading);
        if (covers && _form.Covers(block) is { Length: > 0 } span)
        {
            _sheet.Text(string.Format(CultureInfo.InvariantCulture, WorkbookTexts.Covers, span), GridStyle.Help);
        }

        Help(block);
    }

    private void Heading(Block block)
    {
        _sheet.Text(block.Label, GridStyle.Heading);
        Help(block);
    }

    private void Help(Block block)
    {
        if (block.Help is { } help)
        {
            _sheet.Text(help, GridStyle.Help);
        }
    }

    private void Fields(string key, IEnumerable<Field> fields)
    {
        foreach (var field in fields)
        {
            _sheet.Field(key, field, _form.Answers[field.Key], field.Help);
        }
    }

    private void Goals(string key, GoalsBlock block, Field[] fields)
    {
        var each = block.AssessEach ? 2 : 1;
        foreach (var (index, goal) in _form.Initiative.Goals.Index())
        {
            _sheet.Text(string.Format(CultureInfo.InvariantCulture, WorkbookTexts.Goal, index + 1, goal.Text), GridStyle.Label);
            Fields(key, fields.Skip(index * each).Take(each));
        }

        Fields(key, fields.Skip(_form.Initiative.Goals.Length * each));
    }

    private void Matrix(string key, MatrixBlock matrix, Field[] fields)
    {
        var columns = matrix.Columns.Length;
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        _sheet.Heads(
            SheetKeys.Head(key), matrix.UnitLabel ?? (matrix.Cells switch { NumberKind.Kronor => FormTexts.Kronor, NumberKind.Quantity => FormTexts.Quantity, _ => FormTexts.Persons }),
            columns > 1 ? [.. matrix.Columns.Select(c => c.Label), FormTexts.Total] : matrix.Columns.Select(c => c.Label));
        foreach (var (row, cells) in matrix.AskedRows(_form.Initiative).Zip(fields.Chunk(columns)))
        {
            rows[row.Id] = _sheet.NextRow;
            Row(key, row.Label, cells, matrix.Columns.Select(c => c.Label), columns > 1 ? [Across(_sheet.NextRow, cells)] : [], row.Help);
        }

        if (matrix.HasColumnTotals && matrix.RowsFor(_form.Initiative) is { IsEmpty: false } parts)
        {
            var (first, last) = (rows[parts[0].Id], rows[parts[^1].Id]);
            var own = fields.Skip(matrix.Base is null ? 0 : columns).ToArray();
            _sheet.Row(SheetKeys.Ours, FormTexts.Sum, Enumerable.Range(0, columns + (columns > 1 ? 1 : 0)).Select(c => TotalCell.Sum(
                $"{SheetDraft.Address(c, first)}:{SheetDraft.Address(c, last)}",
                own.Where((_, i) => c == columns || i % columns == c).Select(f => _form.Answers.Number(f.Key)))));
        }

        foreach (var derived in matrix.Derived.Where(d => rows.ContainsKey(d.From) && rows.ContainsKey(d.Minus)))
        {
            _sheet.Row(SheetKeys.Ours, string.Format(CultureInfo.InvariantCulture, WorkbookTexts.Derived, derived.Label), matrix.Columns.Select((column, c) => TotalCell.Difference(
                SheetDraft.Address(c, rows[derived.From]), SheetDraft.Address(c, rows[derived.Minus]),
                Number(matrix, derived.From, column.Id) - Number(matrix, derived.Minus, column.Id))));
        }
    }

    private decimal? Number(MatrixBlock matrix, string row, string column) => _form.Answers.Number(
        _part.Party is { } party ? matrix.PartyKey(matrix.KeyOf(row, column), party.Id) : matrix.KeyOf(row, column));

    private GridCell Across(int row, Field[] cells) => TotalCell.Sum(
        $"{SheetDraft.Address(0, row)}:{SheetDraft.Address(cells.Length - 1, row)}", cells.Select(c => _form.Answers.Number(c.Key)));

    // Each thing measured has two rows: of how many persons, and the mean.
    private void Means(string key, MeansBlock means, Field[] fields)
    {
        var heads = means.Columns.Select(c => c.Label).ToArray();
        _sheet.Heads(SheetKeys.Head(key), WorkbookTexts.Means, heads);
        foreach (var (row, cells) in means.Rows.Zip(fields.Chunk(2 * means.Columns.Length)))
        {
            Row(key, string.Format(CultureInfo.InvariantCulture, WorkbookTexts.MeanCount, row.Label), [.. cells.Where((_, i) => i % 2 == 0)], heads, [], null);
            Row(key, string.Format(CultureInfo.InvariantCulture, WorkbookTexts.Mean, row.Label, row.Unit), [.. cells.Where((_, i) => i % 2 == 1)], heads, [], null);
        }
    }

    private void Rows(string key, Block block, Field[] fields)
    {
        var heads = RowHeads.Of(block);
        _sheet.Heads(SheetKeys.Head(key), WorkbookTexts.RowNumber, heads);
        foreach (var (column, field) in fields.Take(heads.Length).Index())
        {
            _sheet.Widen(column, field.Kind != FieldKind.Line ? 0 : field.MaxLength > 200 ? LongTextWidth : TextWidth);
        }

        foreach (var (index, row) in fields.Chunk(heads.Length).Index())
        {
            Row(key, (index + 1).ToString(CultureInfo.InvariantCulture), row, heads, [], null);
        }
    }

    private void Row(string block, string label, Field[] fields, IEnumerable<string> heads, IEnumerable<GridCell> totals, string? help)
    {
        _sheet.Add(fields.Zip(heads).Select((f, i) => new InputCell(f.First, block, label, SheetKeys.Column(i + 1), f.Second)));
        _sheet.Row(string.Join(' ', fields.Select(f => f.Key)), label, [.. fields.Select(f => AnswerCell.Of(f, _form.Answers[f.Key])), .. totals], help);
    }
}

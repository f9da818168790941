using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Participants;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>Figures of the reports in rows and columns, as a table or a chart. What is missing, what one person is counted in several times, and shares
/// that do not make a hundred are told in notes.</summary>
internal sealed class GridTable
{
    private readonly PeriodMaterial _material;
    private readonly GridPart _part;
    private readonly FigureCount _count;
    private readonly MoneyUnit _unit;
    private readonly List<CountedFigure> _used = [];
    private readonly GridHistory _history;

    private GridTable(PeriodMaterial material, GridPart part)
    {
        (_material, _part, _count) = (material, part, new FigureCount(material, part));
        _unit = material.Association.Settings.Units.Outcome;
        _history = new GridHistory(material, _unit);
    }

    /// <summary>The table, or the chart.</summary>
    /// <param name="material">The period.</param>
    /// <param name="part">What is shown.</param>
    /// <param name="fill">Fills in the texts.</param>
    public static DraftPart Build(PeriodMaterial material, GridPart part, Func<string, string> fill) => new GridTable(material, part).Build(fill);

    private DraftPart Build(Func<string, string> fill)
    {
        var columns = _part.Columns.SelectMany(Expand).ToImmutableArray();
        var rows = _part.Rows.SelectMany(Expand).Select(r => (Row: r, Cells: columns.Select(c => Cell(r, c)).ToImmutableArray())).ToImmutableArray();
        rows = [.. rows.Where(r => !r.Row.LeaveOutZero || r.Cells.Any(IsSomething))];
        var kept = columns.Index().Where(c => !c.Item.LeaveOutZero || rows.Any(r => IsSomething(r.Cells[c.Index]))).Select(c => c.Index).ToArray();
        var id = "tabell-" + Slug(_part.Caption);
        var heads = kept.Select(i => fill(columns[i].Label)).ToImmutableArray();
        var labels = rows.Select(r => fill(r.Row.Label)).ToImmutableArray();
        var cells = rows.Select(r => kept.Select(i => r.Cells[i]).ToImmutableArray()).ToImmutableArray();
        ImmutableArray<string> notes = [.. Notes(rows), .. _history.Notes, .. _part.Note is { } note ? [fill(note)] : ImmutableArray<string>.Empty];
        return _part.Chart is { } kind
            ? Chart(id, fill(_part.Caption), kind, rows.Select(r => r.Row.Kind), labels, heads, cells, notes)
            : Table(id, fill(_part.Caption), fill(_part.Head ?? ""), labels, heads, cells, [.. rows.Select(r => r.Row.Kind)], notes);
    }

    private DraftPart.Table Table(
        string id, string caption, string head, ImmutableArray<string> labels, ImmutableArray<string> heads, ImmutableArray<ImmutableArray<TableCell>> cells,
        ImmutableArray<RowKind> kinds, ImmutableArray<string> notes)
    {
        static TableColumn Figures(string text) => new(text, Alignment.Right, 2);
        return _part.Across
            ? new DraftPart.Table(
                id, caption, [new(head, Width: 4), .. labels.Select(Figures)],
                [.. heads.Index().Select(h => new TableRow([h.Item, .. cells.Select(row => row[h.Index])]))], notes)
            : new DraftPart.Table(
                id, caption, [new(head, Width: 4), .. heads.Select(Figures)],
                [.. labels.Index().Select(l => new TableRow([l.Item, .. cells[l.Index]], kinds[l.Index]))], notes);
    }

    // A sum beside its parts would dwarf them: a chart shows the parts.
    private DraftPart.Chart Chart(
        string id, string caption, ChartKind kind, IEnumerable<RowKind> kinds, ImmutableArray<string> labels, ImmutableArray<string> heads,
        ImmutableArray<ImmutableArray<TableCell>> cells, ImmutableArray<string> notes)
    {
        var parts = kinds.Index().Where(k => k.Item == RowKind.Normal).Select(k => k.Index).ToArray();
        ImmutableArray<string> categories = [.. parts.Select(i => labels[i])];
        var isShare = _part.Columns.Any(c => c.Of is not null);
        ImmutableArray<ChartSeries> series = [.. heads.Index().Select(h => new ChartSeries(h.Item, [.. parts.Select(i => Point(cells[i][h.Index]))]))];
        var said = string.Join(". ", heads.Index().Select(h => $"{h.Item}: {string.Join(", ", parts.Select(i => $"{labels[i]} {cells[i][h.Index].Text}"))}"));
        return new DraftPart.Chart(id, caption, kind, categories, series, isShare ? "%" : Unit(), $"{caption}. {said}.", notes);

        ChartPoint Point(TableCell cell) => new(isShare ? cell.Value * 100m : cell.Value, cell.Source);
    }

    private string Unit() => _count.BlockOf(Terms(_part.Rows[0].Figure)[0]) switch
    {
        EconomyBlock or MatrixBlock { Cells: NumberKind.Kronor } => Word(_unit),
        MatrixBlock { UnitLabel: { } label } => label.ToLowerInvariant(),
        _ => DraftTexts.PersonsUnit,
    };

    private IEnumerable<Row> Expand(GridRow row)
    {
        var expression = FigureExpression.Parse(row.Figure)!;
        var of = row.Of is null ? [] : Terms(row.Of);
        if (row.EachInitiative)
        {
            return _count.Sum(expression.Terms, []).Asked.Select(i => new Row(i.Initiative.Name, expression, of, row, i.Initiative.Id));
        }

        if (expression.Terms is [{ Row: FigureTerm.EveryRow } every] && !row.Sum && _part.Columns.All(c => c.Rows.IsEmpty))
        {
            return Choices(every).Where(c => !row.Except.Contains(c.Id, StringComparer.Ordinal))
                .Select(c => new Row(c.Label, expression with { Terms = [every with { Row = c.Id }] }, of, row, null));
        }

        return [new Row(row.Label ?? LabelOf(expression.Terms[0]), expression, of, row, null)];
    }

    private IEnumerable<Column> Expand(GridColumn column)
    {
        if (column.Rows is [FigureTerm.EveryRow])
        {
            return Choices(Terms(_part.Rows[0].Figure)[0]).Select(c => new Column(c.Label, column.Columns, column with { Rows = [c.Id] }));
        }

        if (!column.Rows.IsEmpty)
        {
            return [new Column(column.Label ?? string.Join(", ", column.Rows.Select(r => LabelOf(Terms(_part.Rows[0].Figure)[0] with { Row = r }))), column.Columns, column)];
        }

        if (column.Columns is not [FigureTerm.EveryRow])
        {
            return [new Column(column.Label ?? (column.Columns.IsEmpty ? DraftTexts.All : string.Join(", ", column.Columns.Select(HeadOf))), column.Columns, column)];
        }

        return ColumnsOf(Terms(_part.Rows[0].Figure)[0]).Select(c => new Column(c.Label, [c.Id], column));
    }

    private TableCell Cell(Row row, Column column)
    {
        if (column.Settings.YearsBack > 0)
        {
            return _history.Cell(row.Figure.Terms, column.Ids, _material.Period.Year - column.Settings.YearsBack);
        }

        if (row.Settings.WithoutShares && column.Settings.Of is not null)
        {
            return "";
        }

        ImmutableArray<FigureTerm> terms = column.Settings.Rows.IsEmpty
            ? row.Figure.Terms
            : [.. row.Figure.Terms.SelectMany(t => column.Settings.Rows.Select(r => t with { Row = r }))];
        var of = !row.Of.IsEmpty ? row.Of : column.Settings.Of switch
        {
            null => [],
            FigureTerm.EveryRow => BaseOf(row.Figure.Terms[0]),
            var named => Terms(named),
        };

        // A row of shares is of its own column, unless the column is itself a share: then both are the whole.
        var figure = of.IsEmpty ? _count.Of(row.Figure with { Terms = terms }, column.Ids, row.Initiative) : _count.Share(terms, column.Ids, of, row.Of.IsEmpty && !column.Settings.OfAll ? column.Ids : [], row.Initiative);
        _used.Add(figure);
        return figure.Cell(_unit, of.IsEmpty && figure.Form is not (CountedForm.Mean or CountedForm.Share) ? row.Figure.Decimals : row.Figure.Decimals ?? column.Settings.Decimals);
    }

    // The base of a matrix's own rows: how many the answers are about, the whole they make up, or their sum.
    private ImmutableArray<FigureTerm> BaseOf(FigureTerm term) => _count.BlockOf(term) switch
    {
        MatrixBlock { Base: { } known } matrix => [new FigureTerm(matrix.Id, known.Id)],
        MatrixBlock { Whole: { } whole } => [.. whole.Rows.SelectMany(r => Terms(r))],
        var block => [new FigureTerm(block?.Id ?? term.Block, FigureTerm.EveryRow)],
    };

    private static ImmutableArray<FigureTerm> Terms(string figure) => FigureExpression.Parse(figure)!.Terms;

    private IEnumerable<Choice> Choices(FigureTerm term) => _count.BlockOf(term) switch
    {
        MatrixBlock matrix => matrix.Rows,
        MeansBlock means => means.Rows.Select(r => new Choice(r.Id, r.Label)),
        FiguresBlock figures => figures.Figures.Select(f => new Choice(f.Id, f.Label)),
        ChoiceBlock choice => choice.Choices,
        _ => [],
    };

    private string LabelOf(FigureTerm term) => _count.BlockOf(term) switch
    {
        MatrixBlock matrix => matrix.Rows.Concat(matrix.Base is null ? [] : [matrix.Base]).FirstOrDefault(r => r.Id == term.Row)?.Label
            ?? matrix.Derived.FirstOrDefault(d => d.Id == term.Row)?.Label ?? matrix.Label,
        { } block => Choices(term).FirstOrDefault(c => c.Id == term.Row)?.Label ?? block.Label,
        null => term.Row,
    };

    private ImmutableArray<Choice> ColumnsOf(FigureTerm term) => _count.BlockOf(term) switch
    {
        MatrixBlock matrix => matrix.Columns,
        MeansBlock means => means.Columns,
        _ => [],
    };

    private string HeadOf(string column) =>
        _part.Rows.SelectMany(r => ColumnsOf(Terms(r.Figure)[0])).FirstOrDefault(c => c.Id == column)?.Label ?? column;

    private static bool IsSomething(TableCell cell) => cell.Value is not (null or 0) || cell.Text == DraftTexts.Unknown || cell.Text == DraftTexts.Missing;

    private IEnumerable<string> Notes(ImmutableArray<(Row Row, ImmutableArray<TableCell> Cells)> rows)
    {
        foreach (var note in CountedNotes.Of(_used))
        {
            yield return note;
        }

        var blocks = rows.Select(r => _count.BlockOf(r.Row.Figure.Terms[0])).OfType<MatrixBlock>().Distinct().ToArray();
        if (blocks.Any(b => b.RowsAre == MatrixRows.Overlapping))
        {
            yield return DraftTexts.OverlappingRows;
        }

        if (blocks.Any(b => b.Rows.Any(r => ParticipantRow.Find(r.Id) == ParticipantMeasure.Touched)) && rows.Any(r => r.Row.Initiative is null) && _used.Any(u => u.Value is not null && u.Asked.Length > 1))
        {
            yield return DraftTexts.CountedInEach;
        }

        if (_part.Columns.Index().Any(c => c.Item.Of == FigureTerm.EveryRow) && blocks.Any(b => b.RowsAre == MatrixRows.Parts) && SharesDoNotAddUp(rows))
        {
            yield return DraftTexts.RoundedShares;
        }
    }

    private bool SharesDoNotAddUp(ImmutableArray<(Row Row, ImmutableArray<TableCell> Cells)> rows)
    {
        var parts = rows.Where(r => r.Row.Kind == RowKind.Normal).ToArray();
        return Enumerable.Range(0, parts.Length == 0 ? 0 : parts[0].Cells.Length).Any(column =>
        {
            var shares = parts.Select(p => p.Cells[column]).Where(c => c.Text.EndsWith('%')).Select(c => c.Value ?? 0m).ToArray();
            return shares.Length > 0 && SwedishFormat.Round(shares.Sum(), 6) == 1m && shares.Sum(s => SwedishFormat.Round(s * 100m, _part.Columns.Max(c => c.Decimals))) != 100m;
        });
    }

    private static string Slug(string caption)
    {
        var letters = caption.ToLower(CultureInfo.InvariantCulture).Select(c => c switch { 'å' or 'ä' => 'a', 'ö' => 'o', >= 'a' and <= 'z' or >= '0' and <= '9' => c, _ => '-' });
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed record Row(string Label, FigureExpression Figure, ImmutableArray<FigureTerm> Of, GridRow Settings, string? Initiative)
    {
        public bool LeaveOutZero => Settings.LeaveOutZero;

        public RowKind Kind => Settings.Kind;
    }

    private sealed record Column(string Label, ImmutableArray<string> Ids, GridColumn Settings)
    {
        public bool LeaveOutZero => Settings.LeaveOutZero;
    }
}

using System.Collections.Immutable;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    // The parts that show figures of the reports: every block, row, column and initiative they name exists.
    private static IEnumerable<PackageFinding> Counted(AssociationRecord record, CountedPart part, string path, FormTemplate template)
    {
        foreach (var (index, id) in part.Initiatives.Index().Where(i => record.FindInitiative(i.Item) is null))
        {
            yield return new("", $"{path}.initiatives[{index}]", Say(SetupTexts.UnknownOutlineInitiative, id));
        }

        var findings = part switch
        {
            GridPart grid => Grid(record, grid, path, template).Concat(Drawn(record, grid, path, template)),
            SentencesPart sentences => from item in sentences.Items.Index()
                                       from figure in SentencesPart.FiguresIn(item.Item)
                                       from finding in Figure(record, figure.Figure, $"{path}.items[{item.Index}]", template)
                                       select finding,
            ActivitiesPart p => OfKind<ActivitiesBlock>(p.Block, path, template),
            StaffingPart p => OfKind<StaffingBlock>(p.Block, path, template),
            ChoicesPart p => OfKind<ChoiceBlock>(p.Block, path, template),
            FilesPart p => OfKind<AttachmentBlock>(p.Block, path, template),
            AnswersPart p => OfKind<TextBlock>(p.Block, path, template),
            GoalResultsPart p => OfKind<GoalsBlock>(p.Block, path, template),
            _ => [],
        };
        foreach (var finding in findings)
        {
            yield return finding;
        }
    }

    private static IEnumerable<PackageFinding> Grid(AssociationRecord record, GridPart grid, string path, FormTemplate template)
    {
        foreach (var (index, row) in grid.Rows.Index())
        {
            foreach (var finding in Figure(record, row.Figure, $"{path}.rows[{index}].figure", template)
                .Concat(row.Of is { } of ? Figure(record, of, $"{path}.rows[{index}].of", template) : []))
            {
                yield return finding;
            }
        }

        var columns = grid.Rows.Select(r => FigureExpression.Parse(r.Figure)).OfType<FigureExpression>().SelectMany(e => e.Terms).SelectMany(t => ColumnsOf(template, t.Block)).ToHashSet(StringComparer.Ordinal);
        var rows = template.Blocks.Where(b => grid.Rows.Any(r => FigureExpression.Parse(r.Figure)?.Terms.Any(t => t.Block == b.Id) ?? false)).SelectMany(RowsOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, column) in grid.Columns.Index())
        {
            foreach (var unknown in column.Columns.Where(c => c != FigureTerm.EveryRow && !columns.Contains(c)))
            {
                yield return new("", $"{path}.columns[{index}].columns", Say(SetupTexts.UnknownMatrixColumn, unknown));
            }

            if (FigureExpression.Parse(grid.Rows[0].Figure) is { } first && (column.Columns is [FigureTerm.EveryRow] || column.Rows is [FigureTerm.EveryRow]) && Expanded(template, first, column) == 0)
            {
                yield return new(
                    "", $"{path}.columns[{index}].{(column.Rows.IsEmpty ? "columns" : "rows")}",
                    Say(column.Rows.IsEmpty ? SetupTexts.BlockWithoutColumns : SetupTexts.BlockWithoutRows, first.Terms[0].Block));
            }

            foreach (var unknown in column.Rows.Where(r => r != FigureTerm.EveryRow && !rows.Contains(r)))
            {
                yield return new("", $"{path}.columns[{index}].rows", Say(SetupTexts.UnknownMatrixRow, unknown, FigureExpression.Parse(grid.Rows[0].Figure)?.Terms[0].Block));
            }

            foreach (var finding in column.Of is { } of && of != FigureTerm.EveryRow ? Figure(record, of, $"{path}.columns[{index}].of", template) : [])
            {
                yield return finding;
            }
        }
    }

    // What no chart can draw: a pie of several columns, and figures of two units on one axis.
    private static IEnumerable<PackageFinding> Drawn(AssociationRecord record, GridPart grid, string path, FormTemplate template)
    {
        var rows = grid.Rows.Select(r => (Row: r, Figure: FigureExpression.Parse(r.Figure), Of: r.Of is { } of ? FigureExpression.Parse(of) : null)).ToArray();
        if (grid.Chart is not { } kind || rows.Any(r => r.Figure is null || (r.Row.Of is not null && r.Of is null)))
        {
            yield break;
        }

        var columns = grid.Columns.Sum(c => Expanded(template, rows[0].Figure!, c));
        if (kind == ChartKind.Pie && columns != 1)
        {
            yield return new("", path + ".chart", Say(SetupTexts.PieOfSeveral, columns));
        }

        var forms = new FigureForms(template, record.History);
        var units = from row in rows
                    where row.Row.Kind == RowKind.Normal
                    from column in grid.Columns
                    where column.Of is null || !row.Row.WithoutShares
                    let whole = row.Of ?? (column.Of is null or FigureTerm.EveryRow ? null : FigureExpression.Parse(column.Of))
                    select whole is not null ? forms.Of(row.Figure!.Terms, whole.Terms) : column.Of is not null ? CountedForm.Share : forms.Of(row.Figure!);
        if (units.Select(u => u == CountedForm.Quantity ? CountedForm.Count : u).Distinct().Count() > 1)
        {
            yield return new("", path + ".chart", SetupTexts.ChartOfSeveralUnits);
        }
    }

    // How many columns a column makes.
    private static int Expanded(FormTemplate template, FigureExpression first, GridColumn column) => column switch
    {
        { Rows: [FigureTerm.EveryRow] } => template.Blocks.FirstOrDefault(b => b.Id == first.Terms[0].Block) switch
        {
            MatrixBlock matrix => matrix.Rows.Length,
            MeansBlock means => means.Rows.Length,
            FiguresBlock figures => figures.Figures.Length,
            ChoiceBlock choice => choice.Choices.Length,
            _ => 0,
        },
        { Rows.IsEmpty: true, Columns: [FigureTerm.EveryRow] } => ColumnsOf(template, first.Terms[0].Block).Count(),
        _ => 1,
    };

    private static IEnumerable<PackageFinding> Figure(AssociationRecord record, string figure, string path, FormTemplate template)
    {
        if (FigureExpression.Parse(figure) is not { } expression)
        {
            yield return new("", path, Say(SetupTexts.NoFigure, figure));
            yield break;
        }

        var forms = new FigureForms(template, record.History);
        if (!forms.AreAlike(expression.Terms) || (!expression.Of.IsEmpty && !forms.AreAlike(expression.Of)))
        {
            yield return new("", path, Say(SetupTexts.SumOfUnlike, figure));
        }

        foreach (var term in expression.Terms.Concat(expression.Of))
        {
            if (term.Initiative is { } id && record.FindInitiative(id) is null)
            {
                yield return new("", path, Say(SetupTexts.UnknownOutlineInitiative, id));
            }
            else if (term is { Block: FigureTerm.Initiatives, Initiative: { } one })
            {
                yield return new("", path, Say(SetupTexts.InitiativesOfOne, $"{term.Block}.{term.Row}", one));
            }

            if (term.IsOfRecord ? !RecordHas(record, term) : template.Blocks.All(b => b.Id != term.Block))
            {
                yield return new("", path, Say(SetupTexts.UnknownBlock, term.IsOfRecord ? $"{term.Block}.{term.Row}" : term.Block, template.Id));
            }
            else if (!term.IsOfRecord && term.Row != FigureTerm.EveryRow && !RowsOf(template.Blocks.First(b => b.Id == term.Block)).Contains(term.Row, StringComparer.Ordinal))
            {
                yield return new("", path, Say(SetupTexts.UnknownMatrixRow, term.Row, term.Block));
            }
            else if (term.Column is { } column && !ColumnsOf(template, term.Block).Contains(column, StringComparer.Ordinal))
            {
                yield return new("", path, Say(SetupTexts.UnknownMatrixColumn, column));
            }
        }
    }

    private static bool RecordHas(AssociationRecord record, FigureTerm term) => term.Block switch
    {
        FigureTerm.Initiatives => FigureTerm.InitiativeCounts.Contains(term.Row, StringComparer.Ordinal),
        FigureTerm.Goals => FigureTerm.GoalCounts.Contains(term.Row, StringComparer.Ordinal),
        FigureTerm.History => record.History.Measures.Any(m => m.Id == term.Row),
        FigureTerm.Entered => record.Figures.Figures.Any(f => f.Measure == term.Row),
        _ => false,
    };

    private static IEnumerable<string> RowsOf(Block block) => block switch
    {
        MatrixBlock matrix => matrix.Rows.Select(r => r.Id).Concat(matrix.Base is { } known ? [known.Id] : []).Concat(matrix.Derived.Select(d => d.Id)),
        MeansBlock means => means.Rows.Select(r => r.Id),
        FiguresBlock figures => figures.Figures.Select(f => f.Id),
        ChoiceBlock choice => choice.Choices.Select(c => c.Id),
        StaffingBlock => FigureTerm.StaffingCounts,
        ActivitiesBlock => FigureTerm.ActivityCounts,
        EconomyBlock => FigureTerm.EconomyCounts,
        _ => [],
    };

    private static IEnumerable<string> ColumnsOf(FormTemplate template, string block) => template.Blocks.FirstOrDefault(b => b.Id == block) switch
    {
        MatrixBlock matrix => matrix.Columns.Select(c => c.Id),
        MeansBlock means => means.Columns.Select(c => c.Id),
        _ => [],
    };

    private static ImmutableArray<PackageFinding> OfKind<T>(string block, string path, FormTemplate template)
        where T : Block => template.Blocks.Any(b => b is T && b.Id == block) ? [] : [new("", path + ".block", Say(SetupTexts.UnknownBlock, block, template.Id))];
}

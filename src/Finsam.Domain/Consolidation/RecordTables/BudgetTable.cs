using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Budgets;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>The adopted budget of the period's year, with the years ahead that it covers.</summary>
internal static class BudgetTable
{
    public static DraftPart.Table Build(PeriodMaterial material, RecordPart part, string caption)
    {
        var unit = part.Unit ?? material.Association.Settings.Units.Budget;
        var budget = material.Record.Budget.For(material.Period.Year);
        var years = budget is null
            ? []
            : budget.Lines.SelectMany(l => l.Amounts).Select(a => a.Year).Where(y => y >= budget.Year).Distinct().Order().ToImmutableArray();
        return new DraftPart.Table(
            "budget",
            caption,
            [
                new(Format(DraftTexts.AmountIn, Word(unit)), Width: 5),
                .. years.Select(y => new TableColumn(y.ToString(CultureInfo.InvariantCulture), Alignment.Right, 2)),
            ],
            budget is null ? [] : [.. Side(budget, BudgetKind.Income, years, unit), .. Side(budget, BudgetKind.Cost, years, unit)],
            [
                .. budget is null ? [DraftTexts.NoBudget] : ImmutableArray<string>.Empty,
                .. budget?.Note is { } note ? [note] : ImmutableArray<string>.Empty,
                .. budget is null ? [] : budget.Lines.Where(l => l.Note is not null).Select(l => $"{l.Label}: {l.Note}"),
                .. budget is not null && years.Any(y => PartsAreRounded(budget, y, unit)) ? [DraftTexts.RoundedParts] : ImmutableArray<string>.Empty,
            ]);
    }

    private static IEnumerable<TableRow> Side(AdoptedBudget budget, BudgetKind kind, ImmutableArray<int> years, MoneyUnit unit)
    {
        TableCell Cell(decimal? kronor, string line, int year) => kronor is null ? "" : Money(kronor, FigureSource.Of($"register/budget/{budget.Id}/{line}#{year}"), unit);
        foreach (var line in budget.Lines.Where(l => l.Kind == kind && l.PartOf is null))
        {
            yield return new TableRow([line.Label, .. years.Select(y => Cell(line.In(y), line.Id, y))]);
            foreach (var inside in budget.Lines.Where(l => l.PartOf == line.Id))
            {
                yield return new TableRow([inside.Label, .. years.Select(y => Cell(inside.In(y), inside.Id, y))], RowKind.Aside);
            }
        }

        if (budget.Lines.Any(l => l.Kind == kind))
        {
            yield return new TableRow(
                [kind == BudgetKind.Income ? DraftTexts.SumIncome : DraftTexts.SumCosts, .. years.Select(y => Cell(budget.Sum(kind, y), "summa", y))], RowKind.Total);
        }
    }

    private static bool PartsAreRounded(AdoptedBudget budget, int year, MoneyUnit unit) => Enum.GetValues<BudgetKind>().Any(kind =>
    {
        var lines = budget.Lines.Where(l => l.Kind == kind && l.PartOf is null).Select(l => l.In(year)).Where(k => k is not null).Select(k => In(unit, k!.Value)).ToArray();
        return lines.Sum(l => Formats.SwedishFormat.Round(l)) != Formats.SwedishFormat.Round(lines.Sum());
    });
}

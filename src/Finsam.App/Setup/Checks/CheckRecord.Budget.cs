using Finsam.Domain.Budgets;
using Finsam.Domain.Formats;
using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

public static partial class CheckRecord
{
    private static IEnumerable<PackageFinding> Budgets(AssociationRecord record)
    {
        const string file = "budget.json";
        return Duplicates(file, "$.budgets", record.Budget.Budgets.Select(b => b.Id))
            .Concat(record.Budget.Budgets.SelectMany((budget, index) => Budget(budget, $"$.budgets[{index}]")));
    }

    private static IEnumerable<PackageFinding> Budget(AdoptedBudget budget, string path)
    {
        const string file = "budget.json";
        foreach (var finding in Duplicates(file, path + ".lines", budget.Lines.Select(l => l.Id)))
        {
            yield return finding;
        }

        // 23 § lag 2003:1210: adopted before the year by 30 November.
        var last = new DateOnly(budget.Year - 1, 11, 30);
        if (budget.Adopted > last)
        {
            yield return new(file, path + ".adopted", Say(SetupTexts.BudgetLate, budget.Year, SwedishFormat.Date(last))) { IsWarning = true };
        }

        foreach (var (index, line) in budget.Lines.Index())
        {
            foreach (var finding in DuplicateYears(file, $"{path}.lines[{index}].amounts", line.Amounts))
            {
                yield return finding;
            }

            if (line.PartOf is { } whole && budget.Lines.All(l => l.Id != whole || l.PartOf is not null))
            {
                yield return new(file, $"{path}.lines[{index}].partOf", Say(SetupTexts.UnknownBudgetLine, whole));
            }
        }

        foreach (var (index, line) in budget.Lines.Index())
        {
            var parts = budget.Lines.Where(l => l.PartOf == line.Id).ToArray();
            foreach (var amount in line.Amounts)
            {
                var sum = parts.Select(p => p.In(amount.Year)).Where(k => k is not null).Sum();
                if (parts.Any(p => p.In(amount.Year) is not null) && sum != amount.Kronor)
                {
                    yield return new(file, $"{path}.lines[{index}]", Say(
                        SetupTexts.BudgetParts, line.Label, amount.Year, SwedishFormat.Number(amount.Kronor), SwedishFormat.Number(sum!.Value)))
                    { IsWarning = true };
                }
            }
        }

        // 11 kap. 5 § KL: income above costs. Many associations budget a deficit on purpose, to use up what they have: said, never stopped.
        if (budget.Result(budget.Year) is < 0 and { } result)
        {
            yield return new(file, path, Say(SetupTexts.BudgetDeficit, budget.Year, SwedishFormat.Number(-result))) { IsWarning = true };
        }
    }

    private static IEnumerable<PackageFinding> Booked(AssociationRecord record)
    {
        const string file = "booked.json";
        var rows = record.Initiatives.Initiatives.Select(i => i.Id).Concat(record.Initiatives.Groups.Select(g => g.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, entry) in record.Booked.Booked.Index())
        {
            if (!rows.Contains(entry.Row))
            {
                yield return new(file, $"$.booked[{index}].row", Say(SetupTexts.UnknownRow, entry.Row));
            }

            // A group's outcome is its own or its initiatives' together, never both.
            if (record.FindInitiative(entry.Row) is { Group: { } group } && record.Booked.Booked.Any(b => b.Row == group && b.Year == entry.Year))
            {
                yield return new(file, $"$.booked[{index}].row", Say(SetupTexts.BookedInGroup, entry.Row, group, entry.Year));
            }

            if (record.Booked.Booked.Take(index).Any(b => b.Row == entry.Row && b.Year == entry.Year))
            {
                yield return new(file, $"$.booked[{index}].year", Say(SetupTexts.DuplicateYear, entry.Year));
            }
        }
    }
}

using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Consolidation;

/// <summary>The small words that all tables share.</summary>
internal static class Texts
{
    public static string Format(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);

    public static string Join(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} och {all[^1]}";
    }

    public static TableCell Count(decimal? value, FigureSource source) =>
        value is { } number ? new TableCell(SwedishFormat.Number(number), number, source) : DraftTexts.Missing;

    public static TableCell Money(decimal? kronor, FigureSource source, MoneyUnit unit) =>
        kronor is { } value ? new TableCell(SwedishFormat.Number(In(unit, value)), In(unit, value), source) : DraftTexts.Missing;

    /// <summary>The note that an answer of some initiatives is not known; none when all are.</summary>
    public static IEnumerable<string> UnknownIn(IEnumerable<InitiativeMaterial> initiatives)
    {
        var names = initiatives.Select(i => i.Initiative.Name).Distinct(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? [] : [Format(DraftTexts.UnknownParts, Join(names))];
    }

    /// <summary>The sum of a list without a row: zero when every report has come, else not known.</summary>
    public static TableCell NothingListed(IReadOnlyCollection<InitiativeMaterial> asked) => asked.Count > 0 && asked.All(i => i.Report is not null)
        ? Count(0m, FigureSource.Sum(asked.Select(i => FigureSource.Of(i.Key.Address()))))
        : DraftTexts.Missing;

    /// <summary>The table without those of the named columns that no row fills.</summary>
    public static DraftPart.Table LeavingOut(DraftPart.Table table, params string[] heads)
    {
        var kept = table.Columns.Index()
            .Where(c => !heads.Contains(c.Item.Header, StringComparer.Ordinal) || table.Rows.Any(r => r.Cells[c.Index].Text.Length > 0))
            .Select(c => c.Index)
            .ToArray();
        return table with
        {
            Columns = [.. kept.Select(i => table.Columns[i])],
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. kept.Select(i => r.Cells[i])] })],
        };
    }

    /// <summary>Exact kronor in the unit a table shows.</summary>
    public static decimal In(MoneyUnit unit, decimal kronor) => unit == MoneyUnit.Thousands ? kronor / 1000m : kronor;

    /// <summary>"kr" or "tkr".</summary>
    public static string Word(MoneyUnit unit) => unit == MoneyUnit.Thousands ? "tkr" : "kr";

    /// <summary>The sum, or null when any part is missing: a part of a row is not the row.</summary>
    public static decimal? SumOrNull(IEnumerable<decimal?> parts)
    {
        decimal? sum = 0m;
        foreach (var part in parts)
        {
            sum += part;
        }

        return sum;
    }

    /// <summary>The sum of what is known, or null when nothing is.</summary>
    public static decimal? SumOfKnown(IEnumerable<decimal?> parts)
    {
        decimal? sum = null;
        foreach (var part in parts)
        {
            sum = part is null ? sum : (sum ?? 0m) + part;
        }

        return sum;
    }
}

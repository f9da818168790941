using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Formats;
using Finsam.Domain.Scopes;

namespace Finsam.App.Forms.Workbooks;

/// <summary>A calendar month.</summary>
/// <param name="First">Its first day.</param>
public readonly record struct Month(DateOnly First)
{
    /// <summary>The month as the workbook marks it: "2024-01".</summary>
    public string Id => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Its name: "januari 2024".</summary>
    public string Name => SwedishFormat.LongDate(First)[2..];

    /// <summary>The month that a column is marked with; null for a mark that is none.</summary>
    public static Month? Find(string mark) =>
        DateOnly.TryParseExact(mark + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? new Month(first) : null;

    /// <summary>The months that a span has days in.</summary>
    public static ImmutableArray<Month> In(DateSpan? span)
    {
        var months = ImmutableArray.CreateBuilder<Month>();
        if (span is { } days)
        {
            for (var first = days.From.AddDays(1 - days.From.Day); first <= days.To; first = first.AddMonths(1))
            {
                months.Add(new Month(first));
            }
        }

        return months.ToImmutable();
    }

    /// <summary>Some months in words, those that follow upon each other as a span: "januari–mars och maj 2024".</summary>
    public static string Names(IEnumerable<Month> months)
    {
        var spans = new List<(Month From, Month To)>();
        foreach (var month in months)
        {
            if (spans.Count > 0 && spans[^1].To.First.AddMonths(1) == month.First)
            {
                spans[^1] = (spans[^1].From, month);
            }
            else
            {
                spans.Add((month, month));
            }
        }

        var names = spans.Select(s => s.From == s.To ? s.From.Name
            : s.From.First.Year == s.To.First.Year ? $"{s.From.Name[..^5]}–{s.To.Name}" : $"{s.From.Name}–{s.To.Name}").ToArray();
        return names.Length < 2 ? string.Concat(names) : string.Join(", ", names[..^1]) + " och " + names[^1];
    }
}

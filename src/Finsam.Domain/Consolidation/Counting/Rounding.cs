using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>Sees where what is printed does not add up though the exact figures do, so that the reader is told why.</summary>
internal static class Rounding
{
    // Shares are quotients: they make a whole but for the last of their many decimals.
    private const int Exactly = 6;

    /// <summary>The notes on a grid's rows, each a Swedish sentence.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="areParts">Nobody stands in several of the rows: their shares may make a whole.</param>
    public static IEnumerable<string> Notes(ImmutableArray<(RowKind Kind, ImmutableArray<GridCell> Cells)> rows, bool areParts)
    {
        var columns = Enumerable.Range(0, rows.IsEmpty ? 0 : rows[0].Cells.Length).Select(c => rows.Select(r => (r.Kind, Cell: r.Cells[c])).ToImmutableArray()).ToImmutableArray();
        var odd = columns.SelectMany(Totals).Where(t => t.Printed != t.Parts).Select(t => t.Form).ToHashSet();
        if (odd.Contains(CountedForm.Kronor))
        {
            yield return DraftTexts.RoundedParts;
        }

        if (odd.Any(f => f != CountedForm.Kronor))
        {
            yield return DraftTexts.RoundedFigures;
        }

        // The parts stand below each other, or beside each other.
        if (areParts && (columns.Any(c => SharesAreRounded(c.Where(r => r.Kind == RowKind.Normal).Select(r => r.Cell))) || rows.Any(r => SharesAreRounded(r.Cells))))
        {
            yield return DraftTexts.RoundedShares;
        }
    }

    // A total is of the parts since the total before it, or of all of them, whichever its exact figure is the sum of.
    private static IEnumerable<(CountedForm Form, decimal Printed, decimal Parts)> Totals(ImmutableArray<(RowKind Kind, GridCell Cell)> column)
    {
        foreach (var (index, (_, total)) in column.Index().Where(r => r.Item.Kind == RowKind.Total && r.Item.Cell is { Printed: not null, Form: not (CountedForm.Share or CountedForm.Mean) }))
        {
            var before = column.Take(index).Reverse().TakeWhile(r => r.Kind != RowKind.Total);
            foreach (var parts in new[] { before, column }.Select(p => p.Where(r => r.Kind == RowKind.Normal && r.Cell.Form == total.Form).Select(r => r.Cell).ToArray()))
            {
                if (parts.Length > 0 && parts.Sum(p => p.Value) == total.Value)
                {
                    yield return (total.Form!.Value, total.Printed!.Value, parts.Sum(p => p.Printed!.Value));
                }
            }
        }
    }

    private static bool SharesAreRounded(IEnumerable<GridCell> cells)
    {
        var shares = cells.Where(c => c is { Form: CountedForm.Share, Value: not null }).ToArray();
        return shares.Length > 1 && SwedishFormat.Round(shares.Sum(s => s.Value!.Value), Exactly) == 1m && shares.Sum(s => s.Printed) != 100m;
    }
}

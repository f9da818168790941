using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>What the chef must know before the board finds it: missing reports, and reported against booked.</summary>
public static class Findings
{
    /// <summary>The findings, each a Swedish sentence; empty when there is nothing to say.</summary>
    public static ImmutableArray<string> Of(PeriodMaterial material) => [.. Missing(material), .. BookedDifferences(material)];

    private static IEnumerable<string> Missing(PeriodMaterial material) =>
        material.Missing.Select(i => Format(DraftTexts.MissingReport, i.Initiative.Name));

    private static IEnumerable<string> BookedDifferences(PeriodMaterial material)
    {
        // Like is compared with like: only rows that are both reported and booked.
        var rows = OutcomeTable.Rows(material)
            .Where(r => r is { Funding: FundingSource.Initiatives, Reported: not null, Booked: not null })
            .ToImmutableArray();
        // Owners report whole kronor, the accounts hold öre: what vanishes in the unit that is printed is rounding.
        var different = rows.Where(r => SwedishFormat.Round((r.Reported!.Value - r.Booked!.Value) / 1000m) != 0).ToImmutableArray();
        if (different.IsEmpty)
        {
            yield break;
        }

        var total = OutcomeTable.Total(rows);
        yield return Format(
            DraftTexts.BookedTotal, SwedishFormat.Thousands(total.Reported!.Value), SwedishFormat.Thousands(total.Booked!.Value),
            SwedishFormat.Thousands(total.Reported.Value - total.Booked.Value));
        foreach (var row in different)
        {
            var (reported, booked) = (SwedishFormat.Thousands(row.Reported!.Value), SwedishFormat.Thousands(row.Booked!.Value));
            var difference = SwedishFormat.Thousands(row.Reported.Value - row.Booked.Value);
            yield return row.Members.Length == 1
                ? Format(DraftTexts.BookedRow, row.Name, reported, booked, difference)
                : Format(DraftTexts.BookedGroup, row.Name, reported, Parts(row), booked, difference);
        }
    }

    private static string Parts(OutcomeRow row) =>
        string.Join(" + ", row.ReportedParts.Select(part => SwedishFormat.Thousands(part ?? 0m)));
}

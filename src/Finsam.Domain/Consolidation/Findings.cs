using System.Collections.Immutable;
using Finsam.Domain.Associations;
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
        // A difference that somebody has explained is closed.
        var unit = material.Association.Settings.Units.Outcome;
        var different = rows
            .Where(r => SwedishFormat.Round(In(unit, r.Reported!.Value - r.Booked!.Value)) != 0 && string.IsNullOrWhiteSpace(r.BookedComment))
            .ToImmutableArray();
        if (different.IsEmpty)
        {
            yield break;
        }

        var total = OutcomeTable.Total(rows);
        yield return Format(
            DraftTexts.BookedTotal, Say(total.Reported!.Value, unit), Say(total.Booked!.Value, unit), Say(total.Reported.Value - total.Booked.Value, unit), Word(unit));
        foreach (var row in different)
        {
            var (reported, booked) = (Say(row.Reported!.Value, unit), Say(row.Booked!.Value, unit));
            var difference = Say(row.Reported.Value - row.Booked.Value, unit);
            yield return row.Members.Length == 1
                ? Format(DraftTexts.BookedRow, row.Name, reported, booked, difference, Word(unit))
                : Format(DraftTexts.BookedGroup, row.Name, reported, Parts(row, unit), booked, difference, Word(unit));
        }
    }

    private static string Parts(OutcomeRow row, MoneyUnit unit) =>
        string.Join(" + ", row.ReportedParts.Select(part => Say(part ?? 0m, unit)));

    private static string Say(decimal kronor, MoneyUnit unit) => SwedishFormat.Number(In(unit, kronor));
}

using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Initiatives;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>What the owners reported beside what the accounts say, a row per initiative or group. Both are kept; only a comment closes a difference.</summary>
public static class BookedTable
{
    /// <summary>The printed table.</summary>
    public static DraftPart.Table Build(PeriodMaterial material, string caption)
    {
        var (unit, year) = (material.Association.Settings.Units.Outcome, material.Period.Year);
        var rows = OutcomeTable.Rows(material).Where(r => r.Funding == FundingSource.Initiatives).ToArray();

        // Like with like: only rows that are both reported and booked have a difference, and only they make the total's.
        var both = rows.Where(r => r is { Reported: not null, Booked: not null }).ToArray();
        return new DraftPart.Table(
            "rapporterat-bokfort",
            caption,
            [
                new(DraftTexts.Initiative, Width: 4), new(Format(DraftTexts.ReportedIn, year, Word(unit)), Alignment.Right, 2),
                new(Format(DraftTexts.BookedIn, year, Word(unit)), Alignment.Right, 2), new(DraftTexts.Difference, Alignment.Right, 2), new(DraftTexts.Comments, Width: 4),
            ],
            [.. rows.Select(r => Row(r, unit, RowKind.Normal)), Row(OutcomeTable.Total([.. both]), unit, RowKind.Total)],
            both.Length == rows.Length ? [] : [Format(DraftTexts.BothOnly, both.Length, rows.Length)]);
    }

    private static TableRow Row(OutcomeRow row, MoneyUnit unit, RowKind kind) => new(
        [
            row.Name,
            Money(row.Reported, row.ReportedSource, unit),
            Money(row.Booked, row.BookedSource, unit),
            row.Reported - row.Booked is { } difference ? Money(difference, FigureSource.Sum([row.ReportedSource, row.BookedSource]), unit) : "",
            row.BookedComment ?? "",
        ],
        kind);
}

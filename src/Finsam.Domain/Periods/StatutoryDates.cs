using System.Collections.Immutable;
using System.Globalization;

namespace Finsam.Domain.Periods;

/// <summary>Proposes the statutory dates of a year.</summary>
public static class StatutoryDates
{
    /// <summary>In order: the årsredovisning of the year before within three months of its end (24 § lag 2003:1210), the year's delårsrapport as
    /// the förbundsordning says, the next year's budget by 30 November (23 § lag 2003:1210).</summary>
    /// <param name="year">The calendar year in which they fall.</param>
    /// <param name="interim">What the förbundsordning says of a delårsrapport; null when it asks for none.</param>
    public static ImmutableArray<StatutoryDate> ForYear(int year, InterimReportRule? interim) =>
    [
        .. new[]
        {
            Of(StatutoryDateKind.AnnualReport, new DateOnly(year, 3, 31), DeadlineShift.Next, YearCycleTexts.AnnualReportLaw),
            interim is null ? null : Of(StatutoryDateKind.InterimReport, interim.HandOverIn(year), interim.Shift, interim.Source),
            Of(StatutoryDateKind.Budget, new DateOnly(year, 11, 30), DeadlineShift.Next, YearCycleTexts.BudgetLaw),
        }.OfType<StatutoryDate>().OrderBy(d => d.Date),
    ];

    private static StatutoryDate Of(StatutoryDateKind kind, DateOnly date, DeadlineShift shift, string law)
    {
        var lastDay = SundayRule.Shift(date, shift);
        return new StatutoryDate(
            kind, date, lastDay, lastDay <= date ? law : string.Format(CultureInfo.InvariantCulture, YearCycleTexts.ShiftedBy, law));
    }
}

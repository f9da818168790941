using System.Collections.Immutable;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.AnswerTables;

/// <summary>The list for the board: whether each initiative has reported, what it has cost of its grant, and how it is assessed.</summary>
internal static class StatusTable
{
    public static DraftPart.Table Build(PeriodMaterial material, StatusPart part, string caption)
    {
        var unit = material.Association.Settings.Units.Outcome;
        var whose = new FigureCount(material, part).Whose;
        var missing = whose.Where(i => i.IsMissing).Select(i => i.Initiative.Name).ToArray();
        return new DraftPart.Table(
            "lage",
            caption,
            [
                new(DraftTexts.Initiative, Width: 4), new(DraftTexts.Dates, Width: 3), new(DraftTexts.Status, Width: 2), new(DraftTexts.ReportHead, Width: 2),
                new(Format(DraftTexts.OutcomeIn, material.Period.Year, Word(unit)), Alignment.Right, 2), new(DraftTexts.UsageRate, Alignment.Right, 2), new(DraftTexts.Assessment, Width: 3),
            ],
            [.. whose.Select(i => Row(material, i, unit))],
            missing.Length == 0 ? [] : [Format(DraftTexts.ReportsMissing, whose.Length - missing.Length, whose.Length, Join(missing))]);
    }

    private static TableRow Row(PeriodMaterial material, InitiativeMaterial i, Associations.MoneyUnit unit)
    {
        var asked = material.Template.SectionsFor(i.Initiative).SelectMany(s => s.Blocks).ToImmutableArray();
        var cost = !asked.OfType<EconomyBlock>().Any() ? null : (ScopedFigures.Kronor(material, i) as FigureAnswer.Known)?.Figure;
        TableCell outcome = !asked.OfType<EconomyBlock>().Any() ? DraftTexts.NotAsked : cost is null ? DraftTexts.Missing : Money(cost.Value, new FigureSource(cost.Sources), unit);
        TableCell usage = cost is not null && i.Granted(material.Period.Year) is var (granted, source) && SwedishFormat.Percent(cost.Value, granted) is { } percent
            ? new TableCell(percent, cost.Value / granted, FigureSource.Sum([new FigureSource(cost.Sources), source]))
            : DraftTexts.NotAsked;
        return new TableRow(
        [
            i.Initiative.Name, SwedishFormat.Span(i.Initiative.Start, i.Initiative.End), i.Initiative.HasEndedBy(material.Period.End) ? DraftTexts.Ended : DraftTexts.Ongoing,
            i.Report is { } report ? new TableCell(SwedishFormat.Date(SwedishTime.DateAt(report.SubmittedAt)), null, FigureSource.Of(i.Key.Address())) : DraftTexts.Missing,
            outcome, usage, OverallAssessment.Of(material, i),
        ]);
    }
}

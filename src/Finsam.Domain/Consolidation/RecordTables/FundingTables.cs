using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>What was decided about the initiatives' money, agreed with the parties, paid out, and what remains.</summary>
internal static class FundingTables
{
    public static DraftPart.Table Decisions(PeriodMaterial material, RecordPart part, string caption)
    {
        var unit = part.Unit ?? material.Association.Settings.Units.Decisions;
        var decided =
            from initiative in material.Record.Initiatives.Initiatives
            from decision in initiative.Decisions
            where decision.Date >= material.Period.Start && decision.Date <= material.Period.End
            select (initiative, decision);
        return new DraftPart.Table(
            "beslut",
            caption,
            [
                new(DraftTexts.Initiative, Width: 4), new(Format(DraftTexts.GrantedIn, Word(unit)), Alignment.Right, 3),
                new(Format(DraftTexts.ReturnedIn, Word(unit)), Alignment.Right, 3), new(DraftTexts.Decision, Width: 3),
            ],
            [
                .. decided.Select(d => new TableRow(
                [
                    d.decision.Note ?? d.initiative.Name,
                    d.decision.Effect >= 0 ? Amount(d.initiative, d.decision, unit) : "",
                    d.decision.Effect < 0 ? Amount(d.initiative, d.decision, unit) : "",
                    d.decision.Paragraph is { } paragraph ? $"{SwedishFormat.Date(d.decision.Date!.Value)}, {paragraph}" : SwedishFormat.Date(d.decision.Date!.Value),
                ])),
            ],
            []);
    }

    public static DraftPart.Table Agreements(PeriodMaterial material, RecordPart part, string caption)
    {
        var (unit, year) = (part.Unit ?? material.Association.Settings.Units.Decisions, material.Period.Year);
        return LeavingOut(
            new DraftPart.Table(
                "avtal",
                caption,
                [new(DraftTexts.Initiative, Width: 4), new(DraftTexts.Party, Width: 3), new(DraftTexts.Posts, Width: 2), new(DraftTexts.Dates, Width: 3), new(Format(DraftTexts.AgreedIn, year, Word(unit)), Alignment.Right, 2)],
                [
                    .. from initiative in material.Record.Initiatives.Initiatives
                       from agreement in initiative.Agreements
                       let span = (From: agreement.From ?? initiative.Start, To: agreement.To ?? initiative.End)
                       where span.From <= material.Period.End && span.To >= material.Period.Start
                       let kronor = agreement.Kronor.Where(k => k.Year == year).Select(k => (decimal?)k.Kronor).FirstOrDefault()
                       select new TableRow(
                       [
                           initiative.Name, agreement.Party, agreement.Posts ?? "", SwedishFormat.Span(span.From, span.To),
                           kronor is null ? "" : Money(kronor, FigureSource.Of($"register/avtal/{initiative.Id}#{year}"), unit),
                       ]),
                ],
                []),
            DraftTexts.Posts,
            Format(DraftTexts.AgreedIn, year, Word(unit)));
    }

    public static DraftPart.Table Payments(PeriodMaterial material, RecordPart part, string caption)
    {
        var unit = part.Unit ?? material.Association.Settings.Units.Payments;
        var paid =
            from initiative in material.Record.Initiatives.Initiatives
            from payment in initiative.Payments
            where payment.Date >= material.Period.Start && payment.Date <= material.Period.End
            group payment.Kronor by (initiative.Id, initiative.Name, payment.Party) into party
            select (party.Key.Name, party.Key.Party, Kronor: party.Sum(), Source: FigureSource.Of($"register/utbetalningar/{party.Key.Id}"));
        var rows = paid.ToImmutableArray();
        return new DraftPart.Table(
            "utbetalningar",
            caption,
            [new(DraftTexts.Initiative, Width: 4), new(DraftTexts.Party, Width: 3), new(Format(DraftTexts.PaidIn, Word(unit)), Alignment.Right, 2)],
            [
                .. rows.Select(r => new TableRow([r.Name, r.Party, Money(r.Kronor, r.Source, unit)])),
                new TableRow([DraftTexts.Sum, "", Money(rows.Sum(r => r.Kronor), FigureSource.Sum(rows.Select(r => r.Source)), unit)], RowKind.Total),
            ],
            []);
    }

    /// <summary>What remains of the grants, at the period's end and a year before. An initiative without anything left at either has no row.</summary>
    public static DraftPart.Table Remaining(PeriodMaterial material, RecordPart part, string caption)
    {
        var unit = part.Unit ?? material.Association.Settings.Units.Remaining;
        ImmutableArray<DateOnly> days = [material.Period.End, material.Period.End.AddYears(-1)];
        var rows = material.Record.Initiatives.Initiatives
            .Where(i => !i.Decisions.IsEmpty && days.Any(d => i.RemainingAt(d) != 0))
            .ToImmutableArray();
        TableCell Left(IEnumerable<Initiative> initiatives, DateOnly day) => Money(
            initiatives.Sum(i => i.RemainingAt(day)),
            FigureSource.Sum(initiatives.SelectMany(i => new[] { FigureSource.Of($"register/beslut/{i.Id}"), FigureSource.Of($"register/utbetalningar/{i.Id}") })),
            unit);
        return new DraftPart.Table(
            "aterstar",
            caption,
            [
                new(Format(DraftTexts.AmountIn, Word(unit)), Width: 5),
                .. days.Select(d => new TableColumn(d.Year.ToString(CultureInfo.InvariantCulture), Alignment.Right, 2)),
            ],
            [
                .. rows.Select(i => new TableRow([i.Name, .. days.Select(d => Left([i], d))])),
                new TableRow([DraftTexts.Sum, .. days.Select(d => Left(rows, d))], RowKind.Total),
            ],
            []);
    }

    private static TableCell Amount(Initiative initiative, FundingDecision decision, MoneyUnit unit) =>
        Money(decision.Kronor, FigureSource.Of($"register/beslut/{initiative.Id}#{SwedishFormat.Date(decision.Date!.Value)}"), unit);
}

using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>Outcome against grant, a row per initiative or group. Sums are made of exact kronor and rounded last.</summary>
public static class OutcomeTable
{
    /// <summary>The rows before they are printed: what each reported, what each was granted, what the accounts say.</summary>
    public static ImmutableArray<OutcomeRow> Rows(PeriodMaterial material)
    {
        var block = Economy(material.Template);
        var year = material.Period.Year;
        return
        [
            .. from initiative in material.OfYear
               group initiative by initiative.Initiative.Group ?? initiative.Initiative.Id into unit
               let members = unit.ToImmutableArray()
               let reported = members.Select(m => Reported.Of(material, m)).ToImmutableArray()
               let booked = BookedFor(material, unit.Key, members)
               select new OutcomeRow
               {
                   Id = unit.Key,
                   Name = NameOf(unit.Key, members, material.Groups),
                   Members = members,
                   Funding = members[0].Initiative.FundedFrom,
                   ReportedParts = [.. reported.Select(r => r.Kronor)],
                   Reported = SumOrNull(reported.Select(r => r.Kronor)),
                   Granted = SumOrNull(members.Select(m => m.Granted(year)?.Kronor)),
                   Booked = SumOrNull(booked.Select(b => b?.Kronor)),
                   BookedComment = string.Join(" ", booked.Select(b => b?.Comment).Where(c => c is not null)) is { Length: > 0 } why ? why : null,
                   Comment = string.Join(" ", members.Select(m => m.Text(block.CommentKey)).Where(c => c is not null).Distinct(StringComparer.Ordinal)),
                   ReportedSource = FigureSource.Sum(reported.Select(r => r.Source)),
                   GrantedSource = FigureSource.Sum(members.Select(m => m.Granted(year)?.Source)),
                   BookedSource = FigureSource.Sum(booked.Select(b => FigureSource.Of($"register/bokfort/{b?.Row ?? unit.Key}#{year}"))),
               },
        ];
    }

    /// <summary>The printed table. It shows what was reported or what was booked, as the association says, and never the one for the other.</summary>
    public static DraftPart.Table Build(PeriodMaterial material, string caption)
    {
        var settings = material.Association.Settings;
        var unit = settings.Units.Outcome;
        var year = material.Period.Year;
        var rows = Rows(material).Select(r => new Printed(r, settings.Outcome)).ToImmutableArray();
        var inTotal = rows.Where(r => r.Row.Funding == FundingSource.Initiatives).ToImmutableArray();
        var total = Total([.. inTotal.Select(r => r.Row)]);
        return WithoutGrants(year, new DraftPart.Table(
            "utfall",
            caption,
            [
                new(DraftTexts.Initiative, Width: 4),
                new(Format(settings.Outcome == OutcomeShown.Booked ? DraftTexts.BookedIn : DraftTexts.OutcomeIn, SoFar(material.Period), Word(unit)), Alignment.Right, 2),
                new(Format(DraftTexts.BudgetIn, year, Word(unit)), Alignment.Right, 2),
                new(DraftTexts.UsageRate, Alignment.Right, 3),
                new(DraftTexts.Comments, Width: 4),
            ],
            [
                .. inTotal.Select(r => Row(r, unit, r.Row.Name, RowKind.Normal)),
                TotalRow(inTotal, new Printed(total, settings.Outcome), unit),
                .. NotGranted(material, unit),
                .. rows.Where(r => r.Row.Funding == FundingSource.Other).Select(r => Row(r, unit, Format(DraftTexts.OtherFunding, r.Row.Name), RowKind.Aside)),
            ],
            [.. Notes(inTotal, unit)]));
    }

    // Where the record knows no grant at all, every cell about grants would say so: it is said once instead.
    private static DraftPart.Table WithoutGrants(int year, DraftPart.Table table)
    {
        const int budget = 2, usage = 3;
        return table.Rows.Any(r => r.Cells[budget].Value is not null)
            ? table
            : table with
            {
                Columns = table.Columns.RemoveRange(budget, usage - budget + 1),
                Rows = [.. table.Rows.Select(r => r with { Cells = r.Cells.RemoveRange(budget, usage - budget + 1) })],
                Notes = table.Notes.Add(Format(DraftTexts.NothingGranted, year)),
            };
    }

    /// <summary>The sum of rows. What nobody reported is left out of it, and a note says so.</summary>
    public static OutcomeRow Total(ImmutableArray<OutcomeRow> rows) => new()
    {
        Id = "totalt",
        Name = DraftTexts.Total,
        Members = [.. rows.SelectMany(r => r.Members)],
        Funding = FundingSource.Initiatives,
        ReportedParts = [.. rows.SelectMany(r => r.ReportedParts)],
        Reported = SumOfKnown(rows.Select(r => r.Reported)),
        Granted = SumOfKnown(rows.Select(r => r.Granted)),
        Booked = SumOfKnown(rows.Select(r => r.Booked)),
        Comment = "",
        ReportedSource = FigureSource.Sum(rows.Where(r => r.Reported is not null).Select(r => r.ReportedSource)),
        GrantedSource = FigureSource.Sum(rows.Where(r => r.Granted is not null).Select(r => r.GrantedSource)),
        BookedSource = FigureSource.Sum(rows.Where(r => r.Booked is not null).Select(r => r.BookedSource)),
    };

    // "2023", or how much of it: outcome is always since 1 January, beside the whole year's budget.
    private static string SoFar(ReportingPeriod period) => period.End is { Month: 12, Day: 31 }
        ? period.Year.ToString(CultureInfo.InvariantCulture)
        : Scopes.ScopeWords.Brief(Scopes.Scope.Period, new Scopes.DateSpan(new DateOnly(period.Year, 1, 1), period.End));

    // A group's own amount, else its initiatives'.
    private static ImmutableArray<Budgets.BookedOutcome?> BookedFor(PeriodMaterial material, string row, ImmutableArray<InitiativeMaterial> members)
    {
        Budgets.BookedOutcome? Of(string id) => material.Booked.FirstOrDefault(b => b.Year == material.Period.Year && b.Row == id);
        return Of(row) is { } own ? [own] : [.. members.Select(m => Of(m.Initiative.Id))];
    }

    private static EconomyBlock Economy(FormTemplate template) =>
        template.Sections.SelectMany(s => s.Blocks).OfType<EconomyBlock>().First();

    private static string NameOf(string unit, ImmutableArray<InitiativeMaterial> members, ImmutableArray<InitiativeGroup> groups) =>
        groups.FirstOrDefault(g => g.Id == unit)?.Name ?? members[0].Initiative.Name;

    private static TableRow Row(Printed row, MoneyUnit unit, string name, RowKind kind) => new(
        [
            name,
            row.IsUnknown ? DraftTexts.Unknown : Money(row.Outcome, row.Source, unit),
            Money(row.Row.Granted, row.Row.GrantedSource, unit),
            Usage(row),
            row.Row.Comment,
        ],
        kind);

    // The rate compares like with like: what was granted to those whose cost is not known is left out of it.
    private static TableRow TotalRow(ImmutableArray<Printed> rows, Printed total, MoneyUnit unit)
    {
        var row = Row(total, unit, DraftTexts.Total, RowKind.Total);
        return row with { Cells = row.Cells.SetItem(3, Usage(total with { Row = Total([.. rows.Where(r => r.Outcome is not null).Select(r => r.Row)]) })) };
    }

    // Of all that was granted for the year, also to what begins after the period.
    private static IEnumerable<TableRow> NotGranted(PeriodMaterial material, MoneyUnit unit)
    {
        var year = material.Period.Year;
        if (material.Record.Budget.For(year) is { } budget && budget.NotGranted(year, material.Record.GrantedIn(year) ?? 0m) is { } left)
        {
            var granted = material.Record.Initiatives.Initiatives.Where(i => i.FundedFrom == FundingSource.Initiatives && i.GrantedIn(year) is not null)
                .Select(i => FigureSource.Of($"register/insatser/{i.Id}#beviljat.{year}"));
            var source = FigureSource.Sum([FigureSource.Of($"register/budget/{budget.Id}#{year}"), .. granted]);
            yield return new TableRow([DraftTexts.NotGranted, "", Money(left, source, unit), "", ""], RowKind.Aside);
        }
    }

    private static TableCell Usage(Printed row) =>
        row is { Outcome: { } outcome, Row.Granted: { } granted } && SwedishFormat.Percent(outcome, granted) is { } percent
            ? new TableCell(percent, outcome / granted, FigureSource.Sum([row.Source, row.Row.GrantedSource]))
            : DraftTexts.Missing;

    private static IEnumerable<string> Notes(ImmutableArray<Printed> rows, MoneyUnit unit)
    {
        var missing = rows.Where(r => r.IsMissing).ToImmutableArray();
        if (!missing.IsEmpty)
        {
            yield return Format(DraftTexts.IncompleteSum, rows.Length - missing.Length, rows.Length, Join(missing.Select(r => r.Row.Name)));
        }

        var unknown = rows.Where(r => r.IsUnknown).Select(r => r.Row.Name).ToArray();
        if (unknown.Length > 0)
        {
            yield return Format(DraftTexts.UnknownParts, Join(unknown));
        }

        if (PartsDoNotAddUp(rows.Select(r => r.Outcome), unit) || PartsDoNotAddUp(rows.Select(r => r.Row.Granted), unit))
        {
            yield return DraftTexts.RoundedParts;
        }
    }

    private static bool PartsDoNotAddUp(IEnumerable<decimal?> kronor, MoneyUnit unit)
    {
        var known = kronor.Where(k => k is not null).Select(k => In(unit, k!.Value)).ToArray();
        return known.Sum(k => SwedishFormat.Round(k)) != SwedishFormat.Round(known.Sum());
    }

    /// <summary>What an owner reported for the year so far; a report that is missing costs nothing that anybody knows.</summary>
    private sealed record Reported(decimal? Kronor, FigureSource? Source)
    {
        public static Reported Of(PeriodMaterial material, InitiativeMaterial initiative) => initiative.IsMissing
            ? new Reported(null, null)
            : ScopedFigures.Kronor(material, initiative) switch
            {
                Scopes.FigureAnswer.Known(var figure) => new Reported(figure.Value, new FigureSource(figure.Sources)),
                Scopes.FigureAnswer.Contradicted(var first, _) => new Reported(first.Value, new FigureSource(first.Sources)),
                _ => new Reported(null, null),
            };
    }

    /// <summary>A row as the association shows it: the reported outcome or the booked one.</summary>
    private sealed record Printed(OutcomeRow Row, OutcomeShown Shown)
    {
        public decimal? Outcome => Shown == OutcomeShown.Booked ? Row.Booked : Row.Reported;

        public FigureSource Source => Shown == OutcomeShown.Booked ? Row.BookedSource : Row.ReportedSource;

        public bool IsMissing => Shown == OutcomeShown.Booked ? Row.Booked is null : Row.Members.Any(m => m.IsMissing);

        public bool IsUnknown => Outcome is null && !IsMissing;
    }
}

/// <summary>A row of the outcome table before it is printed.</summary>
public sealed record OutcomeRow
{
    /// <summary>The initiative's or the group's id.</summary>
    public required string Id { get; init; }

    /// <summary>The row's name.</summary>
    public required string Name { get; init; }

    /// <summary>The initiatives it holds.</summary>
    public required ImmutableArray<InitiativeMaterial> Members { get; init; }

    /// <summary>Whether it belongs to the total.</summary>
    public required FundingSource Funding { get; init; }

    /// <summary>What each of the initiatives reported.</summary>
    public required ImmutableArray<decimal?> ReportedParts { get; init; }

    /// <summary>Kronor as the owners reported; null when any of them is missing.</summary>
    public required decimal? Reported { get; init; }

    /// <summary>Kronor granted; null when the record has none.</summary>
    public required decimal? Granted { get; init; }

    /// <summary>Kronor in the accounts; null when they have not been entered.</summary>
    public required decimal? Booked { get; init; }

    /// <summary>Why reported and booked differ: closes the finding.</summary>
    public string? BookedComment { get; init; }

    /// <summary>The owners' comments.</summary>
    public required string Comment { get; init; }

    /// <summary>Where the reported figure comes from.</summary>
    public required FigureSource ReportedSource { get; init; }

    /// <summary>Where the granted figure comes from.</summary>
    public required FigureSource GrantedSource { get; init; }

    /// <summary>Where the booked figure comes from.</summary>
    public required FigureSource BookedSource { get; init; }
}

using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
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
            .. from initiative in material.Initiatives
               group initiative by initiative.Initiative.Group ?? initiative.Initiative.Id into unit
               let members = unit.ToImmutableArray()
               select new OutcomeRow
               {
                   Id = unit.Key,
                   Name = NameOf(unit.Key, members, material.Groups),
                   Members = members,
                   Funding = members[0].Initiative.FundingIn(year)?.Source ?? FundingSource.Initiatives,
                   ReportedParts = [.. members.Select(m => m.Number(block.OutcomeKey))],
                   Reported = SumOrNull(members.Select(m => m.Number(block.OutcomeKey))),
                   Granted = SumOrNull(members.Select(m => m.Granted(year)?.Kronor)),
                   Booked = material.Booked.FirstOrDefault(b => b.Year == year && b.Row == unit.Key)?.Kronor,
                   Comment = string.Join(" ", members.Select(m => m.Text(block.CommentKey)).Where(c => c is not null).Distinct(StringComparer.Ordinal)),
                   ReportedSource = FigureSource.Sum(members.Select(m => m.Source(block.OutcomeKey))),
                   GrantedSource = FigureSource.Sum(members.Select(m => m.Granted(year)?.Source)),
               },
        ];
    }

    /// <summary>The printed table.</summary>
    public static DraftPart.Table Build(PeriodMaterial material, string caption)
    {
        var rows = Rows(material);
        var inTotal = rows.Where(r => r.Funding == FundingSource.Initiatives).ToImmutableArray();
        var year = material.Period.Year;
        return new DraftPart.Table(
            "utfall",
            caption,
            [
                new(DraftTexts.Initiative, Width: 4),
                new(Format(DraftTexts.OutcomeThousands, year), Alignment.Right, 2),
                new(Format(DraftTexts.BudgetThousands, year), Alignment.Right, 2),
                new(DraftTexts.UsageRate, Alignment.Right, 2),
                new(DraftTexts.Comments, Width: 4),
            ],
            [
                .. inTotal.Select(r => Row(r, r.Name, RowKind.Normal)),
                TotalRow(inTotal),
                .. rows.Where(r => r.Funding == FundingSource.Other).Select(r => Row(r, Format(DraftTexts.OtherFunding, r.Name), RowKind.Aside)),
            ],
            [.. Notes(inTotal)]);
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
    };

    private static EconomyBlock Economy(FormTemplate template) =>
        template.Sections.SelectMany(s => s.Blocks).OfType<EconomyBlock>().First();

    private static string NameOf(string unit, ImmutableArray<InitiativeMaterial> members, ImmutableArray<InitiativeGroup> groups) =>
        groups.FirstOrDefault(g => g.Id == unit)?.Name ?? members[0].Initiative.Name;

    private static TableRow Row(OutcomeRow row, string name, RowKind kind) => new(
        [
            name,
            row.Reported is null && row.Members.All(m => m.Report is not null) ? DraftTexts.Unknown : Thousands(row.Reported, row.ReportedSource),
            Thousands(row.Granted, row.GrantedSource),
            Usage(row),
            row.Comment,
        ],
        kind);

    // The rate compares like with like: what was granted to those whose cost is not known is left out of it.
    private static TableRow TotalRow(ImmutableArray<OutcomeRow> rows)
    {
        var row = Row(Total(rows), DraftTexts.Total, RowKind.Total);
        return row with { Cells = row.Cells.SetItem(3, Usage(Total([.. rows.Where(r => r.Reported is not null)]))) };
    }

    private static TableCell Usage(OutcomeRow row) =>
        row is { Reported: { } reported, Granted: { } granted } && SwedishFormat.Percent(reported, granted) is { } percent
            ? new TableCell(percent, reported / granted, FigureSource.Sum([row.ReportedSource, row.GrantedSource]))
            : DraftTexts.Missing;

    private static IEnumerable<string> Notes(ImmutableArray<OutcomeRow> rows)
    {
        var missing = rows.Where(r => r.Members.Any(m => m.Report is null)).ToImmutableArray();
        if (!missing.IsEmpty)
        {
            yield return Format(DraftTexts.IncompleteSum, rows.Length - missing.Length, rows.Length, Join(missing.Select(r => r.Name)));
        }

        var unknown = rows.Where(r => r.Reported is null && r.Members.All(m => m.Report is not null)).Select(r => r.Name).ToArray();
        if (unknown.Length > 0)
        {
            yield return Format(DraftTexts.UnknownParts, Join(unknown));
        }

        if (PartsDoNotAddUp(rows.Select(r => r.Reported)) || PartsDoNotAddUp(rows.Select(r => r.Granted)))
        {
            yield return DraftTexts.RoundedParts;
        }
    }

    private static bool PartsDoNotAddUp(IEnumerable<decimal?> kronor)
    {
        var known = kronor.Where(k => k is not null).Select(k => k!.Value / 1000m).ToArray();
        return known.Sum(k => SwedishFormat.Round(k)) != SwedishFormat.Round(known.Sum());
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

    /// <summary>The owners' comments.</summary>
    public required string Comment { get; init; }

    /// <summary>Where the reported figure comes from.</summary>
    public required FigureSource ReportedSource { get; init; }

    /// <summary>Where the granted figure comes from.</summary>
    public required FigureSource GrantedSource { get; init; }
}

using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.RecordTables;

/// <summary>What the members paid, this year and last (5 § lag 2003:1210).</summary>
internal static class ContributionsTable
{
    public static DraftPart.Table Build(PeriodMaterial material, RecordPart part, string caption)
    {
        var unit = part.Unit ?? material.Association.Settings.Units.Contributions;
        ImmutableArray<int> years = [material.Period.Year, material.Period.Year - 1];
        var rows = part.Layout == RecordLayout.Together
            ? Enum.GetValues<MemberKind>().Select(kind => (Name: Word(kind), Members: material.Association.Members.Where(m => m.Kind == kind).ToImmutableArray()))
            : material.Association.Members.Select(m => (m.Name, Members: ImmutableArray.Create(m)));
        var paying = rows.Where(r => r.Members.Any(m => m.Contributions.Any(c => years.Contains(c.Year)))).ToImmutableArray();
        return new DraftPart.Table(
            "bidrag",
            caption,
            [
                new(Format(DraftTexts.AmountIn, Texts.Word(unit)), Width: 4),
                .. years.Select(y => new TableColumn(y.ToString(CultureInfo.InvariantCulture), Alignment.Right, 2)),
            ],
            [
                .. paying.Select(r => new TableRow([r.Name, .. years.Select(y => Paid(r.Members, y, unit))])),
                new TableRow([DraftTexts.Sum, .. years.Select(y => Paid([.. paying.SelectMany(r => r.Members)], y, unit))], RowKind.Total),
            ],
            []);
    }

    public static DraftPart.Table Members(PeriodMaterial material, string caption) => new(
        "medlemmar",
        caption,
        [new(DraftTexts.Member, Width: 5), new(DraftTexts.Kind, Width: 3)],
        [.. material.Association.Members.Select(m => new TableRow([m.Name, Word(m.Kind)]))],
        []);

    // Nothing on record is blank: who joined later paid nothing that anybody could have missed.
    private static TableCell Paid(ImmutableArray<Member> members, int year, MoneyUnit unit)
    {
        var paid = members.SelectMany(m => m.Contributions.Where(c => c.Year == year).Select(c => (m.Id, c.Kronor))).ToImmutableArray();
        return paid.IsEmpty ? "" : Money(paid.Sum(p => p.Kronor), FigureSource.Sum(paid.Select(p => FigureSource.Of($"register/medlemmar/{p.Id}#bidrag.{year}"))), unit);
    }

    private static string Word(MemberKind kind) => kind switch
    {
        MemberKind.State => DraftTexts.State,
        MemberKind.Region => DraftTexts.Region,
        MemberKind.Municipality => DraftTexts.Municipalities,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

using System.Collections.Immutable;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.AnswerTables;

/// <summary>Posts and vacancies in årsarbetare, a row a post or a row a role, with sums.</summary>
internal static class StaffingTable
{
    public static DraftPart.Table Build(PeriodMaterial material, StaffingPart part, string caption)
    {
        var block = material.Template.Blocks.OfType<StaffingBlock>().First(b => b.Id == part.Block);
        var asked = new FigureCount(material, part).Whose.Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block))).ToImmutableArray();
        var posts = (
            from initiative in asked
            from row in Enumerable.Range(1, block.Rows)
            where initiative.Text(block.KeyOf(row, StaffingColumn.Role)) is not null
            select new Post(initiative, block, row)).ToImmutableArray();
        var missing = asked.Where(i => i.IsMissing).Select(i => i.Initiative.Name).ToArray();
        TableColumn role = new(DraftTexts.RoleHead, Width: 3), full = new(DraftTexts.FullTimePosts, Alignment.Right, 2), vacant = new(DraftTexts.OfWhichVacant, Alignment.Right, 2);
        var total = new TableRow([DraftTexts.Sum, .. part.ByRole ? [] : new TableCell[] { "", "" }, Sum(posts, p => p.Posts), Sum(posts, p => p.Vacant), .. part.ByRole ? [] : new TableCell[] { "" }], RowKind.Total);
        return new DraftPart.Table(
            "bemanning-" + part.Block,
            caption,
            part.ByRole ? [role, full, vacant] : [role, new(DraftTexts.Initiative, Width: 3), new(DraftTexts.Party, Width: 3), full, vacant, new(DraftTexts.Comments, Width: 4)],
            part.ByRole
                ? [.. posts.GroupBy(p => p.Role, StringComparer.OrdinalIgnoreCase).Select(g => new TableRow([g.Key, Sum(g, p => p.Posts), Sum(g, p => p.Vacant)])), total]
                : [.. posts.Select(p => new TableRow([p.Role, p.Initiative.Initiative.Name, p.Text(StaffingColumn.Party), Sum([p], x => x.Posts), Sum([p], x => x.Vacant), p.Text(StaffingColumn.Comment)])), total],
            missing.Length == 0 ? [] : [Format(DraftTexts.IncompleteSum, asked.Length - missing.Length, asked.Length, Join(missing))]);
    }

    private static TableCell Sum(IEnumerable<Post> posts, Func<Post, (decimal? Value, FigureSource Source)> of)
    {
        var known = posts.Select(of).Where(p => p.Value is not null).ToArray();
        return known.Length == 0 ? DraftTexts.Unknown : new TableCell(SwedishFormat.Exact(known.Sum(k => k.Value!.Value)), known.Sum(k => k.Value), FigureSource.Sum(known.Select(k => k.Source)));
    }

    private sealed record Post(InitiativeMaterial Initiative, StaffingBlock Block, int Row)
    {
        public string Role => Initiative.Text(Block.KeyOf(Row, StaffingColumn.Role))!;

        public (decimal? Value, FigureSource Source) Posts => Number(StaffingColumn.Posts);

        public (decimal? Value, FigureSource Source) Vacant => Number(StaffingColumn.Vacant);

        public string Text(StaffingColumn column) => Initiative.Text(Block.KeyOf(Row, column)) ?? "";

        private (decimal? Value, FigureSource Source) Number(StaffingColumn column) => (Initiative.Number(Block.KeyOf(Row, column)), Initiative.Source(Block.KeyOf(Row, column)));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.AnswerTables;

/// <summary>What has been held and done, a row an activity, in the order the owners wrote it.</summary>
internal static class ActivitiesTable
{
    public static DraftPart.Table Build(PeriodMaterial material, ActivitiesPart part, string caption, Func<string, string> fill)
    {
        var block = material.Template.Blocks.OfType<ActivitiesBlock>().First(b => b.Id == part.Block);
        var asked = new FigureCount(material, part).Whose.Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block))).ToImmutableArray();
        ImmutableArray<ActivityColumn> columns = part.Columns.IsEmpty ? [.. block.Columns.Where(c => c != ActivityColumn.Internal)] : part.Columns;
        var held = (
            from initiative in asked
            from row in Enumerable.Range(1, block.Rows)
            where initiative.Text(block.KeyOf(row, ActivityColumn.What)) is not null && IsShown(initiative.Text(block.KeyOf(row, ActivityColumn.Internal)) is not null, part.Shown)
            select (Initiative: initiative, Row: row)).ToImmutableArray();
        var missing = asked.Where(i => i.IsMissing).Select(i => i.Initiative.Name).ToArray();
        return new DraftPart.Table(
            "aktiviteter-" + part.Block + (part.Initiatives is [var only] ? "-" + only : "") + part.Shown switch { ActivitiesShown.Internal => "-interna", ActivitiesShown.All => "-alla", _ => "" },
            caption,
            [
                .. columns.Index().Select(c => new TableColumn(
                    c.Index < part.Heads.Length ? fill(part.Heads[c.Index]) : Head(c.Item), c.Item == ActivityColumn.Participants ? Alignment.Right : Alignment.Left,
                    c.Item == ActivityColumn.What ? 5 : 3)),
            ],
            [
                .. held.Select(h => new TableRow([.. columns.Select(c => Cell(material, h.Initiative, block, h.Row, c))])),
                .. part.Total ? [Total(held, block, columns)] : ImmutableArray<TableRow>.Empty,
            ],
            missing.Length == 0 ? [] : [Format(DraftTexts.ListIncomplete, Join(missing))]);
    }

    private static bool IsShown(bool isInternal, ActivitiesShown shown) => shown switch
    {
        ActivitiesShown.External => !isInternal,
        ActivitiesShown.Internal => isInternal,
        _ => true,
    };

    private static TableCell Cell(PeriodMaterial material, InitiativeMaterial initiative, ActivitiesBlock block, int row, ActivityColumn column)
    {
        var key = block.KeyOf(row, column);
        return column switch
        {
            ActivityColumn.Participants => initiative.Number(key) is { } number ? Count(number, initiative.Source(key)) : initiative.IsUnknown(key) ? DraftTexts.Unknown : "",
            ActivityColumn.Date => initiative.Text(key) is { } iso ? new TableCell(Day(material, DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture)), null, initiative.Source(key)) : "",
            ActivityColumn.Internal => initiative.Text(key) is null ? "" : DraftTexts.Yes,
            _ => initiative.Text(key) is { } text ? new TableCell(text, null, initiative.Source(key)) : "",
        };
    }

    // The document says which year it is about: only another year's is said.
    private static string Day(PeriodMaterial material, DateOnly day)
    {
        var text = SwedishFormat.LongDate(day);
        return day.Year == material.Period.Year ? text[..text.LastIndexOf(' ')] : text;
    }

    private static TableRow Total(ImmutableArray<(InitiativeMaterial Initiative, int Row)> held, ActivitiesBlock block, ImmutableArray<ActivityColumn> columns)
    {
        var known = held.Select(h => (h.Initiative, Key: block.KeyOf(h.Row, ActivityColumn.Participants))).Where(h => h.Initiative.Number(h.Key) is not null).ToArray();
        var sum = Count(SumOfKnown(known.Select(k => k.Initiative.Number(k.Key))), FigureSource.Sum(known.Select(k => k.Initiative.Source(k.Key))));
        return new TableRow([.. columns.Index().Select(c => c.Item == ActivityColumn.Participants ? sum : c.Index == 0 ? DraftTexts.Sum : (TableCell)"")], RowKind.Total);
    }

    private static string Head(ActivityColumn column) => column switch
    {
        ActivityColumn.Date => DraftTexts.Date,
        ActivityColumn.What => DraftTexts.ActivityWhat,
        ActivityColumn.Audience => DraftTexts.ActivityFor,
        ActivityColumn.HeldBy => DraftTexts.ActivityBy,
        ActivityColumn.Participants => DraftTexts.ActivityPersons,
        _ => DraftTexts.ActivityInternal,
    };
}

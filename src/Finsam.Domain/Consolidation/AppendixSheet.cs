using System.Collections.Immutable;
using Finsam.Domain.Consolidation.AnswerTables;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation;

/// <summary>An initiative's sheet in the appendix: what the record knows, what the owner answered.</summary>
public static class AppendixSheet
{
    /// <summary>The sheet as a table of label and value. Rows without content are left out, but a report that has not come in says so.</summary>
    public static DraftPart.Table Build(PeriodMaterial material, InitiativeMaterial initiative, ImmutableArray<AppendixRow> rows, Func<string, string> fill) => new(
        "bilaga-" + initiative.Initiative.Id,
        initiative.Initiative.Name,
        [new("", Width: 3), new("", Width: 8)],
        [
            .. from row in rows
               let cell = Cell(material, initiative, row)
               where cell.Text.Length > 0
               select new TableRow([fill(row.Label), cell]),
        ],
        [])
    {
        ShowHeader = false,
    };

    private static TableCell Cell(PeriodMaterial material, InitiativeMaterial i, AppendixRow row) => row.Shows switch
    {
        AppendixContent.Name => i.Initiative.Name,
        AppendixContent.Orientation => i.Initiative.Orientation ?? "",
        AppendixContent.Dates => SwedishFormat.Span(i.Initiative.Start, i.Initiative.End),
        AppendixContent.Purpose => i.Initiative.Purpose ?? "",
        AppendixContent.Goals => Numbered(i.Initiative.Goals.Select(g => g.Text)),
        AppendixContent.Registration => i.Initiative.Registration ?? "",
        AppendixContent.TargetGroup => i.Initiative.TargetGroup ?? "",
        AppendixContent.Granted => i.Granted(material.Period.Year) is var (kronor, source) ? Amount(material, kronor, source) : "",
        AppendixContent.Owner => i.Initiative.Owner,
        AppendixContent.Partners => string.Join(", ", i.Initiative.Partners),
        AppendixContent.Link => i.Initiative.Link?.ToString() ?? "",
        AppendixContent.Status => i.Initiative.HasEndedBy(material.Period.End) ? DraftTexts.Ended : DraftTexts.Ongoing,
        _ when i.Report is null => DraftTexts.Missing,
        AppendixContent.Outcome => Block<EconomyBlock>(material, row) is var block && i.Number(block.OutcomeKey) is { } outcome
            ? Amount(material, outcome, i.Source(block.OutcomeKey))
            : DraftTexts.Unknown,
        AppendixContent.Results => Results(i, Block<GoalsBlock>(material, row)),
        AppendixContent.Activities => AnswerLines.Of(i, Block<ActivitiesBlock>(material, row)),
        AppendixContent.Answers => AnswerLines.Of(i, Block<Block>(material, row)),
        AppendixContent.OutcomeComment => i.Text(Block<EconomyBlock>(material, row).CommentKey) is { } comment
            ? new TableCell(comment, null, i.Source(Block<EconomyBlock>(material, row).CommentKey))
            : "",
        AppendixContent.Assessment => OverallAssessment.Of(material, i),
        AppendixContent.Text => i.Text(Block<TextBlock>(material, row).Key) is { } text
            ? new TableCell(text, null, i.Source(Block<TextBlock>(material, row).Key))
            : "",
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Shows, null),
    };

    private static T Block<T>(PeriodMaterial material, AppendixRow row)
        where T : Block =>
        material.Template.Sections.SelectMany(s => s.Blocks).OfType<T>().First(b => row.Block is null || b.Id == row.Block);

    private static TableCell Amount(PeriodMaterial material, decimal kronor, FigureSource source)
    {
        var unit = material.Association.Settings.Units.Outcome;
        var cell = Money(kronor, source, unit);
        return cell with { Text = cell.Text + SwedishFormat.NoBreakSpace + Word(unit) };
    }

    private static TableCell Numbered(IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        return new TableCell(string.Join('\n', all.Select(l => l.ReplaceLineEndings(" ")))) { Numbered = all.Length > 1 };
    }

    // Results keep their goals' numbers, so a goal without an answer keeps its place and says that it has none.
    private static TableCell Results(InitiativeMaterial i, GoalsBlock block)
    {
        var results = i.Initiative.Goals.Select(g => i.Text(block.ResultKey(g))).ToArray();
        return results.All(r => r is null)
            ? ""
            : Numbered(results.Select(r => r ?? DraftTexts.Missing)) with
            {
                Source = FigureSource.Sum(i.Initiative.Goals.Select(g => i.Source(block.ResultKey(g)))),
            };
    }
}

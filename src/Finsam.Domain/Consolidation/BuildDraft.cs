using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Consolidation.AnswerTables;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Consolidation.RecordTables;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Formats;

namespace Finsam.Domain.Consolidation;

/// <summary>Makes a period's draft from its material by an outline. Pure: the same material gives the same draft.</summary>
public static class BuildDraft
{
    private static readonly ImmutableArray<DraftPart> Nothing = [];

    /// <summary>The draft.</summary>
    /// <param name="material">The record and the reports.</param>
    /// <param name="outline">What it holds.</param>
    /// <param name="subtitle">The line that says which version it is.</param>
    public static DraftDocument From(PeriodMaterial material, Outline outline, string subtitle)
    {
        string Fill(string text) => Placeholders(text, material);
        return new DraftDocument
        {
            Title = Fill(outline.Title),
            AssociationName = material.Association.Name,
            Subtitle = subtitle,
            Parts = [.. WithOwnIds(outline.Parts.SelectMany(part => Build(part, material, outline, Fill)))],
        };
    }

    // An outline may show one block twice, in two ways. The second is then found again by its place.
    private static IEnumerable<DraftPart> WithOwnIds(IEnumerable<DraftPart> parts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        string Own(string id)
        {
            var times = seen[id] = seen.GetValueOrDefault(id) + 1;
            return times == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}~{times}");
        }

        return parts.Select(part => part switch
        {
            DraftPart.Table table => table with { Id = Own(table.Id) },
            DraftPart.Chart chart => chart with { Id = Own(chart.Id) },
            _ => part,
        });
    }

    private static ImmutableArray<DraftPart> Build(OutlinePart part, PeriodMaterial material, Outline outline, Func<string, string> fill) => part switch
    {
        HeadingPart p => [.. p.NewPage ? [new DraftPart.PageBreak()] : Nothing, new DraftPart.Heading(p.Level, fill(p.Text))],
        TextPart p => [DraftPart.Paragraph.Of(fill(p.Text))],
        InitiativesPart p => [InitiativesTable.Build(material, p, fill(p.Caption))],
        OutcomePart p => [p.SideBySide ? BookedTable.Build(material, fill(p.Caption)) : OutcomeTable.Build(material, fill(p.Caption))],
        ParticipantsPart p => [ParticipantsTable.Build(material, fill(p.Caption), p)],
        FiguresPart p => [FiguresTable.Build(material, fill(p.Caption), p.Block, p.Figure)],
        GoalsPart p => GoalsTable.Build(material, fill(p.Caption), p),
        GridPart p => [GridTable.Build(material, p, fill)],
        SentencesPart p => [.. Sentences.Build(material, p, fill)],
        ActivitiesPart p => [ActivitiesTable.Build(material, p, fill(p.Caption), fill)],
        StaffingPart p => [StaffingTable.Build(material, p, fill(p.Caption))],
        ChoicesPart p => [ChoicesTable.Build(material, p, fill(p.Caption))],
        FilesPart p => [FilesTable.Build(material, p, fill(p.Caption))],
        AnswersPart p => [.. OwnersWords.Build(material, p)],
        GoalResultsPart p => [.. GoalResultsTable.Build(material, p, fill)],
        StatusPart p => [StatusTable.Build(material, p, fill(p.Caption))],
        ComparisonPart p => [ComparisonTable.Build(material, fill(p.Caption), p)],
        RecordPart p => [RecordTable.Build(material, p, fill(p.Caption))],
        KeptTextPart p => KeptText(material, p.Text),
        FindingsPart p => Notices(material, outline, fill(p.Heading)),
        AppendixPart p => [.. material.Initiatives.SelectMany((i, index) => Sheet(material, i, p, fill, first: index == 0))],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static ImmutableArray<DraftPart> Notices(PeriodMaterial material, Outline outline, string heading)
    {
        var findings = Findings.Of(material, outline);
        return findings.IsEmpty
            ? []
            : [new DraftPart.Heading(1, heading, Numbered: false), .. findings.Select(f => DraftPart.Paragraph.Of(f, ParagraphKind.Notice))];
    }

    // A blank line parts paragraphs; lines that begin with "- " are a list.
    private static ImmutableArray<DraftPart> KeptText(PeriodMaterial material, string id) =>
    [
        .. material.Record.Texts.Texts.First(t => t.Id == id).Text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(Paragraphs),
    ];

    private static IEnumerable<DraftPart> Paragraphs(string block)
    {
        const string item = "- ";
        var lines = block.Split('\n').ToImmutableArray();
        while (!lines.IsEmpty)
        {
            var isList = lines[0].StartsWith(item, StringComparison.Ordinal);
            var run = lines.TakeWhile(l => l.StartsWith(item, StringComparison.Ordinal) == isList).ToImmutableArray();
            yield return isList ? DraftPart.List.Of(run.Select(l => l[item.Length..])) : DraftPart.Paragraph.Of(string.Join(' ', run));
            lines = lines[run.Length..];
        }
    }

    // The first sheet follows the appendix's heading; every other starts a page.
    private static IEnumerable<DraftPart> Sheet(
        PeriodMaterial material, InitiativeMaterial initiative, AppendixPart part, Func<string, string> fill, bool first) =>
    [
        .. first ? Nothing : [new DraftPart.PageBreak()],
        new DraftPart.Heading(2, initiative.Initiative.Name),
        AppendixSheet.Build(material, initiative, part.Rows, fill),
    ];

    private static string Placeholders(string text, PeriodMaterial material) => text
        .Replace("{year}", material.Period.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{period}", material.Period.Name, StringComparison.Ordinal)
        .Replace("{start}", SwedishFormat.LongDate(material.Period.Start), StringComparison.Ordinal)
        .Replace("{end}", SwedishFormat.LongDate(material.Period.End), StringComparison.Ordinal)
        .Replace("{association}", material.Association.Name, StringComparison.Ordinal);
}

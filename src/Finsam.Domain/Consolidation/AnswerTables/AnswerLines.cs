using System.Collections.Immutable;
using System.Globalization;
using Finsam.Domain.Answers;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.AnswerTables;

/// <summary>An initiative's answers to a block of any kind, a line each, for its sheet in the appendix. What was left blank has no line.</summary>
internal static class AnswerLines
{
    /// <summary>The lines in a cell; blank when nothing was answered.</summary>
    public static TableCell Of(InitiativeMaterial initiative, Block block)
    {
        var lines = Lines(initiative, block).ToArray();
        return new TableCell(string.Join('\n', lines.Select(l => l.Text)), null, lines.Length == 0 ? null : FigureSource.Sum(lines.SelectMany(l => l.Keys).Select(initiative.Source)));
    }

    private static IEnumerable<Line> Lines(InitiativeMaterial initiative, Block block) => block switch
    {
        MatrixBlock matrix => matrix.AskedRows(initiative.Initiative).Select(row => Matrix(initiative, matrix, row)).OfType<Line>(),
        MeansBlock means => means.Rows.SelectMany(row => Means(initiative, means, row)),
        FiguresBlock figures => figures.Figures.Select(f => Number(initiative, figures.KeyOf(f.Id), f.Label)).OfType<Line>(),
        StaffingBlock staffing => Enumerable.Range(1, staffing.Rows).Select(row => Post(initiative, staffing, row)).OfType<Line>(),
        ActivitiesBlock activities => Enumerable.Range(1, activities.Rows).Select(row => Activity(initiative, activities, row)).OfType<Line>(),
        ChoiceBlock { Several: true } choice => choice.Choices.Where(c => initiative.Text(choice.KeyOf(c.Id)) is not null).Select(c => new Line(c.Label, [choice.KeyOf(c.Id)])),
        ChoiceBlock choice => choice.Choices.Where(c => initiative.Text(choice.Key) == c.Id).Select(c => new Line(c.Label, [choice.Key])),
        AttachmentBlock attachment => Enumerable.Range(1, attachment.Most).Select(attachment.KeyOf)
            .Select(key => initiative.Report?.Answers[key] is Answer.File file ? new Line(file.Name, [key]) : null).OfType<Line>(),
        TextBlock text => initiative.Text(text.Key) is { } written ? [new Line(written, [text.Key])] : [],
        GoalsBlock goals => initiative.Initiative.Goals.Index().Where(g => initiative.Text(goals.ResultKey(g.Item)) is not null)
            .Select(g => new Line($"{g.Index + 1}. {initiative.Text(goals.ResultKey(g.Item))}", [goals.ResultKey(g.Item)])),
        EconomyBlock economy => new[] { Number(initiative, economy.OutcomeKey, economy.OutcomeLabel), economy.ForecastLabel is { } label ? Number(initiative, economy.ForecastKey, label) : null }.OfType<Line>(),
        _ => [],
    };

    // "Nya: 20 (kvinnor 12, män 8)": a column that nobody stands in has no place among them.
    private static Line? Matrix(InitiativeMaterial initiative, MatrixBlock matrix, Choice row)
    {
        var cells = matrix.Columns.Select(c => (c.Label, Key: matrix.KeyOf(row.Id, c.Id))).Select(c => (c.Label, c.Key, Number: initiative.Number(c.Key), Unknown: initiative.IsUnknown(c.Key))).ToArray();
        var known = cells.Where(c => c.Number is not null).ToArray();
        if (known.Length == 0)
        {
            return cells.Any(c => c.Unknown) ? new Line($"{row.Label}: {DraftTexts.Unknown}", [.. cells.Select(c => c.Key)]) : null;
        }

        var parts = cells.Where(c => c.Number is not null and not 0 || c.Unknown).Select(c => $"{c.Label.ToLowerInvariant()} {(c.Number is { } n ? SwedishFormat.Exact(n) : DraftTexts.Unknown)}").ToArray();
        var sum = SwedishFormat.Exact(known.Sum(c => c.Number!.Value));
        return new Line(matrix.Columns.Length == 1 || parts.Length == 0 ? $"{row.Label}: {sum}" : $"{row.Label}: {sum} ({string.Join(", ", parts)})", [.. known.Select(c => c.Key)]);
    }

    private static IEnumerable<Line> Means(InitiativeMaterial initiative, MeansBlock means, MeanRow row) =>
        from column in means.Columns
        let mean = initiative.Number(means.MeanKey(row.Id, column.Id))
        let count = initiative.Number(means.CountKey(row.Id, column.Id))
        where mean is not null && count is not null
        select new Line(
            Format(DraftTexts.MeanOf, row.Label, column.Label.ToLowerInvariant(), SwedishFormat.Exact(mean.Value), row.Unit, SwedishFormat.Number(count.Value)),
            [means.MeanKey(row.Id, column.Id), means.CountKey(row.Id, column.Id)]);

    private static Line? Number(InitiativeMaterial initiative, string key, string label) => initiative.Number(key) is { } number
        ? new Line($"{label}: {SwedishFormat.Exact(number)}", [key])
        : initiative.IsUnknown(key) ? new Line($"{label}: {DraftTexts.Unknown}", [key]) : null;

    private static Line? Post(InitiativeMaterial initiative, StaffingBlock staffing, int row)
    {
        if (initiative.Text(staffing.KeyOf(row, StaffingColumn.Role)) is not { } role)
        {
            return null;
        }

        var posts = initiative.Number(staffing.KeyOf(row, StaffingColumn.Posts));
        var vacant = initiative.Number(staffing.KeyOf(row, StaffingColumn.Vacant));
        return new Line(
            string.Join(", ", new[]
            {
                role, initiative.Text(staffing.KeyOf(row, StaffingColumn.Party)), posts is null ? null : Format(DraftTexts.PostsLine, SwedishFormat.Exact(posts.Value)),
                vacant is null or 0 ? null : Format(DraftTexts.VacantLine, SwedishFormat.Exact(vacant.Value)), initiative.Text(staffing.KeyOf(row, StaffingColumn.Comment)),
            }.Where(t => t is not null)),
            [staffing.KeyOf(row, StaffingColumn.Role), staffing.KeyOf(row, StaffingColumn.Posts), staffing.KeyOf(row, StaffingColumn.Vacant)]);
    }

    /// <summary>An activity in a line: what, when and how many.</summary>
    public static string Activity(InitiativeMaterial initiative, ActivitiesBlock block, int row, string what)
    {
        var date = initiative.Text(block.KeyOf(row, ActivityColumn.Date)) is { } iso
            ? $"{what.TrimEnd('.')}, {SwedishFormat.LongDate(DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture))}"
            : what.TrimEnd('.');
        return initiative.Number(block.KeyOf(row, ActivityColumn.Participants)) is { } participants
            ? Format(DraftTexts.ActivityParticipants, date, SwedishFormat.Number(participants))
            : Format(DraftTexts.Activity, date);
    }

    private static Line? Activity(InitiativeMaterial initiative, ActivitiesBlock block, int row) => initiative.Text(block.KeyOf(row, ActivityColumn.What)) is { } what
        ? new Line(Activity(initiative, block, row, what), [block.KeyOf(row, ActivityColumn.What), block.KeyOf(row, ActivityColumn.Participants)])
        : null;

    private sealed record Line(string Text, ImmutableArray<string> Keys);
}

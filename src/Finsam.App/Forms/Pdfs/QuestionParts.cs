using Finsam.Documents.Pdf;
using Finsam.Domain.Formats;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Pdfs;

/// <summary>The questions of a part, to read.</summary>
internal static class QuestionParts
{
    private const int MostShortRows = 5;

    /// <summary>A part.</summary>
    public static IEnumerable<PdfPart> Of(FormView form, AskedPart asked) =>
    [
        new PdfPart.Heading(1, asked.Part.Title),
        new PdfPart.Paragraph(asked.Part.Section.Help ?? "", PdfTextStyle.Help, KeepWithNext: true),
        new PdfPart.Paragraph(asked.Covers(form), KeepWithNext: true),
        .. asked.Blocks.SelectMany(block => Question(form, asked, block)),
    ];

    private static IEnumerable<PdfPart> Question(FormView form, AskedPart asked, Block block)
    {
        if (AskedPart.HasHeading(asked.Part, block))
        {
            yield return new PdfPart.Heading(2, PdfWords.Asked(block.Label, IsRequired(block)));
        }

        if (asked.IsOfEachParty(form, block))
        {
            yield return new PdfPart.Paragraph(PdfWords.Say(FormPdfTexts.Shared, PdfWords.Listed(form.Initiative.Parties.Select(p => p.Name))), KeepWithNext: true);
        }

        yield return new PdfPart.Paragraph(asked.Covers(form, block), KeepWithNext: true);
        yield return new PdfPart.Paragraph(block.Help ?? "", PdfTextStyle.Help, KeepWithNext: true);
        foreach (var part in Asked(form, block))
        {
            yield return part;
        }
    }

    private static bool IsRequired(Block block) => block switch
    {
        TextBlock text => text.Required,
        ChoiceBlock choice => choice.Required,
        AttachmentBlock files => files.Required,
        _ => false,
    };

    private static IEnumerable<PdfPart> Asked(FormView form, Block block) => block switch
    {
        MatrixBlock matrix => Matrix(form, matrix),
        MeansBlock means =>
        [
            new PdfPart.Paragraph(means.Columns.Length == 1 ? FormPdfTexts.MeansOne : PdfWords.Say(FormPdfTexts.Means, Columns(means.Columns)), KeepWithNext: true),
            new PdfPart.BulletList([.. means.Rows.Select(row => PdfWords.Say(FormPdfTexts.MeansRow, row.Label, row.Unit))]),
        ],
        GoalsBlock goals => Goals(form, goals),
        StaffingBlock staffing => [Rows(block, staffing.Rows)],
        ActivitiesBlock activities => [Rows(block, activities.Rows)],
        TextBlock text => [new PdfPart.Paragraph(PdfWords.Say(FormPdfTexts.TextMost, SwedishFormat.Number(text.MaxLength)))],
        ChoiceBlock choice =>
        [
            new PdfPart.Paragraph(choice.Several ? FormPdfTexts.SeveralAnswers : FormPdfTexts.OneAnswer, KeepWithNext: true),
            new PdfPart.BulletList([.. choice.Choices.Select(c => WithHelp(c.Label, c.Help))]),
        ],
        AttachmentBlock files => [new PdfPart.Paragraph(PdfWords.Say(FormPdfTexts.Files, files.Most))],
        _ => Fields(form, block),
    };

    private static IEnumerable<PdfPart> Matrix(FormView form, MatrixBlock matrix)
    {
        var unit = PdfWords.Unit(matrix);
        var count = matrix.Columns.Length == 1 ? PdfWords.Say(FormPdfTexts.MatrixOne, unit) : PdfWords.Say(FormPdfTexts.Matrix, unit, Columns(matrix.Columns));
        var rows = matrix.AskedRows(form.Initiative).ToArray();
        var names = rows.Select(row => PdfWords.Asked(row.Label, row == matrix.Base || matrix.RequiredRows.Contains(row.Id)));

        // Twelve months are read as quickly in a line, and take no page; not what has commas of its own.
        if (rows.Length > MostShortRows && rows.All(row => row.Help is null && !row.Label.Contains(',', StringComparison.Ordinal)))
        {
            yield return new PdfPart.Paragraph($"{count} {string.Join(", ", names)}.", KeepWithNext: true);
        }
        else
        {
            yield return new PdfPart.Paragraph(count, KeepWithNext: true);
            yield return new PdfPart.BulletList([.. names.Zip(rows, (name, row) => WithHelp(name, row.Help))]);
        }

        yield return new PdfPart.Paragraph(
            matrix.RowsAre switch
            {
                MatrixRows.Overlapping => FormPdfTexts.Overlapping,
                MatrixRows.Parts when (matrix.Base?.Label ?? matrix.Whole?.Label) is { } whole => PdfWords.Say(FormPdfTexts.PartsOf, $"”{whole}”"),
                MatrixRows.Parts => FormPdfTexts.Parts,
                _ => "",
            },
            PdfTextStyle.Help);
        if (!matrix.Derived.IsEmpty)
        {
            yield return new PdfPart.Paragraph(PdfWords.Say(FormPdfTexts.DerivedRows, PdfWords.Listed(matrix.Derived.Select(d => PdfWords.Within(d.Label)))), PdfTextStyle.Help);
        }
    }

    private static IEnumerable<PdfPart> Goals(FormView form, GoalsBlock goals)
    {
        if (!form.Initiative.Goals.IsEmpty)
        {
            var each = goals.AssessEach
                ? PdfWords.Say(FormPdfTexts.GoalResultAndAssessment, string.Join(", ", goals.Assessments.Select(a => PdfWords.Within(a.Label))))
                : FormPdfTexts.GoalResultOnly;
            yield return new PdfPart.Paragraph(PdfWords.Asked(PdfWords.Say(FormPdfTexts.GoalResult, each), goals.Required), KeepWithNext: true);
            yield return new PdfPart.BulletList([.. form.Initiative.Goals.Select((goal, index) => $"{PdfWords.Say(FormPdfTexts.Goal, index + 1)}: {KnownParts.WithTarget(form, goal)}")]);
        }

        if (goals.OverallLabel is { } label)
        {
            yield return new PdfPart.Heading(3, PdfWords.Asked(label, true));
            yield return new PdfPart.Paragraph(FormPdfTexts.OneAnswer, KeepWithNext: true);
            yield return new PdfPart.BulletList([.. goals.Assessments.Select(a => WithHelp(a.Label, a.Help))]);
        }
    }

    private static IEnumerable<PdfPart> Fields(FormView form, Block block)
    {
        var fields = block.OwnFields(form.Initiative).ToArray();
        yield return new PdfPart.BulletList([.. fields.Select(f => WithHelp(PdfWords.Asked(f), f.Help))]);
    }

    private static PdfPart.Paragraph Rows(Block block, int most) => new(PdfWords.Say(
        FormPdfTexts.Rows, PdfWords.Say(FormPdfTexts.RowsMost, most), PdfWords.Listed(PdfWords.Heads(block).Select(PdfWords.Within))));

    private static string Columns(IEnumerable<Choice> columns) => PdfWords.Listed(columns.Select(c => PdfWords.Within(c.Label)));

    private static string WithHelp(string label, string? help) => help is null ? label : $"{label}\n{help}";
}

using System.Collections.Immutable;
using Finsam.Documents.Pdf;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Pdfs;

/// <summary>The questions of a part, with room to write.</summary>
internal static class BlankParts
{
    private const int MostRows = 15;
    private const int FewestLines = 3;
    private const int MostLines = 8;

    // Nobody fills a whole page by hand because four thousand characters would be allowed.
    private const int CharactersForALine = 600;
    private const int LinesOfAGoal = 4;

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
        // A text and a choice stand with their question; the others need what they cover and what to think of above them.
        if (block is TextBlock or ChoiceBlock)
        {
            foreach (var field in block is ChoiceBlock { Several: true } several ? [Several(several)] : block.OwnFields(form.Initiative).Select(Box))
            {
                yield return field;
            }

            yield break;
        }

        if (AskedPart.HasHeading(asked.Part, block))
        {
            yield return new PdfPart.Heading(2, block.Label);
        }

        yield return new PdfPart.Paragraph(asked.Covers(form, block), KeepWithNext: true);
        yield return new PdfPart.Paragraph(block.Help ?? "", PdfTextStyle.Help, KeepWithNext: true);
        if (asked.IsOfEachParty(form, block))
        {
            yield return new PdfPart.Paragraph(PdfWords.Say(FormPdfTexts.BlankShared, PdfWords.Listed(form.Initiative.Parties.Select(p => p.Name))), PdfTextStyle.Help, KeepWithNext: true);
            yield return new PdfPart.AnswerBox(FormPdfTexts.BlankParty);
        }

        foreach (var part in Room(form, block))
        {
            yield return part;
        }
    }

    private static IEnumerable<PdfPart> Room(FormView form, Block block) => block switch
    {
        MatrixBlock matrix =>
        [
            ToFillIn(PdfWords.Corner(matrix), matrix.Columns, matrix.AskedRows(form.Initiative)
                .Select(row => PdfWords.Asked(row.Label, row == matrix.Base || matrix.RequiredRows.Contains(row.Id)))),
        ],
        MeansBlock means =>
        [
            ToFillIn(FormPdfTexts.MeanHead, means.Columns, means.Rows.SelectMany(row => new[]
            {
                PdfWords.Say(FormPdfTexts.MeanCount, row.Label),
                PdfWords.Say(FormPdfTexts.Mean, row.Label, row.Unit),
            })),
        ],
        GoalsBlock goals => Goals(form, goals),
        StaffingBlock staffing => [Rows(form, block, staffing.Rows)],
        ActivitiesBlock activities => [Rows(form, block, activities.Rows)],
        EconomyBlock => [KnownParts.Granted(form), .. block.OwnFields(form.Initiative).Select(Box)],
        AttachmentBlock => [new PdfPart.Paragraph(PdfWords.Say(FormPdfTexts.BlankFiles, block.Label))],
        _ => block.OwnFields(form.Initiative).Select(Box),
    };

    private static IEnumerable<PdfPart> Goals(FormView form, GoalsBlock goals)
    {
        var fields = goals.OwnFields(form.Initiative).ToDictionary(f => f.Key, StringComparer.Ordinal);
        foreach (var (index, goal) in form.Initiative.Goals.Index())
        {
            yield return new PdfPart.Heading(3, PdfWords.Say(FormPdfTexts.Goal, index + 1));
            yield return new PdfPart.Paragraph(KnownParts.WithTarget(form, goal), KeepWithNext: true);
            var result = fields[goals.ResultKey(goal)];
            yield return new PdfPart.AnswerBox(PdfWords.Asked(result.Label, result.Required), "", LinesOfAGoal);
            if (goals.AssessEach)
            {
                yield return Box(fields[goals.AssessmentKey(goal)]);
            }
        }

        if (goals.OverallLabel is not null)
        {
            yield return Box(fields[goals.OverallKey]);
        }
    }

    private static PdfPart.Table ToFillIn(string head, IEnumerable<Choice> columns, IEnumerable<string> rows)
    {
        ImmutableArray<PdfColumn> all = [new PdfColumn(head), .. columns.Select(c => new PdfColumn(c.Label))];
        return new PdfPart.Table("", all, [.. rows.Select(row => new PdfRow([row, .. Enumerable.Repeat("", all.Length - 1)]))], ToFillIn: true);
    }

    private static PdfPart.Table Rows(FormView form, Block block, int most)
    {
        ImmutableArray<PdfColumn> heads = [.. PdfWords.Heads(block).Zip(block.OwnFields(form.Initiative), (head, field) => new PdfColumn(head, IsWide: PdfWords.IsWords(field)))];
        return new PdfPart.Table("", heads, [.. Enumerable.Range(0, Math.Min(most, MostRows)).Select(_ => new PdfRow([.. heads.Select(_ => "")]))], ToFillIn: true);
    }

    private static PdfPart.Choice Several(ChoiceBlock block) => new(
        block.Label, block.Help is null ? FormPdfTexts.Several : $"{block.Help} {FormPdfTexts.Several}", [.. block.Choices.Select(c => new PdfOption(c.Label))]);

    private static PdfPart Box(Field field)
    {
        var label = PdfWords.Asked(field);
        return field.Kind switch
        {
            FieldKind.Choice => new PdfPart.Choice(label, field.Help ?? "", [.. field.Choices.Select(c => new PdfOption(c.Label))]),
            FieldKind.Flag => new PdfPart.Choice(label, field.Help ?? "", [new PdfOption(PdfWords.First(FormTexts.Yes))]),
            FieldKind.Text => new PdfPart.AnswerBox(label, field.Help ?? "", Math.Clamp(field.MaxLength / CharactersForALine, FewestLines, MostLines)),
            _ => new PdfPart.AnswerBox(label, field.Help ?? ""),
        };
    }
}

using System.Collections.Immutable;
using Finsam.Documents;
using Finsam.Documents.Word;
using Finsam.Documents.Word.Templates;
using Finsam.Domain.Drafts;

namespace Finsam.App.Drafts.WordTemplates;

/// <summary>A made-up draft with one of everything, to see a template in.</summary>
internal static class TrialDraft
{
    /// <summary>The draft in Word.</summary>
    public static byte[] Write(string association, WordTemplate? template) =>
        WordWriter.Write(Content(association), new DraftIdentity("prov", 1), template);

    private static DraftDocument Content(string association) => new()
    {
        Title = WordTemplateTexts.TrialTitle,
        AssociationName = association,
        Subtitle = WordTemplateTexts.TrialSubtitle,
        Parts =
        [
            new DraftPart.Heading(1, WordTemplateTexts.TrialHeading1),
            DraftPart.Paragraph.Of(WordTemplateTexts.TrialText),
            new DraftPart.Heading(2, WordTemplateTexts.TrialHeading2),
            DraftPart.List.Of(WordTemplateTexts.TrialList.Split('|')),
            DraftPart.Paragraph.Of(WordTemplateTexts.TrialNotice, ParagraphKind.Notice),
            new DraftPart.Table(
                "prov",
                WordTemplateTexts.TrialTable,
                [new(WordTemplateTexts.TrialInitiative, Width: 3), new(WordTemplateTexts.TrialSeries, Alignment.Right)],
                [.. Rows().Select(r => new TableRow([r.Name, new TableCell(r.Text, r.Value)])), new TableRow([WordTemplateTexts.TrialTotal, new TableCell("42", 42m)], RowKind.Total)],
                [WordTemplateTexts.TrialNote]),
            new DraftPart.Heading(3, WordTemplateTexts.TrialHeading3),
            new DraftPart.Chart(
                "prov-diagram", WordTemplateTexts.TrialTable, ChartKind.Columns, [.. Rows().Select(r => r.Name)],
                [new ChartSeries(WordTemplateTexts.TrialSeries, [.. Rows().Select(r => new ChartPoint(r.Value, null))])], WordTemplateTexts.TrialUnit, WordTemplateTexts.TrialTable, []),
        ],
    };

    private static ImmutableArray<(string Name, string Text, decimal Value)> Rows()
    {
        var names = WordTemplateTexts.TrialRows.Split('|');
        return [(names[0], "24", 24m), (names[1], "18", 18m)];
    }
}

using System.Collections.Immutable;
using Finsam.Domain.Consolidation.Counting;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Templates;
using static Finsam.Domain.Consolidation.Texts;

namespace Finsam.Domain.Consolidation.AnswerTables;

/// <summary>The owners' own words, initiative by initiative. Who wrote nothing has no place; whose report is missing is named.</summary>
internal static class OwnersWords
{
    public static IEnumerable<DraftPart> Build(PeriodMaterial material, AnswersPart part)
    {
        var block = material.Template.Blocks.OfType<TextBlock>().First(b => b.Id == part.Block);
        var asked = new FigureCount(material, part).Whose.Where(i => material.Template.SectionsFor(i.Initiative).Any(s => s.Blocks.Contains(block))).ToImmutableArray();
        var texts = asked.Where(i => i.Text(block.Key) is not null).Select(i => (i.Initiative.Name, Text: i.Text(block.Key)!)).ToImmutableArray();
        if (part.Layout == AnswersLayout.Named)
        {
            foreach (var (name, text) in texts)
            {
                foreach (var (index, paragraph) in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
                {
                    yield return new DraftPart.Paragraph(index == 0 ? Named(name, paragraph) : [new Inline.Text(paragraph)]);
                }
            }
        }
        else if (!texts.IsEmpty)
        {
            yield return new DraftPart.List([.. texts.Select(t => part.Layout == AnswersLayout.NamedList ? Named(t.Name, Flat(t.Text)) : [new Inline.Text(Flat(t.Text))])]);
        }

        var missing = asked.Where(i => i.IsMissing).Select(i => i.Initiative.Name).ToArray();
        if (missing.Length > 0)
        {
            yield return DraftPart.Paragraph.Of(Format(DraftTexts.ListIncomplete, Join(missing)), ParagraphKind.Note);
        }
    }

    private static ImmutableArray<Inline> Named(string name, string text) => [new Inline.Text(name + ": ", Bold: true), new Inline.Text(text)];

    private static string Flat(string text) => text.ReplaceLineEndings(" ");
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word;

/// <summary>Paragraphs by style.</summary>
internal static class Paragraphs
{
    /// <summary>A paragraph of plain text.</summary>
    public static Paragraph Of(string style, string? text) => Of(style, [Runs.Of(text)]);

    /// <summary>A paragraph of runs and controls.</summary>
    public static Paragraph Of(string style, IEnumerable<OpenXmlElement> content)
    {
        var paragraph = new Paragraph();
        if (style != StyleIds.Normal)
        {
            Properties(paragraph).ParagraphStyleId = new ParagraphStyleId { Val = style };
        }

        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>An item of the list that has this numbering.</summary>
    public static Paragraph InList(this Paragraph paragraph, int numberingId)
    {
        Properties(paragraph).NumberingProperties = new NumberingProperties(
            new NumberingLevelReference { Val = 0 },
            new NumberingId { Val = numberingId });
        return paragraph;
    }

    /// <summary>The paragraph stays on the page of the one that follows.</summary>
    public static Paragraph KeptWithNext(this Paragraph paragraph)
    {
        Properties(paragraph).KeepNext = new KeepNext();
        return paragraph;
    }

    /// <summary>The paragraph begins a page.</summary>
    public static Paragraph OnNewPage(this Paragraph paragraph)
    {
        Properties(paragraph).PageBreakBefore = new PageBreakBefore();
        Spacing(paragraph).Before = "0"; // Word keeps a heading's space above even at the top of the page.
        return paragraph;
    }

    /// <summary>The paragraph stands free from the table above it: a table has no space of its own below.</summary>
    public static Paragraph BelowTable(this Paragraph paragraph)
    {
        Spacing(paragraph).Before = "260";
        return paragraph;
    }

    /// <summary>The paragraph is a list's last, and has the space of running text below it.</summary>
    public static Paragraph EndingList(this Paragraph paragraph)
    {
        Spacing(paragraph).After = "160";
        return paragraph;
    }

    /// <summary>The paragraph stands to the right.</summary>
    public static Paragraph ToTheRight(this Paragraph paragraph)
    {
        Properties(paragraph).Justification = new Justification { Val = JustificationValues.Right };
        return paragraph;
    }

    /// <summary>The paragraph has a tab to the right, instead of the one its style has.</summary>
    public static Paragraph WithTabAt(this Paragraph paragraph, int instead, int position)
    {
        Properties(paragraph).Tabs = new Tabs(
            new TabStop { Val = TabStopValues.Clear, Position = instead },
            new TabStop { Val = TabStopValues.Right, Position = position });
        return paragraph;
    }

    /// <summary>The paragraph ends a section.</summary>
    public static Paragraph EndingSection(this Paragraph paragraph, SectionProperties section)
    {
        Properties(paragraph).SectionProperties = section;
        return paragraph;
    }

    private static SpacingBetweenLines Spacing(Paragraph paragraph) =>
        Properties(paragraph).SpacingBetweenLines ??= new SpacingBetweenLines();

    private static ParagraphProperties Properties(Paragraph paragraph) =>
        paragraph.ParagraphProperties ??= new ParagraphProperties();
}

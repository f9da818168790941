using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word;

/// <summary>The table of contents: Word's own field with its entries already in place, so that no reader is asked to update it.</summary>
internal static class TableOfContents
{
    /// <summary>Headings from 1 to the deepest listed (\o), as links (\h), without page numbers on the web (\z), unnumbered headings included (\u).</summary>
    private const string Instruction = @"TOC \o ""1-{0}"" \h \z \u";

    /// <summary>The heading "Innehåll" and an entry for each heading that is listed; nothing when none is.</summary>
    public static IReadOnlyList<Paragraph> Of(IReadOnlyDictionary<int, OutlineEntry> outline, PageEstimate pages)
    {
        var entries = Outline.Contents(outline);
        if (entries.Count == 0)
        {
            return [];
        }

        var instruction = string.Format(CultureInfo.InvariantCulture, Instruction, DeepestOf(entries, outline));
        var paragraphs = new List<Paragraph> { Paragraphs.Of(StyleIds.ContentsHeading, WordTexts.Contents) };
        for (var i = 0; i < entries.Count; i++)
        {
            var (part, entry) = entries[i];
            List<OpenXmlElement> content = [Link(entry, pages.PageOfHeading[part])];
            if (i == 0)
            {
                content.InsertRange(0, [Runs.FieldMark(FieldCharValues.Begin), Runs.FieldCode(instruction), Runs.FieldMark(FieldCharValues.Separate)]);
            }

            if (i == entries.Count - 1)
            {
                content.Add(Runs.FieldMark(FieldCharValues.End));
            }

            paragraphs.Add(Paragraphs.Of(StyleIds.Contents(entry.Level), content));
        }

        return paragraphs;
    }

    // Also a draft without third-level headings lists them, when its chef writes some.
    private static int DeepestOf(IReadOnlyList<KeyValuePair<int, OutlineEntry>> entries, IReadOnlyDictionary<int, OutlineEntry> outline) =>
        entries.Count == outline.Values.Count(entry => entry.Level <= Outline.DeepestInContents) ? Outline.DeepestInContents : Outline.DeepestInContents - 1;

    private static Hyperlink Link(OutlineEntry entry, int page)
    {
        var label = entry.Number is null ? entry.Text : $"{entry.Number}\t{entry.Text}";
        var link = new Hyperlink { Anchor = entry.Bookmark, History = true };
        link.AppendChild(Runs.Of(label));
        link.Append(new[] { new Run(new TabChar()) }
            .Concat(Runs.Field($@"PAGEREF {entry.Bookmark} \h", page.ToString(CultureInfo.InvariantCulture)))
            .Select(HiddenOnTheWeb));
        return link;
    }

    private static Run HiddenOnTheWeb(Run run)
    {
        run.RunProperties = new RunProperties(new WebHidden());
        return run;
    }
}

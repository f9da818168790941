using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word;

/// <summary>The table of contents: Word's own field with its entries already in place, so that no reader is asked to update it.</summary>
internal static class TableOfContents
{
    /// <summary>Headings 1 to 3 (\o), as links (\h), without page numbers on the web (\z), unnumbered headings included (\u).</summary>
    public const string Instruction = @"TOC \o ""1-3"" \h \z \u";

    /// <summary>The heading "Innehåll" and an entry for each heading; nothing when there are no headings.</summary>
    public static IReadOnlyList<Paragraph> Of(IReadOnlyDictionary<int, OutlineEntry> outline, PageEstimate pages)
    {
        var entries = outline.Where(entry => entry.Value.Level <= Outline.DeepestInContents).OrderBy(entry => entry.Key).ToList();
        if (entries.Count == 0)
        {
            return [];
        }

        var paragraphs = new List<Paragraph> { Paragraphs.Of(StyleIds.ContentsHeading, WordTexts.Contents) };
        for (var i = 0; i < entries.Count; i++)
        {
            var (part, entry) = entries[i];
            List<OpenXmlElement> content = [Link(entry, pages.PageOfHeading[part])];
            if (i == 0)
            {
                content.InsertRange(0, [Runs.FieldMark(FieldCharValues.Begin), Runs.FieldCode(Instruction), Runs.FieldMark(FieldCharValues.Separate)]);
            }

            if (i == entries.Count - 1)
            {
                content.Add(Runs.FieldMark(FieldCharValues.End));
            }

            paragraphs.Add(Paragraphs.Of(StyleIds.Contents(entry.Level), content));
        }

        return paragraphs;
    }

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

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word.Templates;

/// <summary>A template opened to have a draft written in it. What stands before the place for the draft is the front page; without such a place, all of it is.</summary>
internal static class TemplatePackage
{
    /// <summary>The tag of a content control, or the word of a paragraph, that says where the draft shall stand.</summary>
    private const string PlaceTag = "utkast";
    private const string PlaceText = "{{utkast}}";

    /// <summary>What can stand in a front page to be filled in.</summary>
    public static void FillIn(OpenXmlElement front, Finsam.Domain.Drafts.DraftDocument document)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["{{titel}}"] = XmlText.Line(document.Title),
            ["{{förbund}}"] = XmlText.Line(document.AssociationName),
            ["{{version}}"] = XmlText.Line(document.Subtitle),
        };
        foreach (var text in front.Descendants<Text>())
        {
            foreach (var (word, value) in words)
            {
                text.Text = text.Text.Replace(word, value, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    /// <summary>Opens a copy of the template as a document, without what binds it to another file.</summary>
    public static WordprocessingDocument Open(WordTemplate template, Stream stream)
    {
        stream.Write(template.Content);
        stream.Position = 0;
        var package = WordprocessingDocument.Open(stream, isEditable: true);
        package.ChangeDocumentType(WordprocessingDocumentType.Document);
        var main = package.MainDocumentPart!;
        if (main.DocumentSettingsPart is { } settings)
        {
            settings.Settings?.RemoveAllChildren<AttachedTemplate>();
            settings.Settings?.RemoveAllChildren<DocumentProtection>();
            settings.Settings?.RemoveAllChildren<UpdateFieldsOnOpen>();
            foreach (var link in settings.ExternalRelationships.Where(link => TemplateChecks.IsAttachedTemplate(link.RelationshipType)).ToList())
            {
                settings.DeleteExternalRelationship(link);
            }
        }

        // What belongs to another document than the draft: its notes, comments, and the record of a draft that was made a template.
        foreach (var part in main.Parts
            .Where(part => part.OpenXmlPart is FootnotesPart or EndnotesPart or CustomXmlPart or WordprocessingCommentsPart or GlossaryDocumentPart
                || part.RelationshipId.StartsWith("rIdChart", StringComparison.Ordinal))
            .Select(part => part.OpenXmlPart).ToList())
        {
            main.DeletePart(part);
        }

        main.DocumentSettingsPart?.Settings?.RemoveAllChildren<FootnoteDocumentWideProperties>();
        main.DocumentSettingsPart?.Settings?.RemoveAllChildren<EndnoteDocumentWideProperties>();
        if (package.CoreFilePropertiesPart is { } core)
        {
            package.DeletePart(core);
        }

        // A relationship that was given anew has a name of chance.
        const string relation = "rIdDocument";
        if (package.GetIdOfPart(main) != relation)
        {
            package.ChangeIdOfPart(main, relation);
        }

        // Who last printed the template, and who has commented it, is no part of the draft.
        if (package.ExtendedFilePropertiesPart is { } extended)
        {
            package.DeletePart(extended);
        }

        return package;
    }

    /// <summary>The front page, and the properties of the section that the draft shall have.</summary>
    public static (IReadOnlyList<OpenXmlElement> Front, SectionProperties? Section) Take(Body body)
    {
        var last = body.Elements<SectionProperties>().LastOrDefault();
        var elements = body.ChildElements.Where(element => element != last).ToList();
        var place = elements.FindIndex(IsPlace);
        var front = (place < 0 ? elements : elements.Take(place)).ToList();
        body.RemoveAllChildren();
        foreach (var element in front)
        {
            Clean(element);
        }

        while (front.Count > 0 && front[^1] is Paragraph { ParagraphProperties.SectionProperties: null } paragraph && !HasContent(paragraph))
        {
            front.RemoveAt(front.Count - 1); // Empty lines below the front page would be a page of their own.
        }

        return (front, last);
    }

    // What would have the same number as something in the draft, or point to what has been taken away.
    private static void Clean(OpenXmlElement element)
    {
        var gone = element.Descendants().Where(inner => inner is BookmarkStart or BookmarkEnd or SdtId or DataBinding or FootnoteReference or EndnoteReference
            or CommentReference or CommentRangeStart or CommentRangeEnd).ToList();
        gone.ForEach(inner => inner.Remove());
        var number = 10_000u;
        foreach (var drawing in element.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>())
        {
            drawing.Id = (drawing.Id?.Value ?? 0) % 10_000 + number;
            number += 10_000;
        }
    }

    private static bool IsPlace(OpenXmlElement element) => element switch
    {
        SdtElement control => string.Equals(control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value, PlaceTag, StringComparison.OrdinalIgnoreCase),
        Paragraph paragraph => string.Equals(paragraph.InnerText.Trim(), PlaceText, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool HasContent(Paragraph paragraph) =>
        !string.IsNullOrWhiteSpace(paragraph.InnerText) || paragraph.Descendants<Drawing>().Any() || paragraph.Descendants<Picture>().Any() || paragraph.Descendants<Break>().Any();
}

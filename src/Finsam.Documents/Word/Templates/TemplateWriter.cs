using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word.Charts;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word.Templates;

/// <summary>Writes a draft in the association's own template.</summary>
internal static class TemplateWriter
{
    public static byte[] Write(DraftDocument document, DraftIdentity identity, WordTemplate template)
    {
        var record = new DraftRecord(identity);
        using var stream = new MemoryStream();
        using (var package = TemplatePackage.Open(template, stream))
        {
            var main = package.MainDocumentPart!;
            var body = main.Document!.Body!;
            var (front, section) = TemplatePackage.Take(body);
            var page = Page(section);
            var sections = new Sections(page, section ?? new SectionProperties());
            var (numbering, notes, theirs) = (new Numbering(), new PageNotes(), new TemplateNumbering(main));
            var sheet = (main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("rIdStyles")).Styles ??= new DocumentFormat.OpenXml.Wordprocessing.Styles();
            var styles = new TemplateStyles(sheet, theirs.Before, page.TextWidth);

            var written = new DraftBody(
                document, numbering, new ContentControls(record, main), new ChartParts(main), notes, sections, hasOwnFrontPage: front.Count > 0);
            var (elements, pages) = written.Write();
            theirs.Apply(elements.SelectMany(element => element.Descendants<Paragraph>().Concat(element is Paragraph self ? [self] : [])), styles);
            theirs.Add(numbering, styles);
            styles.Apply(elements);
            foreach (var element in front)
            {
                TemplatePackage.FillIn(element, document);
            }

            body.Append(front);
            body.Append(elements);
            if (sections.HasOurFooter)
            {
                var footer = PageEdges.Footer(pages);
                styles.Apply([footer]);
                main.AddNewPart<FooterPart>(Sections.Footer).Footer = footer;
            }

            if (!notes.IsEmpty)
            {
                AddNotes(main, notes, styles);
            }

            SayItIsSwedish(sheet);
            WordWriter.AddRecord(main, record);
            PartXml.Feed(package.AddNewPart<CoreFilePropertiesPart>("rIdCore"), CoreProperties.Xml(document));
        }

        return DeterministicZip.Repack(stream);
    }

    private static PageFrame Page(SectionProperties? section)
    {
        var (size, margin, ours) = (section?.GetFirstChild<PageSize>(), section?.GetFirstChild<PageMargin>(), PageFrame.Standing);
        var (width, height) = ((int)(size?.Width?.Value ?? (uint)ours.Width), (int)(size?.Height?.Value ?? (uint)ours.Height));
        var page = new PageFrame(
            width,
            height,
            margin?.Top?.Value ?? ours.Top,
            (int)(margin?.Right?.Value ?? (uint)ours.Right),
            margin?.Bottom?.Value ?? ours.Bottom,
            (int)(margin?.Left?.Value ?? (uint)ours.Left),
            (int)(margin?.Header?.Value ?? (uint)ours.HeaderDistance),
            (int)(margin?.Footer?.Value ?? (uint)ours.FooterDistance));
        return page.IsLandscape ? page.Turned() : page;
    }

    private static void AddNotes(MainDocumentPart main, PageNotes notes, TemplateStyles styles)
    {
        var part = notes.ToPart();
        styles.Apply([part]);
        main.AddNewPart<FootnotesPart>("rIdFootnotes").Footnotes = part;
        var settings = (main.DocumentSettingsPart ?? main.AddNewPart<DocumentSettingsPart>("rIdSettings")).Settings ??= new DocumentFormat.OpenXml.Wordprocessing.Settings();
        settings.AddChild(
            new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }), throwOnError: false);
    }

    private static void SayItIsSwedish(DocumentFormat.OpenXml.Wordprocessing.Styles sheet)
    {
        var defaults = sheet.DocDefaults ??= new DocDefaults();
        var runs = (defaults.RunPropertiesDefault ??= new RunPropertiesDefault()).RunPropertiesBaseStyle ??= new RunPropertiesBaseStyle();
        (runs.Languages ??= new Languages()).Val = DraftIdentity.Language;
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Browser.Tests.Sites;

/// <summary>Word templates that a chef may come with, right and wrong.</summary>
public static class WordTemplateFiles
{
    /// <summary>What its header says.</summary>
    public const string HeaderText = "Vårt eget sidhuvud";

    /// <summary>The colour of its first heading.</summary>
    public const string HeadingColour = "7B2D8B";

    /// <summary>A template with a header and a heading of its own.</summary>
    public static byte[] Own() => Template(
        new Style(new StyleName { Val = "heading 1" }, new StyleRunProperties(new Color { Val = HeadingColour })) { Type = StyleValues.Paragraph, StyleId = "Rubrik1" });

    /// <summary>A document without any styles.</summary>
    public static byte[] WithoutStyles() => Package(WordprocessingDocumentType.Document, _ => { });

    /// <summary>A template with a program in it.</summary>
    public static byte[] WithMacros() => Package(WordprocessingDocumentType.MacroEnabledTemplate, main => main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1])));

    /// <summary>A template that came half.</summary>
    public static byte[] Broken() => Own()[..400];

    /// <summary>A file of some megabytes that begins as a template does.</summary>
    public static byte[] Large(int megabytes)
    {
        var file = new byte[megabytes * 1024 * 1024];
        Own().CopyTo(file, 0);
        return file;
    }

    private static byte[] Template(params Style[] styles) => Package(WordprocessingDocumentType.Template, main =>
    {
        main.AddNewPart<HeaderPart>("rIdHead").Header = new Header(new Paragraph(new Run(new Text(HeaderText))));
        main.Document!.Body!.GetFirstChild<SectionProperties>()!.PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHead" });
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            [new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true }, .. styles]);
    });

    private static byte[] Package(WordprocessingDocumentType type, Action<MainDocumentPart> fill)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, type))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new Document(new Body(
                new Paragraph(),
                new SectionProperties(
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 1418, Bottom = 1418, Left = 1418, Right = 1418, Header = 708, Footer = 708, Gutter = 0 })));
            fill(main);
        }

        return stream.ToArray();
    }
}

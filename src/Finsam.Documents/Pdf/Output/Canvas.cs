using Finsam.Documents.Pdf.Fonts;
using Finsam.Documents.Pdf.Layout;
using Finsam.Documents.Pdf.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Finsam.Documents.Pdf.Output;

/// <summary>Where blocks draw: pages of a PDF, with the structure that tells a screen reader what each thing is. What belongs to no element
/// (lines, boxes, header and footer) is marked as an artifact.</summary>
internal sealed class Canvas : IDisposable
{
    private const double LineWidth = 0.6;

    private readonly PdfDocument _document;
    private readonly UAManager _structure;
    private readonly Dictionary<(bool IsStrong, double Size), XFont> _fonts = [];
    private readonly Stack<PdfOutline> _bookmarks = [];
    private PdfPage? _page;
    private XGraphics? _graphics;
    private bool _isArtifact;

    public Canvas(PdfDocument document)
    {
        _document = document;
        _structure = UAManager.ForDocument(document);
        _structure.SetDocumentLanguage(DraftIdentity.Language);
    }

    /// <summary>Begins a new page. Elements that have begun go on there.</summary>
    public void AddPage()
    {
        Dispose();
        _page = _document.AddPage();
        _page.Width = XUnitPt.FromPoint(PageLayout.Width);
        _page.Height = XUnitPt.FromPoint(PageLayout.Height);
        _graphics = XGraphics.FromPdfPage(_page);
    }

    /// <summary>Ends the page.</summary>
    public void Dispose()
    {
        if (_graphics is not null)
        {
            _structure.StructureBuilder.EndMarkedContentsWithId();
            _graphics.Dispose();
            _graphics = null;
        }
    }

    /// <summary>Begins an element within the one that has begun.</summary>
    public void Begin(Tag tag)
    {
        // Also for tables and lists: PDFsharp's other kinds of element only differ in that text drawn right in them is not tagged.
        _structure.StructureBuilder.BeginBlockLevelElement(tag.Name);
        if (tag.Scope is not null)
        {
            _structure.StructureBuilder.CurrentStructureElement.TableAttributes.Elements.SetName("/Scope", "/" + tag.Scope);
        }
    }

    /// <summary>Ends the element that began last.</summary>
    public void End() => _structure.StructureBuilder.End();

    /// <summary>Begins what is for the eye only.</summary>
    public void BeginArtifact()
    {
        // A marked content and a text object must not overlap, and PDFsharp leaves it to us.
        _structure.BeginGraphicMode();
        _structure.StructureBuilder.BeginArtifact();
        _isArtifact = true;
    }

    /// <summary>Ends it.</summary>
    public void EndArtifact()
    {
        _structure.BeginGraphicMode();
        _structure.StructureBuilder.End();
        _isArtifact = false;
    }

    /// <summary>A line of text with its top left corner there.</summary>
    public void Text(string line, TextStyle style, double left, double top)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        if (!_isArtifact)
        {
            _structure.BeginTextMode();
        }

        _graphics!.DrawString(style.Face.Canonical(line), Font(style), Brush(style.Colour), left, top + style.Baseline);
    }

    /// <summary>The mark before an item of a list.</summary>
    public void Label(string mark, string? spoken, TextStyle style, double left, double top)
    {
        Begin(Tag.Label);
        if (spoken is not null)
        {
            _structure.StructureBuilder.SetAltText(spoken);
        }

        Text(mark, style, left, top);
        End();
    }

    /// <summary>A horizontal line.</summary>
    public void Rule(double left, double right, double y, Colour colour = Colour.Line) =>
        Draw(graphics => graphics.DrawLine(new XPen(Of(colour), LineWidth), left, y, right, y));

    /// <summary>A tinted area.</summary>
    public void Tint(double left, double top, double width, double height) =>
        Draw(graphics => graphics.DrawRectangle(Brush(Colour.Tint), left, top, width, height));

    /// <summary>An empty frame.</summary>
    public void Frame(double left, double top, double width, double height) =>
        Draw(graphics => graphics.DrawRectangle(new XPen(Of(Colour.Frame), LineWidth), left, top, width, height));

    /// <summary>Adds a bookmark to a place on this page.</summary>
    public void Add(Bookmark bookmark, double top)
    {
        while (_bookmarks.Count >= bookmark.Level)
        {
            _bookmarks.Pop();
        }

        var siblings = _bookmarks.TryPeek(out var parent) ? parent.Outlines : _document.Outlines;
        var added = siblings.Add(bookmark.Title, _page!, opened: true);
        added.PageDestinationType = PdfPageDestinationType.Xyz;
        added.Top = PageLayout.Height - Math.Max(0, top - 10);
        foreach (var above in _bookmarks)
        {
            // All are open, so each counts all that are below it. PDFsharp leaves it out, and readers then show none of them.
            above.Elements.SetInteger("/Count", above.Elements.GetInteger("/Count") + 1);
        }

        _bookmarks.Push(added);
    }

    private void Draw(Action<XGraphics> draw)
    {
        var isInside = _isArtifact;
        if (!isInside)
        {
            BeginArtifact();
        }

        draw(_graphics!);
        if (!isInside)
        {
            EndArtifact();
        }
    }

    private XFont Font(TextStyle style)
    {
        var key = (style.Face.IsStrong, style.Size);
        if (!_fonts.TryGetValue(key, out var font))
        {
            var face = style.Face.IsStrong ? XFontStyleEx.Bold : XFontStyleEx.Regular;
            _fonts[key] = font = new XFont(FontFace.Family, style.Size, face, XPdfFontOptions.UnicodeDefault);
        }

        return font;
    }

    private static XSolidBrush Brush(Colour colour) => new(Of(colour));

    private static XColor Of(Colour colour) => XColor.FromArgb((int)colour >> 16, ((int)colour >> 8) & 0xFF, (int)colour & 0xFF);
}

using System.Collections.Immutable;
using System.Globalization;
using Finsam.Documents.Pdf.Layout;
using Finsam.Documents.Pdf.Text;

namespace Finsam.Documents.Pdf.Output;

/// <summary>Header and footer, which a screen reader passes over.</summary>
internal sealed class PageEdges
{
    private const double Gap = 24;
    private const int MostLines = 3;

    private readonly string _association;
    private readonly string _title;
    private readonly ImmutableArray<string> _footer;

    public PageEdges(PdfDocumentContent content)
    {
        var style = TextStyle.Edge;
        _association = LineBreaker.Shortened(PrintableText.Line(content.AssociationName), style.InStrong(), PageLayout.TextWidth);
        var room = PageLayout.TextWidth - style.InStrong().Width(_association) - Gap;
        _title = LineBreaker.Shortened(PrintableText.Line(content.Title), style, Math.Max(room, 0));

        var footerWidth = PageLayout.TextWidth - style.Width(PageOf(9999, 9999)) - Gap;
        var lines = LineBreaker.Break(PrintableText.Lines(content.FooterText), style, footerWidth);
        _footer = lines.Length <= MostLines
            ? lines
            : [.. lines[..(MostLines - 1)], LineBreaker.Shortened(lines[MostLines - 1].TrimEnd(' ') + " " + lines[MostLines], style, footerWidth)];
    }

    /// <summary>Where the text ends: higher when the footer has several lines.</summary>
    public double Bottom => PageLayout.Bottom - Lift;

    private double Lift => (_footer.Length - 1) * TextStyle.Edge.LineHeight;

    /// <summary>Draws header and footer of a page.</summary>
    public void Draw(Canvas canvas, int page, int pages)
    {
        var style = TextStyle.Edge;
        canvas.BeginArtifact();
        canvas.Text(_association, style.InStrong(), PageLayout.Left, PageLayout.HeaderTop);

        // The first page has the title in large letters already. An ellipsis alone says nothing.
        if (page > 1 && _title.Length > 1)
        {
            canvas.Text(_title, style, PageLayout.Right - style.Width(_title), PageLayout.HeaderTop);
        }

        canvas.Rule(PageLayout.Left, PageLayout.Right, PageLayout.HeaderTop + style.LineHeight + 3);

        var line = PageLayout.FooterLine - Lift;
        canvas.Rule(PageLayout.Left, PageLayout.Right, line);
        for (var i = 0; i < _footer.Length; i++)
        {
            canvas.Text(_footer[i], style, PageLayout.Left, line + 4 + (i * style.LineHeight));
        }

        var number = PageOf(page, pages);
        canvas.Text(number, style, PageLayout.Right - style.Width(number), line + 4);
        canvas.EndArtifact();
    }

    private static string PageOf(int page, int pages) => string.Format(CultureInfo.InvariantCulture, PdfTexts.PageOf, page, pages);
}

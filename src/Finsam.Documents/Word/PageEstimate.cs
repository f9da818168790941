using System.Collections.Immutable;
using Finsam.Documents.Word.Charts;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>The pages a draft will fill, so that the contents have page numbers before Word has opened the file. Word corrects them when it prints or
/// when the contents are updated; until then the estimate may be a page off in a long document.</summary>
internal sealed class PageEstimate
{
    private const double BodySize = 11;
    private const double BodyLineHeight = 15.2;
    private const double ParagraphSpacing = 7;
    private const double ListSpacing = 3;
    private const double NoticeSpacing = 31;
    private const double PointsPerCentimetre = 72 / 2.54;

    private readonly DraftDocument _document;
    private readonly IReadOnlyDictionary<int, OutlineEntry> _outline;
    private readonly Dictionary<int, int> _pageOfHeading = [];
    private int _page = 1;
    private readonly ImmutableArray<bool> _landscape;
    private PageFrame _frame = PageFrame.Standing;
    private double _used;

    private PageEstimate(DraftDocument document, IReadOnlyDictionary<int, OutlineEntry> outline)
    {
        _document = document;
        _outline = outline;
        _landscape = Orientations.AreLandscape(document);
    }

    /// <summary>The page of each heading, by the heading's place among the draft's parts.</summary>
    public IReadOnlyDictionary<int, int> PageOfHeading => _pageOfHeading;

    /// <summary>The pages in all.</summary>
    public int Total => _page;

    /// <summary>Lays the draft out roughly.</summary>
    public static PageEstimate Of(DraftDocument document, IReadOnlyDictionary<int, OutlineEntry> outline)
    {
        var estimate = new PageEstimate(document, outline);
        estimate.LayOutContents();
        for (var part = 0; part < document.Parts.Length; part++)
        {
            estimate.LayOut(part);
        }

        return estimate;
    }

    private void LayOutContents()
    {
        var entries = _outline.Values.Where(entry => entry.Level <= Outline.DeepestInContents).ToList();
        if (entries.Count > 0)
        {
            NewPage();
            Flow(37 + entries.Sum(entry => entry.Level == 1 ? 24.1 : 16.1));
        }

        NewPage();
    }

    private void LayOut(int part)
    {
        if (_landscape[part] != _frame.IsLandscape)
        {
            _frame = _landscape[part] ? PageFrame.Lying : PageFrame.Standing;
            if (_used > 0)
            {
                NewPage();
            }
        }

        switch (_document.Parts[part])
        {
            case DraftPart.Heading when _outline.TryGetValue(part, out var entry):
                Place(HeadingHeight(entry), FirstPieceAfter(part), SpaceAbove(entry));
                _pageOfHeading[part] = _page;
                break;
            case DraftPart.Heading:
                break;
            case DraftPart.Paragraph { Kind: ParagraphKind.Notice } notice:
                Place(ParagraphHeight(notice), 0);
                break;
            case DraftPart.Paragraph paragraph:
                Flow(ParagraphHeight(paragraph));
                break;
            case DraftPart.List list:
                Flow(list.Items.Sum(ItemHeight) + ParagraphSpacing - ListSpacing);
                break;
            case DraftPart.Table table:
                LayOut(table);
                break;
            case DraftPart.Chart chart:
                Place(ChartHeight(chart), 0);
                Flow(ChartParts.Notes(chart).Sum(TextMeasure.NoteHeight));
                break;
            case DraftPart.PageBreak:
                NewPage();
                break;
            default:
                break;
        }
    }

    private void LayOut(DraftPart.Table table)
    {
        if (TextMeasure.IsKeptTogether(table))
        {
            Place(TextMeasure.TableHeight(table), 0);
            return;
        }

        var rows = TextMeasure.RowHeights(table).ToList();
        var head = table.ShowHeader ? rows[0] : 0;
        Place(TextMeasure.CaptionHeight, rows.Take(2).Sum());
        foreach (var row in rows)
        {
            if (Place(row, 0) && table.ShowHeader)
            {
                Flow(head);
            }
        }

        Flow(table.Notes.Sum(TextMeasure.NoteHeight));
    }

    // What must stand on the same page as the heading above it.
    private double FirstPieceAfter(int part)
    {
        var height = 0.0;
        for (var next = part + 1; next < _document.Parts.Length && height < _frame.TextHeightInPoints; next++)
        {
            switch (_document.Parts[next])
            {
                case DraftPart.Heading when _outline.TryGetValue(next, out var entry):
                    height += HeadingHeight(entry);
                    break;
                case DraftPart.Table table when TextMeasure.IsKeptTogether(table):
                    return height + TextMeasure.TableHeight(table);
                case DraftPart.Table table:
                    return height + TextMeasure.CaptionHeight + TextMeasure.RowHeights(table).Take(2).Sum();
                case DraftPart.Chart chart:
                    return height + ChartHeight(chart);
                case DraftPart.Paragraph paragraph:
                    return height + Math.Min(ParagraphHeight(paragraph), 2 * BodyLineHeight);
                default:
                    return height + BodyLineHeight;
            }
        }

        return height;
    }

    private static double ChartHeight(DraftPart.Chart chart) => TextMeasure.CaptionHeight + (ChartParts.Height(chart) * PointsPerCentimetre) + ParagraphSpacing;

    private static double HeadingHeight(OutlineEntry entry)
    {
        var (size, spaceBelow) = entry.Level switch { 1 => (20.0, 9.0), 2 => (15.0, 6.0), 3 => (12.5, 4.0), _ => (11.0, 3.0) };
        return SpaceAbove(entry) + (TextMeasure.Lines(entry.Text, PageLayout.TextWidthInPoints - 30, size) * size * 1.22) + spaceBelow;
    }

    private static double SpaceAbove(OutlineEntry entry) => entry.Level switch { 1 => 24, 2 => 19, 3 => 15, _ => 12 };

    private static double ParagraphHeight(DraftPart.Paragraph paragraph)
    {
        var text = TextOf(paragraph.Inlines);
        return paragraph.Kind switch
        {
            ParagraphKind.Note => TextMeasure.NoteHeight(text),
            ParagraphKind.Notice => (BodyLines(text, 22) * BodyLineHeight) + NoticeSpacing,
            _ => (BodyLines(text, 0) * BodyLineHeight) + ParagraphSpacing,
        };
    }

    private static double ItemHeight(ImmutableArray<Inline> item) => (BodyLines(TextOf(item), 20) * BodyLineHeight) + ListSpacing;

    private static string TextOf(ImmutableArray<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Inline.Text words => words.Value,
        Inline.Figure figure => figure.Display,
        _ => "",
    }));

    private static int BodyLines(string text, double indent) => TextMeasure.Lines(text, PageLayout.TextWidthInPoints - indent, BodySize);

    /// <summary>Something that stays whole, and on the page of what follows. True when it had to begin a page.</summary>
    private bool Place(double height, double following, double spaceAbove = 0)
    {
        var moved = _used > 0 && _used + Math.Min(height + following, _frame.TextHeightInPoints) > _frame.TextHeightInPoints;
        if (moved)
        {
            NewPage();
        }

        Flow(_used > 0 ? height : height - spaceAbove); // There is no space above at the top of a page.
        return moved;
    }

    private void Flow(double height)
    {
        _used += height;
        while (_used > _frame.TextHeightInPoints)
        {
            _page++;
            _used -= _frame.TextHeightInPoints;
        }
    }

    private void NewPage()
    {
        _page++;
        _used = 0;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Documents.Word.Charts;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>The draft's content in reading order: front page, contents, parts.</summary>
internal sealed class DraftBody(
    DraftDocument document, Numbering numbering, ContentControls controls, ChartParts charts, PageNotes notes, Sections sections, bool hasOwnFrontPage = false)
{
    private readonly Tables _tables = new(numbering);
    private readonly IReadOnlyDictionary<int, OutlineEntry> _outline = Outline.Of(document);
    private readonly List<OpenXmlElement> _elements = [];
    private readonly ImmutableArray<bool> _landscape = Orientations.AreLandscape(document);
    private bool _isLandscape;
    private bool _newPage;
    private bool _belowTable;

    /// <summary>The elements of the body, with the last section's properties, and the pages they are thought to fill.</summary>
    public (IReadOnlyList<OpenXmlElement> Elements, int Pages) Write()
    {
        var pages = PageEstimate.Of(document, _outline);
        if (!hasOwnFrontPage)
        {
            WriteFrontPage();
        }

        var contents = TableOfContents.Of(_outline, pages);
        if (contents.Count > 0)
        {
            contents[0].OnNewPage();
            _elements.Add(controls.AroundContents(contents));
        }

        _newPage = hasOwnFrontPage || _elements.Count > 0;
        for (var part = 0; part < document.Parts.Length; part++)
        {
            if (_landscape[part] != _isLandscape)
            {
                EndSection();
                _isLandscape = _landscape[part];
            }

            Write(part);
        }

        if (_belowTable)
        {
            _elements.Add(Paragraphs.Of(StyleIds.TableNote, [])); // Word wants a paragraph after the last table.
        }

        _elements.Add(sections.End(_isLandscape));
        return (_elements, pages.Total);
    }

    // A section ends with the properties of a paragraph: the last one, or one that takes no room.
    private void EndSection()
    {
        if (_elements.Count == 0 || _elements[^1] is not Paragraph last || last.ParagraphProperties?.SectionProperties is not null)
        {
            last = Paragraphs.Of(StyleIds.SectionEnd, []);
            _elements.Add(last);
        }

        last.EndingSection(sections.End(_isLandscape));
        (_newPage, _belowTable) = (false, false);
    }

    private void WriteFrontPage()
    {
        AddUnlessBlank(StyleIds.FrontAssociation, document.AssociationName);
        AddUnlessBlank(StyleIds.Title, document.Title);
        AddUnlessBlank(StyleIds.Subtitle, document.Subtitle);
    }

    private void AddUnlessBlank(string style, string text)
    {
        var line = XmlText.Line(text);
        if (line.Length > 0)
        {
            _elements.Add(Paragraphs.Of(style, line));
        }
    }

    private void Write(int part)
    {
        switch (document.Parts[part])
        {
            case DraftPart.Heading heading when _outline.TryGetValue(part, out var entry):
                Add(Heading(heading, entry), hasSpaceAbove: true);
                break;
            case DraftPart.Heading:
                break;
            case DraftPart.Paragraph paragraph:
                Write(paragraph, introducesList: part + 1 < document.Parts.Length && document.Parts[part + 1] is DraftPart.List);
                break;
            case DraftPart.List list:
                Write(list);
                break;
            case DraftPart.Table table:
                Write(table, isNamedAbove: IsNamedAbove(part, table));
                break;
            case DraftPart.Chart chart:
                Write(chart);
                break;
            case DraftPart.PageBreak:
                _newPage = true;
                break;
            case var unknown:
                throw new ArgumentException($"The writer does not know the part {unknown.GetType().Name}.");
        }
    }

    private static Paragraph Heading(DraftPart.Heading heading, OutlineEntry entry)
    {
        var id = int.Parse(entry.Bookmark.AsSpan("_Toc".Length), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return Paragraphs.Of(
            StyleIds.Heading(heading.Level, heading.Numbered),
            [
                new BookmarkStart { Id = id, Name = entry.Bookmark },
                Runs.Of(entry.Text),
                new BookmarkEnd { Id = id },
            ]);
    }

    private void Write(DraftPart.Paragraph paragraph, bool introducesList)
    {
        var content = Inlines(paragraph.Inlines);
        if (!HasText(content))
        {
            return; // An empty paragraph is read aloud as "blank" and says nothing.
        }

        var style = paragraph.Kind switch
        {
            ParagraphKind.Notice => StyleIds.Notice,
            ParagraphKind.Note => StyleIds.TableNote,
            _ => StyleIds.Normal,
        };
        var written = Paragraphs.Of(style, content);
        Add(introducesList ? written.KeptWithNext() : written, hasSpaceAbove: style == StyleIds.TableNote);
    }

    private IReadOnlyList<OpenXmlElement> Inlines(ImmutableArray<Inline> inlines) =>
        [.. inlines.Where(inline => inline is not Inline.Footnote note || !string.IsNullOrWhiteSpace(XmlText.Lines(note.Value))).Select(Inline)];

    private static bool HasText(IReadOnlyList<OpenXmlElement> content) =>
        content.Any(element => element.Descendants<FootnoteReference>().Any() || !string.IsNullOrWhiteSpace(ControlText.Of(element)));

    private OpenXmlElement Inline(Inline inline) => inline switch
    {
        Inline.Text text => Runs.Of(text.Value, text.Bold ? StyleIds.Strong : null),
        Inline.Figure figure => controls.AroundFigure(figure),
        Inline.Footnote note => notes.Mark(note.Value),
        _ => throw new ArgumentException($"The writer does not know the run {inline.GetType().Name}."),
    };

    private void Write(DraftPart.List list)
    {
        var items = list.Items.Select(Inlines).Where(HasText).ToList();
        if (items.Count == 0)
        {
            return;
        }

        var paragraphs = list.Numbered
            ? NumberedItems(items, numbering.NewList())
            : items.Select(item => Paragraphs.Of(StyleIds.ListBullet, item)).ToList();
        paragraphs[^1].EndingList();
        paragraphs.ForEach(paragraph => Add(paragraph, hasSpaceAbove: false));
    }

    private static List<Paragraph> NumberedItems(IEnumerable<IReadOnlyList<OpenXmlElement>> items, int list) =>
        [.. items.Select(item => Paragraphs.Of(StyleIds.ListNumber, item).InList(list))];

    // A sheet that begins right under its own name would say it three times.
    private bool IsNamedAbove(int part, DraftPart.Table table) =>
        !table.ShowHeader && part > 0 && document.Parts[part - 1] is DraftPart.Heading heading && heading.Text == table.Caption;

    private void Write(DraftPart.Table table, bool isNamedAbove)
    {
        var content = _tables.WithNotes(table, sections.Frame(_isLandscape).TextWidth).ToList();
        if (!isNamedAbove)
        {
            Add(_tables.Caption(table), hasSpaceAbove: true);
        }

        _elements.Add(controls.AroundTable(table, content));
        _belowTable = content[^1] is Table;
    }

    private void Write(DraftPart.Chart chart)
    {
        _ = ChartData.Of(chart); // Says what is wrong with it, if something is.
        if (chart.Categories.IsEmpty)
        {
            Add(charts.Caption(chart), hasSpaceAbove: true);
            _elements.Add(Paragraphs.Of(StyleIds.TableNote, WordTexts.ChartWithoutFigures));
            return;
        }

        Add(charts.Caption(chart), hasSpaceAbove: true);
        _elements.Add(controls.AroundChart(chart, charts.WithNotes(chart, sections.Frame(_isLandscape))));
    }

    private void Add(Paragraph paragraph, bool hasSpaceAbove)
    {
        if (_newPage)
        {
            paragraph.OnNewPage();
        }
        else if (_belowTable && !hasSpaceAbove)
        {
            paragraph.BelowTable();
        }

        _newPage = false;
        _belowTable = false;
        _elements.Add(paragraph);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>The draft's content in reading order: front page, contents, parts.</summary>
internal sealed class DraftBody(DraftDocument document, Numbering numbering, ContentControls controls)
{
    private readonly Tables _tables = new(numbering);
    private readonly IReadOnlyDictionary<int, OutlineEntry> _outline = Outline.Of(document);
    private readonly List<OpenXmlElement> _elements = [];
    private bool _newPage;
    private bool _belowTable;

    /// <summary>The elements of the body, without the section's properties, and the pages they are thought to fill.</summary>
    public (IReadOnlyList<OpenXmlElement> Elements, int Pages) Write()
    {
        var pages = PageEstimate.Of(document, _outline);
        WriteFrontPage();
        var contents = TableOfContents.Of(_outline, pages);
        if (contents.Count > 0)
        {
            _elements.Add(controls.AroundContents(contents));
        }

        _newPage = _elements.Count > 0;
        for (var part = 0; part < document.Parts.Length; part++)
        {
            Write(part);
        }

        if (_belowTable)
        {
            _elements.Add(Paragraphs.Of(StyleIds.TableNote, [])); // Word wants a paragraph after the last table.
        }

        return (_elements, pages.Total);
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
                Write(table);
                break;
            case DraftPart.Chart chart:
                Write(ChartData.Of(chart));
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

    private IReadOnlyList<OpenXmlElement> Inlines(ImmutableArray<Inline> inlines) => [.. inlines.Select(Inline)];

    private static bool HasText(IReadOnlyList<OpenXmlElement> content) => !content.All(element => string.IsNullOrWhiteSpace(ControlText.Of(element)));

    private OpenXmlElement Inline(Inline inline) => inline switch
    {
        Inline.Text text => Runs.Of(text.Value, text.Bold ? StyleIds.Strong : null),
        Inline.Figure figure => controls.AroundFigure(figure),
        Inline.Footnote note => Runs.Of($" ({note.Value})"),
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

    private void Write(DraftPart.Table table)
    {
        var content = _tables.WithNotes(table).ToList();
        Add(_tables.Caption(table), hasSpaceAbove: true);
        _elements.Add(controls.AroundTable(table, content));
        _belowTable = content[^1] is Table;
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

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word;

/// <summary>The notes at the foot of the pages. Word numbers them.</summary>
internal sealed class PageNotes
{
    // Word's own two: the line above the notes, and above those that go on from the page before.
    private const int Separator = -1;
    private const int Continuation = 0;

    private readonly List<string> _notes = [];

    public bool IsEmpty => _notes.Count == 0;

    /// <summary>Adds a note and gives its mark.</summary>
    public Run Mark(string text)
    {
        _notes.Add(text);
        return new Run(new RunProperties(new RunStyle { Val = StyleIds.FootnoteReference }), new FootnoteReference { Id = _notes.Count });
    }

    /// <summary>The part with the notes.</summary>
    public Footnotes ToPart() => new(
    [
        Line(Separator, FootnoteEndnoteValues.Separator, new SeparatorMark()),
        Line(Continuation, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark()),
        .. _notes.Select((note, i) => Note(i + 1, note)),
    ]);

    private static Footnote Line(int id, FootnoteEndnoteValues type, OpenXmlElement mark) =>
        new(Paragraphs.Of(StyleIds.FootnoteText, [new Run(mark)])) { Id = id, Type = type };

    private static Footnote Note(int id, string text) => new(Paragraphs.Of(
        StyleIds.FootnoteText,
        [
            new Run(new RunProperties(new RunStyle { Val = StyleIds.FootnoteReference }), new FootnoteReferenceMark()),
            Runs.Of(string.Create(CultureInfo.InvariantCulture, $" {XmlText.Lines(text).Trim()}")),
        ]))
    { Id = id };
}

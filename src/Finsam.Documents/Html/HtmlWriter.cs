using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Finsam.Documents.Word;
using Finsam.Documents.Word.Charts;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Html;

/// <summary>Writes a draft as a piece of a web page, to be looked through before a file is fetched: headings from level 2, since the page has its own
/// first; tables with captions and heads; charts as drawings with their figures as tables. No script and no inline style.</summary>
public static class HtmlWriter
{
    private const int DeepestHeading = 6;

    /// <summary>The piece of HTML. Every text in it is escaped.</summary>
    public static string Write(DraftDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var writing = new Writing(document);
        return string.Join('\n', writing.Parts().Select(element => element.ToString(SaveOptions.DisableFormatting)));
    }

    private sealed class Writing(DraftDocument document)
    {
        private readonly IReadOnlyDictionary<int, OutlineEntry> _outline = Outline.Of(document);
        private readonly List<string> _notes = [];
        private int _tables;
        private int _charts;

        public IEnumerable<XElement> Parts()
        {
            for (var i = 0; i < document.Parts.Length; i++)
            {
                foreach (var element in Part(i))
                {
                    yield return element;
                }
            }

            if (_notes.Count > 0)
            {
                yield return Notes();
            }
        }

        private IEnumerable<XElement> Part(int i) => document.Parts[i] switch
        {
            DraftPart.Heading heading when _outline.TryGetValue(i, out var entry) =>
                [new XElement($"h{Text(Math.Min(heading.Level + 1, DeepestHeading))}", entry.Number is null ? entry.Text : $"{entry.Number} {entry.Text}")],
            DraftPart.Paragraph paragraph when HasText(paragraph.Inlines) => [new XElement("p", Kind(paragraph.Kind), Inlines(paragraph.Inlines))],
            DraftPart.List list when list.Items.Any(HasText) => [new XElement(list.Numbered ? "ol" : "ul", list.Items.Where(HasText).Select(item => new XElement("li", Inlines(item))))],
            DraftPart.Table table => Table(table),
            DraftPart.Chart chart => Chart(chart),
            _ => [],
        };

        private static XAttribute? Kind(ParagraphKind kind) => kind switch
        {
            ParagraphKind.Notice => new XAttribute("class", "draft-notice"),
            ParagraphKind.Note => new XAttribute("class", "help"),
            _ => null,
        };

        // Nothing to read is nothing to show, and an element without content would be left open.
        private static bool HasText(ImmutableArray<Inline> inlines) => inlines.Any(inline => XmlText.Line(inline switch
        {
            Inline.Text text => text.Value,
            Inline.Figure figure => figure.Display,
            Inline.Footnote note => note.Value,
            _ => "",
        }).Length > 0);

        private IEnumerable<object> Inlines(ImmutableArray<Inline> inlines) => inlines.SelectMany(inline => inline switch
        {
            Inline.Text text when text.Bold => [new XElement("strong", Lines(text.Value))],
            Inline.Text text => Lines(text.Value),
            Inline.Figure figure => [new XElement("data", figure.Value is { } value ? new XAttribute("value", ChartXml.Number(value)) : null, XmlText.Line(figure.Display))],
            Inline.Footnote note when XmlText.Line(note.Value).Length > 0 => [Mark(note.Value)],
            _ => Array.Empty<object>(),
        });

        private XElement Mark(string note)
        {
            _notes.Add(note);
            var number = Text(_notes.Count);
            return new XElement(
                "sup",
                new XElement(
                    "a",
                    new XAttribute("href", "#fotnot-" + number),
                    new XAttribute("id", "fotnot-i-text-" + number),
                    new XAttribute("aria-label", string.Format(CultureInfo.InvariantCulture, HtmlTexts.Footnote, number)),
                    number));
        }

        private XElement Notes() => new(
            "section",
            new XElement("h2", HtmlTexts.Footnotes),
            new XElement(
                "ol",
                _notes.Select((note, i) => new XElement(
                    "li",
                    new XAttribute("id", "fotnot-" + Text(i + 1)),
                    Lines(note),
                    " ",
                    new XElement(
                        "a",
                        new XAttribute("href", "#fotnot-i-text-" + Text(i + 1)),
                        new XAttribute("aria-label", string.Format(CultureInfo.InvariantCulture, HtmlTexts.BackToText, i + 1)),
                        "↑")))));

        private IEnumerable<XElement> Table(DraftPart.Table table)
        {
            var caption = string.Format(CultureInfo.InvariantCulture, HtmlTexts.Table, ++_tables, XmlText.Line(table.Caption));
            return [Scroll(caption, HtmlTable.Of(table, caption)), .. NoteLines(table.Notes)];
        }

        private IEnumerable<XElement> Chart(DraftPart.Chart chart)
        {
            var number = ++_charts;
            var caption = string.Format(CultureInfo.InvariantCulture, HtmlTexts.Chart, number, XmlText.Line(chart.Caption));
            var data = ChartData.Of(chart);
            return
            [
                new XElement(
                    "figure",
                    new XAttribute("class", "draft-chart"),
                    new XElement("figcaption", caption),
                    chart.Categories.IsEmpty ? new XElement("p", HtmlTexts.NoFigures) : SvgChart.Draw(chart, number),
                    new XElement("details", new XElement("summary", HtmlTexts.ChartFigures), Scroll(caption, HtmlTable.Of(data, caption)))),
                .. NoteLines(ChartParts.Notes(chart)),
            ];
        }

        // What is scrolled sideways must be reached with the keyboard too.
        private static XElement Scroll(string name, XElement content) => new(
            "div", new XAttribute("class", "scroll"), new XAttribute("role", "region"), new XAttribute("aria-label", name), new XAttribute("tabindex", "0"), content);

        private static IEnumerable<XElement> NoteLines(IEnumerable<string> notes) =>
            notes.Where(note => XmlText.Line(note).Length > 0).Select(note => new XElement("p", new XAttribute("class", "help"), Lines(note)));
    }

    /// <summary>Text of several lines.</summary>
    internal static IEnumerable<object> Lines(string text)
    {
        var lines = XmlText.Lines(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                yield return new XElement("br");
            }

            yield return new XText(lines[i]);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

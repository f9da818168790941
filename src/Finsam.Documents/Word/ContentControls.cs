using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word;

/// <summary>The content controls around what is generated, so that a later version finds it again in the chef's document.
/// <list type="bullet">
/// <item>A table and its notes have the tag "t:" + the table's id. An id that does not fit is cut and ends with "~" and a hash. The caption is the
/// paragraph before the control, not in it: LibreOffice 7.4 prints the code of a field that stands first in a control.</item>
/// <item>A chart and its notes have the tag "c:" + the chart's id, in the same way.</item>
/// <item>A figure in running text has the tag "f:" + the first 16 hexadecimal digits of the SHA-256 of its source addresses + "-" + its place
/// among the figures with the same sources. So it keeps its tag when text or other figures are put before it.</item>
/// </list>
/// Word allows 64 characters in a tag; the draft's id therefore stands in <see cref="DraftRecord"/> only.</summary>
internal sealed class ContentControls(DraftRecord record, MainDocumentPart main)
{
    private const int LongestTag = 64;

    private readonly Dictionary<string, int> _figuresBySource = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The control around the table of contents by which Word offers to update it.</summary>
    public SdtBlock AroundContents(IEnumerable<OpenXmlElement> content) => new(
        new SdtProperties(
            new SdtId { Val = ++_count },
            new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
        new SdtContentBlock(content));

    /// <summary>A control around a table and its notes.</summary>
    public SdtBlock AroundTable(DraftPart.Table table, IEnumerable<OpenXmlElement> content)
    {
        var sources = FigureSource.Sum(table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Source));
        return Around("table", TableTag(table.Id), table.Id, table.Caption, content, sources);
    }

    /// <summary>A control around a chart and its notes.</summary>
    public SdtBlock AroundChart(DraftPart.Chart chart, IEnumerable<OpenXmlElement> content) =>
        Around("chart", Tag("c:", chart.Id), chart.Id, chart.Caption, content, ChartData.Sources(chart));

    /// <summary>A control around a figure in running text.</summary>
    public SdtRun AroundFigure(Inline.Figure figure)
    {
        var tag = FigureTag(figure.Source);
        var properties = Properties(tag, WordTexts.FigureTitle);
        properties.AppendChild(new SdtContentText());
        var control = new SdtRun(properties, new SdtContentRun(Runs.Of(XmlText.Line(figure.Display))));
        record.Add("figure", tag, ControlText.Sha256(control), figure.Source.Addresses);
        return control;
    }

    /// <summary>The tag of the table with this id.</summary>
    public static string TableTag(string id) => Tag("t:", id);

    private SdtBlock Around(string kind, string tag, string id, string caption, IEnumerable<OpenXmlElement> content, FigureSource sources)
    {
        if (!_tags.Add(tag))
        {
            throw new ArgumentException($"Two parts of the kind {kind} have the id '{id}': one could not be found again.", nameof(id));
        }

        var control = new SdtBlock(Properties(tag, caption), new SdtContentBlock(content));
        record.Add(kind, tag, ControlText.Sha256(control, main), sources.Addresses);
        return control;
    }

    private static string Tag(string prefix, string id)
    {
        var tag = prefix + XmlText.Line(id);
        return tag.Length <= LongestTag && tag == prefix + id
            ? tag
            : $"{XmlText.Shortened(tag, LongestTag - 17)}~{Hash(id)}";
    }

    private string FigureTag(FigureSource source)
    {
        var hash = Hash(string.Join('\n', source.Addresses));
        var place = _figuresBySource.GetValueOrDefault(hash) + 1;
        _figuresBySource[hash] = place;
        return string.Create(CultureInfo.InvariantCulture, $"f:{hash}-{place}");
    }

    private SdtProperties Properties(string tag, string title) => new(
        new SdtAlias { Val = XmlText.Shortened(title, LongestTag) },
        new Tag { Val = tag },
        new SdtId { Val = ++_count });

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}

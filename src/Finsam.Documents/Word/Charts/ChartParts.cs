using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Finsam.Domain.Drafts;

namespace Finsam.Documents.Word.Charts;

/// <summary>Charts that can be edited in Word: a chart part and its workbook each, drawn in the line of text.</summary>
internal sealed class ChartParts(MainDocumentPart main)
{
    private const int EmusPerCentimetre = 360_000;
    private const double LowestHeight = 7.5;
    private const double HighestHeight = 20;
    private const int LongestLabel = 120;
    private const int LongestDescription = 2_000;

    private int _count;

    /// <summary>"Figur 2. Deltagare efter kön", above the chart and kept with it.</summary>
    public Paragraph Caption(DraftPart.Chart chart)
    {
        var number = (++_count).ToString(CultureInfo.InvariantCulture);
        return Paragraphs.Of(
            StyleIds.Caption,
            [
                Runs.Of(WordTexts.Chart + " "),
                .. Runs.Field($@"SEQ {WordTexts.Chart} \* ARABIC", number),
                Runs.Of(". " + XmlText.Line(chart.Caption)),
            ]);
    }

    /// <summary>The chart and its notes.</summary>
    public IEnumerable<OpenXmlElement> WithNotes(DraftPart.Chart chart, PageFrame page)
    {
        var notes = Notes(chart);
        var drawing = Paragraphs.Of(StyleIds.Normal, [new Run(new Drawing(Inline(chart, page)))]);
        return [notes.IsEmpty ? drawing : drawing.KeptWithNext(), .. notes.Select(note => Paragraphs.Of(StyleIds.TableNote, note))];
    }

    /// <summary>The chart's height in centimetres. Each bar has a line of its own.</summary>
    public static double Height(DraftPart.Chart chart) => chart.Kind switch
    {
        ChartKind.Bars => Math.Clamp(2.5 + (chart.Categories.Length * (0.35 + (0.5 * chart.Series.Length))), LowestHeight, HighestHeight),
        ChartKind.StackedBars => Math.Clamp(2.5 + (chart.Categories.Length * 0.85), LowestHeight, HighestHeight),
        _ => LowestHeight + 0.5,
    };

    /// <summary>The lines below the chart. What is missing is said, since a gap is easily taken for a zero.</summary>
    public static ImmutableArray<string> Notes(DraftPart.Chart chart)
    {
        var missing = chart.Series
            .SelectMany(series => series.Points.Index().Where(point => point.Item.Value is null)
                .Select(point => chart.Series.Length == 1 ? chart.Categories[point.Index] : $"{chart.Categories[point.Index]} ({series.Name})"))
            .ToList();
        return
        [
            .. chart.Notes.Where(note => XmlText.Line(note).Length > 0),
            .. missing.Count == 0 ? [] : new[] { string.Format(CultureInfo.InvariantCulture, WordTexts.ChartMissing, string.Join(", ", missing)) },
        ];
    }

    private string Inline(DraftPart.Chart chart, PageFrame page)
    {
        var number = _count.ToString(CultureInfo.InvariantCulture);
        var relation = "rIdChart" + number;
        var categories = chart.Categories.Select(category => XmlText.Shortened(category, LongestLabel)).ToImmutableArray();
        var names = ChartWorkbook.Names(chart);
        var part = main.AddNewPart<ChartPart>(relation);
        var workbook = part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx); // Named by its kind: "package.bin" could not be opened by a double click.
        part.ChangeIdOfPart(workbook, "rIdData");
        using (var bytes = new MemoryStream(ChartWorkbook.Write(chart, categories, names)))
        {
            workbook.FeedData(bytes);
        }

        PartXml.Feed(part, new ChartXml(chart, categories, names).ToXml("rIdData"));
        var height = ((long)(Height(chart) * 10) * EmusPerCentimetre / 10).ToString(CultureInfo.InvariantCulture);
        var width = page.TextWidthInEmus.ToString(CultureInfo.InvariantCulture);
        var description = chart.AltText is { } text && XmlText.Line(text).Length > 0 ? text : chart.Caption;
        return $"""
            <w:drawing xmlns:w="{Namespaces.Word}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="{ChartXml.Drawing}"><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="{WordTexts.Chart} {number}" descr="{Attribute(XmlText.Shortened(description, LongestDescription))}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{ChartXml.Chart}"><c:chart xmlns:c="{ChartXml.Chart}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>
            """;
    }

    private static string Attribute(string text) => System.Security.SecurityElement.Escape(text);
}

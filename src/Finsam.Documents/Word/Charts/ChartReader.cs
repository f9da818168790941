using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Finsam.Documents.Word.Charts;

/// <summary>What a chart says, as text: a row for each series, with its name, and each category with its figure. How it is drawn is left out, and so is
/// how a program writes a number.</summary>
internal static class ChartReader
{
    public static void Read(ChartPart part, StringBuilder text)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        foreach (var series in XElement.Load(stream).Descendants(ChartXml.Chart + "ser"))
        {
            text.Append(Points(series.Element(ChartXml.Chart + "tx")).GetValueOrDefault(0)).Append(ControlText.EndOfCell);
            var figures = Points(series.Element(ChartXml.Chart + "val"));
            foreach (var (place, category) in Points(series.Element(ChartXml.Chart + "cat")).OrderBy(point => point.Key))
            {
                text.Append(category).Append(ControlText.EndOfCell).Append(Figure(figures.GetValueOrDefault(place))).Append(ControlText.EndOfCell);
            }

            text.Append(ControlText.EndOfRow);
        }
    }

    private static Dictionary<int, string> Points(XElement? parent) => (parent?.Descendants(ChartXml.Chart + "pt") ?? [])
        .GroupBy(point => (int?)point.Attribute("idx") ?? 0)
        .ToDictionary(points => points.Key, points => points.First().Element(ChartXml.Chart + "v")?.Value ?? "");

    private static string? Figure(string? written) =>
        decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? ChartXml.Number(number) : written;
}

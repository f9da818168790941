using System.Xml.Linq;

namespace Finsam.Documents.Word.Charts;

/// <summary>How the series of a chart are told apart. They differ in lightness and pattern and all have a dark edge, so that they are told apart
/// on a black-and-white print and by whoever does not see colours (WCAG 1.4.1 and 1.4.11).</summary>
internal static class ChartFills
{
    private const string Middle = "B9D3DB";

    private static readonly XNamespace A = ChartXml.Drawing;

    private static readonly Func<XElement>[] Fills =
    [
        () => Solid(Palette.Accent),
        () => Solid(Middle),
        () => Pattern("wdUpDiag", Palette.Accent),
        () => Solid(Palette.NoticeLine),
        () => Pattern("lgCheck", Palette.Quiet),
        () => Pattern("dkHorz", Palette.Accent),
    ];

    private static readonly (string Dash, string Marker)[] Lines =
    [
        ("solid", "circle"), ("dash", "square"), ("sysDot", "triangle"), ("lgDashDot", "diamond"), ("solid", "x"), ("sysDash", "plus"),
    ];

    /// <summary>The look of a column, a bar or a slice.</summary>
    public static XElement Area(int series) =>
        new(ChartXml.Chart + "spPr", Fills[series % Fills.Length](), Line(Palette.Ink, 9525, "solid"));

    /// <summary>The look of a line.</summary>
    public static XElement Stroke(int series) =>
        new(ChartXml.Chart + "spPr", Line(Colour(series), 28575, Lines[series % Lines.Length].Dash));

    /// <summary>The points on a line, each series with a shape of its own.</summary>
    public static XElement Marker(int series) => new(
        ChartXml.Chart + "marker",
        ChartXml.Value("symbol", Lines[series % Lines.Length].Marker),
        ChartXml.Value("size", "8"),
        new XElement(ChartXml.Chart + "spPr", series % 2 == 0 ? Solid(Colour(series)) : Solid(Palette.Paper), Line(Colour(series), 15875, "solid")));

    /// <summary>A line.</summary>
    public static XElement Line(string colour, int width, string dash) => new(
        A + "ln",
        new XAttribute("w", width),
        Solid(colour),
        new XElement(A + "prstDash", new XAttribute("val", dash)));

    /// <summary>One colour.</summary>
    public static XElement Solid(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Pattern(string preset, string colour) => new(
        A + "pattFill",
        new XAttribute("prst", preset),
        new XElement(A + "fgClr", new XElement(A + "srgbClr", new XAttribute("val", colour))),
        new XElement(A + "bgClr", new XElement(A + "srgbClr", new XAttribute("val", Palette.Paper))));

    private static string Colour(int series) => (series % 3) switch { 0 => Palette.Accent, 1 => Palette.NoticeLine, _ => Palette.Ink };
}

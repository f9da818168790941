using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;

namespace Finsam.Documents.Word.Charts;

/// <summary>A chart as Word draws it, with its figures in place so that it is seen before its workbook has been opened.</summary>
internal sealed class ChartXml(DraftPart.Chart chart, ImmutableArray<string> categories, ImmutableArray<string> names)
{
    public static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // More figures than this would be printed over each other; the workbook and the table have them.
    private const int MostLabels = 40;

    // An axis that reaches so far needs no decimals.
    private const int SmallestWholeAxis = 10;
    private const string CategoryAxis = "111111111";
    private const string ValueAxis = "222222222";

    private bool IsBars => chart.Kind is ChartKind.Bars or ChartKind.StackedBars;

    private bool IsStacked => chart.Kind is ChartKind.StackedBars or ChartKind.StackedColumns;

    private bool HasLabels => chart.Kind == ChartKind.Pie || chart.Series.Length * chart.Categories.Length <= MostLabels;

    /// <summary>The chart part.</summary>
    public XElement ToXml(string workbookRelation) => new(
        Chart + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", Chart),
        new XAttribute(XNamespace.Xmlns + "a", Drawing),
        new XAttribute(XNamespace.Xmlns + "r", Relations),
        Value("date1904", "0"),
        Value("lang", DraftIdentity.Language),
        Value("roundedCorners", "0"),
        new XElement(
            Chart + "chart",
            Value("autoTitleDeleted", "1"),
            new XElement(Chart + "plotArea", new XElement(Chart + "layout"), Plot()),
            chart.Kind != ChartKind.Pie && chart.Series.Length > 1 ? Legend() : null,
            Value("plotVisOnly", "1"),
            Value("dispBlanksAs", "gap")),
        new XElement(Chart + "spPr", ChartFills.Solid(Palette.Paper), new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
        TextLook("txPr", 900),
        new XElement(Chart + "externalData", new XAttribute(Relations + "id", workbookRelation), Value("autoUpdate", "0")));

    /// <summary>An element that holds one value.</summary>
    public static XElement Value(string name, string value) => new(Chart + name, new XAttribute("val", value));

    /// <summary>A figure as files have it.</summary>
    public static string Number(decimal value) => value.ToString("0.###############", CultureInfo.InvariantCulture);

    private IEnumerable<XElement> Plot() => chart.Kind switch
    {
        ChartKind.Pie => [new XElement(Chart + "pieChart", Value("varyColors", "1"), Slices(), Value("firstSliceAng", "0"))],
        ChartKind.Line =>
        [
            new XElement(
                Chart + "lineChart", Value("grouping", "standard"), Value("varyColors", "0"), chart.Series.Select((_, i) => LineSeries(i)), Value("marker", "1"), Axes()),
            .. AxisParts(),
        ],
        _ =>
        [
            new XElement(
                Chart + "barChart",
                Value("barDir", IsBars ? "bar" : "col"),
                Value("grouping", IsStacked ? "stacked" : "clustered"),
                Value("varyColors", "0"),
                chart.Series.Select((_, i) => BarSeries(i)),
                Value("gapWidth", "60"),
                Value("overlap", IsStacked ? "100" : "0"),
                Axes()),
            .. AxisParts(),
        ],
    };

    private XElement BarSeries(int i) => new(
        Chart + "ser", Name(i), ChartFills.Area(i), Value("invertIfNegative", "0"), Labels(IsStacked ? "ctr" : "outEnd"), CategoryCache(), ValueCache(i));

    private XElement LineSeries(int i) => new(
        Chart + "ser", Name(i), ChartFills.Stroke(i), ChartFills.Marker(i), Labels("t"), CategoryCache(), ValueCache(i), Value("smooth", "0"));

    private XElement Slices() => new(
        Chart + "ser",
        Name(0),
        chart.Categories.Select((_, i) => new XElement(
            Chart + "dPt", Value("idx", Text(i)), Value("bubble3D", "0"), ChartFills.Area(i))),
        Labels("outEnd"),
        CategoryCache(),
        ValueCache(0));

    private IEnumerable<XElement> Name(int i) =>
    [
        Value("idx", Text(i)),
        Value("order", Text(i)),
        new XElement(
            Chart + "tx",
            new XElement(
                Chart + "strRef",
                new XElement(Chart + "f", ChartWorkbook.NameCell(i)),
                new XElement(Chart + "strCache", Value("ptCount", "1"), Point(0, names[i])))),
    ];

    private XElement CategoryCache() => new(
        Chart + "cat",
        new XElement(
            Chart + "strRef",
            new XElement(Chart + "f", ChartWorkbook.Categories(categories.Length)),
            new XElement(Chart + "strCache", Value("ptCount", Text(categories.Length)), categories.Select((category, i) => Point(i, category)))));

    // A point that is missing is left out: Word then draws a gap, not a zero.
    private XElement ValueCache(int i) => new(
        Chart + "val",
        new XElement(
            Chart + "numRef",
            new XElement(Chart + "f", ChartWorkbook.Values(i, categories.Length)),
            new XElement(
                Chart + "numCache",
                new XElement(Chart + "formatCode", Format(Decimals)),
                Value("ptCount", Text(categories.Length)),
                chart.Series[i].Points.Index().Where(point => point.Item.Value is not null).Select(point => Point(point.Index, Number(point.Item.Value!.Value))))));

    private static XElement Point(int index, string value) =>
        new(Chart + "pt", new XAttribute("idx", index), new XElement(Chart + "v", value));

    private XElement Labels(string place)
    {
        if (!HasLabels)
        {
            return new XElement(Chart + "dLbls", Value("delete", "1"));
        }

        var isPie = chart.Kind == ChartKind.Pie;
        return new XElement(
            Chart + "dLbls",
            NumberFormat(Decimals),
            new XElement(Chart + "spPr", IsStacked ? ChartFills.Solid(Palette.Paper) : new XElement(Drawing + "noFill"), new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
            TextLook("txPr", 900),
            Value("dLblPos", place),
            Value("showLegendKey", "0"),
            Value("showVal", "1"),
            Value("showCatName", isPie ? "1" : "0"),
            Value("showSerName", "0"),
            Value("showPercent", "0"),
            Value("showBubbleSize", "0"),
            isPie ? new XElement(Chart + "separator", ": ") : null,
            isPie ? Value("showLeaderLines", "1") : null);
    }

    private static IEnumerable<XElement> Axes() => [Value("axId", CategoryAxis), Value("axId", ValueAxis)];

    private IEnumerable<XElement> AxisParts() =>
    [
        new XElement(
            Chart + "catAx",
            Value("axId", CategoryAxis),
            new XElement(Chart + "scaling", Value("orientation", IsBars ? "maxMin" : "minMax")), // The first bar is uppermost, as in a table.
            Value("delete", "0"),
            Value("axPos", IsBars ? "l" : "b"),
            new XElement(Chart + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
            Value("majorTickMark", "none"),
            Value("minorTickMark", "none"),
            Value("tickLblPos", "low"),
            new XElement(Chart + "spPr", ChartFills.Line(Palette.Quiet, 9525, "solid")),
            TextLook("txPr", 900),
            Value("crossAx", ValueAxis),
            Value("crosses", "autoZero"),
            Value("auto", "0"),
            Value("lblAlgn", "ctr"),
            Value("lblOffset", "100"),
            Value("noMultiLvlLbl", "1")),
        new XElement(
            Chart + "valAx",
            Value("axId", ValueAxis),
            new XElement(Chart + "scaling", Value("orientation", "minMax")),
            Value("delete", "0"),
            Value("axPos", IsBars ? "b" : "l"),
            new XElement(Chart + "majorGridlines", new XElement(Chart + "spPr", ChartFills.Line(Palette.Line, 6350, "solid"))),
            string.IsNullOrWhiteSpace(chart.Unit) ? null : UnitTitle(),
            NumberFormat(Values.Any(value => Math.Abs(value) >= SmallestWholeAxis) ? 0 : Decimals),
            Value("majorTickMark", "none"),
            Value("minorTickMark", "none"),
            Value("tickLblPos", "nextTo"),
            new XElement(Chart + "spPr", new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
            TextLook("txPr", 900),
            Value("crossAx", CategoryAxis),
            Value("crosses", IsBars ? "max" : "autoZero"),
            Value("crossBetween", "between")),
    ];

    private XElement UnitTitle() => new(
        Chart + "title",
        new XElement(
            Chart + "tx",
            new XElement(
                Chart + "rich",
                new XElement(Drawing + "bodyPr", new XAttribute("rot", IsBars ? 0 : -5400000), new XAttribute("vert", "horz")),
                new XElement(
                    Drawing + "p",
                    new XElement(Drawing + "pPr", new XElement(Drawing + "defRPr", new XAttribute("sz", 900), new XAttribute("b", 0))),
                    new XElement(
                        Drawing + "r",
                        new XElement(Drawing + "rPr", new XAttribute("lang", DraftIdentity.Language), new XAttribute("sz", 900), new XAttribute("b", 0)),
                        new XElement(Drawing + "t", XmlText.Line(chart.Unit)))))),
        Value("overlay", "0"));

    private static XElement Legend() => new(Chart + "legend", Value("legendPos", "b"), Value("overlay", "0"), TextLook("txPr", 900));

    private static XElement NumberFormat(int decimals) =>
        new(Chart + "numFmt", new XAttribute("formatCode", Format(decimals)), new XAttribute("sourceLinked", "0"));

    private IEnumerable<decimal> Values => chart.Series.SelectMany(series => series.Points).Select(point => point.Value).OfType<decimal>();

    // Shares are printed as whole per cent, as in the tables.
    private int Decimals => chart.Unit.Trim() == "%" ? 0 : Values
        .Select(value => value == decimal.Truncate(value) ? 0 : value == SwedishFormat.Round(value, 1) ? 1 : 2).DefaultIfEmpty().Max();

    // 41D is Swedish: groups by a space, a decimal comma. The minus is the one the tables have.
    private static string Format(int decimals)
    {
        var digits = decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);
        return $"[$-41D]{digits};[$-41D]\"{SwedishFormat.Minus}\"{digits}";
    }

    private static XElement TextLook(string name, int size) => new(
        Chart + name,
        new XElement(Drawing + "bodyPr"),
        new XElement(
            Drawing + "p",
            new XElement(
                Drawing + "pPr",
                new XElement(
                    Drawing + "defRPr",
                    new XAttribute("lang", DraftIdentity.Language),
                    new XAttribute("sz", size),
                    ChartFills.Solid(Palette.Ink),
                    new XElement(Drawing + "latin", new XAttribute("typeface", Styles.Font)))),
            new XElement(Drawing + "endParaRPr", new XAttribute("lang", DraftIdentity.Language))));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Xml.Linq;
using Finsam.Documents.Word;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;

namespace Finsam.Documents.Html;

/// <summary>A chart as a drawing for the preview. It shows what Word's shows, plainer: the values stand at what is drawn, and the series differ in pattern
/// as well as lightness. Its figures stand as a table beside it.</summary>
internal static class SvgChart
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private const decimal Width = 720;
    private const decimal Left = 230;
    private const decimal Right = 660;
    private const decimal BarHeight = 18;
    private const decimal GroupGap = 12;
    private const int LongestLabel = 34;

    public static XElement Draw(DraftPart.Chart chart, int number)
    {
        var (content, height) = chart.Kind switch
        {
            ChartKind.Pie => Pie(chart, number),
            ChartKind.Line => Lines(chart),
            ChartKind.StackedBars or ChartKind.StackedColumns => Stacked(chart, number),
            _ => Bars(chart, number),
        };
        var legend = chart.Series.Length > 1 && chart.Kind != ChartKind.Pie ? Legend(chart, number, height) : [];
        var bottom = height + (legend.Count > 0 ? 16 + (22 * chart.Series.Length) : 4);
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {N(Width)} {N(bottom)}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", XmlText.Line(chart.AltText) is { Length: > 0 } text ? text : XmlText.Line(chart.Caption)),
            new XAttribute("font-size", "14"),
            new XAttribute("fill", Ink),
            Patterns(number),
            content,
            legend);
    }

    private static string Ink => "#" + Palette.Ink;

    // Lying whatever the kind: on a narrow screen the names have room nowhere else.
    private static (List<XElement> Content, decimal Height) Bars(DraftPart.Chart chart, int number)
    {
        var scale = Scale.Of(chart.Series.SelectMany(series => series.Points).Select(point => point.Value ?? 0), Left, Right);
        var content = new List<XElement>();
        var y = 4m;
        for (var category = 0; category < chart.Categories.Length; category++)
        {
            content.Add(Label(Left - 8, y + (BarHeight * chart.Series.Length / 2) + 5, "end", XmlText.Shortened(chart.Categories[category], LongestLabel)));
            for (var series = 0; series < chart.Series.Length; series++, y += BarHeight)
            {
                if (chart.Series[series].Points[category].Value is { } value)
                {
                    content.AddRange(Bar(scale.At(0), scale.At(value), y, series, number));
                    content.Add(value < 0
                        ? Label(scale.At(0) + 4, y + 14, "start", SwedishFormat.Exact(value))
                        : Label(scale.At(value) + 4, y + 14, "start", SwedishFormat.Exact(value)));
                }
            }

            y += GroupGap;
        }

        return (content, y);
    }

    private static (List<XElement> Content, decimal Height) Stacked(DraftPart.Chart chart, int number)
    {
        var totals = Enumerable.Range(0, chart.Categories.Length).Select(category => chart.Series.Sum(series => Math.Max(0, series.Points[category].Value ?? 0)));
        var scale = Scale.Of(totals, Left, Right);
        var content = new List<XElement>();
        var y = 4m;
        for (var category = 0; category < chart.Categories.Length; category++, y += BarHeight + 20 + GroupGap)
        {
            content.Add(Label(Left - 8, y + 18, "end", XmlText.Shortened(chart.Categories[category], LongestLabel)));
            var sum = 0m;
            for (var series = 0; series < chart.Series.Length; series++)
            {
                if (chart.Series[series].Points[category].Value is { } value and > 0)
                {
                    content.AddRange(Bar(scale.At(sum), scale.At(sum + value), y, series, number));
                    sum += value;
                }
            }

            // One line of figures below the bar: in it, a narrow part has no room for its own.
            var figures = string.Join(" + ", chart.Series.Select(series => series.Points[category].Value is { } value ? SwedishFormat.Exact(value) : "–"));
            content.Add(Label(Left, y + BarHeight + 15, "start", figures));
        }

        return (content, y);
    }

    private static (List<XElement> Content, decimal Height) Pie(DraftPart.Chart chart, int number)
    {
        var values = chart.Series[0].Points.Select(point => Math.Max(0, point.Value ?? 0)).ToList();
        var total = values.Sum();
        var content = new List<XElement>();
        var turn = 0m;
        for (var slice = 0; slice < values.Count; slice++)
        {
            var share = total == 0 ? 0 : values[slice] / total;
            if (share > 0)
            {
                content.Add(Slice(turn, turn + share, slice, number));
                turn += share;
            }

            var y = 14 + (slice * 24);
            var value = chart.Series[0].Points[slice].Value is { } known ? SwedishFormat.Exact(known) : "–";
            content.Add(Box(260, y, slice, number));
            content.Add(Label(286, y + 13, "start", $"{XmlText.Shortened(chart.Categories[slice], 48)}: {value}"));
        }

        return (content, Math.Max(230, 20 + (values.Count * 24)));
    }

    private static XElement Slice(decimal from, decimal to, int slice, int number)
    {
        const double Radius = 100;
        if (to - from >= 1)
        {
            return new XElement(Svg + "circle", new XAttribute("cx", 110), new XAttribute("cy", 112), new XAttribute("r", 100), Fill(slice, number));
        }

        (decimal X, decimal Y) At(decimal turn)
        {
            var angle = ((double)turn * 2 * Math.PI) - (Math.PI / 2);
            return ((decimal)Math.Round(110 + (Radius * Math.Cos(angle)), 2), (decimal)Math.Round(112 + (Radius * Math.Sin(angle)), 2));
        }

        var (start, end) = (At(from), At(to));
        var large = to - from > 0.5m ? 1 : 0;
        return new XElement(
            Svg + "path",
            new XAttribute("d", FormattableString.Invariant($"M110 112L{start.X} {start.Y}A100 100 0 {large} 1 {end.X} {end.Y}Z")),
            Fill(slice, number));
    }

    private static (List<XElement> Content, decimal Height) Lines(DraftPart.Chart chart)
    {
        const decimal Top = 24;
        const decimal Bottom = 250;
        var scale = Scale.Of(chart.Series.SelectMany(series => series.Points).Select(point => point.Value ?? 0), Bottom, Top);
        var step = chart.Categories.Length > 1 ? (Right - 60) / (chart.Categories.Length - 1) : 0;
        decimal X(int category) => 60 + (step * category);
        var content = new List<XElement> { Stroke(60, scale.At(0), Right, scale.At(0), "#" + Palette.Quiet, "") };
        content.AddRange(chart.Categories.Select((category, i) => Label(X(i), Bottom + 24, "middle", XmlText.Shortened(category, 16))));
        for (var s = 0; s < chart.Series.Length; s++)
        {
            for (var i = 0; i < chart.Categories.Length; i++)
            {
                if (chart.Series[s].Points[i].Value is not { } value)
                {
                    continue;
                }

                if (i > 0 && chart.Series[s].Points[i - 1].Value is { } before)
                {
                    content.Add(Stroke(X(i - 1), scale.At(before), X(i), scale.At(value), Colour(s), Dash(s)));
                }

                content.Add(Point(X(i), scale.At(value), s));
                content.Add(Label(X(i), scale.At(value) - 9, "middle", SwedishFormat.Exact(value)));
            }
        }

        return (content, Bottom + 34);
    }

    private static List<XElement> Legend(DraftPart.Chart chart, int number, decimal top) =>
    [
        .. chart.Series.SelectMany((series, i) => new[]
        {
            chart.Kind == ChartKind.Line ? Point(68, top + 18 + (22 * i), i) : Box(60, top + 10 + (22 * i), i, number),
            Label(88, top + 23 + (22 * i), "start", $"{XmlText.Shortened(series.Name, 60)}{(chart.Kind == ChartKind.Line && Dash(i).Length > 0 ? " " + HtmlTexts.Dashed : "")}"),
        }),
    ];

    private static XElement Patterns(int number) => new(
        Svg + "defs",
        Pattern(2, number, "M0 8L8 0"),
        Pattern(4, number, "M0 0H4V4H0ZM4 4H8V8H4Z"),
        Pattern(5, number, "M0 3H8"));

    private static XElement Pattern(int series, int number, string path) => new(
        Svg + "pattern",
        new XAttribute("id", Id(series, number)),
        new XAttribute("width", 8),
        new XAttribute("height", 8),
        new XAttribute("patternUnits", "userSpaceOnUse"),
        new XElement(Svg + "rect", new XAttribute("width", 8), new XAttribute("height", 8), new XAttribute("fill", "#" + Palette.Paper)),
        new XElement(Svg + "path", new XAttribute("d", path), new XAttribute("stroke", "#" + Palette.Accent), new XAttribute("stroke-width", 2), new XAttribute("fill", series == 4 ? "#" + Palette.Quiet : "none")));

    private static string Id(int series, int number) => FormattableString.Invariant($"monster-{number}-{series}");

    private static IEnumerable<XAttribute> Fill(int series, int number) =>
    [
        new("fill", (series % 6) switch { 0 => "#" + Palette.Accent, 1 => "#B9D3DB", 3 => "#" + Palette.NoticeLine, var patterned => $"url(#{Id(patterned, number)})" }),
        new("stroke", Ink),
    ];

    private static IEnumerable<XElement> Bar(decimal from, decimal to, decimal y, int series, int number) =>
    [
        new XElement(
            Svg + "rect", new XAttribute("x", N(Math.Min(from, to))), new XAttribute("y", N(y)), new XAttribute("width", N(Math.Abs(to - from))), new XAttribute("height", N(BarHeight - 2)), Fill(series, number)),
    ];

    private static XElement Box(decimal x, decimal y, int series, int number) =>
        new(Svg + "rect", new XAttribute("x", N(x)), new XAttribute("y", N(y)), new XAttribute("width", 16), new XAttribute("height", 16), Fill(series, number));

    private static XElement Stroke(decimal x1, decimal y1, decimal x2, decimal y2, string colour, string dash) => new(
        Svg + "line",
        new XAttribute("x1", N(x1)), new XAttribute("y1", N(y1)), new XAttribute("x2", N(x2)), new XAttribute("y2", N(y2)),
        new XAttribute("stroke", colour), new XAttribute("stroke-width", 2),
        dash.Length > 0 ? new XAttribute("stroke-dasharray", dash) : null);

    private static XElement Point(decimal x, decimal y, int series) => series % 2 == 0
        ? new XElement(Svg + "circle", new XAttribute("cx", N(x)), new XAttribute("cy", N(y)), new XAttribute("r", 5), new XAttribute("fill", Colour(series)))
        : new XElement(
            Svg + "rect", new XAttribute("x", N(x - 5)), new XAttribute("y", N(y - 5)), new XAttribute("width", 10), new XAttribute("height", 10), new XAttribute("fill", "#" + Palette.Paper), new XAttribute("stroke", Colour(series)));

    private static string Colour(int series) => "#" + (series % 3) switch { 0 => Palette.Accent, 1 => Palette.NoticeLine, _ => Palette.Ink };

    private static string Dash(int series) => (series % 3) switch { 1 => "8 5", 2 => "2 4", _ => "" };

    private static XElement Label(decimal x, decimal y, string anchor, string text) =>
        new(Svg + "text", new XAttribute("x", N(x)), new XAttribute("y", N(y)), new XAttribute("text-anchor", anchor), text);

    private static string N(decimal number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>From figures to places. Zero is always in sight.</summary>
    private sealed record Scale(decimal Low, decimal High, decimal From, decimal To)
    {
        public static Scale Of(IEnumerable<decimal> values, decimal from, decimal to)
        {
            var all = values.Append(0).ToList();
            var (low, high) = (all.Min(), all.Max());
            return new Scale(low, high == low ? low + 1 : high, from, to);
        }

        public decimal At(decimal value) => From + ((value - Low) / (High - Low) * (To - From));
    }
}

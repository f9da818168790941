using Finsam.Domain.Formats;

namespace Finsam.Domain.Drafts;

/// <summary>What a chart shows, as a table: for whoever does not see it, and for whoever wants the figures.</summary>
public static class ChartData
{
    /// <summary>A row for each category, a column for each series.</summary>
    /// <exception cref="ArgumentException">A series has not one point for each category, or a pie not one series.</exception>
    public static DraftPart.Table Of(DraftPart.Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        Check(chart);
        return new DraftPart.Table(
            chart.Id,
            chart.Caption,
            [new TableColumn(DraftTexts.ChartCategory, Width: 2), .. chart.Series.Select(series => new TableColumn(Head(series, chart.Unit), Alignment.Right))],
            [.. chart.Categories.Select((category, i) => new TableRow([category, .. chart.Series.Select(series => Cell(series.Points[i]))]))],
            chart.Notes);
    }

    /// <summary>The sources of all the chart's figures.</summary>
    public static FigureSource Sources(DraftPart.Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return FigureSource.Sum(chart.Series.SelectMany(series => series.Points).Select(point => point.Source));
    }

    private static void Check(DraftPart.Chart chart)
    {
        if (chart.Series.IsEmpty || (chart.Kind == ChartKind.Pie && chart.Series.Length != 1))
        {
            throw new ArgumentException($"The chart '{chart.Id}' has {chart.Series.Length} series.", nameof(chart));
        }

        if (chart.Series.FirstOrDefault(series => series.Points.Length != chart.Categories.Length) is { } odd)
        {
            throw new ArgumentException(
                $"The chart '{chart.Id}' has {chart.Categories.Length} categories and {odd.Points.Length} points in the series '{odd.Name}'.", nameof(chart));
        }
    }

    private static string Head(ChartSeries series, string unit) => string.IsNullOrWhiteSpace(unit) ? series.Name : $"{series.Name}, {unit}";

    private static TableCell Cell(ChartPoint point) =>
        point.Value is { } value ? new TableCell(SwedishFormat.Exact(value), value, point.Source) : new TableCell(DraftTexts.Unknown, null, point.Source);
}

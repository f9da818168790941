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
            [.. chart.Categories.Select((category, i) => new TableRow([category, .. chart.Series.Select(series => Cell(chart, series.Points[i]))]))],
            chart.Notes);
    }

    /// <summary>How many decimals the chart's figures are printed with: shares as whole per cent, as in the tables, and others with as many as they have,
    /// at most two.</summary>
    public static int Decimals(DraftPart.Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart.Unit.Trim() == "%" ? 0 : chart.Series.SelectMany(series => series.Points).Select(point => point.Value).OfType<decimal>()
            .Select(value => value == decimal.Truncate(value) ? 0 : value == SwedishFormat.Round(value, 1) ? 1 : 2).DefaultIfEmpty().Max();
    }

    /// <summary>A figure of the chart as it is printed.</summary>
    public static string Printed(DraftPart.Chart chart, decimal value) => SwedishFormat.Number(value, Decimals(chart));

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

    private static TableCell Cell(DraftPart.Chart chart, ChartPoint point) =>
        point.Value is { } value ? new TableCell(Printed(chart, value), value, point.Source) : new TableCell(point.Text ?? DraftTexts.Unknown, null, point.Source);
}

using Finsam.Domain.Drafts;

namespace Finsam.Domain.Tests.Drafts;

public sealed class ChartDataTests
{
    [Theory]
    [InlineData("%", "33.333333333", "33")]
    [InlineData("personer", "2", "2")]
    [InlineData("årsarbetare", "2.5", "2,5")]
    [InlineData("år", "3.6667", "3,67")]
    public void A_figure_is_printed_with_no_more_decimals_than_a_reader_wants(string unit, string value, string printed)
    {
        var exact = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var chart = new DraftPart.Chart("c", "C", ChartKind.Bars, ["A"], [new("S", [new(exact, null)])], unit, "Text.", []);

        Assert.Equal(printed, ChartData.Printed(chart, exact));
        var cell = ChartData.Of(chart).Rows[0].Cells[1];
        Assert.Equal((printed, exact), (cell.Text, cell.Value!.Value));
    }
}

using Finsam.Domain.Drafts;

namespace Finsam.Documents.Tests.Word;

public sealed class ContentModelTests
{
    [Fact]
    public void A_figure_in_a_list_item_has_its_source_and_the_item_its_place_in_the_list()
    {
        using var written = WrittenDocument.With(new DraftPart.List(
            [[new Inline.Text("Antal deltagare: "), new Inline.Figure("212", 212m, FigureSource.Of("rapport/x#deltagare"))], [new Inline.Text("Andra")]]));

        Assert.Equal(["Antal deltagare: 212", "Andra"], written.InStyle("ListBullet").Select(WrittenDocument.TextOf));
        Assert.Contains("rapport/x#deltagare", written.Record.Value, StringComparison.Ordinal);
        Assert.Empty(written.Faults());
    }

    [Fact]
    public void A_chart_whose_series_lacks_a_point_is_refused()
    {
        var chart = new DraftPart.Chart("c", "C", ChartKind.Columns, ["a", "b"], [new("s", [new(1m, null)])], "tkr", "Text", []);

        Assert.Throws<ArgumentException>(() => WrittenDocument.With(chart));
    }
}

using System.Collections.Immutable;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Changes;

namespace Finsam.Domain.Tests.Drafts;

public sealed class CompareDraftsTests
{
    private static readonly FigureSource Source = FigureSource.Of("rapport/x");

    [Fact]
    public void The_same_draft_has_no_changes() => Assert.True(Compare(Draft(Table("1", "2")), Draft(Table("1", "2"))).IsEmpty);

    [Fact]
    public void A_figure_that_was_changed_is_told_with_its_row_its_column_and_both_values()
    {
        var changed = Assert.Single(Compare(Draft(Table("1", "2")), Draft(Table("1", "3"))).Tables);
        Assert.Equal(("t", "Utfall"), (changed.Id, changed.Caption));
        Assert.Equal([new CellChange("Timrå", "Kronor", "2", "3")], changed.Cells);
    }

    [Fact]
    public void Rows_of_one_name_are_told_apart_and_a_row_that_came_or_went_is_told()
    {
        var before = Table("1") with { Rows = [Row("Hofors", "1"), Row("Hofors", "2"), Row("Timrå", "3")] };
        var after = Table("1") with { Rows = [Row("Hofors", "1"), Row("Hofors", "5"), Row("Gävle", "4")] };
        Assert.Equal(
            [new("Hofors (2)", "Kronor", "2", "5"), new("Gävle", "Kronor", null, "4"), new CellChange("Timrå", "Kronor", "3", null)],
            Assert.Single(Compare(Draft(before), Draft(after)).Tables).Cells);
    }

    [Fact]
    public void Tables_that_came_and_went_and_one_that_was_renamed_are_told()
    {
        var changes = Compare(
            Draft(Table("1"), Table("1") with { Id = "bort", Caption = "Borttagen" }),
            Draft(Table("1") with { Caption = "Utfallet" }, Table("1") with { Id = "ny", Caption = "Tillagd" }));
        Assert.Equal(["Tillagd"], changes.Added);
        Assert.Equal(["Borttagen"], changes.Removed);
        Assert.Equal(("Utfallet", "Utfall"), (Assert.Single(changes.Tables).Caption, changes.Tables[0].WasCalled));
    }

    [Fact]
    public void A_charts_point_that_was_changed_or_is_missing_is_told()
    {
        static DraftPart Chart(decimal? value) => new DraftPart.Chart(
            "d", "Deltagare", ChartKind.Columns, ["Kvinnor"], [new ChartSeries("2023", [new ChartPoint(value, Source)])], "personer", "", []);
        Assert.Equal(("12", "13"), Only(Draft(Chart(12m)), Draft(Chart(13m))));
        Assert.NotEqual("0", Only(Draft(Chart(12m)), Draft(Chart(null))).To);
    }

    [Fact]
    public void A_figure_in_a_sentence_is_told_with_its_heading_also_when_the_sentence_is_the_same()
    {
        static DraftPart Sentence(string figure) => new DraftPart.Paragraph([new Inline.Text("Totalt "), new Inline.Figure(figure, null, Source), new Inline.Text(" deltagare.")]);
        var changed = Assert.Single(Compare(Draft(new DraftPart.Heading(1, "Resultat"), Sentence("12")), Draft(new DraftPart.Heading(1, "Resultat"), Sentence("13"))).Tables);
        Assert.Equal(DraftFigures.TextId, changed.Id);
        Assert.Equal([new CellChange("Resultat", "Totalt … deltagare.", "12", "13")], changed.Cells);
    }

    private static (string? From, string? To) Only(DraftDocument before, DraftDocument after)
    {
        var cell = Assert.Single(Assert.Single(Compare(before, after).Tables).Cells);
        return (cell.From, cell.To);
    }

    private static DraftChanges Compare(DraftDocument before, DraftDocument after) => CompareDrafts.Run(DraftFigures.Of(before), DraftFigures.Of(after));

    private static DraftDocument Draft(params ImmutableArray<DraftPart> parts) => new() { Title = "t", AssociationName = "a", Subtitle = "s", Parts = parts };

    private static DraftPart.Table Table(string first, string second = "2") =>
        new("t", "Utfall", [new TableColumn("Insats"), new TableColumn("Kronor")], [Row("Hofors", first), Row("Timrå", second)], []);

    private static TableRow Row(string name, string figure) => new([name, new TableCell(figure, null, Source)]);
}

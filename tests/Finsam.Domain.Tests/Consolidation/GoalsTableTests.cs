using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class GoalsTableTests
{
    [Fact]
    public void Status_follows_the_dates_and_assessments_are_read_by_their_labels()
    {
        var ended = Assessed("hofors", "uppfylld");
        ended = ended with { Initiative = ended.Initiative with { AgreedEnd = Some.Period.End } };

        var (table, _) = Build(ended, Assessed("resan", "viss-del"));

        Assert.Equal([["Hofors", "Avslutad", "Uppfylld"], ["Resan", "Pågående", "Uppfylld till viss del"]], table.Read());
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void What_is_dropped_or_cannot_be_assessed_yet_is_outside_the_base()
    {
        var (table, sentence) = Build(Assessed("a", "uppfylld"), Assessed("b", "viss-del"), Assessed("c", "utgar"), Assessed("d", "ej-bedombart"));

        Assert.Equal("1 av 2 bedömda insatser är uppfyllda. 1 utgår och ingår inte i antalet.", sentence.Read());
        Assert.Equal(4, table.Rows.Length);
        Assert.All(
            sentence.Inlines.OfType<Inline.Figure>(),
            f => Assert.Equal(["rapport/2023-helar/a#mal.samlad", "rapport/2023-helar/b#mal.samlad"], f.Source.Addresses));
    }

    [Fact]
    public void A_report_that_has_not_come_in_is_named_and_not_counted()
    {
        var missing = (Some.Initiative("b") with { FeedsGoals = ["mal-1"] }).NotSent();

        var (table, sentence) = Build(Assessed("a", "uppfylld"), missing);

        Assert.Equal(["B", "Pågående", "saknas"], table.Read()[1]);
        Assert.Equal("1 av 1 bedömda insatser är uppfyllda.", sentence.Read());
        Assert.Equal(["Summan omfattar 1 av 2 insatser. Rapport saknas från: B."], table.Notes);
    }

    [Fact]
    public void Only_initiatives_that_feed_the_goal_are_in_its_table()
    {
        var other = Some.Initiative("b") with { FeedsGoals = ["mal-2"] };

        var (table, sentence) = Build(Assessed("a", "viss-del"), other.Sent(("mal.samlad", "uppfylld")));

        Assert.Equal(["A"], table.Read().Select(r => r[0]));
        Assert.Equal("0 av 1 bedömda insatser är uppfyllda.", sentence.Read());
    }

    [Fact]
    public void When_none_is_assessed_nothing_is_counted() =>
        Assert.Equal("Ingen insats är bedömd än.", Build(Assessed("a", "ej-bedombart")).Sentence.Read());

    private static InitiativeMaterial Assessed(string id, string assessment) =>
        (Some.Initiative(id) with { FeedsGoals = ["mal-1"] }).Sent(("mal.samlad", assessment));

    private static (DraftPart.Table Table, DraftPart.Paragraph Sentence) Build(params InitiativeMaterial[] initiatives)
    {
        var parts = GoalsTable.Build(Some.Material(initiatives), "Mål 1", new GoalsPart("Mål 1", "mal", "mal-1"));
        Assert.Equal(2, parts.Length);
        return (Assert.IsType<DraftPart.Table>(parts[1]), Assert.IsType<DraftPart.Paragraph>(parts[0]));
    }
}

using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class ParticipantsTableTests
{
    private const string Women = "deltagare.deltagit.kvinna";
    private const string Men = "deltagare.deltagit.man";

    [Fact]
    public void Each_initiative_has_its_total_and_its_columns_and_the_last_row_their_sums()
    {
        var table = Table(Some.Initiative("hofors").Sent((Women, 480), (Men, 372)), Some.Initiative("resan").Sent((Women, 900), (Men, 0)));

        Assert.Equal(["Insats", "Antal deltagare under 2023", "Kvinna", "Man"], table.Columns.Select(c => c.Header));
        Assert.Equal(
            [
                ["Hofors", "852", "480", "372"],
                ["Resan", "900", "900", "0"],
                ["Summa deltagare (en person kan räknas i flera insatser)", "1 752", "1 380", "372"],
            ],
            table.Read());
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void Unknown_missing_and_zero_are_told_apart()
    {
        var table = Table(
            Some.Initiative("okand").Sent((Women, Answer.Unknown.Instance), (Men, 3)), Some.Initiative("inte-sand").NotSent(),
            Some.Initiative("noll").Sent((Women, 0), (Men, 0)));

        Assert.Equal(
            [
                ["Okand", "3", "uppgift saknas", "3"],
                ["Inte-sand", "saknas", "saknas", "saknas"],
                ["Noll", "0", "0", "0"],
                ["Summa deltagare (en person kan räknas i flera insatser)", "3", "0", "3"],
            ],
            table.Read());
        Assert.Equal(
            [
                "Summan omfattar 2 av 3 insatser. Rapport saknas från: Inte-sand.",
                "Uppgift saknas i en eller flera rutor för: Okand. De ingår inte i summan.",
            ],
            table.Notes);
    }

    [Fact]
    public void Initiatives_that_are_not_asked_have_no_row_and_those_that_name_the_section_have()
    {
        var structural = Some.Initiative("mysam", InitiativeKind.Structural);
        var table = Table(
            structural.NotSent(), (structural with { Id = "trisam", Name = "Trisam", Sections = ["deltagare"] }).Sent((Women, 1), (Men, 2)));

        Assert.Equal(["Trisam", "3", "1", "2"], table.Read()[0]);
        Assert.Equal(2, table.Rows.Length);
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void A_sum_is_traced_to_the_answers_that_are_in_it_and_no_others()
    {
        var table = Table(Some.Initiative("hofors").Sent((Women, 1), (Men, Answer.Unknown.Instance)), Some.Initiative("resan").NotSent());

        Assert.Equal(["rapport/2023-helar/hofors#deltagare.deltagit.kvinna"], table.Rows[^1].Cells[1].Source!.Addresses);
    }

    private static DraftPart.Table Table(params InitiativeMaterial[] initiatives) =>
        ParticipantsTable.Build(Some.Material(initiatives), "Deltagare", new ParticipantsPart("Deltagare", "deltagare", "deltagit"));
}

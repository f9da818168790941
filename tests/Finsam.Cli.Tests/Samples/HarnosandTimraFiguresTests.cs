using Finsam.Domain.Goals;
using Finsam.Domain.Templates;

namespace Finsam.Cli.Tests.Samples;

/// <summary>Härnösand Timrå's nine initiatives hold what its annual report prints of them, typed here from the report.</summary>
public sealed class HarnosandTimraFiguresTests
{
    private static readonly FilledSample Sample = FilledSample.Of("harnosand-timra-2022");

    [Theory]
    [InlineData("starkt-samverkan", 400)]
    [InlineData("af-i-samverkan", 253)]
    [InlineData("halsoprojektet", 48)]
    [InlineData("arbetsmarknadstorget", 800)]
    [InlineData("skapa", 598)]
    [InlineData("sip-skip", 310)]
    [InlineData("insatskatalogen", 138)]
    [InlineData("psykiatridagar", 35)]
    public void Note_3_costs(string initiative, int thousands) => Assert.Equal(thousands * 1000m, Sample.Answers[initiative].Number("ekonomi.utfall"));

    [Fact]
    public void Note_3_initiatives_cost_2_582_thousand() => Assert.Equal(2_582_000m, Sample.Sum("ekonomi.utfall"));

    [Fact]
    public void Of_28_goals_22_are_met_1_partly_3_not_and_2_have_no_result()
    {
        var goals = Sample.Initiatives.SelectMany(i => i.Goals.Select(g => Sample.Answers[i.Id].Text($"mal.{g.Id}.bedomning") ?? "")).ToArray();
        Assert.Equal(28, goals.Length);
        Assert.Equal([("", 2), ("ja", 22), ("ja-nej", 1), ("nej", 3)], goals.GroupBy(g => g).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count())));
    }

    [Fact]
    public void Each_assessment_is_the_one_that_is_settled() => Assert.All(
        Sample.Sample.Record.Goals.Assessments.Where(a => a.Initiative is not null),
        a => Assert.Equal(a.Settled, AssessmentWords.OfChoice(Sample.Answers[a.Initiative!].Text($"mal.{a.Goal}.bedomning")!)));

    [Fact]
    public void No_overall_assessment_is_asked() => Assert.Null(Sample.Template.Blocks.OfType<GoalsBlock>().Single().OverallLabel);

    [Theory]
    [InlineData("arbete", 5)]
    [InlineData("praktik", 9)]
    [InlineData("sjukersattning", 2)]
    [InlineData("ater-fk", 2)]
    [InlineData("ater-bistand", 2)]
    [InlineData("annat", 1)]
    public void Halsoprojektet_what_the_participants_went_on_to(string row, int persons) => Assert.Equal(persons, Of("halsoprojektet", "avslut." + row));

    [Fact]
    public void Halsoprojektet_19_completed_of_the_21_that_are_counted_up()
    {
        Assert.Equal(19m, Of("halsoprojektet", "deltagare.slutfort"));
        Assert.Equal(21m, Of("halsoprojektet", "deltagare.avslutade"));
        Assert.Equal(21m, Of("halsoprojektet", "deltagare.deltagit"));
    }

    [Fact]
    public void Af_i_samverkan_11_employments_five_from_Harnosand_and_six_from_Timra()
    {
        Assert.Equal(11m, Of("af-i-samverkan", "avslut.lonestod"));
        Assert.Equal(5m, Of("af-i-samverkan", "kommun.harnosand"));
        Assert.Equal(6m, Of("af-i-samverkan", "kommun.timra"));
    }

    [Fact]
    public void Halsoprojektet_is_asked_for_its_own_municipality_only()
    {
        var initiative = Sample.Sample.Record.FindInitiative("halsoprojektet")!;
        Assert.Equal(["timra", "annan"], Sample.Template.Blocks.OfType<MatrixBlock>().Single(b => b.Id == "kommun").RowsFor(initiative).Select(r => r.Id));
    }

    [Theory]
    [InlineData("sip-skip", "moten.sip", 41)]
    [InlineData("sip-skip", "moten.sip-premicare", 24)]
    [InlineData("starkt-samverkan", "moten.planeringar-af", 30)]
    [InlineData("starkt-samverkan", "moten.planeringar-fk", 15)]
    [InlineData("psykiatridagar", "aktiviteter.1.deltagare", 100)]
    [InlineData("psykiatridagar", "aktiviteter.2.deltagare", 100)]
    [InlineData("psykiatridagar", "digitalt.visningar", 1157)]
    [InlineData("psykiatridagar", "digitalt.adresser", 290)]
    public void Figures_in_the_results(string initiative, string key, int number) => Assert.Equal(number, Sample.Answers[initiative].Number(key));

    [Fact]
    public void Three_tell_how_the_cooperation_has_developed_as_the_board_quotes_them()
    {
        var quoted = Sample.Sample.Record.Goals.Assessments.Where(a => a.Indicator is not null).Select(a => a.Comment!);
        Assert.Equal(quoted.Order(StringComparer.Ordinal), Sample.Answers.Values.Select(a => a.Text("samverkansutveckling.text")).OfType<string>().Order(StringComparer.Ordinal));
    }

    private static decimal Of(string initiative, string row) => FilledSample.Cells(row).Sum(c => Sample.Answers[initiative].Number(c)!.Value);
}

using Finsam.Domain.Initiatives;

namespace Finsam.Cli.Tests.Samples;

/// <summary>What Gävleborg's initiatives report beside the tables that the draft is held against, typed here from the annual report.</summary>
public sealed class GavleborgFiguresTests
{
    private static readonly FilledSample Sample = FilledSample.Of("gavleborg-2023");

    [Theory]
    [InlineData("trisam-handlaggartid", "trisam.eget-mote.kvinna", 98)]
    [InlineData("trisam-handlaggartid", "trisam.eget-mote.man", 72)]
    [InlineData("trisam-processledare", "vardenheter.tillfallen", 81)]
    [InlineData("trisam-processledare", "team.halsocentraler-med", 40)]
    [InlineData("trisam-processledare", "team.halsocentraler", 42)]
    [InlineData("trisam-processledare", "team.mottagningar-med", 4)]
    [InlineData("trisam-processledare", "team.mottagningar", 5)]
    [InlineData("trisam-processledare", "team.kommuner-nittio", 9)]
    [InlineData("mysam-koordinator", "mysam.grupper", 10)]
    [InlineData("mysam-koordinator", "mysam.traffats", 10)]
    [InlineData("mysam-koordinator", "mysam.handlingsplan", 10)]
    [InlineData("utvecklingsinsatser", "aktiviteter.1.deltagare", 31)]
    [InlineData("utvecklingsinsatser", "aktiviteter.2.deltagare", 87)]
    public void Figures_in_the_appendix_and_in_goal_2(string initiative, string key, int number) => Assert.Equal(number, Sample.Answers[initiative].Number(key));

    [Fact]
    public void Section_2_6_participants_are_853_in_Trisam_and_212_in_the_others()
    {
        decimal Of(params IEnumerable<Initiative> some) => some.Sum(i => FilledSample.Cells("deltagare.deltagit").Sum(c => Sample.Answers[i.Id].Number(c)!.Value));
        Assert.Equal(853m, Of(Sample.Sample.Record.FindInitiative("trisam-handlaggartid")!));
        Assert.Equal(212m, Of(Sample.Initiatives.Where(i => i.Kind == InitiativeKind.Individual)));
    }

    [Fact]
    public void Section_2_6_structural_initiatives_reached_308() =>
        Assert.Equal(308m, Sample.Answers.Values.Sum(a => a.Number("natt.medarbetare-och-chefer") ?? 0m));

    [Fact]
    public void Trisam_somewhat_over_40_per_cent_are_50_or_older_more_of_them_women()
    {
        var (women, men) = (Trisam("alder.50-over.kvinna"), Trisam("alder.50-over.man"));
        Assert.InRange((women + men) / 853m, 0.40m, 0.42m);
        Assert.True(women > men);
    }

    [Fact]
    public void Trisam_most_women_have_sjukpenning_closely_followed_by_forsorjningsstod_and_most_men_forsorjningsstod()
    {
        string[] rows = ["sjukpenning", "forsorjningsstod", "ersattning", "aktivitetsstod", "annan"];
        Assert.Equal(["sjukpenning", "forsorjningsstod"], rows.OrderByDescending(r => Trisam($"forsorjning.{r}.kvinna")).Take(2));
        Assert.Equal("forsorjningsstod", rows.MaxBy(r => Trisam($"forsorjning.{r}.man")));
        Assert.Equal(853m, rows.Sum(r => FilledSample.Cells("forsorjning." + r).Sum(Trisam)));
    }

    [Theory]
    [InlineData("karnhuset-sandviken", "arbete", 5, 40)]
    [InlineData("karnhuset-sandviken", "ersattning", 5, 20)]
    [InlineData("karnhuset-sandviken", "annat", 5, 40)]
    [InlineData("connect-bollnas", "arbete", 12, 0)]
    [InlineData("connect-bollnas", "studier", 12, 25)]
    [InlineData("connect-bollnas", "arbetsinriktad", 12, 17)]
    [InlineData("connect-bollnas", "medicinsk", 12, 17)]
    [InlineData("connect-bollnas", "annat", 12, 42)]
    [InlineData("ljusdal", "arbete", 14, 21)]
    [InlineData("ovanaker", "arbete", 19, 58)]
    [InlineData("ovanaker", "studier", 19, 32)]
    [InlineData("resan-soderhamn", "arbete", 51, 12)]
    [InlineData("resan-soderhamn", "ersattning", 51, 10)]
    public void Printed_shares_of_what_those_who_ended_went_on_to(string initiative, string row, int whole, int percent) => Assert.Equal(
        percent, Math.Round(Sample.Answers[initiative].Number($"avslut.{row}.antal")!.Value / whole * 100m, MidpointRounding.AwayFromZero));

    private static decimal Trisam(string key) => Sample.Answers["trisam-handlaggartid"].Number(key)!.Value;
}

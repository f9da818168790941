using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts.Outlines;

namespace Finsam.Cli.Tests.Samples;

/// <summary>Jämtland prints sums over its initiatives only. The invented reports add up to every one of them, typed here from the annual report.</summary>
public sealed class JamtlandFiguresTests
{
    private static readonly FilledSample Sample = FilledSample.Of("jamtland-2023");

    [Fact]
    public void The_sample_has_the_full_year_first() => Assert.Equal("2023-helar", Sample.Period.Id);

    [Theory]
    [InlineData("deltagare.deltagit", 320, 154, 166)]
    [InlineData("deltagare.nya", 157, 68, 89)]
    [InlineData("deltagare.avslutade", 138, 66, 72)]
    [InlineData("deltagare.psykiatri", 75, 42, 33)]
    public void Table_2_flows(string row, int all, int women, int men) => Assert.Equal([all, women, men], Sample.Row(row));

    [Fact]
    public void Table_2_consultations_and_goal_1_joint_plans()
    {
        Assert.Equal(42m, Sample.Sum("antal.konsultationer"));
        Assert.Equal(160m, Sample.Sum("antal.samplaneringar"));
    }

    [Theory]
    [InlineData("avslut.arbete", 34, 13, 21)]
    [InlineData("avslut.studier", 10, 7, 3)]
    [InlineData("avslut.arbetsinriktad", 48, 25, 23)]
    [InlineData("avslut.annan", 21, 11, 10)]
    public void Table_3_results(string row, int all, int women, int men) => Assert.Equal([all, women, men], Sample.Row(row));

    [Fact]
    public void Table_3_the_rest_of_the_138_went_to_none_of_these() => Assert.Equal([25m, 10m, 15m], Sample.Row("avslut.inget"));

    [Theory]
    [InlineData("ingen", 13, 37)]
    [InlineData("a-kassa", 4, 3)]
    [InlineData("aktivitetsersattning", 5, 12)]
    [InlineData("aktivitetsstod", 9, 4)]
    [InlineData("ekonomiskt-bistand", 56, 22)]
    [InlineData("sjukersattning", 3, 9)]
    [InlineData("sjukpenning", 9, 7)]
    [InlineData("studiestod", 0, 6)]
    [InlineData("annan", 0, 1)]
    public void Table_4_livelihood_in_per_cent_of_276_before_and_123_after(string row, int before, int after)
    {
        Assert.Equal(276m, Sample.Sum("forsorjning-fore.personer.antal"));
        Assert.Equal(123m, Sample.Sum("forsorjning-efter.personer.antal"));
        Assert.Equal(before, Percent(Sample.Sum($"forsorjning-fore.{row}.antal"), 276m));
        Assert.Equal(after, Percent(Sample.Sum($"forsorjning-efter.{row}.antal"), 123m));
    }

    [Fact]
    public void The_posts_that_were_financed_are_8_25() => Assert.Equal(
        8.25m, Sample.Answers.Values.SelectMany(a => a.Entries).Where(e => e.Key.EndsWith(".tjanst", StringComparison.Ordinal)).Sum(e => ((Answer.Number)e.Value).Value));

    [Fact]
    public void Structural_initiatives_had_about_470_participants()
    {
        Assert.Equal(470m, Sample.Sum("natt.medarbetare-och-chefer"));
        Assert.Equal(4m, Sample.Answers["bip-utbildning"].Number("natt.medarbetare-och-chefer"));
        Assert.Equal(2, Sample.Answers["larandeseminarium"].Entries.Count(e => e.Key.EndsWith(".vad", StringComparison.Ordinal)));
    }

    [Fact]
    public void Note_2_grants_paid_are_6_469_841_kronor_and_each_is_what_was_paid()
    {
        Assert.Equal(6_469_841m, Sample.Sum("ekonomi.utfall"));
        Assert.All(
            Sample.Initiatives.Where(i => !i.Payments.IsEmpty),
            i => Assert.Equal(i.Payments.Sum(p => p.Kronor), Sample.Answers[i.Id].Number("ekonomi.utfall")));
    }

    [Fact]
    public void Goal_2_is_32_per_cent_of_those_who_ended()
    {
        var measure = Sample.Sample.Record.Goals.Goals.Single(g => g.Id == "mal-2").Indicators.Single().Measure!;
        Assert.Equal(32, Percent(Sample.Sum(measure.Cells), Sample.Sum(measure.Base)));
    }

    [Fact]
    public void The_draft_adds_up_to_the_printed_rows()
    {
        var material = Sample.Material();
        var part = material.Record.Outline("arsredovisning").Parts.OfType<ParticipantsPart>().First();
        var total = ParticipantsTable.Build(material, "", part).Rows[^1].Cells;
        Assert.Equal([320m, 154m, 166m, 0m, 0m], total.Skip(1).Select(c => c.Value));
    }

    private static int Percent(decimal part, decimal whole) => (int)Math.Round(part / whole * 100m, MidpointRounding.AwayFromZero);
}

using System.Collections.Immutable;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Templates;

/// <summary>What each kind of block demands by itself.</summary>
public sealed class BlockCheckTests
{
    private static readonly MeansBlock Means = new() { Id = "medel", Label = "Medelvärden", Rows = [new MeanRow("alder", "Ålder", "år")], Columns = [new Choice("kvinna", "Kvinna")] };
    private static readonly StaffingBlock Staffing = new() { Id = "bemanning", Label = "Bemanning", Rows = 3 };
    private static readonly ActivitiesBlock Activities = new() { Id = "aktiviteter", Label = "Aktiviteter", Rows = 3 };
    private static readonly EconomyBlock Forecast = Some.Economy with { ForecastLabel = "Prognos" };

    [Fact]
    public void A_mean_and_how_many_it_is_of_go_together()
    {
        Assert.Empty(Means.Check());
        Assert.Empty(Means.Check(("medel.alder.kvinna.antal", 3), ("medel.alder.kvinna.medel", 44.5)));
        Assert.Equal(["Ålder, kvinna: skriv hur många personer medelvärdet gäller."], Means.Check(("medel.alder.kvinna.medel", 44.5)).Messages());
        Assert.Equal(["Ålder, kvinna: skriv medelvärdet, eller ”uppgift saknas”."], Means.Check(("medel.alder.kvinna.antal", 3)).Messages());
    }

    [Fact]
    public void Nobody_has_no_mean()
    {
        Assert.Empty(Means.Check(("medel.alder.kvinna.antal", 0)));
        Assert.Equal(["medel.alder.kvinna.medel"], Assert.Single(Means.Check(("medel.alder.kvinna.antal", 0), ("medel.alder.kvinna.medel", 44))).Fields);
    }

    [Fact]
    public void An_unknown_mean_or_number_is_an_answer()
    {
        Assert.Empty(Means.Check(("medel.alder.kvinna.antal", OneBlock.Unknown), ("medel.alder.kvinna.medel", 44)));
        Assert.Empty(Means.Check(("medel.alder.kvinna.antal", 3), ("medel.alder.kvinna.medel", OneBlock.Unknown)));
        Assert.Empty(Means.Check(("medel.alder.kvinna.antal", OneBlock.Unknown)));
    }

    [Fact]
    public void A_post_has_a_role_and_a_role_a_post()
    {
        Assert.Empty(Staffing.Check(("bemanning.2.roll", "Vägledare"), ("bemanning.2.tjanst", 1)));
        Assert.Equal(["Rad 1: skriv vilken roll det gäller."], Staffing.Check(("bemanning.1.tjanst", 0.5)).Messages());
        Assert.Equal(["Rad 1: skriv vilken roll det gäller."], Staffing.Check(("bemanning.1.vakant", 0)).Messages());
        Assert.Equal(["bemanning.3.tjanst"], Assert.Single(Staffing.Check(("bemanning.3.roll", "Vägledare"), ("bemanning.3.vakant", 1))).Fields);
        Assert.Empty(Staffing.Check(("bemanning.1.roll", "Vägledare"), ("bemanning.1.tjanst", OneBlock.Unknown), ("bemanning.1.vakant", 1)));
    }

    [Fact]
    public void No_more_is_vacant_than_there_is()
    {
        Assert.Empty(Staffing.Check(("bemanning.1.roll", "Vägledare"), ("bemanning.1.tjanst", 0.5), ("bemanning.1.vakant", 0.5)));
        Assert.Equal(["Rad 1: mer är vakant än tjänstens storlek."], Staffing.Check(("bemanning.1.roll", "Vägledare"), ("bemanning.1.tjanst", 0.5), ("bemanning.1.vakant", 0.6)).Messages());
    }

    [Fact]
    public void An_activity_says_what_it_was()
    {
        Assert.Empty(Activities.Check());
        Assert.Empty(Activities.Check(("aktiviteter.3.vad", "Möte")));
        Assert.Equal(["Aktivitet 2: skriv vad som gjordes, eller töm raden."], Activities.Check(("aktiviteter.2.deltagare", 0), ("aktiviteter.2.datum", "2023-05-01")).Messages());
    }

    [Fact]
    public void An_activity_that_is_not_asked_what_it_was_need_not_say() =>
        Assert.Empty((Activities with { Columns = [ActivityColumn.Date, ActivityColumn.Internal] }).Check(("aktiviteter.1.intern", Flagged.Yes)));

    [Theory]
    [InlineData(110_400, null)]
    [InlineData(111_000, "Prognosen är 111\u00A0% av beviljade medel. Vad beror det på?")]
    [InlineData(0, "Prognosen är 0\u00A0% av beviljade medel. Vad beror det på?")]
    public void The_forecast_and_not_the_cost_is_held_against_the_grant_where_it_is_asked(int forecast, string? message) =>
        Assert.Equal(
            message is null ? [] : [message],
            Forecast.CheckOf(Some.Initiative().Granted(100_000), ("ekonomi.utfall", 5), ("ekonomi.prognos", forecast)).Messages());

    [Fact]
    public void An_unknown_or_explained_forecast_asks_for_nothing()
    {
        var granted = Some.Initiative().Granted(100_000);
        Assert.Empty(Forecast.CheckOf(granted, ("ekonomi.utfall", 5), ("ekonomi.prognos", OneBlock.Unknown)));
        Assert.Empty(Forecast.CheckOf(granted, ("ekonomi.utfall", 5), ("ekonomi.prognos", 5), ("ekonomi.kommentar", "Vakans.")));
        Assert.Equal(["ekonomi.prognos"], Assert.Single(Forecast.CheckOf(granted, ("ekonomi.utfall", 5))).Fields);
    }

    [Fact]
    public void The_bound_is_the_templates() =>
        Assert.Empty((Forecast with { CommentAbovePercent = 100 }).CheckOf(Some.Initiative().Granted(100_000), ("ekonomi.utfall", 5), ("ekonomi.prognos", 0)));

    // A role and its post stand on one row of one party: no sum over parties has a role.
    [Fact]
    public void What_goes_together_goes_together_for_each_party()
    {
        var means = Means with { SharedByParty = true };
        Assert.Empty(Check(means, ("medel@a.alder.kvinna.antal", 3), ("medel@a.alder.kvinna.medel", 40), ("medel@b.alder.kvinna.antal", 5), ("medel@b.alder.kvinna.medel", 50)));
        Assert.Equal(["Bollnäs kommun: Ålder, kvinna: skriv medelvärdet, eller ”uppgift saknas”."], Check(means, ("medel@b.alder.kvinna.antal", 3)).Messages());

        var staffing = Staffing with { SharedByParty = true };
        Assert.Empty(Check(staffing, ("bemanning@a.1.roll", "Vägledare"), ("bemanning@a.1.tjanst", 1), ("bemanning@b.1.roll", "Coach"), ("bemanning@b.1.tjanst", 1)));
        Assert.Equal(["bemanning@a.1.roll"], Assert.Single(Check(staffing, ("bemanning@a.1.tjanst", 1))).Fields);

        var activities = Activities with { SharedByParty = true };
        Assert.Empty(Check(activities, ("aktiviteter@a.1.vad", "Möte"), ("aktiviteter@a.1.deltagare", 3), ("aktiviteter@b.1.vad", "Möte"), ("aktiviteter@b.1.deltagare", 4)));
        Assert.Equal(["aktiviteter@b.1.vad"], Assert.Single(Check(activities, ("aktiviteter@b.1.deltagare", 4))).Fields);
    }

    [Fact]
    public void A_cost_that_the_parties_share_is_held_against_the_grant_when_all_have_answered()
    {
        var shared = Some.Economy with { SharedByParty = true };
        Finding[] Warnings(params (string Key, object Value)[] answers) =>
            [.. shared.CheckOf(OneBlock.Shared.Granted(100_000), answers).Where(f => f.Severity == Severity.Warning)];
        Assert.Empty(Warnings(("ekonomi@a.utfall", 1)));
        Assert.Empty(Warnings(("ekonomi@a.utfall", 40_000), ("ekonomi@b.utfall", 60_000)));
        Assert.Single(Warnings(("ekonomi@a.utfall", 1), ("ekonomi@b.utfall", 1)));
        Assert.Empty(Warnings(("ekonomi@a.utfall", 1), ("ekonomi@b.utfall", 1), ("ekonomi@b.kommentar", "Vakans.")));
    }

    [Fact]
    public void What_a_rule_needs_of_a_shared_block_it_needs_of_each_party()
    {
        var template = (Some.Comment with { SharedByParty = true }).Template() with { Rules = [new RequiredRule("regel", ["kommentar.text"], Severity.Error, "{field} behövs")] };
        var findings = CheckReport.Run(template, OneBlock.Shared, Some.Answers(("kommentar@a.text", "Klart.")), Some.Period);
        Assert.Equal(["kommentar@b.text"], Assert.Single(findings).Fields);
        Assert.Equal("Kommentar till resultatet, Bollnäs kommun behövs", findings[0].Message);
    }

    private static ImmutableArray<Finding> Check(Block block, params (string Key, object Value)[] answers) => block.CheckOf(OneBlock.Shared, answers);
}

using Finsam.Domain.Budgets;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Initiatives;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class FindingsTests
{
    [Fact]
    public void Reported_and_booked_that_differ_are_told_in_total_and_by_row_with_a_groups_parts()
    {
        var material = Some.Material(
            Reported("tid", 3_991_000, "trisam"), Reported("ledare", 1_486_000, "trisam"), Reported("ovriga", 6_302_000)).Grouped(new InitiativeGroup("trisam", "Trisam")).Booked(new BookedOutcome(2023, "trisam", 5_471_000m), new BookedOutcome(2023, "ovriga", 6_302_000m));

        Assert.Equal(
            [
                "Rapporterat utfall är 11 779 tkr, bokfört 11 773 tkr: skillnad 6 tkr.",
                "Trisam: rapporterat 5 477 tkr (3 991 + 1 486), bokfört 5 471 tkr, skillnad 6 tkr.",
            ],
            Of(material));
    }

    [Fact]
    public void A_row_of_one_initiative_is_told_without_parts() =>
        Assert.Equal(
            "Hofors: rapporterat 198 tkr, bokfört 201 tkr, skillnad −3 tkr.",
            Of(Some.Material(Reported("hofors", 198_000)).Booked(new BookedOutcome(2023, "hofors", 201_000m)))[1]);

    [Fact]
    public void There_is_nothing_to_say_when_all_have_reported_what_is_booked() =>
        Assert.Empty(Of(Some.Material(Reported("hofors", 201_000)).Booked(new BookedOutcome(2023, "hofors", 201_000m))));

    [Fact]
    public void What_is_only_reported_or_only_booked_or_booked_another_year_is_not_compared()
    {
        var material = Some.Material(Reported("hofors", 100_000), Reported("resan", 200_000), Some.Initiative("ljusdal").NotSent()).Booked(new BookedOutcome(2022, "hofors", 5m), new BookedOutcome(2023, "ljusdal", 5m));

        Assert.Equal(["Rapport saknas: Ljusdal. Siffror från insatsen står som ”saknas” och ingår inte i någon summa."], Of(material));
    }

    [Fact]
    public void The_total_compares_only_rows_that_are_both_reported_and_booked()
    {
        var material = Some.Material(Reported("hofors", 100_000), Reported("resan", 900_000)).Booked(new BookedOutcome(2023, "hofors", 90_000m));

        Assert.Equal("Rapporterat utfall är 100 tkr, bokfört 90 tkr: skillnad 10 tkr.", Of(material)[0]);
    }

    [Fact]
    public void A_difference_is_never_told_as_nothing()
    {
        var material = Some.Material(Reported("hofors", 201_400)).Booked(new BookedOutcome(2023, "hofors", 201_000m));

        Assert.DoesNotContain(Of(material), f => f.Contains("skillnad 0 tkr", StringComparison.Ordinal));
    }

    private static InitiativeMaterial Reported(string id, decimal kronor, string? group = null) =>
        (Some.Initiative(id) with { Group = group }).Granted(kronor).Sent(("ekonomi.utfall", kronor));

    private static string[] Of(PeriodMaterial material) => [.. Findings.Of(material, Some.Outline).Select(Some.Spaced)];
}

using Finsam.Cli.Demo;
using Finsam.Domain.Drafts.Outlines;

namespace Finsam.Cli.Tests.Samples;

/// <summary>An årsredovisning has the headings of RKR R15 in its order, each with something under it; Jämtland has its own order, and is not among these.</summary>
public sealed class OutlineHeadingsTests
{
    // "Ekonomisk hushållning" is the one that associations word in their own way.
    private static readonly string[] R15 =
    [
        "Översikt över verksamhetens utveckling", "Viktiga förhållanden för resultat och ekonomisk ställning", "Händelser av väsentlig betydelse",
        "Styrning och uppföljning av verksamheten", "God ekonomisk hushållning", "Balanskravsresultat", "Väsentliga personalförhållanden", "Förväntad utveckling",
    ];

    [Theory]
    [InlineData("standard")]
    [InlineData("gavleborg-2023")]
    [InlineData("harnosand-timra-2022")]
    [InlineData("vast-2023")]
    public void The_headings_stand_in_order_and_none_is_empty(string sample)
    {
        var parts = Sample.Read(sample).Record.Outline("arsredovisning").Parts;
        var places = R15.Select(wanted => parts.Index().First(p => p.Item is HeadingPart h && h.Text.StartsWith(wanted, StringComparison.Ordinal)).Index).ToArray();

        Assert.Equal(places.Order(), places);
        Assert.All(places, place => Assert.True(
            parts[place + 1] is not HeadingPart next || next.Level > ((HeadingPart)parts[place]).Level, $"{((HeadingPart)parts[place]).Text} has nothing under it"));
    }

    [Theory]
    [InlineData("standard", "tertialuppfoljning", "delarsrapport", "arsredovisning", "slutrapport", "verksamhetsplan", "lagesrapport")]
    [InlineData("gavleborg-plan-2020", "verksamhetsplan")]
    [InlineData("jamtland-2023", "tertialuppfoljning", "arsredovisning")]
    [InlineData("vast-2023", "delarsrapport", "arsredovisning")]
    public void The_documents_of_a_year_are_shipped(string sample, params string[] outlines) =>
        Assert.Subset(Sample.Read(sample).Record.Outlines.Select(o => o.Id).ToHashSet(), outlines.ToHashSet());
}

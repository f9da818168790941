using System.Collections.Immutable;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.History;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Consolidation;

public sealed class SentencesTests
{
    [Fact]
    public void Figures_stand_in_the_sentence_and_are_traced_to_their_answers()
    {
        var parts = Build(
            new SentencesPart(["Under {year}: {deltagare.deltagit} deltagare, varav {deltagare.deltagit.kvinna:ord} kvinnor ({deltagare.deltagit.kvinna / deltagare.deltagit})."]),
            Some.Initiative("a").Sent(("deltagare.deltagit.kvinna", 3), ("deltagare.deltagit.man", 1)));

        var sentence = Assert.IsType<DraftPart.Paragraph>(Assert.Single(parts));
        Assert.Equal("Under 2023: 4 deltagare, varav tre kvinnor (75 %).", Some.Spaced(sentence.Read()));
        Assert.Equal(["rapport/2023-helar/a#deltagare.deltagit.kvinna", "rapport/2023-helar/a#deltagare.deltagit.man"], sentence.Inlines.OfType<Inline.Figure>().First().Source.Addresses);
    }

    [Fact]
    public void A_figure_that_is_missing_says_so_in_its_place_and_below()
    {
        var parts = Build(new SentencesPart(["{deltagare.nya} nya."]) { List = true }, Some.Initiative("a").NotSent());

        var list = Assert.IsType<DraftPart.List>(parts[0]);
        Assert.Equal("saknas nya.", new DraftPart.Paragraph(list.Items[0]).Read());
        Assert.Equal(ParagraphKind.Note, Assert.IsType<DraftPart.Paragraph>(parts[1]).Kind);
    }

    [Fact]
    public void One_initiatives_figure_is_taken_from_anothers_and_divided()
    {
        var parts = Build(
            new SentencesPart(["{deltagare.nya.kvinna@b - deltagare.nya.kvinna@a} fler, {deltagare.nya.kvinna@b per 4} i kvartalet"]),
            Some.Initiative("a").Sent(("deltagare.nya.kvinna", 3)), Some.Initiative("b").Sent(("deltagare.nya.kvinna", 10)));

        Assert.Equal("7 fler, 2,5 i kvartalet", Assert.IsType<DraftPart.Paragraph>(parts[0]).Read());
    }

    [Theory]
    [InlineData("#insatser.alla - #insatser.avslutade", "2")]
    [InlineData("#historik.nya + deltagare.nya", "15")]
    [InlineData("deltagare.nya - #historik.nya@a", "8")]
    [InlineData("#historik.nya@b", "saknas")]
    [InlineData("#uppgifter.unika", "9")]
    [InlineData("#uppgifter.unika@a", "4")]
    [InlineData("#insatsmal.alla", "3")]
    [InlineData("#insatsmal.alla@a", "2")]
    [InlineData("#insatser.avslutade / #insatser.alla", "33 %")]
    [InlineData("deltagare.nya / #insatser.alla", "3,3")]
    [InlineData("ekonomi.utfall / deltagare.nya", "30")]
    [InlineData("ekonomi.utfall / deltagare.nya:1", "30,0")]
    public void Figures_of_the_record_are_counted_with_those_of_the_reports(string figure, string expected)
    {
        var material = Some.Material(
            Some.Initiative("a").WithGoals("Ett", "Två").Sent(("deltagare.nya.kvinna", 6), ("deltagare.nya.man", 4), ("ekonomi.utfall", 300_000)),
            Some.Initiative("b", InitiativeKind.Structural).WithGoals("Ett").Sent(("ekonomi.utfall", 0)),
            (Some.Initiative("c", InitiativeKind.Structural) with { AgreedEnd = new DateOnly(2023, 6, 30) }).Sent(("ekonomi.utfall", 0)));
        var history = new PublishedHistory
        {
            Measures = [new("nya", "Nya", "personer")],
            Documents = [new("ar-2023", "Årsredovisning 2023", 2023)],
            Figures = [Published(5, null), Published(2, "a")],
        };
        material = material with { Record = material.Record with { History = history, Figures = new() { Figures = [Entered(9, null), Entered(4, "a")] } } };

        Assert.Equal(expected, Some.Spaced(Assert.IsType<DraftPart.Paragraph>(Build(new SentencesPart([$"{{{figure}}}"]), material)[0]).Read()));
    }

    [Theory]
    [InlineData(null, "200", "2")]
    [InlineData(Scope.Year, "300", "uppgift saknas")]
    public void A_cost_of_the_year_is_the_sum_of_its_periods_and_a_figure_of_unknown_nature_is_not(Scope? scope, string cost, string chiefs)
    {
        var initiative = Some.Initiative("a", InitiativeKind.Structural);
        ReportingPeriod first = Some.Period with { Id = "2023-t1", End = new DateOnly(2023, 4, 30) }, second = Some.Period with { Id = "2023-t2", Start = new DateOnly(2023, 5, 1), End = new DateOnly(2023, 8, 31) };
        var earlier = initiative.Sent(("ekonomi.utfall", 100_000), ("natt.chefer", 1)).Report! with { Key = new ReportKey(Some.Association.Id, first.Id, "a") };
        var material = Some.Material(initiative.Sent(("ekonomi.utfall", 200_000), ("natt.chefer", 2))) with
        {
            Period = second,
            Earlier = [new EarlierReport(first, Some.Template, earlier)],
        };

        var parts = Build(new SentencesPart(["{ekonomi.utfall} tkr, {natt.chefer} chefer"]) { Scope = scope }, material);

        Assert.Equal($"{cost} tkr, {chiefs} chefer", Some.Spaced(Assert.IsType<DraftPart.Paragraph>(parts[0]).Read()));
    }

    [Fact]
    public void What_must_be_said_of_a_sentence_stands_after_its_list_in_the_words_of_a_text()
    {
        var parts = BuildDraft.From(
            Some.Material(Some.Initiative("a").Sent(("deltagare.nya.kvinna", 6), ("deltagare.nya.man", 4)), Some.Initiative("b").NotSent(), Some.Initiative("c").Sent()),
            new Outline { Id = "x", Title = "x", Parts = [new SentencesPart(["{deltagare.nya} nya:"]), new SentencesPart(["{deltagare.nya.kvinna} kvinnor"]) { List = true }] }, "").Parts;

        Assert.IsType<DraftPart.Paragraph>(parts[0]);
        Assert.IsType<DraftPart.List>(parts[1]);
        Assert.Equal(
            [
                "Siffrorna ovan omfattar 2 av 3 insatser. Rapport saknas från: B.",
                "Någon av siffrorna ovan saknar uppgift från: C. Det som saknas är inte medräknat.",
            ],
            parts.Skip(2).Cast<DraftPart.Paragraph>().Select(p => p.Read()));
    }

    [Theory]
    [InlineData("deltagare")]
    [InlineData("deltagare.nya.kvinna.mer")]
    [InlineData("deltagare.nya per 0")]
    [InlineData("deltagare.nya / ")]
    [InlineData("DELTAGARE.nya")]
    public void What_is_no_figure_is_not_read(string text) => Assert.Null(FigureExpression.Parse(text));

    [Fact]
    public void An_expression_is_read_with_its_parts()
    {
        var figure = FigureExpression.Parse("avslut.arbete.kvinna@hofors + a-kassa.* - avslut.annat / deltagare.nya per 12:1")!;

        Assert.Equal(
            [new FigureTerm("avslut", "arbete", "kvinna", "hofors"), new FigureTerm("a-kassa", "*"), new FigureTerm("avslut", "annat") { Minus = true }], figure.Terms.AsEnumerable());
        Assert.Equal([new FigureTerm("deltagare", "nya")], figure.Of.AsEnumerable());
        Assert.Equal((12, 1), (figure.Per, figure.Decimals));
    }

    private static HistoryFigure Published(decimal value, string? initiative) =>
        new() { Measure = "nya", Year = 2023, Initiative = initiative, Value = value, Document = "ar-2023" };

    private static EnteredFigure Entered(decimal value, string? initiative) =>
        new() { Measure = "unika", Period = Some.Period.Id, Initiative = initiative, Value = value, Source = "Uppföljning Finsam" };

    private static ImmutableArray<DraftPart> Build(OutlinePart part, params InitiativeMaterial[] initiatives) => Build(part, Some.Material(initiatives));

    private static ImmutableArray<DraftPart> Build(OutlinePart part, PeriodMaterial material) =>
        BuildDraft.From(material, new Outline { Id = "x", Title = "x", Parts = [part] }, "").Parts;
}

using System.Collections.Immutable;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Drafts.Outlines;

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

    private static ImmutableArray<DraftPart> Build(OutlinePart part, params InitiativeMaterial[] initiatives) =>
        BuildDraft.From(Some.Material(initiatives), new Outline { Id = "x", Title = "x", Parts = [part] }, "").Parts;
}

using System.Diagnostics;
using Finsam.Domain.Rules;

namespace Finsam.Domain.Tests.Rules;

public sealed class TextFiguresRuleTests
{
    private const string Women = "deltagare.deltagit.kvinna";
    private const string Men = "deltagare.deltagit.man";

    [Theory]
    [InlineData("Vi nådde 62 deltagare.", "62 deltagare, 20")]
    [InlineData("62 Deltagare", "62 deltagare, 20")]
    [InlineData("13 av 20 deltagare har fått arbete.", null)]
    [InlineData("13 av de 21 deltagare som började", "21 deltagare, 20")]
    [InlineData("Sammanlagt 1 065 personer.", "1\u00A0065 personer, 20")]
    [InlineData("Sammanlagt 1\u00A0065\u00A0personer.", "1\u00A0065 personer, 20")]
    [InlineData("(12 kvinnor)", null)]
    [InlineData("13 kvinnor och 8 män", "13 kvinnor, 12")]
    [InlineData("Under 2023 deltagare från Hofors.", null)]
    [InlineData("År 1998 personer", null)]
    [InlineData("12,5 deltagare i snitt", null)]
    [InlineData("12.5 deltagare i snitt", null)]
    [InlineData("10–12 deltagare", null)]
    [InlineData("10-12 deltagare", null)]
    [InlineData("10 - 12 deltagare", null)]
    [InlineData("60 % deltagare", null)]
    [InlineData("60% kvinnor", null)]
    [InlineData("5 000 kr till deltagare", null)]
    [InlineData("19 nya deltagare", "19 deltagare, 20")]
    [InlineData("19 st personer", "19 personer, 20")]
    [InlineData("2023-05-19 deltagare", null)]
    [InlineData("٣٤ deltagare", null)]
    [InlineData("1 000 000 000 000 000 000 000 000 000 000 000 000 deltagare", null)]
    [InlineData("0000000000000000000000000000000000020 deltagare", null)]
    public void A_number_right_before_a_word_is_held_against_the_words_figures(string text, string? said) =>
        Assert.Equal(said is null ? [] : [said], Said(text));

    [Fact]
    public void Each_number_that_differs_is_told_by_itself() =>
        Assert.Equal(["3 kvinnor, 12", "4 deltagare, 20"], Said("3 kvinnor av 4 deltagare"));

    [Fact]
    public void A_word_that_speaks_of_several_figures_is_right_when_one_of_them_is() =>
        Assert.Empty(Check("8 deltagare", new SaidFigure(["deltagare"], [Women, Men]), new SaidFigure(["deltagare"], [Men])));

    [Fact]
    public void A_figure_that_is_not_known_is_held_against_nothing() =>
        Assert.Empty(CheckReport.Run(Template(Usual), Some.Initiative(), Some.Answers((Women, 12), ("kommentar.text", "62 deltagare")), Some.Period).Where(f => f.Rule is not null));

    [Fact]
    public void Its_fields_are_the_text_first_and_then_the_figures() =>
        Assert.Equal(["kommentar.text", Women, Men], Assert.Single(Check("62 deltagare", Usual)).Fields);

    [Theory]
    [InlineData("1 ")]
    [InlineData("1 000 ")]
    [InlineData("12 a")]
    [InlineData("7 deltagare ")]
    [InlineData("9")]
    [InlineData("x")]
    public void The_time_is_linear_in_the_texts_length(string piece)
    {
        long Ticks(int length)
        {
            var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            return Enumerable.Range(0, 3).Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                Check(text, Usual);
                return watch.ElapsedTicks;
            });
        }

        Ticks(2_000);
        var (some, ten) = (Ticks(20_000), Ticks(200_000));
        Assert.True(ten < (40 * some) + (Stopwatch.Frequency / 10), $"{some} ticks, and {ten} for a text ten times as long");
    }

    private static SaidFigure[] Usual => [new(["deltagare", "personer"], [Women, Men]), new(["kvinnor"], [Women])];

    private static string[] Said(string text) => [.. Check(text, Usual).Select(f => f.Message)];

    private static IEnumerable<Finding> Check(string text, params SaidFigure[] said) =>
        CheckReport.Run(Template(said), Some.Initiative(), Some.Answers((Women, 12), (Men, 8), ("kommentar.text", text)), Some.Period).Where(f => f.Rule == "text");

    private static Domain.Templates.FormTemplate Template(SaidFigure[] said) =>
        Some.Template with { Rules = [new TextFiguresRule("text", ["kommentar.*"], [.. said], Severity.Warning, "{said} {word}, {figure}")] };
}

using Finsam.Domain.Answers;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Tests.Rules;

/// <summary>Rules of single numbers: within bounds, needed, changed since before, never fewer than before.</summary>
public sealed class NumberRuleTests
{
    private const string Women = "deltagare.deltagit.kvinna";
    private const string Men = "deltagare.deltagit.man";
    private static readonly DateOnly August = new(2023, 8, 31);

    [Theory]
    [InlineData(15, "Deltagit, kvinna: 15, 16–70")]
    [InlineData(16, null)]
    [InlineData(70, null)]
    [InlineData(71, "Deltagit, kvinna: 71, 16–70")]
    public void A_number_outside_its_bounds_is_told_and_the_bounds_are_within(int number, string? message) =>
        Assert.Equal(message is null ? [] : [message], Said(Within(16, 70), Some.Answers((Women, number))));

    [Fact]
    public void A_bound_that_is_not_given_bounds_nothing()
    {
        Assert.Empty(Said(Within(null, 70), Some.Answers((Women, 0))));
        Assert.Empty(Said(Within(16, null), Some.Answers((Women, 900))));
        Assert.Single(Said(Within(16, null), Some.Answers((Women, 0))));
    }

    [Fact]
    public void A_blank_or_unknown_number_is_within_any_bounds()
    {
        Assert.Empty(Said(Within(16, 70), AnswerSheet.Empty));
        Assert.Empty(Said(Within(16, 70), Some.Answers((Women, Answer.Unknown.Instance))));
    }

    [Fact]
    public void What_is_needed_is_told_while_it_is_blank_and_zero_and_unknown_are_answers()
    {
        var rule = new RequiredRule("regel", [Women, Men], Severity.Error, "{field} behövs");
        Assert.Equal(["Deltagit, kvinna behövs", "Deltagit, man behövs"], Said(rule, AnswerSheet.Empty));
        Assert.Empty(Said(rule, Some.Answers((Women, 0), (Men, Answer.Unknown.Instance))));
    }

    [Theory]
    [InlineData(Comparison.AtLeast, 3, true)]
    [InlineData(Comparison.AtLeast, 2, false)]
    [InlineData(Comparison.Equal, 3, true)]
    [InlineData(Comparison.Equal, 4, false)]
    [InlineData(Comparison.AtMost, 4, false)]
    [InlineData(Comparison.AtMost, 0, true)]
    public void What_is_needed_when_a_number_says_so_is_not_needed_else(Comparison comparison, int number, bool isNeeded) =>
        Assert.Equal(isNeeded, Said(NeededWhen(new Condition([Women]) { Comparison = comparison, Value = 3 }), Some.Answers((Women, number))).Length > 0);

    [Fact]
    public void Blank_and_unknown_numbers_make_nothing_needed_and_what_is_given_is_added_up()
    {
        var rule = NeededWhen(new Condition([Women, Men]) { Comparison = Comparison.AtMost, Value = 3 });
        Assert.Empty(Said(rule, AnswerSheet.Empty));
        Assert.Empty(Said(rule, Some.Answers((Women, Answer.Unknown.Instance))));
        Assert.Single(Said(rule, Some.Answers((Women, 2))));
        Assert.Empty(Said(rule, Some.Answers((Women, 2), (Men, 2))));
    }

    [Fact]
    public void A_choice_makes_something_needed()
    {
        var rule = NeededWhen(new Condition(["mal.samlad"]) { OneOf = ["viss-del"] });
        Assert.Empty(Said(rule, AnswerSheet.Empty));
        Assert.Empty(Said(rule, Some.Answers(("mal.samlad", "uppfylld"))));
        Assert.Equal(["Kommentar till resultatet behövs"], Said(rule, Some.Answers(("mal.samlad", "viss-del"))));
        Assert.Empty(Said(rule, Some.Answers(("mal.samlad", "viss-del"), ("kommentar.text", "Därför."))));
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, "16 nu mot 10, 60 %")]
    [InlineData(5, null)]
    [InlineData(4, "4 nu mot 10, 60 %")]
    public void A_sum_that_has_changed_more_than_it_may_is_told_with_both_sums(int now, string? said)
    {
        var rule = new ChangeRule("regel", [Women, Men], Earlier.LastYear, 50, Severity.Warning, "{now} nu mot {before}, {percent} %");
        Assert.Equal(said is null ? [] : [said], Said(rule, Some.Answers((Women, now), (Men, 0)), year: Some.Answers((Women, 7), (Men, 3))));
    }

    [Fact]
    public void A_change_from_nothing_is_a_hundred_per_cent_and_one_of_a_few_is_never_told()
    {
        var rule = new ChangeRule("regel", [Women], Earlier.LastPeriod, 50, Severity.Warning, "{field}: {now} mot {before}, {percent} %");
        Assert.Equal(["Deltagit, kvinna: 7 mot 0, 100 %"], Said(rule, Some.Answers((Women, 7)), Some.Answers((Women, 0))));
        Assert.Empty(Said(rule, Some.Answers((Women, 4)), Some.Answers((Women, 0))));
        Assert.Equal(["Deltagit, kvinna: 1 mot 9, 89 %"], Said(rule, Some.Answers((Women, 1)), Some.Answers((Women, 9))));
    }

    [Fact]
    public void Without_all_of_both_sums_nothing_has_changed()
    {
        var rule = new ChangeRule("regel", [Women, Men], Earlier.LastPeriod, 50, Severity.Warning, "ändrat");
        var now = Some.Answers((Women, 50), (Men, 50));
        Assert.Single(Said(rule, now, Some.Answers((Women, 1), (Men, 1))));
        Assert.Empty(Said(rule, now));
        Assert.Empty(Said(rule, now, year: Some.Answers((Women, 1), (Men, 1))));
        Assert.Empty(Said(rule, now, Some.Answers((Women, 1))));
        Assert.Empty(Said(rule, now.With(Men, Answer.Unknown.Instance), Some.Answers((Women, 1), (Men, 1))));
    }

    [Fact]
    public void What_is_counted_on_can_not_be_fewer_than_before()
    {
        var rule = new AccumulatedRule("regel", [Women, Men], Severity.Error, "{field}: {now} mot {before}");
        var before = Some.Answers((Women, 5), (Men, 5));
        Assert.Equal(["Deltagit, man: 4 mot 5"], Said(rule, Some.Answers((Women, 5), (Men, 4)), before, scope: Scope.Year));
        Assert.Empty(Said(rule, Some.Answers((Women, 5), (Men, Answer.Unknown.Instance)), before, scope: Scope.Year));
        Assert.Empty(Said(rule, Some.Answers((Women, 1)), scope: Scope.Year));
    }

    [Fact]
    public void A_new_year_is_counted_from_the_beginning_and_an_initiative_is_not()
    {
        var rule = new AccumulatedRule("regel", [Women], Severity.Error, "färre");
        var (now, before) = (Some.Answers((Women, 1)), Some.Answers((Women, 5)));
        var lastYear = new DateOnly(2022, 12, 31);
        Assert.Empty(Said(rule, now, before, scope: Scope.Year, end: lastYear));
        Assert.Single(Said(rule, now, before, scope: Scope.Initiative, end: lastYear));
        Assert.Empty(Said(rule, now, before, scope: Scope.Period));
    }

    private static RangeRule Within(decimal? min, decimal? max) => new("regel", [Women], Severity.Warning, "{field}: {value}, {min}–{max}") { Min = min, Max = max };

    private static RequiredRule NeededWhen(Condition when) => new("regel", ["kommentar.text"], Severity.Error, "{field} behövs") { When = when };

    private static string[] Said(Rule rule, AnswerSheet answers, AnswerSheet? last = null, AnswerSheet? year = null, Scope scope = Scope.Period, DateOnly? end = null)
    {
        EarlierSheet? Sheet(AnswerSheet? sheet, DateOnly day) => sheet is null ? null : new EarlierSheet("förut", day, sheet);
        var sections = Some.Template.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => b with { Scope = scope })] });
        var template = Some.Template with { Sections = [.. sections], Rules = [rule] };
        var earlier = new EarlierAnswers(Sheet(last, end ?? August), Sheet(year, new DateOnly(2022, 12, 31)));
        return [.. CheckReport.Run(template, Some.Initiative(), answers, Some.Period, earlier).Where(f => f.Rule == "regel").Select(f => f.Message)];
    }
}

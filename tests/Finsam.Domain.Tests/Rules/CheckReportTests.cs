using System.Collections.Immutable;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Rules;

public sealed class CheckReportTests
{
    private const string NewWomen = "deltagare.nya.kvinna";
    private const string Women = "deltagare.deltagit.kvinna";
    private const string NewMen = "deltagare.nya.man";
    private const string Men = "deltagare.deltagit.man";

    [Fact]
    public void A_report_with_all_that_is_required_has_no_findings() =>
        Assert.Empty(Check(Complete()));

    [Fact]
    public void Each_required_field_that_is_blank_is_an_error_in_the_order_of_the_form()
    {
        var findings = Check(AnswerSheet.Empty);

        Assert.All(findings, f => Assert.Equal(Severity.Error, f.Severity));
        Assert.Equal([Women, Men, "mal.samlad", "ekonomi.utfall"], findings.Select(f => f.Fields.Single()));
        Assert.Equal("Deltagit, kvinna saknas. Fyll i, eller skriv ”uppgift saknas”.", findings[0].Message);
        Assert.Equal("Samlad bedömning: välj ett svar.", findings[2].Message);
    }

    [Fact]
    public void What_is_asked_as_a_question_is_told_as_one()
    {
        var section = Some.Template.Sections[0] with { Blocks = [new TextBlock { Id = "gick", Label = "Hur gick det?", Required = true }] };
        var findings = CheckReport.Run(Some.Template with { Sections = [section], Rules = [] }, Some.Initiative(), AnswerSheet.Empty, Some.Period);

        Assert.Equal("Hur gick det? Svara på frågan.", Assert.Single(findings).Message);
    }

    [Fact]
    public void Uppgift_saknas_is_enough_where_an_answer_is_required() =>
        Assert.Empty(Check(Complete().With(Women, Answer.Unknown.Instance).With("ekonomi.utfall", Answer.Unknown.Instance)));

    [Fact]
    public void Zero_is_enough_where_an_answer_is_required() =>
        Assert.Empty(Check(Complete().With(Women, new Answer.Number(0m))));

    [Fact]
    public void What_is_not_asked_of_the_initiative_is_not_required() =>
        Assert.Equal(
            ["mal.samlad", "ekonomi.utfall"],
            Check(AnswerSheet.Empty, initiative: Some.Initiative(kind: InitiativeKind.Structural)).Select(f => f.Fields[0]));

    [Fact]
    public void A_rule_for_each_column_finds_the_columns_where_it_does_not_hold()
    {
        var answers = Complete().With(Some.Answers((Women, 5), (NewWomen, 5), (Men, 3), (NewMen, 1234)));

        var finding = Assert.Single(Check(answers, EachColumn));

        Assert.Equal([NewMen, Men], finding.Fields);
        Assert.Equal("Varav nya, man: 1\u00A0234 mot 3.", finding.Message);
    }

    [Theory]
    [InlineData(NewMen)]
    [InlineData(Men)]
    public void A_blank_or_unknown_part_is_never_compared(string part)
    {
        var answers = Complete().With(Some.Answers((Men, 3), (NewMen, 4)));

        Assert.Single(Check(answers, EachColumn));
        Assert.DoesNotContain(Check(answers.With(part, null), EachColumn), f => f.Fields.Length > 1);
        Assert.Empty(Check(answers.With(part, Answer.Unknown.Instance), EachColumn));
    }

    [Fact]
    public void A_sum_with_an_unknown_part_is_no_sum()
    {
        var rule = new CompareRule("summa", [NewWomen, NewMen], Comparison.Equal, [Women], Severity.Warning, "{left} mot {right}");
        var answers = Complete().With(Some.Answers((Women, 4), (Men, 2), (NewWomen, 1), (NewMen, 2)));

        Assert.Equal("3 mot 4", Assert.Single(Check(answers, rule)).Message);
        Assert.Empty(Check(answers.With(NewMen, Answer.Unknown.Instance), rule));
        Assert.Empty(Check(answers.With(Women, new Answer.Number(3m)), rule));
    }

    [Theory]
    [InlineData(Comparison.AtMost, true, true, false)]
    [InlineData(Comparison.Equal, false, true, false)]
    [InlineData(Comparison.AtLeast, false, true, true)]
    public void Less_equal_and_more_hold_as_the_comparison_says(Comparison comparison, bool less, bool equal, bool more)
    {
        var rule = Some.Rule(Women, comparison, Men);
        bool Holds(int women) => Check(Complete().With(Some.Answers((Women, women), (Men, 5))), rule).IsEmpty;

        Assert.Equal((less, equal, more), (Holds(4), Holds(5), Holds(6)));
    }

    [Fact]
    public void A_rule_about_cells_that_the_initiative_is_not_asked_is_passed_over()
    {
        var structural = Some.Initiative(kind: InitiativeKind.Structural);
        var answers = Some.Answers((NewMen, 4), (Men, 3), ("mal.samlad", "uppfylld"), ("ekonomi.utfall", 1));

        Assert.Empty(Check(answers, EachColumn, structural));
    }

    [Fact]
    public void Participants_identities_hold_without_any_rule_of_the_template()
    {
        // Three new among two who took part: somebody would have been there before the period minus once.
        var finding = Assert.Single(Check(Complete().With(Some.Answers((Women, 2), (NewWomen, 3)))));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal([Women, NewWomen], finding.Fields);
        Assert.Contains("−1", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Check(Complete().With(Some.Answers((Women, 3), (NewWomen, 3)))));
    }

    [Fact]
    public void What_a_rule_of_the_template_has_stopped_is_not_told_twice()
    {
        var rule = Some.Rule(NewWomen, Comparison.AtMost, Women);
        Assert.Equal("Varav nya, kvinna: 3 mot 2.", Assert.Single(Check(Complete().With(Some.Answers((Women, 2), (NewWomen, 3))), rule)).Message);
    }

    [Fact]
    public void A_third_of_the_year_need_not_explain_why_the_years_grant_is_not_used_up()
    {
        var tertial = Some.Period with { Start = new DateOnly(2023, 1, 1), End = new DateOnly(2023, 4, 30) };
        var initiative = Some.Initiative().Granted(100_000);
        Assert.Empty(Check(Complete(30_000), rules: [], initiative, tertial));
        Assert.Single(Check(Complete(30_000), rules: [], initiative));
    }

    [Fact]
    public void Errors_come_before_warnings_and_each_in_the_order_of_the_form()
    {
        var warning = Some.Rule(NewWomen, Comparison.AtLeast, Women, Severity.Warning);
        var error = Some.Rule(NewMen, Comparison.AtMost, Men);
        var answers = Some.Answers((Women, 2), (NewWomen, 1), (Men, 1), (NewMen, 2), ("ekonomi.utfall", 1));

        Assert.Equal(
            [(Severity.Error, NewMen), (Severity.Error, "mal.samlad"), (Severity.Warning, NewWomen)],
            Check(answers, [warning, error]).Select(f => (f.Severity, f.Fields[0])));
    }

    [Theory]
    [InlineData(88_000, "88")]
    [InlineData(112_000, "112")]
    [InlineData(110_500, "111")]
    [InlineData(0, "0")]
    [InlineData(400, "mindre än 1")]
    public void A_cost_far_from_the_grant_asks_for_a_comment_with_its_percent(int kronor, string percent)
    {
        var finding = Assert.Single(Check(Complete(kronor), initiative: Some.Initiative().Granted(100_000)));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(["ekonomi.kommentar"], finding.Fields);
        Assert.Equal($"Kostnaden är {percent}\u00A0% av beviljade medel. Vad beror det på?", finding.Message);
    }

    [Theory]
    [InlineData(90_000)]
    [InlineData(110_000)]
    [InlineData(110_499)]
    public void A_cost_within_the_limit_asks_for_nothing(int kronor) =>
        Assert.Empty(Check(Complete(kronor), initiative: Some.Initiative().Granted(100_000)));

    [Fact]
    public void A_cost_that_has_been_commented_on_asks_for_nothing() =>
        Assert.Empty(Check(Complete(50_000).With("ekonomi.kommentar", new Answer.Text("Vakant tjänst.")), initiative: Some.Initiative().Granted(100_000)));

    [Fact]
    public void Without_a_grant_for_the_year_there_is_nothing_to_compare_a_cost_with()
    {
        Assert.Empty(Check(Complete(50_000)));
        Assert.Empty(Check(Complete(50_000), initiative: Some.Initiative().Granted(0)));
        Assert.Empty(Check(Complete(50_000), initiative: Some.Initiative() with { Decisions = [new FundingDecision { Kind = DecisionKind.Grant, Year = 2022, Kronor = 100_000m }] }));
    }

    [Fact]
    public void An_unknown_cost_is_not_compared_with_the_grant() =>
        Assert.Empty(Check(Complete().With("ekonomi.utfall", Answer.Unknown.Instance), initiative: Some.Initiative().Granted(100_000)));

    private static Rule EachColumn => Some.Rule("deltagare.nya.{each}", Comparison.AtMost, "deltagare.deltagit.{each}") with { Each = ["kvinna", "man"] };

    private static AnswerSheet Complete(decimal kronor = 100_000) =>
        Some.Answers((Women, 5), (Men, 3), ("mal.samlad", "uppfylld"), ("ekonomi.utfall", kronor));

    private static ImmutableArray<Finding> Check(AnswerSheet answers, Rule? rule = null, Initiative? initiative = null) =>
        Check(answers, rule is null ? [] : [rule], initiative);

    private static ImmutableArray<Finding> Check(AnswerSheet answers, ImmutableArray<Rule> rules, Initiative? initiative = null, ReportingPeriod? period = null) =>
        CheckReport.Run(Some.Template with { Rules = rules }, initiative ?? Some.Initiative(), answers, period ?? Some.Period);
}

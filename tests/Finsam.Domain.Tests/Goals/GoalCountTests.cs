using Finsam.Domain.Goals;

namespace Finsam.Domain.Tests.Goals;

public sealed class GoalCountTests
{
    [Fact]
    public void What_is_dropped_or_cannot_be_assessed_yet_leaves_the_denominator()
    {
        var count = GoalCount.Of([GoalAssessment.Met, GoalAssessment.Met, GoalAssessment.PartlyMet, GoalAssessment.NotMet, GoalAssessment.Dropped, GoalAssessment.NotYet]);
        Assert.Equal((2, 4), (count.Met, count.Base));
        Assert.Equal("2 av 4 bedömda mål är uppfyllda. 1 utgår och räknas inte. 1 går ännu inte att bedöma.", count.Sentence());
    }

    [Fact]
    public void What_has_no_assessment_is_told_and_counted_as_nothing()
    {
        var count = GoalCount.Of([GoalAssessment.Met, null]);
        Assert.Equal(1, count.Base);
        Assert.Equal("1 av 1 bedömda mål är uppfyllda. 1 saknar bedömning.", count.Sentence());
    }

    [Theory]
    [InlineData("ja", GoalAssessment.Met)]
    [InlineData("nej", GoalAssessment.NotMet)]
    [InlineData("ja-nej", GoalAssessment.PartlyMet)]
    [InlineData("uppfylld", GoalAssessment.Met)]
    [InlineData("utgar", GoalAssessment.Dropped)]
    public void Every_templates_choices_count_together(string choice, GoalAssessment assessment)
    {
        Assert.Equal(assessment, AssessmentWords.OfChoice(choice));
        Assert.Contains(choice, AssessmentWords.Choices);
    }

    [Fact]
    public void The_words_follow_the_noun()
    {
        Assert.Equal("Uppfyllt till viss del", AssessmentWords.OfGoal(GoalAssessment.PartlyMet));
        Assert.Equal("Uppfylld till viss del", AssessmentWords.OfInitiative(GoalAssessment.PartlyMet));
        Assert.Null(AssessmentWords.OfChoice("kanske"));
        Assert.Null(AssessmentWords.OfChoice(null));
    }

    [Fact]
    public void Before_anything_is_assessed_it_is_said_so() =>
        Assert.Equal("Inget av 4 mål är bedömt än.", GoalCount.Of([null, null, null, null]).Sentence());
}

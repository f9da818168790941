using Finsam.Domain.Answers;

namespace Finsam.Domain.Tests.Answers;

public sealed class AnswerSheetTests
{
    [Fact]
    public void Blank_zero_and_unknown_are_three_different_things()
    {
        var sheet = Some.Answers(("noll", 0), ("okand", Answer.Unknown.Instance));

        Assert.Equal((0m, false), (sheet.Number("noll"), sheet.IsUnknown("noll")));
        Assert.Equal((null, true), (sheet.Number("okand"), sheet.IsUnknown("okand")));
        Assert.Equal((null, false), (sheet.Number("tom"), sheet.IsUnknown("tom")));
        Assert.Null(sheet["tom"]);
        Assert.Equal(2, sheet.Count);
    }

    [Fact]
    public void A_text_is_no_number_and_a_number_is_no_text()
    {
        var sheet = Some.Answers(("text", "12"), ("tal", 12));

        Assert.Null(sheet.Number("text"));
        Assert.Null(sheet.Text("tal"));
    }

    [Fact]
    public void Blanking_a_field_takes_its_answer_away()
    {
        var sheet = Some.Answers(("a", 1), ("b", 2)).With("a", null);

        Assert.Equal(Some.Answers(("b", 2)), sheet);
    }

    [Fact]
    public void Another_sheets_fields_go_over_its_own_and_the_rest_is_kept() =>
        Assert.Equal(Some.Answers(("a", 1), ("b", 3), ("c", 4)), Some.Answers(("a", 1), ("b", 2)).With(Some.Answers(("b", 3), ("c", 4))));

    [Fact]
    public void Changing_a_sheet_leaves_the_one_it_came_from_as_it_was()
    {
        var before = Some.Answers(("a", 1));

        _ = before.With("a", new Answer.Number(2m));

        Assert.Equal(1m, before.Number("a"));
    }

    [Fact]
    public void Sheets_with_the_same_answers_are_equal_in_whatever_order_they_were_given()
    {
        var (one, other) = (Some.Answers(("a", 1), ("b", "x")), Some.Answers(("b", "x"), ("a", 1.0m)));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(["a", "b"], other.Entries.Select(e => e.Key));
    }

    [Fact]
    public void Sheets_that_differ_in_one_answer_or_one_field_are_not_equal()
    {
        var sheet = Some.Answers(("a", 0));

        Assert.NotEqual(sheet, Some.Answers(("a", Answer.Unknown.Instance)));
        Assert.NotEqual(sheet, Some.Answers(("a", "0")));
        Assert.NotEqual(sheet, Some.Answers(("b", 0)));
        Assert.NotEqual(sheet, AnswerSheet.Empty);
        Assert.False(sheet.Equals(null));
    }

    [Fact]
    public void Differences_are_what_was_changed_added_or_blanked_in_key_order()
    {
        var before = Some.Answers(("andrad", 1), ("lika", 2), ("blankad", "x"), ("okand", Answer.Unknown.Instance));
        var after = Some.Answers(("andrad", 3), ("lika", 2), ("ny", 0), ("okand", Answer.Unknown.Instance));

        Assert.Equal(["andrad", "blankad", "ny"], after.DifferencesFrom(before));
        Assert.Equal(["andrad", "blankad", "ny"], before.DifferencesFrom(after));
        Assert.Empty(before.DifferencesFrom(before));
    }
}

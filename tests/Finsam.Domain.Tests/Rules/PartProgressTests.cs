using Finsam.Domain.Answers;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Domain.Tests.Rules;

public sealed class PartProgressTests
{
    private static readonly FormTemplate Template = Some.Template with
    {
        Sections = [.. Some.Template.Sections, new Section("bilagor", "Bilagor", AskedOf.Everyone, [new AttachmentBlock { Id = "bilagor", Label = "Bilagor" }])],
        Rules =
        [
            new RequiredRule("nya", ["deltagare.nya.kvinna"], Severity.Error, "{field} behövs.")
            {
                When = new Condition(["deltagare.deltagit.kvinna"]) { Value = 1 },
            },
        ],
    };

    [Fact]
    public void A_part_with_nothing_answered_is_not_begun_also_when_it_has_been_saved()
    {
        Assert.Equal(new PartProgress(false, 2), Of("deltagare"));
        Assert.Equal(new PartProgress(false, 2), Of("deltagare", ("ekonomi.utfall", 1)));
    }

    [Fact]
    public void A_part_that_is_begun_says_how_many_fields_are_left() =>
        Assert.Equal(new PartProgress(true, 1), Of("deltagare", ("deltagare.deltagit.man", 3)));

    [Fact]
    public void Zero_and_uppgift_saknas_fill_a_field_in() =>
        Assert.True(Of("deltagare", ("deltagare.deltagit.kvinna", 0), ("deltagare.deltagit.man", Answer.Unknown.Instance)).IsDone);

    [Fact]
    public void What_an_answer_makes_needed_is_left_to_fill_in() =>
        Assert.Equal(new PartProgress(true, 1), Of("deltagare", ("deltagare.deltagit.kvinna", 2), ("deltagare.deltagit.man", 3)));

    [Fact]
    public void A_part_where_nothing_has_to_be_answered_is_optional_until_something_is()
    {
        Assert.True(Of("bilagor").IsOptional);
        Assert.True(Of("bilagor", ("bilagor.1", new Answer.File("00", "a.pdf", "application/pdf", 1))).IsDone);
    }

    [Fact]
    public void An_answer_that_does_not_hold_is_filled_in_all_the_same()
    {
        var template = Template with { Rules = [Some.Rule("deltagare.deltagit.man", Comparison.AtMost, "deltagare.deltagit.kvinna")] };

        Assert.True(Of(template, "deltagare", ("deltagare.deltagit.kvinna", 1), ("deltagare.deltagit.man", 3)).IsDone);
    }

    private static PartProgress Of(string part, params (string Key, object Value)[] answers) => Of(Template, part, answers);

    private static PartProgress Of(FormTemplate template, string part, params (string Key, object Value)[] answers)
    {
        var (initiative, sheet) = (Some.Initiative(), Some.Answers(answers));
        return PartProgress.Of(
            template.PartsFor(initiative).Single(p => p.Id == part), initiative, sheet, CheckReport.Run(template, initiative, sheet, Some.Period));
    }
}

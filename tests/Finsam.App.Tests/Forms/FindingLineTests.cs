using Finsam.App.Forms;
using Finsam.App.Tests.Forms.Pdfs;
using Finsam.Domain.Answers;
using Finsam.Domain.Rules;

namespace Finsam.App.Tests.Forms;

public sealed class FindingLineTests
{
    private static readonly FormView Blank = SampleForm.Blank(SampleForm.Gavleborg, "hofors");

    [Fact]
    public void The_blank_cells_of_a_row_are_one_line_that_leads_to_the_first()
    {
        var line = FindingLine.Of(Blank, Blank.Findings).First();

        Assert.Equal("Deltagare under perioden, Deltagit någon gång under perioden: kvinna, man, annat/vill ej uppge kön och okänt kön saknas.", line.Message);
        Assert.Equal("deltagare.deltagit.kvinna", line.Field);
    }

    [Fact]
    public void A_row_that_is_partly_filled_in_says_what_is_left_of_it()
    {
        var begun = Blank with { Answers = Blank.Answers.With("deltagare.deltagit.kvinna", new Answer.Number(3)).With("deltagare.deltagit.okant", new Answer.Number(0)) };
        var (before, after) = (FindingLine.Of(Blank, Blank.Findings).First(), FindingLine.Of(begun, begun.Findings).First());

        Assert.Equal("Deltagare under perioden, Deltagit någon gång under perioden: man och annat/vill ej uppge kön saknas.", after.Message);
        Assert.Equal("deltagare.deltagit.man", after.Field);
        Assert.Equal(before.Id, after.Id);
    }

    [Fact]
    public void In_a_list_of_the_whole_form_no_two_lines_say_the_same()
    {
        var form = SampleForm.Blank(Cli.Demo.Sample.Read("vast-2023"), "samverkansteamet");
        var lines = FindingLine.Of(form, form.Findings, namesPart: true);

        Assert.NotEmpty(lines);
        Assert.Distinct(lines.Select(l => l.Message));
        Assert.All(lines, l => Assert.StartsWith(form.PartOf(l.Field)!.Title, l.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_that_does_not_hold_says_in_which_table() => Assert.Equal(
        "Deltagare under perioden: Deltagit, kvinna: skriv ett helt antal.",
        Assert.Single(FindingLine.Of(Blank, [new Finding(Severity.Error, "Deltagit, kvinna: skriv ett helt antal.", ["deltagare.deltagit.kvinna"])])).Message);
}

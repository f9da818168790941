using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;
using Finsam.Cli.Demo;
using Finsam.Documents.Pdf;
using Finsam.Domain.Answers;
using Finsam.Domain.Formats;
using Finsam.Domain.Reports;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Forms.Pdfs;

/// <summary>What was sent, as it is kept.</summary>
public sealed class AnswersPdfTests
{
    private const string Trisam = "trisam-handlaggartid";

    public static TheoryData<string> Reported => [.. SampleForm.Gavleborg.Answers.Keys];

    [Theory]
    [MemberData(nameof(Reported))]
    public void Every_answer_of_a_report_is_there(string initiative)
    {
        var form = SampleForm.Sent(SampleForm.Gavleborg, initiative);
        var text = Text(form);
        foreach (var field in form.Template.FieldsFor(form.Initiative).Where(f => form.Answers[f.Key] is not null))
        {
            text.AssertSays(form.Answers[field.Key] is Answer.Number(var number) ? SwedishFormat.Exact(number) : PartPageModel.Reading(field, form.Answers[field.Key]), field.Key);
        }

        Assert.All(form.Parts.Where(p => p.Party is null), p => text.AssertSays(p.Title));
        Assert.All(form.Initiative.Goals, g => Assert.Equal(2, text.Times(g.Text)));
        text.AssertSays(form.Report.Reference!);
        text.AssertSays($"15 januari 2024 kl. 10.42 av {form.Initiative.Contacts[0].Name}");
    }

    [Fact]
    public void Zero_blank_and_unknown_are_kept_apart_and_a_total_says_that_something_is_missing()
    {
        var form = SampleForm.Answered(SampleForm.Blank(SampleForm.Gavleborg, "hofors"), AnswerSheet.Empty
            .With("deltagare.deltagit.kvinna", new Answer.Number(0))
            .With("deltagare.deltagit.man", Answer.Unknown.Instance)
            .With("deltagare.deltagit.annat", new Answer.Number(1240)));
        var row = AnswersPdf.Of(form, SampleForm.Snapshot(form)).Parts.OfType<PdfPart.Table>().First().Rows[0];
        Assert.Equal(["0", "uppgift saknas", "1\u00A0240", "ej\u00A0ifyllt", "1\u00A0240\u00A0hittills"], row.Cells[1..].Take(5));
    }

    [Fact]
    public void Explained_warnings_are_told_to_those_who_see_the_whole()
    {
        var warning = new ExplainedWarning("Kostnaden är 68 % av beviljade medel.", "Två utbildningar blev inställda.");
        foreach (var reader in new[] { null, SampleForm.Gavleborg.Record.FindInitiative(Trisam)!.Contacts[0].Id })
        {
            var text = Text(SampleForm.Sent(SampleForm.Gavleborg, Trisam, reader), warning);
            text.AssertSays(warning.Message);
            text.AssertSays(warning.Comment);
        }
    }

    [Fact]
    public void A_party_sees_what_it_has_answered_and_nothing_else()
    {
        var initiative = SampleForm.Gavleborg.Record.FindInitiative(Trisam)!;
        var contact = initiative.Contacts.First(c => c.Party is not null);
        var (own, other) = (initiative.Parties.Single(p => p.Id == contact.Party), initiative.Parties.First(p => p.Id != contact.Party));
        var hours = (FiguresBlock)SampleForm.Gavleborg.Record.Templates.SelectMany(t => t.Blocks).First(b => b.SharedByParty);
        var key = hours.OwnFields(initiative).First().Key;
        var answers = SampleForm.Sent(SampleForm.Gavleborg, Trisam).Answers
            .With(hours.PartyKey(key, own.Id), new Answer.Number(1234)).With(hours.PartyKey(key, other.Id), new Answer.Number(5678));
        var text = Text(SampleForm.Answered(SampleForm.Blank(SampleForm.Gavleborg, Trisam, contact.Id), answers), new ExplainedWarning("Något är ovanligt.", "Så var det."));
        text.AssertSays(own.Name);
        text.AssertSays("1 234");
        text.AssertNotSays("5 678");
        text.AssertNotSays(other.Name + "Timmar");
        text.AssertNotSays("Något är ovanligt.");
        Assert.Equal(0, text.Times(SwedishFormat.Exact(answers.Number("ekonomi.utfall")!.Value)));
    }

    [Fact]
    public void What_every_party_has_answered_is_one_table_with_the_sum_of_those_who_have()
    {
        var hours = SampleForm.Gavleborg.Record.Templates.SelectMany(t => t.Blocks).First(b => b.SharedByParty);
        var blank = SampleForm.Blank(SampleForm.Gavleborg, Trisam);
        var key = hours.OwnFields(blank.Initiative).First().Key;
        var form = SampleForm.Answered(blank, AnswerSheet.Empty
            .With(hours.PartyKey(key, blank.Initiative.Parties[0].Id), new Answer.Number(1000.5m)).With(hours.PartyKey(key, blank.Initiative.Parties[2].Id), new Answer.Number(0)));
        var content = AnswersPdf.Of(form, SampleForm.Snapshot(form));
        var table = content.Parts.OfType<PdfPart.Table>().Single(t => t.Rows.Length == blank.Initiative.Parties.Length + 1 && t.Rows[0].Cells[0] == blank.Initiative.Parties[0].Name);
        Assert.Equal(["1\u00A0000,5", "ej\u00A0ifyllt", "0"], table.Rows.Take(3).Select(r => r.Cells[1]));
        Assert.Equal("1\u00A0000,5\u00A0hittills", table.Rows[^1].Cells[1]);
        Assert.DoesNotContain(content.Parts.OfType<PdfPart.Heading>(), h => h.Text.EndsWith(blank.Initiative.Parties[0].Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Files_choices_and_lists_are_read_as_people_named_them()
    {
        var standard = Sample.Read("standard");
        var initiative = standard.Record.FindInitiative("kartlaggning")!;
        var template = standard.Record.Templates.Single(t => t.Id == "slutrapport");
        var blank = FormView.Blank(standard.Record, standard.Record.FindPeriod("slut-kartlaggning")!, initiative, template, FormReader.Office);
        var choice = template.Blocks.OfType<ChoiceBlock>().First();
        var files = template.Blocks.OfType<AttachmentBlock>().First();
        var form = SampleForm.Answered(blank, AnswerSheet.Empty
            .With(choice.Several ? choice.KeyOf(choice.Choices[0].Id) : choice.Key, new Answer.Text(choice.Several ? Flagged.Yes : choice.Choices[0].Id))
            .With(files.KeyOf(2), new Answer.File("x", "utvärdering.pdf", "application/pdf", 1_300_000)));
        var text = Text(form);
        text.AssertSays(choice.Label + choice.Choices[0].Label);
        text.AssertSays("utvärdering.pdf (1,2 MB)");
        text.AssertSays("ej\u00A0ifyllt");
    }

    private static PdfText Text(FormView form, params ExplainedWarning[] warnings) => PdfText.Of(AnswersPdf.Of(form, SampleForm.Snapshot(form, warnings)));
}

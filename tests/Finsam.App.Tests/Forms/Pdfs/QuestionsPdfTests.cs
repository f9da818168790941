using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;
using Finsam.Cli.Demo;
using Finsam.Documents.Pdf;
using Finsam.Domain.Templates;

namespace Finsam.App.Tests.Forms.Pdfs;

/// <summary>What is asked, to read and to write on.</summary>
public sealed class QuestionsPdfTests
{
    private const string Trisam = "trisam-handlaggartid";

    public static TheoryData<string, string> Asked =>
    [
        .. from name in new[] { "gavleborg-2023", "vast-2023", "standard" }
           from initiative in Sample.Read(name).Record.Initiatives.Initiatives
           select (name, initiative.Id),
    ];

    [Theory]
    [MemberData(nameof(Asked))]
    public void Every_question_is_there_with_its_help_and_its_answers_to_choose_from(string sample, string initiative)
    {
        var form = SampleForm.Blank(Sample.Read(sample), initiative);
        var (questions, blank) = (PdfText.Of(QuestionsPdf.Of(form)), PdfText.Of(BlankPdf.Of(form)));
        foreach (var block in form.Template.SectionsFor(form.Initiative).SelectMany(s => s.Blocks))
        {
            foreach (var words in Words(form, block))
            {
                questions.AssertSays(words);
                blank.AssertSays(words);
            }
        }

        Assert.All(form.Initiative.Goals, g => questions.AssertSays(g.Text));
        Assert.All(form.HaveAtHand, item => questions.AssertSays(item));
    }

    [Fact]
    public void What_every_party_answers_is_asked_once_of_the_owner_and_by_itself_of_a_party()
    {
        var initiative = SampleForm.Gavleborg.Record.FindInitiative(Trisam)!;
        var shared = SampleForm.Gavleborg.Record.Templates.SelectMany(t => t.Blocks).First(b => b.SharedByParty);
        var owner = Headings(QuestionsPdf.Of(SampleForm.Blank(SampleForm.Gavleborg, Trisam, initiative.Contacts[0].Id)));
        Assert.DoesNotContain(owner, h => initiative.Parties.Any(p => h.EndsWith(p.Name, StringComparison.Ordinal)));

        var contact = initiative.Contacts.First(c => c.Party is not null);
        var party = SampleForm.Blank(SampleForm.Gavleborg, Trisam, contact.Id);
        var content = QuestionsPdf.Of(party);
        Assert.Contains(Headings(content), h => h.EndsWith(initiative.Parties.Single(p => p.Id == contact.Party).Name, StringComparison.Ordinal));
        PdfText.Of(content).AssertSays(shared.OwnFields(initiative).First().Label);
        PdfText.Of(content).AssertNotSays("Bra att ha till hands");
        Assert.DoesNotContain("Ekonomi", Headings(content));
    }

    [Fact]
    public void The_empty_form_is_empty_also_when_the_report_is_filled_in()
    {
        var (blank, filled) = (SampleForm.Blank(SampleForm.Gavleborg, "hofors"), SampleForm.Sent(SampleForm.Gavleborg, "hofors"));
        Assert.Equal(PdfWriter.Write(BlankPdf.Of(blank), SampleForm.SentAt), PdfWriter.Write(BlankPdf.Of(filled), SampleForm.SentAt));
    }

    [Fact]
    public void When_the_form_is_open_it_is_not_said_when_it_opens()
    {
        var blank = SampleForm.Blank(SampleForm.Gavleborg, "hofors");
        var head = blank.Saved.Head with { Value = blank.Report with { TemplateHash = "a" } };
        PdfText.Of(QuestionsPdf.Of(blank)).AssertSays("Formuläret öppnar");
        PdfText.Of(QuestionsPdf.Of(blank with { Saved = blank.Saved with { Head = head } })).AssertNotSays("Formuläret öppnar");
    }

    [Fact]
    public void Rows_with_commas_of_their_own_are_a_list_and_not_a_line()
    {
        var form = SampleForm.Blank(SampleForm.Gavleborg, "hofors");
        var section = form.Template.SectionsFor(form.Initiative).First();
        var matrix = section.Blocks.OfType<MatrixBlock>().First() with { Rows = [.. "123456".Select(c => new Choice($"r{c}", $"Mer än {c} år, högst {c + 1} år"))], RequiredRows = [] };
        var asked = form with { Template = form.Template with { Sections = [section with { Blocks = [matrix] }] } };
        Assert.Contains(QuestionsPdf.Of(asked).Parts.OfType<PdfPart.BulletList>(), list => list.Items.Contains(matrix.Rows[0].Label));
    }

    [Fact]
    public void What_a_goal_is_to_reach_is_said_with_it()
    {
        var form = SampleForm.Blank(SampleForm.Gavleborg, "hofors");
        var target = form.TargetOf(form.Initiative.Goals[0])!;
        Assert.StartsWith("Att nå: minst 25\u00A0personer", target, StringComparison.Ordinal);
        PdfText.Of(QuestionsPdf.Of(form)).AssertSays(target);
        PdfText.Of(BlankPdf.Of(form)).AssertSays(target);
    }

    [Fact]
    public void A_list_has_the_rows_that_a_page_has_room_for()
    {
        var form = SampleForm.Blank(Sample.Read("vast-2023"), "utbildningar");
        var activities = form.Template.SectionsFor(form.Initiative).SelectMany(s => s.Blocks).OfType<ActivitiesBlock>().Single();
        Assert.Contains(BlankPdf.Of(form).Parts.OfType<PdfPart.Table>(), t => t.ToFillIn && t.Columns.Length == activities.Columns.Length && t.Rows.Length == 15);
    }

    [Fact]
    public void The_same_questions_are_the_same_file_and_its_name_says_whose_they_are()
    {
        var form = SampleForm.Blank(SampleForm.Gavleborg, "hofors");
        var (first, second) = (WriteFormPdf.Questions(form), WriteFormPdf.Questions(form));
        Assert.Equal(first.Content, second.Content);
        Assert.Equal($"Frågor – {form.Initiative.Name} – helåret 2023.pdf", first.Name);
    }

    [Fact]
    public void Whatever_a_name_or_a_text_holds_there_is_a_document_and_a_file_name()
    {
        var form = SampleForm.Blank(SampleForm.Gavleborg, "hofors");
        var odd = new string('x', 300) + " \u202Efdp.exe\u0000\uD800 /..\\ \"<&>'\r\n 😀 \u0301";
        var hostile = form with { Initiative = form.Initiative with { Name = odd, Owner = odd, Purpose = odd + new string('y', 20_000) } };
        var named = form with { Initiative = form.Initiative with { Name = "../Stöd / resurs: \u202E\"A&B\"\r\n" } };
        Assert.Equal("Frågor – Stöd resurs A&B – helåret 2023.pdf", WriteFormPdf.Questions(named).Name);
        Assert.True(WriteFormPdf.Questions(hostile).Name.Length < 120);
        Assert.NotEmpty(PdfWriter.Write(BlankPdf.Of(hostile), SampleForm.SentAt));
        var sent = SampleForm.Answered(hostile, SampleForm.Sent(SampleForm.Gavleborg, "hofors").Answers.With("kommentar.text", new Domain.Answers.Answer.Text(odd)));
        Assert.NotEmpty(PdfWriter.Write(AnswersPdf.Of(sent, SampleForm.Snapshot(sent)), SampleForm.SentAt));
    }

    private static IEnumerable<string> Words(FormView form, Block block)
    {
        yield return block.Label;
        if (block.Help is { } help)
        {
            yield return help;
        }

        if (block is MatrixBlock or MeansBlock or FiguresBlock or EconomyBlock)
        {
            yield return form.Covers(block);
        }

        foreach (var words in block switch
        {
            MatrixBlock matrix => matrix.AskedRows(form.Initiative).Select(r => r.Label),
            MeansBlock means => means.Rows.Select(r => r.Label),
            ChoiceBlock choice => choice.Choices.Select(c => c.Label),
            FiguresBlock or EconomyBlock => block.OwnFields(form.Initiative).Select(f => f.Label),
            GoalsBlock { OverallLabel: { } label } goals => goals.Assessments.Select(a => a.Label).Append(label),
            _ => [],
        })
        {
            yield return words;
        }
    }

    private static IEnumerable<string> Headings(PdfDocumentContent content) => content.Parts.OfType<PdfPart.Heading>().Select(h => h.Text);
}

using System.Collections.Immutable;
using Finsam.Cli.Demo;
using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Drafts;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Cli.Tests.Samples;

/// <summary>Väst's seven reports for 2023: what they answer adds up to what "Årsredovisning 2023" and its "Statistik 2023" print. The figures are typed
/// from the document; what is invented between them is told in the sample's README.</summary>
public sealed class VastReportTests
{
    private const string Counselling = "rehabvagledare";
    private const string Investigation = "utredningen";
    private const string Team = "samverkansteamet";
    private const string Project = "gransgangare";
    private const string Education = "utbildningar";
    private const string Developer = "verksamhetsutvecklare";

    private static readonly Sample Sample = Sample.Read("vast-2023");

    private static readonly FormTemplate Template = Sample.Record.Templates.Single(t => t.Id == Sample.Period.Template);

    private static readonly ImmutableArray<string> Municipalities =
        ["fargelanda", "lysekil", "mellerud", "munkedal", "orust", "sotenas", "stromstad", "tanum", "uddevalla"];

    public static TheoryData<string> Initiatives => [.. Sample.Record.Initiatives.Initiatives.Select(i => i.Id)];

    [Theory]
    [MemberData(nameof(Initiatives))]
    public void A_report_can_be_sent_as_it_is(string id)
    {
        var period = Sample.Period;
        var initiative = Sample.Record.FindInitiative(id)!;
        Assert.Empty(CheckReport.Run(Template, initiative, Answers(id), period));
        Assert.All(Template.FieldsFor(initiative).Where(f => f.Required), field => Assert.NotNull(Answers(id)[field.Key]));
    }

    [Theory]
    [InlineData(Counselling, "nya-manad.jan.kvinna", "13", null)]
    [InlineData(Counselling, "avslutade-kommun.annan.man", "1", null)]
    [InlineData(Counselling, "avslutsorsak.arbete.kvinna", "", "avslutade-fordelas-kvinna")]
    [InlineData(Counselling, "forsorjning-avslut.ingen.kvinna", "78", "forsorjning-avslut-ingen-kvinna")]
    [InlineData(Counselling, "sysselsattning.arbete-studier.man", "28", "sysselsattning-en-gang")]
    [InlineData(Counselling, "avslutade-medel.alder.man.medel", "458", "medelalder")]
    [InlineData(Counselling, "grupp-6.svar.kvinna", "147", "svar-6")]
    [InlineData(Counselling, "forsorjning-2.bas.man", "46", "forsorjning-2-bas")]
    [InlineData(Investigation, "grupper.enskilda", "54", "grupp-och-enskilt")]
    [InlineData(Project, "unga.arbete-studier.kvinna", "5", null)]
    [InlineData(Project, "mal.2.resultat", "Av 20 deltagare har 13 kommit i arbete", "tal-i-resultat")]
    [InlineData(Education, "mal.samlad", "viss-del", "kommentar-vid-svag-bedomning")]
    public void The_form_tells_a_figure_that_does_not_hold(string id, string key, string written, string? rule)
    {
        var initiative = Sample.Record.FindInitiative(id)!;
        var field = Template.FieldsFor(initiative).Single(f => f.Key == key);
        var answers = Answers(id).With(key, ((FieldEntry.Accepted)FieldEntry.Read(field, written)).Answer).With(id == Education ? "kommentar.text" : "", null);
        var finding = Assert.Single(CheckReport.Run(Template, initiative, answers, Sample.Period));
        Assert.Equal(rule, finding.Rule);
        Assert.DoesNotContain("{", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_interim_form_is_a_shorter_one_of_the_same_blocks()
    {
        var interim = Sample.Record.Templates.Single(t => t.Id == Sample.Record.Periods.Periods[1].Template);
        Assert.NotEqual(Template.Id, interim.Id);
        Assert.Subset(Template.Blocks.Select(b => b.Id).ToHashSet(), interim.Blocks.Select(b => b.Id).ToHashSet());
        Assert.All(
            Sample.Record.Initiatives.Initiatives,
            initiative => Assert.InRange(interim.FieldsFor(initiative).Count(), 1, Template.FieldsFor(initiative).Count()));
    }

    [Theory]
    [InlineData(Counselling, "deltagit", 374, 203, 171)]
    [InlineData(Counselling, "nya", 208, 112, 96)]
    [InlineData(Counselling, "avslutade", 198, 101, 97)]
    [InlineData(Investigation, "deltagit", 181, 90, 91)]
    [InlineData(Project, "deltagit", 157, 84, 73)]
    [InlineData(Project, "avslutade", 19, 7, 12)]
    public void Participants_of_an_initiative(string id, string row, int all, int women, int men) =>
        AssertRow(id, "deltagare", row, all, women, men);

    // 294 and 261, 203 and 186 are printed of the women and men who took part and who began: the parts say otherwise (V02).
    [Theory]
    [InlineData("deltagit", 555, 293, 262)]
    [InlineData("nya", 389, 202, 187)]
    [InlineData("avslutade", 379, 191, 188)]
    public void Participants_of_the_two_initiatives_that_became_the_team(string row, int all, int women, int men)
    {
        Assert.Equal(women, Of(Counselling, $"deltagare.{row}.kvinna") + Of(Investigation, $"deltagare.{row}.kvinna"));
        Assert.Equal(men, Of(Counselling, $"deltagare.{row}.man") + Of(Investigation, $"deltagare.{row}.man"));
        Assert.Equal(all, Row(Counselling, "deltagare", row) + Row(Investigation, "deltagare", row));
    }

    [Fact]
    public void Ongoing_at_the_end_of_the_year()
    {
        Assert.Equal(176, Ongoing(Counselling) + Ongoing(Investigation));
        Assert.Equal(138, Ongoing(Project));
    }

    [Fact]
    public void Applications_by_member_and_municipality()
    {
        AssertApplications("af", 88, "25,3 %", 5, 3, 5, 12, 5, 4, 18, 6, 30);
        AssertApplications("fk", 74, "21,3 %", 1, 12, 4, 8, 1, 1, 3, 0, 44);
        AssertApplications("kommun", 97, "27,9 %", 31, 7, 25, 3, 8, 4, 7, 2, 10);
        AssertApplications("primarvard", 36, "10,3 %", 0, 2, 1, 10, 8, 1, 7, 0, 7);
        AssertApplications("psykiatri", 38, "10,9 %", 0, 5, 0, 2, 7, 2, 5, 5, 12);
        AssertApplications("egen", 15, "4,3 %", 0, 3, 1, 0, 5, 0, 0, 3, 3);
        Assert.Equal([37m, 32m, 36m, 35m, 34m, 12m, 40m, 16m, 106m], Municipalities.Select(m => Row(Developer, "ansokningar", m)));
        Assert.Equal(
            ["10,6 %", "9,2 %", "10,3 %", "10,1 %", "9,8 %", "3,4 %", "11,5 %", "4,6 %", "30,5 %"],
            Municipalities.Select(m => Share(Row(Developer, "ansokningar", m), 348, 1)));
        Assert.Equal(348, Block(Developer, "ansokningar"));
        Assert.Equal(348, Sample.Record.Figures.Figures.Single(f => f.Measure == "ansokningar").Value);
        Assert.Equal(29, Block(Developer, "ansokningar") / 12);
    }

    [Fact]
    public void Begun_and_ended_by_month_and_by_municipality()
    {
        AssertBlock(Counselling, "nya-manad", 208, 112, 96);
        AssertBlock(Counselling, "avslutade-manad", 198, 101, 97);
        AssertBlock(Counselling, "nya-kommun", 208, 112, 96);
        AssertBlock(Counselling, "avslutade-kommun", 198, 101, 97);
        AssertBlock(Investigation, "deltagit-kommun", 181, 90, 91);
    }

    [Fact]
    public void Ages()
    {
        AssertBlock(Counselling, "alder-avslutade", 198, 101, 97);
        Assert.Equal(32, Row(Counselling, "alder-avslutade", "16-29"));
        Assert.Equal("16 %", Share(32, 198));
        AssertMean(Counselling, "avslutade-medel.alder", 198, 44.8m, 43.8m, 45.8m);
        AssertBlock(Investigation, "alder", 181, 90, 91);
        Assert.Equal(134, Row(Investigation, "alder", "30-59"));
        Assert.Equal("74 %", Share(134, 181));
        Assert.Equal("15 %", Share(Row(Investigation, "alder", "16-29"), 181));
        AssertMean(Investigation, "alder-medel.alder", 181, 42.4m, 42.0m, 42.7m);
        AssertBlock(Project, "alder", 157, 84, 73);
        Assert.Equal(50, Row(Project, "alder", "16-29"));
        Assert.Equal("32 %", Share(50, 157));
        AssertRow(Project, "alder-avslutade", "16-29", 9, 4, 5);
    }

    [Fact]
    public void Time_on_public_support_before()
    {
        AssertBlock(Investigation, "tid-fore", 181, 90, 91);
        Assert.Equal("9 %", Share(Row(Investigation, "tid-fore", "mer-9"), 181));
        AssertMean(Investigation, "tid-fore-medel.tid", 181, 3.7m, 3.9m, 3.6m);
        AssertMean(Project, "tid-fore-medel.tid", 157, 4.16m, 4.03m, 4.31m);
        AssertMean(Project, "avslutade-medel.tid-fore", 19, 3.5m, null, null);
        AssertMean(Project, "unga-medel.tid-fore", 9, 2.87m, null, null);
    }

    [Fact]
    public void Livelihood_and_occupation_at_the_end()
    {
        AssertRow(Counselling, "forsorjning-avslut", "bas", 198, 101, 97);
        Assert.Equal(45, Row(Counselling, "forsorjning-avslut", "ingen"));
        Assert.Equal(["23 %", "23 %", "23 %"], Shares(Counselling, "forsorjning-avslut", "ingen"));
        AssertRow(Counselling, "sysselsattning", "bas", 198, 101, 97);
        Assert.Equal(54, Row(Counselling, "sysselsattning", "arbete-studier"));
        Assert.Equal(["27 %", "28 %", "27 %"], Shares(Counselling, "sysselsattning", "arbete-studier"));
        AssertBlock(Counselling, "avslutsorsak", 198, 101, 97);
        AssertRow(Project, "sysselsattning", "arbete-studier", 13, 5, 8);
        Assert.Equal(6, Row(Project, "avslutsorsak", "annan"));
        Assert.Equal(5, Row(Project, "unga", "arbete-studier"));
    }

    [Fact]
    public void Days_in_the_project()
    {
        AssertMean(Project, "avslutade-medel.dagar", 19, 115m, null, null);
        AssertMean(Project, "unga-medel.dagar", 9, 138m, null, null);
    }

    [Theory]
    [InlineData("6", 287, 279, 239, "86 %", 77, "32 %", 80, "33 %")]
    [InlineData("2", 163, 152, 97, "64 %", 43, "44 %", 46, "47 %")]
    public void Those_followed_up(string cohort, int ended, int consented, int answered, string rate, int noSupport, string noSupportShare, int occupied, string occupiedShare)
    {
        Assert.Equal([ended, consented, answered], new[] { "antal", "samtycke", "svar" }.Select(row => Row(Counselling, "grupp-" + cohort, row)));
        Assert.Equal(rate, Share(answered, consented));
        Assert.Equal(answered, Row(Counselling, "forsorjning-" + cohort, "bas"));
        Assert.Equal(noSupport, Row(Counselling, "forsorjning-" + cohort, "ingen"));
        Assert.Equal(noSupportShare, Share(noSupport, answered));
        Assert.Equal(answered, Row(Counselling, "sysselsattning-" + cohort, "bas"));
        Assert.Equal(occupied, Row(Counselling, "sysselsattning-" + cohort, "arbete-studier"));
        Assert.Equal(occupiedShare, Share(occupied, answered));
    }

    [Fact]
    public void Investigations_in_groups_and_one_by_one()
    {
        Assert.Equal(9, Of(Investigation, "grupper.planerade"));
        Assert.Equal(10, Of(Investigation, "grupper.genomforda"));
        Assert.Equal(128, Of(Investigation, "grupper.i-grupp"));
        Assert.Equal(53, Of(Investigation, "grupper.enskilda"));
        Assert.Equal(181, Of(Investigation, "grupper.i-grupp") + Of(Investigation, "grupper.enskilda"));
    }

    [Fact]
    public void Posts_and_vacancies()
    {
        Assert.Equal(8.8m, Posts(Team));
        Assert.Equal(7m, Of(Team, "bemanning.1.tjanst"));
        Assert.Equal(1.8m, Of(Team, "bemanning.2.tjanst") + Of(Team, "bemanning.3.tjanst"));
        Assert.Equal(Of(Team, "bemanning.3.tjanst"), Of(Team, "bemanning.3.vakant"));
        Assert.Equal(4.5m, Posts(Project));
        Assert.All(Enumerable.Range(1, 9), row => Assert.Equal(0.5m, Of(Project, $"bemanning.{row}.tjanst")));
        Assert.Equal(9, Of(Team, "personal.medarbetare"));
        Assert.Equal(12, Of(Project, "personal.medarbetare"));
        Assert.Equal(0.2m, Posts("bip-agent"));
    }

    [Fact]
    public void What_was_held_and_how_many_came()
    {
        var block = Template.Blocks.OfType<ActivitiesBlock>().Single();
        var held = Enumerable.Range(1, block.Rows).Where(row => Answers(Education)[block.KeyOf(row, ActivityColumn.What)] is not null).ToLookup(row => Answers(Education)[block.KeyOf(row, ActivityColumn.Internal)] is not null);
        Assert.Equal([130m, 30m, 21m, 170m, 45m], held[false].Select(row => Of(Education, block.KeyOf(row, ActivityColumn.Participants))));
        Assert.Equal(396, held[false].Sum(row => Of(Education, block.KeyOf(row, ActivityColumn.Participants))));
        Assert.Equal([40m, 40m], held[true].Select(row => Of(Education, block.KeyOf(row, ActivityColumn.Participants))));
        Assert.Equal("396 deltagare", Answers(Education).Text("mal.1.resultat"));
    }

    [Fact]
    public void Own_livelihood_of_57_in_the_team_and_70_with_the_project()
    {
        Assert.Equal(57, Of(Team, "resultat.egen-forsorjning"));
        Assert.Equal(70, Of(Team, "resultat.egen-forsorjning") + Row(Project, "sysselsattning", "arbete-studier"));
    }

    [Theory]
    [InlineData(Team)]
    [InlineData(Project)]
    [InlineData(Education)]
    public void Results_in_the_tables_of_goals(string id)
    {
        foreach (var goal in Sample.Record.FindInitiative(id)!.Goals)
        {
            var printed = Sample.Record.Goals.Assessments.Single(a => a.Initiative == id && a.Goal == goal.Id);
            Assert.StartsWith(printed.Result ?? printed.Comment!, Answers(id).Text($"mal.{goal.Id}.resultat"), StringComparison.Ordinal);
        }
    }

    // Only shares are printed: of 12 481 709 kronor ca 68 % to individuals, ca 10 % structural, the rest the association's own.
    [Fact]
    public void Costs_are_the_printed_shares()
    {
        Assert.Equal("68 %", Share(Costs(InitiativeKind.Individual), 12_481_709));
        Assert.Equal("10 %", Share(Costs(InitiativeKind.Structural), 12_481_709));
        Assert.Equal("22 %", Share(12_481_709 - Costs(InitiativeKind.Individual) - Costs(InitiativeKind.Structural), 12_481_709));
    }

    [Fact]
    public void The_draft_has_every_report_and_nothing_is_missing_in_its_table_of_participants()
    {
        var period = Sample.Period;
        var material = new PeriodMaterial
        {
            Record = Sample.Record,
            Period = period,
            Template = Template,
            Initiatives = [.. Sample.Record.Initiatives.Initiatives.Select(i => new InitiativeMaterial(Key(i), i, Report(i)))],
        };
        var draft = BuildDraft.From(material, Sample.Record.Outline(period.Outline), "Arbetsversion 1");
        var table = draft.Parts.OfType<DraftPart.Table>().Single(t => t.Caption == "Deltagare 2023 per insats och kön");
        var total = table.Rows.Single(r => r.Kind == RowKind.Total).Cells.Select(c => c.Text);
        Assert.Contains("712", total);
        Assert.Contains("377", total);
        Assert.Contains("335", total);

        ReportKey Key(Initiative initiative) => new(Sample.Record.Association.Id, period.Id, initiative.Id);
        ReportSnapshot Report(Initiative initiative) => new()
        {
            Key = Key(initiative),
            SubmittedAt = new DateTimeOffset(2024, 1, 9, 10, 0, 0, TimeSpan.Zero),
            SubmittedBy = initiative.Contacts[0].Id,
            TemplateHash = "",
            Initiative = initiative,
            Answers = Answers(initiative.Id),
            ExplainedWarnings = [],
        };
    }

    private static AnswerSheet Answers(string id)
    {
        var fields = Template.FieldsFor(Sample.Record.FindInitiative(id)!).ToDictionary(f => f.Key, StringComparer.Ordinal);
        return AnswerSheet.Of(
            from written in Sample.Answers[id]
            let answer = ((FieldEntry.Accepted)FieldEntry.Read(fields[written.Key], written.Value)).Answer
            where answer is not null
            select KeyValuePair.Create(written.Key, answer));
    }

    private static decimal Of(string id, string key) => Answers(id).Number(key) ?? throw new InvalidOperationException($"{id}: {key}");

    private static MatrixBlock Matrix(string block) => Template.Blocks.OfType<MatrixBlock>().Single(b => b.Id == block);

    // Every cell is given: a blank or unknown one would make no sum.
    private static decimal Row(string id, string block, string row) => Matrix(block).Columns.Sum(c => Of(id, $"{block}.{row}.{c.Id}"));

    private static decimal Block(string id, string block, string? column = null) => (
        from row in Matrix(block).Rows
        from c in Matrix(block).Columns
        where column is null || c.Id == column
        select Of(id, $"{block}.{row.Id}.{c.Id}")).Sum();

    private static decimal Ongoing(string id) => Row(id, "deltagare", "deltagit") - Row(id, "deltagare", "avslutade");

    private static decimal Posts(string id) => Enumerable.Range(1, 12).Sum(row => Answers(id).Number($"bemanning.{row}.tjanst") ?? 0);

    private static decimal Costs(InitiativeKind kind) =>
        Sample.Record.Initiatives.Initiatives.Where(i => i.Kind == kind).Sum(i => Of(i.Id, "ekonomi.utfall"));

    private static void AssertRow(string id, string block, string row, int all, int women, int men)
    {
        Assert.Equal(women, Of(id, $"{block}.{row}.kvinna"));
        Assert.Equal(men, Of(id, $"{block}.{row}.man"));
        Assert.Equal(all, Row(id, block, row));
    }

    private static void AssertBlock(string id, string block, int all, int women, int men)
    {
        Assert.Equal(women, Block(id, block, "kvinna"));
        Assert.Equal(men, Block(id, block, "man"));
        Assert.Equal(all, Block(id, block));
    }

    private static void AssertApplications(string from, int all, string share, params int[] byMunicipality)
    {
        Assert.Equal(byMunicipality.Select(n => (decimal)n), Municipalities.Select(m => Of(Developer, $"ansokningar.{m}.{from}")));
        Assert.Equal(all, Block(Developer, "ansokningar", from));
        Assert.Equal(share, Share(all, 348, 1));
    }

    // The mean of all is that of women and men by their numbers, with as many decimals as it is printed with.
    private static void AssertMean(string id, string row, int persons, decimal all, decimal? women, decimal? men)
    {
        var (w, m) = (Of(id, $"{row}.kvinna.antal"), Of(id, $"{row}.man.antal"));
        var (ofWomen, ofMen) = (Of(id, $"{row}.kvinna.medel"), Of(id, $"{row}.man.medel"));
        Assert.Equal(persons, w + m);
        Assert.Equal(all, SwedishFormat.Round(((w * ofWomen) + (m * ofMen)) / (w + m), all.Scale));
        Assert.Equal((women ?? ofWomen, men ?? ofMen), (ofWomen, ofMen));
    }

    private static string[] Shares(string id, string block, string row) =>
    [
        Share(Row(id, block, row), Row(id, block, "bas")),
        .. new[] { "kvinna", "man" }.Select(c => Share(Of(id, $"{block}.{row}.{c}"), Of(id, $"{block}.bas.{c}"))),
    ];

    private static string Share(decimal part, decimal whole, int decimals = 0) => SwedishFormat.Exact(SwedishFormat.Round(part / whole * 100m, decimals)) + " %";
}

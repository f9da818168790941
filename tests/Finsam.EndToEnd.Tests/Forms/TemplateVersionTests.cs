using System.Net;
using Finsam.App.Reports;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Templates;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>A report is answered to the end in the template it was begun in.</summary>
public sealed class TemplateVersionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_version_of_the_template_changes_neither_the_questions_nor_the_answers_of_a_report_that_is_out()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await AllKinds.ImportAsync(instance, AllKinds.Record(2), Cancellation);
        instance.Clock.Set(SwedishTime.At(AllKinds.Period.Opens, new TimeOnly(9, 0)));
        var open = $"/api/forbund/alla/perioder/{AllKinds.Period.Id}/oppna";
        (await instance.Chef.PostAsync(open, null, Cancellation)).EnsureSuccessStatusCode();
        var report = AllKinds.PeriodKey.Report("insats-1");
        using var owner = await FormClient.OpenAsync(instance, report, AllKinds.Owner, Cancellation);
        await owner.FillInAsync();
        var before = await SavedAsync(instance, report);

        // The comment is gone, a choice too, the participants are counted in one column, and something new is required.
        var changed = AllKinds.Template with
        {
            Title = "En helt annan rapport",
            Rules = [],
            Sections =
            [
                .. AllKinds.Template.Sections.Where(s => s.Id is not ("mal" or "timmar")).Select(s => s with
                {
                    Blocks = [.. s.Blocks.Select(b => b is MatrixBlock matrix ? matrix with { Columns = [new Choice("antal", "Antal")] } : b)],
                }),
                new Section("nytt", "Nytt", AskedOf.Everyone, [new TextBlock { Id = "nytt", Label = "Nytt", Required = true }]),
            ],
        };
        await AllKinds.ImportAsync(instance, AllKinds.Record(3, changed), Cancellation);
        (await instance.Chef.PostAsync(open, null, Cancellation)).EnsureSuccessStatusCode();

        var after = await SavedAsync(instance, report);
        Assert.Equal((before.Head.Value.TemplateHash, before.Answers), (after.Head.Value.TemplateHash, after.Answers));
        Assert.Equal("3", (await owner.GetAsync("del/deltagare")).ValueOf("deltagare.deltagit.kvinna"));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("del/nytt")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SaveAsync("deltagare", 1, ("deltagare.deltagit.kvinna", "4"), ("deltagare.deltagit.man", "2"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync()).Status);
        var head = (await SavedAsync(instance, report)).Head.Value;
        var sent = await instance.Service<IReportStore>().SnapshotAsync("alla", head.SnapshotHash!, Cancellation);
        Assert.Equal((4m, "Klart.", before.Head.Value.TemplateHash), (sent.Answers.Number("deltagare.deltagit.kvinna"), sent.Answers.Text("mal.1.resultat"), sent.TemplateHash));

        // A report that opens after the change is asked the new questions.
        using var late = await FormClient.OpenAsync(instance, AllKinds.PeriodKey.Report("insats-3"), AllKinds.Owner, Cancellation);
        Assert.Equal("", (await late.GetAsync("del/nytt")).ValueOf("nytt.text"));
        Assert.Equal(HttpStatusCode.NotFound, (await late.GetAsync("del/mal")).Status);
    }

    [Fact]
    public async Task What_was_answered_in_a_section_that_is_no_longer_asked_is_kept_and_not_sent()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        var record = AllKinds.Record(1);
        await AllKinds.ImportAsync(instance, record, Cancellation);
        instance.Clock.Set(SwedishTime.At(AllKinds.Period.Opens, new TimeOnly(9, 0)));
        (await instance.Chef.PostAsync($"/api/forbund/alla/perioder/{AllKinds.Period.Id}/oppna", null, Cancellation)).EnsureSuccessStatusCode();
        var report = AllKinds.PeriodKey.Report("insats-1");
        using var owner = await FormClient.OpenAsync(instance, report, AllKinds.Owner, Cancellation);
        await owner.FillInAsync();
        await owner.SaveAsync("listor", 0, ("aktiviteter.1.vad", "Möte"), ("aktiviteter.1.deltagare", "12"));

        var initiative = record.Initiatives.Initiatives[0] with { Sections = ["deltagare", "timmar", "mal", "ekonomi"] };
        await AllKinds.ImportAsync(instance, record with { Initiatives = new InitiativeFile { Initiatives = [initiative] } }, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("del/listor")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.SubmitAsync()).Status);
        var saved = await SavedAsync(instance, report);
        var sent = await instance.Service<IReportStore>().SnapshotAsync("alla", saved.Head.Value.SnapshotHash!, Cancellation);
        Assert.Equal((12m, null, 30.5m), (saved.Answers.Number("aktiviteter.1.deltagare"), sent.Answers["aktiviteter.1.deltagare"], sent.Answers.Number("timmar.avtalade")));
    }

    private static async Task<ReportInProgress> SavedAsync(TestInstance instance, ReportKey report) =>
        (await instance.Service<IReportStore>().FindWithPartsAsync(report, Cancellation))!;
}

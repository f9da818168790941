using Finsam.App.Setup;
using Finsam.Domain.Answers;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Periods;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.Cli.Tests.Samples;

/// <summary>What a new association starts from: it asks the least that Uppföljning Finsam is reconciled with, and nothing twice.</summary>
public sealed class StandardSampleTests
{
    private static readonly string[] Forms = ["tertial", "delar", "helar", "slutrapport"];

    private static FilledSample Tertial => FilledSample.Of("standard");

    [Fact]
    public void It_is_read_without_a_word()
    {
        var folder = Tertial.Sample.RecordFolder;
        var files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        Assert.Equal([], ReadPackage.From(files).Findings.Select(f => $"{f.File} {f.Path} {f.Message}"));
    }

    [Fact]
    public void Its_four_forms_ask_the_same_rows_of_participants_by_gender()
    {
        var record = Tertial.Sample.Record;
        Assert.Equal(Forms.Order(StringComparer.Ordinal), record.Templates.Select(t => t.Id).Order(StringComparer.Ordinal));
        foreach (var template in record.Templates)
        {
            var flow = template.Blocks.OfType<MatrixBlock>().Single(b => b.Id == "deltagare");
            Assert.Equal(["deltagit", "nya", "avslutade"], flow.RequiredRows);
            Assert.Equal(["start", "slut"], flow.Derived.Select(d => d.Id));
            Assert.Equal(["kvinna", "man", "annat", "okant"], flow.Columns.Select(c => c.Id));
            Assert.Equal(["arbete", "studier", "annat"], template.Blocks.OfType<MatrixBlock>().Single(b => b.Id == "avslut").Rows.Select(r => r.Id));
            Assert.Single(template.Blocks.OfType<EconomyBlock>());
            Assert.Single(template.Blocks.OfType<ActivitiesBlock>());
        }
    }

    [Fact]
    public void An_initiative_that_has_sent_its_final_report_is_asked_nothing_more_that_year_but_the_tertial_that_it_ended_in()
    {
        var record = Tertial.Sample.Record;
        var ended = record.FindInitiative("kartlaggning")!;
        Assert.Equal(
            [("2026-t1", false), ("2026-delar", true), ("2026-helar", true)],
            record.Periods.Periods.Select(p => (p.Id, FinalReports.Covers(record, p, ended))));
        Assert.Equal(["kartlaggning"], FinalReports.PeriodsOf(record).Where(p => p.End.Year == 2026).Select(p => FinalReports.InitiativeOf(p)!));
    }

    [Fact]
    public void The_final_reports_mails_are_other_than_the_periods()
    {
        var record = Tertial.Sample.Record;
        Assert.Empty(record.Association.Settings.FinalReports!.Reminders.Select(r => r.Id).Intersect(record.Periods.Periods.SelectMany(p => p.Reminders).Select(r => r.Id)));
    }

    [Fact]
    public void Each_period_goes_on_from_the_one_before()
    {
        var (tertial, interim, year) = (Tertial, FilledSample.Of("standard", "2026-delar"), FilledSample.Of("standard", "2026-helar"));
        foreach (var (before, after) in new[] { (tertial, interim), (interim, year) })
        {
            Assert.All(after.Initiatives, i => Assert.Equal([], after.Check(i, new EarlierAnswers(new EarlierSheet(before.Period.Name, before.Period.End, before.Answers[i.Id]), null)).Select(f => f.Id)));
        }

        var backwards = tertial.Answers["vagen-vidare"].With("deltagare.nya.kvinna", new Answer.Number(18));
        Assert.Equal(
            ["deltagare-minskar:deltagare.nya.kvinna"],
            interim.Check(interim.Sample.Record.FindInitiative("vagen-vidare")!, new EarlierAnswers(new EarlierSheet("tertial 1 2026", tertial.Period.End, backwards), null)).Select(f => f.Id));
    }

    [Fact]
    public void A_figure_is_answered_for_all_that_the_board_wants_to_see()
    {
        var year = FilledSample.Of("standard", "2026-helar");
        Assert.Equal([68m, 37m, 30m], year.Row("deltagare.deltagit"));
        Assert.Equal(15m, year.Sum(FilledSample.Cells("avslut.arbete").Concat(FilledSample.Cells("avslut.studier"))));
        var target = year.Sample.Record.FindInitiative("vagen-vidare")!.Goals[1];
        var result = GoalResult.Of(year.Material(), year.Material().Initiatives[0], target, target.Targets[0])!;
        Assert.Equal(15m / 35m * 100m, result.Value);
        Assert.True(result.Reaches(target.Targets[0]));
    }
}

using System.Collections.Immutable;
using Finsam.App.Forms;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.History;
using Finsam.Domain.Participants;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.EndToEnd.Tests.Forms;

/// <summary>What the same initiative answered before, from real storage.</summary>
[Collection(AllKindsInstance.Tests)]
public sealed class EarlierTests(AllKindsInstance opened)
{
    private const string Women = "deltagare.deltagit.kvinna";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_thirds_of_the_year_the_last_one_and_the_same_one_last_year_are_shown()
    {
        var initiative = opened.Next().Initiative;
        var (t1, t2, now, before) = (Third(2023, 1), Third(2023, 2), Third(2024, 1), Third(2022, 1));
        await SentAsync(before, initiative, 1);
        await SentAsync(t1, initiative, 2);
        await SentAsync(t2, initiative, 3);
        var earlier = await LoadAsync(now, initiative, [before, t1, t2, now, AllKinds.Period]);
        Assert.Equal((t2.Name, t2.End, 3m), (earlier.LastPeriod!.Name, earlier.LastPeriod.End, earlier.LastPeriod.Answers.Number(Women)));
        Assert.Equal((t1.Name, 2m), (earlier.LastYear!.Name, earlier.LastYear.Answers.Number(Women)));
    }

    [Fact]
    public async Task Of_whole_years_the_last_period_is_last_year_whatever_was_before_that()
    {
        var initiative = opened.Next().Initiative;
        var (older, last) = (Year(2021), Year(2022));
        await SentAsync(older, initiative, 1);
        await SentAsync(last, initiative, 2);
        var earlier = await LoadAsync(AllKinds.Period, initiative, [older, last, AllKinds.Period]);
        Assert.Equal((2m, 2m), (earlier.LastPeriod!.Answers.Number(Women), earlier.LastYear!.Answers.Number(Women)));
    }

    [Fact]
    public async Task A_report_that_was_never_sent_is_not_shown_and_no_older_one_in_its_place()
    {
        var initiative = opened.Next().Initiative;
        var (older, last) = (Year(2021), Year(2022));
        await SentAsync(older, initiative, 1);
        await OpenAsync(last, initiative);
        Assert.Equal(EarlierAnswers.None, await LoadAsync(AllKinds.Period, initiative, [older, last, AllKinds.Period]));
        Assert.Equal(EarlierAnswers.None, await LoadAsync(AllKinds.Period, opened.Next().Initiative, [older, last, AllKinds.Period]));
    }

    [Fact]
    public async Task What_was_published_is_shown_where_nothing_was_reported_here()
    {
        var initiative = opened.Next().Initiative;
        var last = Year(2022);
        var history = Published(initiative);
        var earlier = await LoadAsync(AllKinds.Period, initiative, [AllKinds.Period], history);
        Assert.Null(earlier.LastPeriod);
        Assert.Equal(("2022", new DateOnly(2022, 12, 31)), (earlier.LastYear!.Name, earlier.LastYear.End));
        Assert.Equal([(Women, 17m)], earlier.LastYear.Answers.Entries.Select(e => (e.Key, ((Answer.Number)e.Value).Value)));
        Assert.Null((await LoadAsync(AllKinds.Period, opened.Next().Initiative, [AllKinds.Period], history)).LastYear);
        Assert.Null((await LoadAsync(Third(2023, 1), initiative, [Third(2023, 1)], history)).LastYear);

        await SentAsync(last, initiative, 2);
        Assert.Equal(2m, (await LoadAsync(AllKinds.Period, initiative, [last, AllKinds.Period], history)).LastYear!.Answers.Number(Women));
    }

    [Fact]
    public async Task Only_numbers_that_count_the_same_span_are_shown()
    {
        var initiative = opened.Next().Initiative;
        var last = Year(2022);
        await SentAsync(last, initiative, 2);
        var changed = AllKinds.Template with
        {
            Sections = [.. AllKinds.Template.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => b.Id == "deltagare" ? b with { Scope = Scope.Initiative } : b)] })],
        };
        var earlier = await LoadAsync(AllKinds.Period, initiative, [last, AllKinds.Period], template: changed);
        Assert.Equal(["ekonomi.utfall"], earlier.LastYear!.Answers.Entries.Select(e => e.Key));
        Assert.Null((await LoadAsync(AllKinds.Period, initiative, [AllKinds.Period], Published(initiative), changed)).LastYear);
    }

    private static ReportingPeriod Third(int year, int number) => AllKinds.Period with
    {
        Id = $"{year}-t{number}",
        Name = $"tertial {number} {year}",
        Kind = PeriodKind.Tertial,
        Start = new DateOnly(year, (number * 4) - 3, 1),
        End = new DateOnly(year, number * 4, DateTime.DaysInMonth(year, number * 4)),
    };

    private static ReportingPeriod Year(int year) =>
        AllKinds.Period with { Id = $"{year}-helar", Name = $"helåret {year}", Start = new DateOnly(year, 1, 1), End = new DateOnly(year, 12, 31) };

    private static PublishedHistory Published(string initiative) => new()
    {
        Documents = [new PublishedDocument("ar-2022", "Årsredovisning 2022", 2022)],
        Measures = [new HistoryMeasure("deltagare", "Deltagare", "personer") { Row = "deltagare.deltagit" }, new HistoryMeasure("annat", "Annat", "personer")],
        Figures =
        [
            new HistoryFigure { Measure = "deltagare", Year = 2022, Initiative = initiative, Gender = Gender.Woman, Value = 17, Document = "ar-2022" },
            new HistoryFigure { Measure = "deltagare", Year = 2021, Initiative = initiative, Gender = Gender.Man, Value = 18, Document = "ar-2022" },
            new HistoryFigure { Measure = "annat", Year = 2022, Initiative = initiative, Gender = Gender.Man, Value = 19, Document = "ar-2022" },
        ],
    };

    private Task<EarlierAnswers> LoadAsync(
        ReportingPeriod period, string initiative, ImmutableArray<ReportingPeriod> periods, PublishedHistory? history = null, FormTemplate? template = null)
    {
        var record = AllKinds.Record(150, template) with { Periods = new PeriodFile { Periods = periods }, History = history ?? new PublishedHistory() };
        return opened.Instance.Service<LoadEarlier>().HandleAsync(record, period, record.FindInitiative(initiative)!, template ?? AllKinds.Template, Cancellation);
    }

    private async Task<Report> OpenAsync(ReportingPeriod period, string initiative)
    {
        var hash = (await opened.Instance.Service<IRecordStore>().FindAsync("alla", Cancellation))!.Templates["alla"];
        var report = new Report { Key = new ReportKey("alla", period.Id, initiative), State = ReportState.Begun, Due = period.Due, Closes = period.Closes, TemplateHash = hash };
        await opened.Instance.Service<IReportStore>().CreateAsync(report, new ReportEvent(DateTimeOffset.UnixEpoch, "systemet", ReportEventKind.Opened), Cancellation);
        return report;
    }

    private async Task SentAsync(ReportingPeriod period, string initiative, int women)
    {
        var store = opened.Instance.Service<IReportStore>();
        var report = await OpenAsync(period, initiative);
        var hash = await store.KeepSnapshotAsync(
            new ReportSnapshot
            {
                Key = report.Key,
                SubmittedAt = DateTimeOffset.UnixEpoch,
                SubmittedBy = AllKinds.Owner,
                TemplateHash = report.TemplateHash,
                Initiative = AllKinds.Initiative(initiative),
                Answers = AnswerSheet.Empty.With(Women, new Answer.Number(women)).With("ekonomi.utfall", new Answer.Number(5))
                    .With("deltagare.nya.man", Answer.Unknown.Instance).With("kommentar.text", new Answer.Text("Förut.")),
                ExplainedWarnings = [],
            },
            Cancellation);
        var head = (await store.FindAsync(report.Key, Cancellation))!;
        Assert.True(await store.UpdateAsync(head, head.Value.WithSubmission(DateTimeOffset.UnixEpoch, hash), new ReportEvent(DateTimeOffset.UnixEpoch, AllKinds.Owner, ReportEventKind.Submitted), Cancellation));
    }
}

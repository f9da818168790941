using System.Net.Http.Json;
using Finsam.App.Drafts;
using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.App.Setup;
using Finsam.Cli.Demo;
using Finsam.Domain.Associations;
using Finsam.Domain.Consolidation;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Scopes;
using Finsam.Testing;

namespace Finsam.EndToEnd.Tests;

/// <summary>Final reports as the insatsägare and the chef meet them: asked when the initiative ends, moved with its end, and never asked twice.</summary>
public sealed class FinalReportTests
{
    private const string Ended = "resan-soderhamn";

    private static readonly PeriodKey Final = new("gavleborg", "slut-" + Ended);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_final_report_is_asked_when_the_initiative_ends_and_the_year_takes_its_figures_and_asks_nothing_twice()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await SaveAsync(instance, Record());
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens, new TimeOnly(8, 0, 5)));
        await instance.TickAsync(Cancellation);

        // RESAN ended on 31 December 2023: its final report has opened, and the year asks the others only.
        var reports = instance.Service<IReportStore>();
        Assert.Equal(new DateOnly(2024, 2, 12), (await reports.FindAsync(Final.Report(Ended), Cancellation))!.Value.Due);
        var year = await reports.ListAsync(TestInstance.PeriodKey, Cancellation);
        Assert.DoesNotContain(year, h => h.Value.Key.Initiative == Ended);
        Assert.Contains(year, h => h.Value.Key.Initiative == "ljusdal");
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("inbjudan").Any(m => m.Contains(".slut-" + Ended + ".", StringComparison.Ordinal))), Cancellation);

        await SendAsync(instance);
        var material = (await instance.Service<LoadMaterial>().HandleAsync(TestInstance.PeriodKey, instance.Clock.GetUtcNow(), Cancellation))!.Material;
        var taken = material.Initiatives.Single(i => i.Initiative.Id == Ended);
        Assert.Equal("slut-" + Ended, taken.Report!.Key.Period);
        var row = OutcomeTable.Rows(material).Single(r => r.Id == Ended);
        Assert.Equal(1_219_000m, row.Reported);
        Assert.Equal([$"rapport/slut-{Ended}/{Ended}#ekonomi.utfall"], row.ReportedSource.Addresses);
    }

    [Fact]
    public async Task A_decision_that_moves_the_end_moves_the_last_day_of_a_report_that_is_out_and_its_link_still_opens()
    {
        await using var instance = await TestInstance.StartAsync(Cancellation);
        await SaveAsync(instance, Record());
        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens, new TimeOnly(8, 0, 5)));
        await instance.TickAsync(Cancellation);
        var first = (await instance.Service<IReportStore>().FindAsync(Final.Report(Ended), Cancellation))!.Value;

        await SaveAsync(instance, Record(new FundingDecision
        {
            Kind = DecisionKind.Supplement,
            Year = 2024,
            Kronor = 100_000,
            Date = new DateOnly(2024, 1, 9),
            NewEnd = new DateOnly(2024, 6, 30),
        }));
        await instance.TickAsync(Cancellation);

        // It is out already: the next tick moves its last day, before anybody is reminded of the old one.
        var moved = (await instance.Service<IReportStore>().FindAsync(Final.Report(Ended), Cancellation))!.Value;
        Assert.Equal(new DateOnly(2024, 8, 12), moved.Due);
        Assert.True(moved.Closes > first.Closes);
        Assert.Contains(await instance.Service<IReportStore>().HistoryAsync(Final.Report(Ended), Cancellation), e => e.What == ReportEventKind.Moved);

        // The link in the first mail was made when the report closed earlier.
        instance.Clock.Set(SwedishTime.EndOf(first.Closes).AddDays(1));
        using var browser = new Browser(instance.Address);
        Assert.Contains("RESAN", (await browser.GetAsync(await LinkAsync(instance), Cancellation)).Text, StringComparison.Ordinal);
    }

    private static AssociationRecord Record(params FundingDecision[] decisions)
    {
        var sample = TestInstance.Gavleborg.Record;
        var yearly = sample.Templates.Single(t => t.Id == TestInstance.Period.Template);
        var final = yearly with { Id = "slut", Sections = [.. yearly.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => b with { Scope = Scope.Year })] })] };
        return sample with
        {
            Association = sample.Association with
            {
                Settings = sample.Association.Settings with
                {
                    FinalReports = new FinalReportSettings
                    {
                        EndingFrom = new DateOnly(2023, 12, 1),
                        Template = "slut",
                        Outline = TestInstance.Period.Outline,
                        Reminders = TestInstance.Period.Reminders,
                    },
                },
            },
            Templates = [.. sample.Templates, final],
            Initiatives = sample.Initiatives with
            {
                Initiatives = [.. sample.Initiatives.Initiatives.Select(i => i.Id == Ended ? i with { Decisions = [.. i.Decisions, .. decisions] } : i)],
            },
        };
    }

    private static async Task SaveAsync(TestInstance instance, AssociationRecord record)
    {
        using var content = new ByteArrayContent(PackageFiles.Zip(PackageFiles.Of(record)));
        content.Headers.ContentType = new("application/zip");
        using var response = await instance.Chef.PostAsync(new Uri("/api/paket", UriKind.Relative), content, Cancellation);
        var answer = (await response.Content.ReadFromJsonAsync<ImportAnswer>(RecordJson.Options, Cancellation))!;
        Assert.True(answer.Imported, string.Join('\n', answer.Findings));
    }

    private static async Task<string> LinkAsync(TestInstance instance)
    {
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("inbjudan").Any(m => m.Contains(".slut-" + Ended + ".", StringComparison.Ordinal))), Cancellation);
        var mail = instance.Mails("inbjudan").First(m => m.Contains(".slut-" + Ended + ".", StringComparison.Ordinal));
        return (await MimeKit.MimeMessage.LoadAsync(mail, Cancellation)).TextBody!.Split('\n').First(l => l.Contains("/r/", StringComparison.Ordinal)).Trim();
    }

    private static async Task SendAsync(TestInstance instance)
    {
        using var browser = new Browser(instance.Address);
        var home = await browser.GetAsync(await LinkAsync(instance), Cancellation);
        await TestInstance.FillInAsync(browser, home, Ended, Cancellation);
        var review = await browser.GetAsync(home.Address.AbsolutePath + "/granska", Cancellation);
        var sent = await browser.PostAsync(review, Browser.NamesOn(review).ToDictionary(n => n, _ => "Uppgiften stämmer."), Cancellation);
        Assert.NotNull(sent.Document.QuerySelector(".ref"));
    }
}

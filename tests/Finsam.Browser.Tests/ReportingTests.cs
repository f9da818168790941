using Finsam.App.Reports;
using Finsam.Browser.Tests.Browsers;
using Finsam.Browser.Tests.Checks;
using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;
using Finsam.Domain.Rules;

namespace Finsam.Browser.Tests;

/// <summary>A whole report, filled in and sent by each way there is to use a page. What is stored is what the sample answers.</summary>
public sealed class ReportingTests(Chromium chromium, AllSites sites)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Together the initiatives have every kind of block. The greatest is filled in as most fill it in.
    [Theory(Timeout = Patience.Test)]
    [InlineData("gavleborg-2023", "utvecklingsinsatser")]
    [InlineData("jamtland-2023", "psykiatrins-roll")]
    [InlineData("harnosand-timra-2022", "af-i-samverkan")]
    [InlineData("vast-2023", "utredningen")]
    [InlineData("standard", "vagen-vidare")]
    public async Task A_report_is_filled_in_and_sent_with_the_keyboard_alone(string sample, string initiative)
    {
        await using var visit = await chromium.VisitAsync();
        await ReportAsync(sample, initiative, visit, new Keyboard(visit));
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData("gavleborg-2023", "karnhuset-sandviken")]
    [InlineData("jamtland-2023", "samplanering-harjedalen")]
    [InlineData("harnosand-timra-2022", "starkt-samverkan")]
    [InlineData("vast-2023", "verksamhetsutvecklare")]
    [InlineData("standard", "gemensam-vardag")]
    public async Task A_report_is_filled_in_and_sent_on_a_phone(string sample, string initiative)
    {
        await using var visit = await chromium.VisitAsync(VisitOptions.Phone);
        await ReportAsync(sample, initiative, visit, new PointingHand(visit, finger: true));
    }

    [Theory(Timeout = Patience.Test)]
    [InlineData("gavleborg-2023", "trisam-handlaggartid")]
    [InlineData("jamtland-2023", "jobbcenter-2-0")]
    [InlineData("harnosand-timra-2022", "halsoprojektet")]
    [InlineData("vast-2023", "rehabvagledare")]
    [InlineData("standard", "kartlaggning")]
    public async Task A_report_is_filled_in_and_sent_without_scripts(string sample, string initiative)
    {
        await using var visit = await chromium.VisitAsync(new VisitOptions { Scripts = false });
        await ReportAsync(sample, initiative, visit, new PointingHand(visit));
    }

    private async Task ReportAsync(string sampleName, string initiative, Visit visit, IHand hand)
    {
        var site = await sites.Opened("reporting", Samples.Named(sampleName));
        var answers = site.Sample.Answers[initiative];
        await site.OpenFormAsync(visit, initiative);
        var written = await hand.SendAsync(visit, answers);

        var report = (await site.Instance.Service<IReportStore>().FindWithPartsAsync(site.PeriodKey.Report(initiative), Cancellation))!;
        Assert.Equal(answers.Keys, written);
        Assert.True(report.Head.Value.IsSent);
        Assert.Contains(report.Head.Value.Reference!, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.All(site.Template.FieldsFor(site.Initiative(initiative)), field =>
            Assert.Equal(Assert.IsType<FieldEntry.Accepted>(FieldEntry.Read(field, answers.GetValueOrDefault(field.Key))).Answer, report.Answers[field.Key]));
        await visit.HasAQuietConsoleAsync();
    }
}

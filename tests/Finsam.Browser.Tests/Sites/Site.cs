using Finsam.App.Forms;
using Finsam.Browser.Tests.Browsers;
using Finsam.Cli.Demo;
using Finsam.Cli.Packages;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Domain.Templates;
using Finsam.Testing;
using MimeKit;

namespace Finsam.Browser.Tests.Sites;

/// <summary>A running instance with a sample: how its people get in.</summary>
public sealed class Site : IAsyncDisposable
{
    private Site(TestInstance instance, Sample sample) => (Instance, Sample) = (instance, sample);

    /// <summary>The instance.</summary>
    public TestInstance Instance { get; }

    /// <summary>What is imported.</summary>
    public Sample Sample { get; }

    /// <summary>The period that is reported.</summary>
    public ReportingPeriod Period => Sample.Record.Periods.Periods[0];

    /// <summary>Its key.</summary>
    public PeriodKey PeriodKey => new(Sample.Record.Association.Id, Period.Id);

    /// <summary>Its template.</summary>
    public FormTemplate Template => Sample.Record.Templates.Single(t => t.Id == Period.Template);

    private IEnumerable<Initiative> Asked => Sample.Record.Initiatives.Initiatives.Where(i => i.Overlaps(Period.Start, Period.End));

    /// <summary>An instance with nothing in it, on the morning the sample's period opens.</summary>
    public static async Task<Site> StartAsync(Sample sample)
    {
        var site = new Site(await TestInstance.StartAsync(CancellationToken.None), sample);
        site.Instance.Clock.Set(SwedishTime.At(site.Period.Opens, new TimeOnly(7, 30)));
        return site;
    }

    /// <summary>An instance with the sample's record, half an hour before the period opens.</summary>
    public static async Task<Site> ImportAsync(Sample sample)
    {
        var site = await StartAsync(sample);
        var answer = await ImportCommand.ImportAsync(site.Instance.Chef, sample.RecordFolder, CancellationToken.None);
        return answer.Imported ? site : throw new InvalidOperationException(string.Join('\n', answer.Findings));
    }

    /// <summary>An instance whose period is open, with the invitations sent.</summary>
    public static async Task<Site> OpenAsync(Sample sample)
    {
        var site = await ImportAsync(sample);
        site.Instance.Clock.Set(SwedishTime.At(site.Period.Opens, new TimeOnly(8, 0, 5)));
        await site.Instance.TickAsync(CancellationToken.None);
        var expected = site.Asked.Sum(i => i.Contacts.Length);
        await TestInstance.WaitAsync(() => Task.FromResult(site.Instance.Mails("inbjudan").Length >= expected), CancellationToken.None);
        return site;
    }

    /// <summary>An initiative.</summary>
    public Initiative Initiative(string id) => Sample.Record.Initiatives.Initiatives.Single(i => i.Id == id);

    /// <summary>The address of a report's page.</summary>
    public string FormAddress(string initiative, string page = "") =>
        new Uri(Instance.Address, FormRoutes.Address(PeriodKey.Report(initiative)) + (page.Length == 0 ? "" : "/" + page)).ToString();

    /// <summary>The form link in a contact's mail; the first contact's when none is said.</summary>
    public async Task<string> LinkAsync(string initiative, string? contact = null)
    {
        var person = contact ?? Initiative(initiative).Contacts[0].Id;
        var file = Path.Combine(Instance.Local.MailFolder, $"{PeriodKey.Association}.{PeriodKey.Period}.{initiative}.inbjudan.{person}.eml");
        var text = (await MimeMessage.LoadAsync(file)).TextBody!;
        return text.Split('\n').First(l => l.Contains("/r/", StringComparison.Ordinal)).Trim();
    }

    /// <summary>The owner opens the link in the mail.</summary>
    public async Task OpenFormAsync(Visit visit, string initiative, string? contact = null) =>
        await visit.Page.GotoAsync(await LinkAsync(initiative, contact));

    /// <summary>Signs the chef in. The link has been used, so the visit gets the session that it gave.</summary>
    public Task SignInAsync(Visit visit)
    {
        var cookie = Instance.Local.SignIn.CookieHeader.Split('=', 2);
        return visit.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = Instance.Address.ToString() }]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Instance.DisposeAsync();
}

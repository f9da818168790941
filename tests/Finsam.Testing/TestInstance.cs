using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Finsam.App.Overview;
using Finsam.Cli.Demo;
using Finsam.Cli.Hosting;
using Finsam.Cli.Packages;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Finsam.Testing;

/// <summary>The whole system on this machine with a real storage emulator, a clock of its own and a folder of mails: what the end-to-end tests talk to over HTTP.</summary>
public sealed class TestInstance : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private TestInstance(DirectoryInfo folder, LocalInstance local, AdjustableClock clock, HttpClient chef, Uri usedSignInLink) =>
        (_folder, Local, Clock, Chef, UsedSignInLink) = (folder, local, clock, chef, usedSignInLink);

    /// <summary>The instance.</summary>
    public LocalInstance Local { get; }

    /// <summary>Its clock.</summary>
    public AdjustableClock Clock { get; }

    /// <summary>A signed-in chef's client; follows redirects.</summary>
    public HttpClient Chef { get; }

    /// <summary>The sign-in link, which the chef has used.</summary>
    public Uri UsedSignInLink { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address => Local.Address;

    /// <summary>The sample that tests work with.</summary>
    public static Sample Gavleborg { get; } = Sample.Read("gavleborg-2023");

    /// <summary>Its period.</summary>
    public static ReportingPeriod Period => Gavleborg.Period;

    /// <summary>Its period's key.</summary>
    public static PeriodKey PeriodKey => new(Gavleborg.Record.Association.Id, Period.Id);

    /// <summary>Starts an instance on the morning the sample's period opens.</summary>
    public static async Task<TestInstance> StartAsync(
        CancellationToken cancellation, IReadOnlyDictionary<string, string?>? settings = null, string? storage = null, Action<ILoggingBuilder>? logging = null,
        Action<IServiceCollection>? services = null)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-test-");
        var clock = new AdjustableClock(SwedishTime.At(Period.Opens, new TimeOnly(7, 30)));
        var local = await LocalInstance.StartAsync(
            new LocalInstanceOptions
            {
                DataFolder = folder.FullName,
                Clock = clock,
                Storage = storage,
                Settings = settings ?? new Dictionary<string, string?>(),
                Logging = logging,
                Services = services,
            },
            cancellation);
        var chef = Client(local.Address, redirect: true);
        var link = local.SignInLink;
        (await chef.GetAsync(link, cancellation)).EnsureSuccessStatusCode();
        return new TestInstance(folder, local, clock, chef, link);
    }

    /// <summary>A client with its own cookies that says it comes from our own pages.</summary>
    public static HttpClient Client(Uri address, bool redirect = false)
    {
        // A tick over hundreds of reports may take minutes on a loaded machine.
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = redirect }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        return client;
    }

    /// <summary>A service of the running app.</summary>
    public T Service<T>()
        where T : notnull => Local.Services.GetRequiredService<T>();

    /// <summary>Imports the sample.</summary>
    public async Task ImportAsync(CancellationToken cancellation)
    {
        var answer = await ImportCommand.ImportAsync(Chef, Gavleborg.RecordFolder, cancellation);
        if (!answer.Imported)
        {
            throw new InvalidOperationException(string.Join('\n', answer.Findings));
        }
    }

    /// <summary>Imports the sample, opens its period by the tick and waits for the invitations.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await ImportAsync(cancellation);
        Clock.Set(SwedishTime.At(Period.Opens, new TimeOnly(8, 0, 5)));
        await TickAsync(cancellation);
        var expected = Gavleborg.Record.Initiatives.Initiatives.Sum(i => i.Contacts.Length);
        await WaitAsync(() => Task.FromResult(Mails("inbjudan").Length == expected), cancellation);
    }

    /// <summary>Changes a file of the association's record, as a program does.</summary>
    public async Task ChangeRecordAsync(string association, string file, Action<JsonNode> change, CancellationToken cancellation)
    {
        var address = new Uri($"/api/forbund/{association}/register/{file}", UriKind.Relative);
        using var read = await Chef.GetAsync(address, cancellation);
        var json = JsonNode.Parse(await read.Content.ReadAsStringAsync(cancellation))!;
        change(json);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag?.ToString());
        using var written = await Chef.SendAsync(request, cancellation);
        if (!written.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await written.Content.ReadAsStringAsync(cancellation));
        }
    }

    /// <summary>Does what the timer does every hour.</summary>
    public async Task TickAsync(CancellationToken cancellation) =>
        (await Chef.PostAsync(new Uri("/" + OverviewRoutes.ApiTick, UriKind.Relative), null, cancellation)).EnsureSuccessStatusCode();

    /// <summary>The files of a step's mails.</summary>
    public string[] Mails(string step) => Directory.Exists(Local.MailFolder) ? Directory.GetFiles(Local.MailFolder, $"*.{step}.*.eml") : [];

    /// <summary>The form link in a mail.</summary>
    public async Task<string> LinkAsync(string initiative, string step = "inbjudan", string? contact = null)
    {
        var person = contact ?? Gavleborg.Record.Initiatives.Initiatives.Single(i => i.Id == initiative).Contacts[0].Id;
        var file = Path.Combine(Local.MailFolder, $"{PeriodKey.Association}.{PeriodKey.Period}.{initiative}.{step}.{person}.eml");
        var text = (await MimeMessage.LoadAsync(file)).TextBody!;
        return text.Split('\n').First(l => l.Contains("/r/", StringComparison.Ordinal)).Trim();
    }

    /// <summary>Fills in and sends an initiative's report as the sample has it.</summary>
    public async Task SendReportAsync(string initiative, CancellationToken cancellation)
    {
        var (browser, home) = await OpenFormAsync(initiative, cancellation);
        using (browser)
        {
            await FillInAsync(browser, home, initiative, cancellation);
            var review = await browser.GetAsync(home.Address.AbsolutePath + "/granska", cancellation);
            var sent = await browser.PostAsync(review, Browser.NamesOn(review).ToDictionary(n => n, _ => "Uppgiften är kontrollerad."), cancellation);
            if (sent.Document.QuerySelector(".ref") is null)
            {
                throw new InvalidOperationException(sent.Text);
            }
        }
    }

    /// <summary>Fills in every section as the sample has it.</summary>
    public static async Task FillInAsync(Browser browser, WebPage home, string initiative, CancellationToken cancellation)
    {
        var answers = Gavleborg.Answers[initiative];
        await foreach (var page in browser.PartsAsync(home, cancellation))
        {
            await browser.FillInAsync(page, answers, cancellation);
        }
    }

    /// <summary>A browser that has opened the initiative's form link, and the page it came to.</summary>
    public async Task<(Browser Browser, WebPage Home)> OpenFormAsync(string initiative, CancellationToken cancellation, string? contact = null)
    {
        var browser = new Browser(Address);
        return (browser, await browser.GetAsync(await LinkAsync(initiative, contact: contact), cancellation));
    }

    /// <summary>Waits, at most four minutes: many tests share the machine.</summary>
    public static async Task WaitAsync(Func<Task<bool>> until, CancellationToken cancellation)
    {
        for (var tries = 0; !await until(); tries++)
        {
            if (tries > 2400)
            {
                throw new TimeoutException("It did not happen in four minutes.");
            }

            await Task.Delay(100, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Chef.Dispose();
        await Local.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

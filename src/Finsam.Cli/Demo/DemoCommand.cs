using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Finsam.App.Forms;
using Finsam.App.Overview;
using Finsam.Cli.Hosting;
using Finsam.Cli.Packages;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using MimeKit;

namespace Finsam.Cli.Demo;

/// <summary>finsam demo: the whole cycle over HTTP as its users go through it, on published data. Any step that fails makes the exit code 1.</summary>
public sealed partial class DemoCommand : IDisposable
{
    private const int DaysAfter = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Sample _sample;
    private readonly LocalInstance _instance;
    private readonly AdjustableClock _clock;
    private readonly StorageCalls _calls;
    private readonly string _out;
    private readonly HttpClient _chef;
    private readonly Func<Task>? _afterHour;
    private readonly List<Step> _steps = [];

    private DemoCommand(Sample sample, LocalInstance instance, AdjustableClock clock, StorageCalls calls, string outFolder, HttpClient chef, Func<Task>? afterHour)
    {
        (_sample, _instance, _clock, _calls, _out, _chef, _afterHour) = (sample, instance, clock, calls, outFolder, chef, afterHour);
    }

    private ReportingPeriod Period => _sample.Period;

    private PeriodKey Key => new(_sample.Record.Association.Id, Period.Id);

    private ImmutableArray<Initiative> Initiatives =>
        [.. _sample.Record.Initiatives.Initiatives.Where(i => i.Overlaps(Period.Start, Period.End))];

    // The one that forgets: the last with two contacts, so that both are reminded.
    private Initiative Late => Initiatives.LastOrDefault(i => i.Contacts.Length > 1) ?? Initiatives[^1];

    /// <summary>Runs it on every sample that has answers, each in a folder of its own.</summary>
    public static async Task<int> RunAllAsync(string outFolder, bool verbose, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var name in Sample.Names.Where(n => !Sample.Read(n).Answers.IsEmpty))
        {
            Console.WriteLine($"{Environment.NewLine}{name}");
            failed += await RunAsync(name, Path.Combine(outFolder, name), storage: null, verbose, cancellation);
        }

        return failed == 0 ? 0 : 1;
    }

    /// <summary>Runs it.</summary>
    /// <param name="sampleName">The sample.</param>
    /// <param name="outFolder">Where what comes of it is written.</param>
    /// <param name="storage">A storage account; null for an emulator.</param>
    /// <param name="verbose">Logs to the console.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="afterHour">Given, every hour from the day before the period opens until well after its last day is lived through, with the hour's work done
    /// and this after it; otherwise only the moments at which something happens.</param>
    public static async Task<int> RunAsync(
        string sampleName, string outFolder, string? storage, bool verbose, CancellationToken cancellation, Func<Task>? afterHour = null)
    {
        var whole = Stopwatch.StartNew();
        var sample = Sample.Read(sampleName);
        var data = Path.Combine(outFolder, "lager");
        foreach (var old in new[] { data, Path.Combine(outFolder, "mejl"), Path.Combine(outFolder, "utkast") }.Where(Directory.Exists))
        {
            Directory.Delete(old, recursive: true);
        }

        var period = sample.Period;
        var clock = new AdjustableClock(SwedishTime.At(period.Opens, new TimeOnly(7, 30)));
        var start = Stopwatch.StartNew();
        await using var instance = await LocalInstance.StartAsync(
            new LocalInstanceOptions
            {
                DataFolder = data,
                Storage = storage,
                Clock = clock,
                Verbose = verbose,
                Progress = Console.WriteLine,
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Finsam:Mail:Folder"] = Path.Combine(outFolder, "mejl") },
            },
            cancellation);
        using var calls = new StorageCalls(port => port != instance.Address.Port);
        using var chef = ChefClient(instance);
        using var demo = new DemoCommand(sample, instance, clock, calls, outFolder, chef, afterHour);
        demo._steps.Add(new Step(DemoTexts.Start, start.Elapsed, 0, null));
        var failed = await demo.RunStepsAsync(cancellation);
        await demo.WriteSummaryAsync(whole.Elapsed, failed, cancellation);
        return failed ? 1 : 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _chef.Dispose();

    private static HttpClient ChefClient(LocalInstance instance)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = instance.Address };
        client.DefaultRequestHeaders.Add("Origin", instance.Address.GetLeftPart(UriPartial.Authority));
        return client;
    }

    private async Task<bool> RunStepsAsync(CancellationToken cancellation)
    {
        (string Name, Func<Task> Do)[] steps =
        [
            (DemoTexts.SignIn, () => SignInAsync(cancellation)),
            (DemoTexts.Import, () => ImportAsync(cancellation)),
            (DemoTexts.Open, () => OpenAsync(cancellation)),
            (DemoTexts.FillIn, () => FillInAllButOneAsync(cancellation)),
            (DemoTexts.Remind, () => RemindAsync(cancellation)),
            (DemoTexts.FillInLast, () => FillInAsync(Late, Late.Contacts[^1], cancellation)),
            (DemoTexts.Compile, () => CompileAsync(cancellation)),
            (DemoTexts.Download, () => DownloadAsync(cancellation)),
            .. _afterHour is null ? [] : new (string, Func<Task>)[] { (DemoTexts.Afterwards, () => AfterwardsAsync(cancellation)) },
        ];
        foreach (var (name, work) in steps)
        {
            var (time, calls) = (Stopwatch.StartNew(), _calls.Count);
            string? error = null;
            try
            {
                await work();
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                error = e.Message;
            }

            var step = new Step(name, time.Elapsed, _calls.Count - calls, error);
            _steps.Add(step);
            Console.WriteLine(step.ToLine());
            if (error is not null)
            {
                return true;
            }
        }

        return false;
    }

    private async Task SignInAsync(CancellationToken cancellation)
    {
        using var page = await _chef.GetAsync(_instance.SignInLink, cancellation);
        Expect(page.IsSuccessStatusCode, $"{(int)page.StatusCode}");
    }

    private async Task ImportAsync(CancellationToken cancellation)
    {
        // What a storage account has from before is never written over by an example, whose days have passed there already.
        using var there = await _chef.GetAsync(ApiClient.Address(OverviewRoutes.ApiAssociation, Key.Association), cancellation);
        Expect(!there.IsSuccessStatusCode, string.Format(CultureInfo.InvariantCulture, DemoTexts.AlreadyThere, Key.Association));
        var answer = await ImportCommand.ImportAsync(_chef, _sample.RecordFolder, cancellation);
        Expect(answer.Imported, string.Join('\n', answer.Findings));
        var again = await ImportCommand.ImportAsync(_chef, _sample.RecordFolder, cancellation);
        Expect(again.Imported, string.Join('\n', again.Findings));
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        await MoveToAsync(SwedishTime.At(Period.Opens, new TimeOnly(8, 0, 5)), cancellation);
        await TickAsync(cancellation);
        await MailsAsync(Period.Reminders[0], Initiatives, cancellation);
    }

    private async Task FillInAllButOneAsync(CancellationToken cancellation)
    {
        await MoveToAsync(SwedishTime.At(Period.Opens.AddDays(1), new TimeOnly(10, 0)), cancellation);
        foreach (var initiative in Initiatives.Where(i => i.Id != Late.Id))
        {
            await FillInAsync(initiative, initiative.Contacts[0], cancellation);
        }
    }

    private async Task RemindAsync(CancellationToken cancellation)
    {
        var step = Period.Reminders.First(r => r.When == ReminderMoment.BeforeDue);
        await MoveToAsync(ReminderSchedule.Of(Period, _sample.Record.Association.Settings.Mail.Calendar).InstantOf(step).AddSeconds(5), cancellation);
        await TickAsync(cancellation);
        await TickAsync(cancellation);
        await MailsAsync(step, [Late], cancellation);
    }

    private async Task CompileAsync(CancellationToken cancellation)
    {
        var automatic = await DraftsAsync(drafts => drafts.Any(d => d.Request.StartsWith("alla-inne", StringComparison.Ordinal) && d.State == "ready"), cancellation);
        Expect(automatic.Count(d => d.Request.StartsWith("alla-inne", StringComparison.Ordinal)) == 1, "more than one automatic draft");

        // And one the chef asks for, twice by the same click.
        var body = new Dictionary<string, string>(StringComparer.Ordinal) { [OverviewPages.RequestField] = "demo" };
        for (var click = 0; click < 2; click++)
        {
            using var content = new FormUrlEncodedContent(body);
            using var answer = await _chef.PostAsync(new Uri(OverviewRoutes.Address(Key, "utkast"), UriKind.Relative), content, cancellation);
            Expect(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}");
        }

        var all = await DraftsAsync(drafts => drafts.Count == automatic.Count + 1 && drafts.All(d => d.State == "ready"), cancellation);
        Expect(all.All(d => d.Missing == 0 && d.Reports == Initiatives.Length), "a draft lacks reports");
    }

    private async Task DownloadAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_out, "utkast")).FullName;
        foreach (var draft in await DraftsAsync(_ => true, cancellation))
        {
            foreach (var address in new[] { draft.Word!, draft.Excel!, draft.Manifest! })
            {
                var name = address.EndsWith(".json", StringComparison.Ordinal)
                    ? string.Create(CultureInfo.InvariantCulture, $"manifest-v{draft.Version}.json")
                    : Path.GetFileName(address);
                await File.WriteAllBytesAsync(
                    Path.Combine(folder, name), await _chef.GetByteArrayAsync(new Uri(address, UriKind.Relative), cancellation), cancellation);
            }
        }
    }

    private async Task AfterwardsAsync(CancellationToken cancellation)
    {
        if (_afterHour is not null)
        {
            await MoveToAsync(SwedishTime.At(Period.LastDay.AddDays(DaysAfter), new TimeOnly(12, 0)), cancellation);
        }
    }

    // Hour by hour where that is asked for; a demo need not wait for hours in which nothing happens.
    private async Task MoveToAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        for (var hour = NextHour(_clock.GetUtcNow()); _afterHour is not null && hour <= to; hour = hour.AddHours(1))
        {
            _clock.Set(hour);
            await TickAsync(cancellation);
            await _afterHour();
        }

        _clock.Set(to);
    }

    private static DateTimeOffset NextHour(DateTimeOffset now) => new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, now.Offset).AddHours(1);

    private async Task TickAsync(CancellationToken cancellation)
    {
        using var answer = await _chef.PostAsync(new Uri("/" + OverviewRoutes.ApiTick, UriKind.Relative), null, cancellation);
        Expect(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}");
    }

    // Waits until the step's mails to these initiatives are there, and sees that there are no others.
    private async Task MailsAsync(ReminderStep step, ImmutableArray<Initiative> initiatives, CancellationToken cancellation)
    {
        var expected = initiatives.SelectMany(i => i.Contacts.Select(c => MailFile(i, step, c))).ToHashSet(StringComparer.Ordinal);
        var found = await WaitAsync(
            () => Task.FromResult(Directory.Exists(_instance.MailFolder)
                ? Directory.EnumerateFiles(_instance.MailFolder, $"*.{step.Id}.*.eml").Select(f => Path.GetFileName(f)!).ToHashSet(StringComparer.Ordinal)
                : []),
            expected.IsSubsetOf,
            cancellation);
        Expect(found.SetEquals(expected), $"{found.Count} mails of {step.Id}, expected {expected.Count}");
    }

    private async Task FillInAsync(Initiative initiative, Contact contact, CancellationToken cancellation)
    {
        var mail = Directory.EnumerateFiles(_instance.MailFolder, $"{Key.Association}.{Key.Period}.{initiative.Id}.*.{contact.Id}.eml").Order(StringComparer.Ordinal).Last();
        var text = (await MimeMessage.LoadAsync(mail, cancellation)).TextBody ?? "";
        var link = Link().Match(text).Value;
        Expect(link.Length > 0, $"no link in {mail}");

        using var browser = new Browser(_instance.Address);
        var home = await browser.GetAsync(link, cancellation);
        Expect(home.Status == HttpStatusCode.OK && !home.Address.PathAndQuery.StartsWith("/r/", StringComparison.Ordinal), $"{home.Status} at {home.Address.AbsolutePath}");
        var unused = _sample.Answers[initiative.Id].Keys.ToHashSet(StringComparer.Ordinal);
        await foreach (var page in browser.PartsAsync(home, cancellation))
        {
            var (saved, filled) = await browser.FillInAsync(page, _sample.Answers[initiative.Id], cancellation);
            Expect(saved.Status == HttpStatusCode.OK, $"{initiative.Id} {page.Address.AbsolutePath}: {(int)saved.Status} {saved.Text}");
            unused.ExceptWith(filled);
        }

        Expect(unused.Count == 0, $"{initiative.Id}: no field for {string.Join(", ", unused)}");
        var review = await browser.GetAsync(FormRoutes.Address(Key.Report(initiative.Id)) + "/granska", cancellation);
        var sent = await browser.PostAsync(review, Browser.NamesOn(review).ToDictionary(n => n, _ => DemoTexts.Explanation, StringComparer.Ordinal), cancellation);
        Expect(sent.Status == HttpStatusCode.OK && sent.Document.QuerySelector(".ref") is not null, $"{initiative.Id}: {sent.Text}");
        var print = await browser.GetAsync(FormRoutes.Address(Key.Report(initiative.Id)) + "/utskrift", cancellation);
        Expect(print.Status == HttpStatusCode.OK && print.Document.QuerySelector(".ref")?.TextContent == sent.Document.QuerySelector(".ref")?.TextContent, "the print differs");
    }

    private async Task<List<DraftState>> DraftsAsync(Func<List<DraftState>, bool> until, CancellationToken cancellation) => await WaitAsync(
        async () =>
        {
            var status = await _chef.GetFromJsonAsync<JsonObject>(new Uri($"/api/forbund/{Key.Association}/perioder/{Key.Period}", UriKind.Relative), cancellation);
            return status!["drafts"].Deserialize<List<DraftState>>(JsonSerializerOptions.Web)!;
        },
        until,
        cancellation);

    private static async Task<T> WaitAsync<T>(Func<Task<T>> look, Func<T, bool> enough, CancellationToken cancellation)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100, cancellation))
        {
            var seen = await look();
            if (enough(seen))
            {
                return seen;
            }

            Expect(waited.Elapsed < Patience, "nothing came in a minute");
        }
    }

    private string MailFile(Initiative initiative, ReminderStep step, Contact contact) =>
        $"{Key.Association}.{Key.Period}.{initiative.Id}.{step.Id}.{contact.Id}.eml";

    private async Task WriteSummaryAsync(TimeSpan whole, bool failed, CancellationToken cancellation)
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var memory = process.PeakWorkingSet64 / 1024 / 1024;
        var summary = new StringBuilder()
            .Append("# ").Append(_sample.Record.Association.Name).Append(", ").Append(Period.Name).Append("\n\n")
            .Append("| Steg | Tid, s | Lageranrop | |\n|---|---:|---:|---|\n");
        foreach (var step in _steps)
        {
            summary.Append(CultureInfo.InvariantCulture, $"| {step.Name} | {step.Time.TotalSeconds:0.0} | {step.StorageCalls} | {step.Error ?? "ok"} |\n");
        }

        summary.Append(CultureInfo.InvariantCulture, $"| Allt | {whole.TotalSeconds:0.0} | {_steps.Sum(s => s.StorageCalls)} | {(failed ? "misslyckades" : "ok")} |\n\n")
            .Append(CultureInfo.InvariantCulture, $"Högsta minne, tjänsten och demon i samma process: {memory} MB (minsta Flex-instans: 512 MB).\n");
        await File.WriteAllTextAsync(Path.Combine(_out, "sammanfattning.md"), summary.ToString(), cancellation);
        Console.WriteLine(summary);
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, CliTexts.Done, _out));
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    [GeneratedRegex(@"https?://\S+/r/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    private sealed record Step(string Name, TimeSpan Time, long StorageCalls, string? Error)
    {
        public string ToLine() => string.Create(
            CultureInfo.InvariantCulture, $"{(Error is null ? "✓" : "✗")} {Name} ({Time.TotalSeconds:0.0} s, {StorageCalls} lageranrop){(Error is null ? "" : ": " + Error)}");
    }

    private sealed record DraftState(string Kind, int Version, string Request, string State, int Reports, int Missing, string? Word, string? Excel, string? Manifest);
}

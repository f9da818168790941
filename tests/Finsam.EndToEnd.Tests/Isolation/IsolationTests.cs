using System.Text.RegularExpressions;
using Azure.Core.Pipeline;
using Finsam.App.Access;
using Finsam.App.Drafts;
using Finsam.App.Records;
using Finsam.App.Telemetry;
using Finsam.Cli;
using Finsam.Cli.Demo;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.EndToEnd.Tests.Operations;
using Finsam.LocalWorker;
using Finsam.Testing;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Finsam.EndToEnd.Tests.Isolation;

/// <summary>Two associations with the same initiatives, periods and people in one installation live through a collection at the same time. What is asked of storage
/// for one of them is seen where it is asked, and never concerns what the other has.</summary>
[Collection(nameof(TelemetryTests))]
public sealed partial class IsolationTests
{
    // Words that stand in no text of the sample.
    private static readonly string[] Both = ["xylofon", "zeppelin"];
    private static readonly string[] Initiatives = ["hofors", "ljusdal"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_done_for_an_association_asks_storage_for_nothing_that_another_has()
    {
        var watch = new StorageWatch();
        using var listening = new Listening();
        await using var instance = await TestInstance.StartAsync(Cancellation, services: services => services.AddSingleton<HttpPipelinePolicy>(watch));
        foreach (var association in Both)
        {
            var record = TestInstance.Gavleborg.Record;
            await SaveAsync(instance, record with { Association = record.Association with { Id = association } });
        }

        instance.Clock.Set(SwedishTime.At(TestInstance.Period.Opens, new TimeOnly(8, 0, 5)));
        await instance.TickAsync(Cancellation);
        var expected = Both.Length * TestInstance.Gavleborg.Record.Initiatives.Initiatives.Sum(i => i.Contacts.Length);
        await TestInstance.WaitAsync(() => Task.FromResult(instance.Mails("inbjudan").Length == expected), Cancellation);
        await Task.WhenAll(Both.Select(a => LiveThroughAsync(instance, a)));
        await instance.TickAsync(Cancellation);

        foreach (var (own, other) in new[] { (Both[0], Both[1]), (Both[1], Both[0]) })
        {
            var calls = watch.Calls.Where(c => c.Association == own).ToArray();
            foreach (var place in new[] { "Associations", "Reports", "Links", "Outbox", "Due", "Drafts", "finsam", "mail", "drafts" })
            {
                Assert.Contains(calls, c => PlaceOf(c.Address) == place);
            }

            Assert.DoesNotContain(calls, c => c.Address.Contains(other, StringComparison.Ordinal) || c.Body.Contains(other, StringComparison.Ordinal));
            Assert.DoesNotContain(calls, c => !IsOf(own, c));
        }

        // What is of no association is the list of them, the links, and the hour's own.
        Assert.DoesNotContain(watch.Calls, c => c.Association is null && PlaceOf(c.Address) is "Reports" or "Outbox" or "Drafts");
    }

    private static async Task SaveAsync(TestInstance instance, AssociationRecord record) =>
        Assert.IsType<SaveOutcome.Saved>(await instance.Service<SaveRecord>().HandleAsync(record, new Caller("test"), ChangeSource.Package, null, Cancellation));

    private static async Task LiveThroughAsync(TestInstance instance, string association)
    {
        foreach (var initiative in Initiatives)
        {
            var mail = Directory.GetFiles(instance.Local.MailFolder, $"{association}.{TestInstance.Period.Id}.{initiative}.inbjudan.*.eml").Order(StringComparer.Ordinal).First();
            var text = (await MimeMessage.LoadAsync(mail, Cancellation)).TextBody!;
            using var browser = new Browser(instance.Address);
            var home = await browser.GetAsync(text.Split('\n').First(l => l.Contains("/r/", StringComparison.Ordinal)).Trim(), Cancellation);
            await TestInstance.FillInAsync(browser, home, initiative, Cancellation);
            var review = await browser.GetAsync(home.Address.AbsolutePath + "/granska", Cancellation);
            var sent = await browser.PostAsync(review, Browser.NamesOn(review).ToDictionary(n => n, _ => "Uppgiften är kontrollerad."), Cancellation);
            Assert.NotNull(sent.Document.QuerySelector(".ref"));
        }

        foreach (var function in FunctionsCommand.Table().Functions.Where(f => f.Trigger == FunctionTrigger.Http && f.Route!.Contains("{association}", StringComparison.Ordinal)))
        {
            using var answer = await AccessTests.SendAsync(instance.Chef, function.Name, association);
            Assert.True((int)answer.StatusCode < 500, function.Name);
        }

        // What the test itself asks is of the association too.
        using var trace = Traces.Begin("wait").About(association);
        var period = new PeriodKey(association, TestInstance.Period.Id);
        await TestInstance.WaitAsync(async () => (await instance.Service<IDraftStore>().ListAsync(period, Cancellation)) is { Length: > 0 } drafts && drafts.All(d => d.Value.State == DraftState.Ready), Cancellation);
    }

    private static string PlaceOf(string address) => Place().Match(address).Value;

    // Every key that a call names, in its address or in the rows it writes, must be the association's own.
    private static bool IsOf(string own, StorageCall call)
    {
        var keys = Partition().Matches(call.Address + call.Body).Select(m => m.Groups[1].Value).Distinct().ToArray();
        return PlaceOf(call.Address) switch
        {
            "Associations" or "Reports" or "Outbox" or "Drafts" => keys.Length > 0 && keys.All(k => k == own || k.StartsWith(own + "|", StringComparison.Ordinal)),
            "$batch" => keys.Length > 0 && keys.All(k => k == own || k.StartsWith(own + "|", StringComparison.Ordinal)),

            // By date, with the association first in the row's key.
            "Due" => Row().Matches(call.Address + call.Body) is { Count: > 0 } rows && rows.All(m => m.Groups[1].Value.StartsWith(own + "|", StringComparison.Ordinal)),

            // By what only the holder of the link knows, or by the report.
            "Links" => keys.Length > 0 && keys.All(k => k.Length == 2 || k.StartsWith(own + "|", StringComparison.Ordinal)),

            // How fast a mailbox takes mail; associations may send from the same.
            "Mailboxes" => true,
            "finsam" => call.Address.Split('/', '.').Contains(own),
            "mail" or "drafts" => call.Body.Length == 0 || call.Body.Contains($"\"{own}\"", StringComparison.Ordinal),
            _ => false,
        };
    }

    [GeneratedRegex(@"(?<=^/)(\$batch|[A-Za-z-]+)")]
    private static partial Regex Place();

    [GeneratedRegex("""PartitionKey(?:=| eq |":\s*)['"]([^'"]*)['"]""")]
    private static partial Regex Partition();

    [GeneratedRegex("""RowKey(?:=| eq |":\s*)['"]([^'"]*)['"]""")]
    private static partial Regex Row();
}

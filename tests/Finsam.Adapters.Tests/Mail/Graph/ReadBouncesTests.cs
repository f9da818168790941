using Finsam.App.Reminders.Deliveries;
using Finsam.Adapters.Mail;
using Finsam.Adapters.Mail.Graph;
using Finsam.Adapters.Tables;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.Cli.Demo;
using Finsam.Domain.Reports;
using Finsam.Testing;
using Finsam.Testing.Graph;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Finsam.Adapters.Tests.Mail.Graph;

/// <summary>Reports of mail that did not come, read over HTTP from a mailbox and written down in the outbox.</summary>
public sealed class ReadBouncesTests(AzuriteStorage storage) : IClassFixture<AzuriteStorage>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2024, 1, 8, 12, 0, 0, TimeSpan.Zero);

    private readonly PeriodKey _period = new("forbund-" + Guid.NewGuid().ToString("N")[..8], Sample.Read("gavleborg-2023").Period.Id);
    private GraphServer _graph = null!;
    private GraphMailbox _mailbox = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => $"rapport@{_period.Association}.example.org";

    private TableOutbox Outbox => new(storage.Account, storage.Documents);

    private TableMailboxes Mailboxes => new(storage.Account, storage.Documents);

    public async ValueTask InitializeAsync()
    {
        _graph = await GraphServer.StartAsync(Cancellation);
        _mailbox = _graph.Mailboxes[Address] = new GraphMailbox();
        using var records = new TableRecordStore(storage.Account, storage.Documents);
        var sample = Sample.Read("gavleborg-2023").Record;
        var settings = sample.Association.Settings with { Mail = sample.Association.Settings.Mail with { Mailbox = Address } };
        await records.SaveAsync(
            sample with { Association = sample.Association with { Id = _period.Association, Settings = settings } },
            new RecordVersion { Number = 1, At = Now, Who = "chef", Source = ChangeSource.Package },
            Cancellation);
    }

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task A_mail_that_an_address_does_not_take_is_shown_as_bounced_with_the_servers_reason()
    {
        var mail = await SentAsync("ekonom");
        _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddMinutes(-5), Reports.Exchange(IdOf(mail))));
        await ReadAsync();
        Assert.Equal(new Delivery(DeliveryKind.Bounced, Now.AddMinutes(-5), "550 5.1.10 Recipient … not found by SMTP address lookup"), await DeliveryAsync(mail));
    }

    [Fact]
    public async Task A_report_that_Exchange_has_made_itself_is_known_by_its_class()
    {
        var mail = await SentAsync("ekonom");
        _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddMinutes(-5), Reports.Exchange(IdOf(mail), status: "5.7.1")) with { HasHeaders = false, MessageClass = "REPORT.IPM.Note.NDR" });
        await ReadAsync();
        Assert.Equal(DeliveryKind.Blocked, (await DeliveryAsync(mail))!.Kind);
    }

    [Fact]
    public async Task A_report_with_only_the_headers_of_the_mail_is_tied_to_it_and_what_comes_later_is_kept_over_it()
    {
        var mail = await SentAsync("ekonom");
        _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddHours(-2), Reports.Postfix(IdOf(mail))));
        await ReadAsync();
        Assert.Equal(
            new Delivery(DeliveryKind.Deferred, Now.AddHours(-2), "connect to hofors.example.org[192.0.2.1]:25: Connection timed out"), await DeliveryAsync(mail));

        _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddHours(-1), Reports.Exchange(IdOf(mail))));
        _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddMinutes(-59), Reports.Postfix(IdOf(mail))));
        await ReadAsync();
        Assert.Equal(DeliveryKind.Bounced, (await DeliveryAsync(mail))!.Kind);
    }

    [Fact]
    public async Task Other_peoples_mail_is_not_opened_and_nothing_in_the_mailbox_is_changed()
    {
        var mail = await SentAsync("ekonom");
        var answer = GraphMessage.Of(Now.AddMinutes(-9), Reports.Answer(IdOf(mail)));
        _mailbox.Inbox.Enqueue(answer);
        _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddMinutes(-8), Reports.Exchange("AM9PR01MB1@hofors.example.org")));
        _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddMinutes(-7), "Content-Type: multipart/report; boundary=x\n\nnothing") with { MessageClass = "REPORT.IPM.Note.NDR" });
        await ReadAsync();
        Assert.Null(await DeliveryAsync(mail));
        Assert.DoesNotContain(_graph.OtherRequests, r => r.Contains(answer.Id, StringComparison.Ordinal));
        Assert.All(_graph.OtherRequests, r => Assert.StartsWith("GET ", r, StringComparison.Ordinal));
        Assert.Empty(_graph.Requests);
    }

    [Fact]
    public async Task What_has_been_read_is_not_read_again_and_pages_are_followed_to_the_end()
    {
        _graph.PageSize = 2;
        var mails = new[] { await SentAsync("ekonom"), await SentAsync("chef"), await SentAsync("annan") };
        foreach (var (mail, minutes) in mails.Zip([-50, -40, -30]))
        {
            _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddMinutes(minutes - 1), Reports.Answer(IdOf(mail))));
            _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddMinutes(minutes), Reports.Exchange(IdOf(mail))));
        }

        await ReadAsync();
        Assert.All(await Task.WhenAll(mails.Select(DeliveryAsync)), d => Assert.Equal(DeliveryKind.Bounced, d!.Kind));
        Assert.Equal(3, Opened());
        Assert.Equal(Now.AddMinutes(-30), (await Mailboxes.FindAsync(Address, Cancellation))!.Value.ReportsReadTo);

        // Only the last minutes once more.
        await ReadAsync();
        Assert.Equal(4, Opened());

        int Opened() => _graph.OtherRequests.Count(r => r.EndsWith("/$value", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_takes_nobodys_turn_to_send()
    {
        await Mailboxes.WriteAsync(Address, null, new Mailbox { Next = Now.AddHours(1), StoppedSince = Now, Reason = "x" }, Cancellation);
        _mailbox.Inbox.Enqueue(GraphMessage.Of(Now.AddMinutes(-5), Reports.Answer("x@y")));
        await ReadAsync();
        Assert.Equal(
            new Mailbox { Next = Now.AddHours(1), StoppedSince = Now, Reason = "x", ReportsReadTo = Now.AddMinutes(-5) }, (await Mailboxes.FindAsync(Address, Cancellation))!.Value);
    }

    [Fact]
    public async Task Without_the_right_to_read_it_is_said_in_the_log_without_addresses_and_work_goes_on()
    {
        _graph.MayRead = false;
        using var log = new CollectedLog();
        await ReadAsync(log);
        var said = log.Lines.Single(l => l.Contains(_period.Association, StringComparison.Ordinal));
        Assert.Contains("403 ErrorAccessDenied", said, StringComparison.Ordinal);
        Assert.DoesNotContain("@", said, StringComparison.Ordinal);
    }

    private string IdOf(MailKey mail) => MimeMail.IdOf(mail, Address);

    private async Task<MailKey> SentAsync(string contact)
    {
        var key = new MailKey(_period.Report("hofors"), "inbjudan", contact);
        await Outbox.PlanAsync(new OutgoingMail { Key = key, State = MailState.Sent, Since = Now }, Cancellation);
        return key;
    }

    private async Task<Delivery?> DeliveryAsync(MailKey mail) => (await Outbox.FindAsync(mail, Cancellation))!.Value.Delivery;

    private async Task ReadAsync(CollectedLog? log = null)
    {
        using var records = new TableRecordStore(storage.Account, storage.Documents);
        using var logs = new LoggerFactory(log is null ? [] : [log]);
        var settings = Options.Create(new MailSettings { Sender = "graph", From = "finsam@example.org", Graph = new GraphSettings { BaseUrl = _graph.BaseUrl, ReadMailbox = true } });
        using var reports = new GraphReports(settings, new OneToken(), NullLogger<GraphReports>.Instance);
        await new ReadBounces(reports, Mailboxes, records, Outbox, new RecordDelivery(Outbox, logs.CreateLogger<RecordDelivery>()), new FakeTimeProvider(Now), logs.CreateLogger<ReadBounces>()).HandleAsync(Cancellation);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Finsam.Adapters.Mail.SendGrid;
using Finsam.App.Overview;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Deliveries;
using Finsam.LocalWorker.LocalStorage;
using Finsam.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.EndToEnd.Tests;

/// <summary>SendGrid tells afterwards what became of a mail, and the chef sees it; nobody else can tell anything.</summary>
public sealed class SendGridEventsTests : IAsyncLifetime
{
    private readonly ECDsa _signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-events-");
    private readonly CollectedLog _log = new();
    private Azurite _azurite = null!;
    private TestInstance _instance = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartAsync(_folder.FullName, cancellation: Cancellation);
        _instance = await TestInstance.StartAsync(
            Cancellation,
            new Dictionary<string, string?> { ["Finsam:Mail:SendGrid:WebhookKey"] = Convert.ToBase64String(_signer.ExportSubjectPublicKeyInfo()) },
            _azurite.ConnectionString,
            _log.Collect);
        await _instance.OpenAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _instance.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
        _log.Dispose();
        _signer.Dispose();
    }

    [Fact]
    public async Task A_signed_event_marks_a_sent_mail_as_bounced_and_the_period_shows_it()
    {
        var mail = await SentAsync("hofors");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Event(mail, "bounce", 60, "550 5.1.1 <ekonom@insats.example.org> unknown")));

        var shown = (await MailAsync(mail))["delivery"]!;
        Assert.Equal("bounced", (string?)shown["kind"]);
        Assert.Equal("550 5.1.1 <…> unknown", (string?)shown["reason"]);
        Assert.DoesNotContain(_log.Lines, l => l.Contains("@insats.example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_told_twice_or_too_late_changes_nothing()
    {
        var mail = await SentAsync("ljusdal");
        await PostAsync(Event(mail, "bounce", 60, "550 no"));
        var told = (await MailAsync(mail)).ToJsonString();

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Event(mail, "bounce", 60, "550 no"), Event(mail, "bounce", 60, "550 no")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Event(mail, "delivered", 90), Event(mail, "deferred", 30), Event(mail, "processed", 10)));
        Assert.Equal(told, (await MailAsync(mail)).ToJsonString());
    }

    [Fact]
    public async Task Events_about_other_mails_are_passed_over_and_ours_among_them_are_not()
    {
        var mail = await SentAsync("ovanaker");
        var foreign = new JsonObject { ["event"] = "bounce", ["timestamp"] = 1, ["email"] = "x@example.org" };
        var unknown = Event(mail with { Step = "finns-inte" }, "bounce", 60);
        var unheardOf = Event(mail, "teleported", 60);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(foreign, unknown, unheardOf, Event(mail, "delivered", 60), Event(mail, "open", 70)));
        Assert.Equal("delivered", (string?)(await MailAsync(mail))["delivery"]!["kind"]);
    }

    [Fact]
    public async Task What_is_not_signed_by_SendGrid_changes_nothing()
    {
        var mail = await SentAsync("hofors");
        var before = (await MailAsync(mail)).ToJsonString();
        var body = Bytes(Event(mail, "bounce", 60));
        var (signature, timestamp) = Sign(body);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var old = _instance.Clock.GetUtcNow().AddHours(-49).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(body, null, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(body, signature, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync([.. body, (byte)' '], signature, timestamp));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(body, Sign(body, stranger).Signature, timestamp));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(body, Sign(body, timestamp: old).Signature, old));
        Assert.Equal(before, (await MailAsync(mail)).ToJsonString());
    }

    [Fact]
    public async Task More_than_five_megabytes_is_not_read()
    {
        var body = new byte[DeliveryPages.Largest + 1];
        var (signature, timestamp) = Sign(body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(body, signature, timestamp));
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_out_has_when_SendGrid_tells_of_it()
    {
        var mail = await SentAsync("hofors");
        foreach (var (state, kind) in new[] { (MailState.Uncertain, "processed"), (MailState.Sending, "delivered"), (MailState.Queued, "bounce") })
        {
            var outbox = _instance.Service<IOutbox>();
            var stored = (await outbox.FindAsync(mail, Cancellation))!;
            Assert.True(await outbox.UpdateAsync(stored, stored.Value.As(state, stored.Value.Since, "Osäkert."), Cancellation));

            Assert.Equal(HttpStatusCode.OK, await PostAsync(Event(mail, kind, 60)));
            var told = (await outbox.FindAsync(mail, Cancellation))!.Value;
            Assert.Equal((MailState.Sent, null), (told.State, told.Reason));
        }
    }

    // The webhook may be quicker than the answer: a mail that was told of is neither uncertain nor sent once more.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_told_while_we_wait_for_the_answer_holds_whatever_the_answer_is(bool answers)
    {
        var mail = await SentAsync("hofors");
        var outbox = _instance.Service<IOutbox>();
        var stored = (await outbox.FindAsync(mail, Cancellation))!;
        Assert.True(await outbox.UpdateAsync(stored, stored.Value.As(MailState.Queued, stored.Value.Since), Cancellation));

        var sender = new ToldOfMeanwhile(() => PostAsync(Event(mail, "processed", 60)), answers ? new MailDelayedException("500") : new TimeoutException());
        await ActivatorUtilities.CreateInstance<SendMail>(_instance.Service<IServiceProvider>(), sender).HandleAsync(mail, Cancellation);

        var told = (await outbox.FindAsync(mail, Cancellation))!.Value;
        Assert.Equal((MailState.Sent, null), (told.State, told.Reason));
    }

    private sealed class ToldOfMeanwhile(Func<Task> tell, Exception answer) : IMailSender
    {
        public TimeSpan Spacing => TimeSpan.Zero;

        public async Task SendAsync(MailMessage message, CancellationToken cancellation)
        {
            await tell();
            throw answer;
        }

        public Task<bool?> WasSentAsync(MailKey key, string? mailbox, CancellationToken cancellation) => Task.FromResult<bool?>(null);
    }

    [Fact]
    public async Task Two_batches_at_once_are_both_written_down()
    {
        var mail = await SentAsync("hofors");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => PostAsync(Event(mail, i == 7 ? "bounce" : "deferred", i))));
        Assert.Equal("bounced", (string?)(await MailAsync(mail))["delivery"]!["kind"]);
    }

    [Fact]
    public async Task While_storage_is_down_SendGrid_is_asked_to_come_again()
    {
        var mail = await SentAsync("hofors");
        var ports = _azurite.Ports;
        await _azurite.DisposeAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(Event(mail, "bounce", 60)));

        _azurite = await Azurite.StartAsync(_folder.FullName, ports: ports, cancellation: Cancellation);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Event(mail, "bounce", 60)));
        Assert.Equal("bounced", (string?)(await MailAsync(mail))["delivery"]!["kind"]);
    }

    // The key of an invitation about the initiative, once it has gone out.
    private async Task<MailKey> SentAsync(string initiative)
    {
        MailKey? key = null;
        await TestInstance.WaitAsync(
            async () =>
            {
                var mails = await _instance.Service<IOutbox>().ListAsync(TestInstance.PeriodKey.Report(initiative), Cancellation);
                key = mails.Where(m => m.Value.State == MailState.Sent).Select(m => m.Value.Key).FirstOrDefault();
                return key is not null;
            },
            Cancellation);
        return key!;
    }

    private async Task<JsonNode> MailAsync(MailKey mail)
    {
        var address = "/" + OverviewRoutes.ApiPeriod.Replace("{association}", "gavleborg", StringComparison.Ordinal).Replace("{period}", "2023-helar", StringComparison.Ordinal);
        var status = await _instance.Chef.GetFromJsonAsync<JsonNode>(address, Cancellation);
        return status!["reports"]!.AsArray().Single(r => (string?)r!["initiative"] == mail.Report.Initiative)!["mails"]!.AsArray().Single(m => (string?)m!["contact"] == mail.Contact)!;
    }

    private JsonObject Event(MailKey mail, string kind, int seconds, string? reason = null) => new()
    {
        ["email"] = "ekonom@insats.example.org",
        ["timestamp"] = _instance.Clock.GetUtcNow().ToUnixTimeSeconds() / 1000 * 1000 + seconds,
        ["event"] = kind,
        ["type"] = kind == "bounce" ? "bounce" : null,
        ["reason"] = reason,
        ["sg_event_id"] = $"{kind}-{seconds}",
        ["finsam_mail"] = mail.Masked().ToString(),
    };

    private static byte[] Bytes(params JsonObject[] events) => JsonSerializer.SerializeToUtf8Bytes(events);

    private (string Signature, string Timestamp) Sign(byte[] body, ECDsa? signer = null, string? timestamp = null)
    {
        timestamp ??= _instance.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = (signer ?? _signer).SignData([.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return (Convert.ToBase64String(signature), timestamp);
    }

    private Task<HttpStatusCode> PostAsync(params JsonObject[] events)
    {
        var body = Bytes(events);
        var (signature, timestamp) = Sign(body);
        return SendAsync(body, signature, timestamp);
    }

    // As SendGrid does: no cookie, no Origin, nothing that a browser sends.
    private async Task<HttpStatusCode> SendAsync(byte[] body, string? signature, string? timestamp)
    {
        using var client = new HttpClient { BaseAddress = _instance.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + DeliveryPages.SendGridRoute) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation(SendGridEvents.SignatureHeader, signature);
        request.Headers.TryAddWithoutValidation(SendGridEvents.TimestampHeader, timestamp);
        using var answer = await client.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}

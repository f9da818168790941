using System.Net;
using System.Net.Sockets;
using Finsam.Adapters.Mail;
using Finsam.Adapters.Mail.SendGrid;
using Finsam.App.Reminders;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Finsam.Adapters.Tests.Mail.SendGrid;

/// <summary>What is handed to SendGrid, and what is made of its answers: over real HTTP.</summary>
public sealed class SendGridSenderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2024, 1, 8, 7, 0, 0, TimeSpan.Zero);

    private static readonly MailMessage Message = new()
    {
        Key = new MailKey(new ReportKey("gavleborg", "2023-helar", "hofors"), "inbjudan", "asa-berg"),
        ToName = "Berg, Åsa; ekonom",
        ToAddress = "asa.berg@hofors.example.org",
        FromName = "Samordningsförbund Gävleborg",
        ReplyTo = "chef@example.org",
        Subject = "Ett hållbart arbetsliv – Hofors: rapport för helåret 2023",
        Text = "Hej Åsa\nhttps://example.org/r/abc",
        Html = "<p>Hej <a href=\"https://example.org/r/abc\">Åsa</a></p>",
        Date = Now,
        Attachments =
        [
            new MailAttachment("frågor.pdf", "application/pdf", [1, 2, 255]),
            new MailAttachment("sista-dagen.ics", "text/calendar; method=PUBLISH; charset=utf-8", [.. "BEGIN:VCALENDAR"u8]),
        ],
    };

    private SendGridServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await SendGridServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_mail_keeps_every_rule_and_is_handed_over_whole()
    {
        await SendAsync();
        var mail = Assert.Single(_server.Taken);
        var to = mail["personalizations"]!.AsArray().Single()!["to"]!.AsArray().Single()!;
        Assert.Equal("asa.berg@hofors.example.org", (string?)to["email"]);
        Assert.Equal("Berg  Åsa  ekonom", (string?)to["name"]);
        Assert.Equal("rapport@gavleborg.example.org", (string?)mail["from"]!["email"]);
        Assert.Equal("Samordningsförbund Gävleborg", (string?)mail["from"]!["name"]);
        Assert.Equal("chef@example.org", (string?)mail["reply_to"]!["email"]);
        Assert.Equal(Message.Subject, (string?)mail["subject"]);
        Assert.Equal(["text/plain", "text/html"], mail["content"]!.AsArray().Select(c => (string?)c!["type"]));
        Assert.Equal([Message.Text, Message.Html], mail["content"]!.AsArray().Select(c => (string?)c!["value"]));
    }

    [Fact]
    public async Task Files_go_with_it_as_they_are()
    {
        await SendAsync();
        var files = Assert.Single(_server.Taken)["attachments"]!.AsArray();
        Assert.Equal(["frågor.pdf", "sista-dagen.ics"], files.Select(f => (string?)f!["filename"]));
        Assert.Equal(["application/pdf", "text/calendar"], files.Select(f => (string?)f!["type"]));
        Assert.Equal([1, 2, 255], Convert.FromBase64String((string)files[0]!["content"]!));
    }

    [Fact]
    public async Task A_mail_without_files_has_none()
    {
        await SendAsync(Message with { Attachments = [] });
        Assert.Null(Assert.Single(_server.Taken)["attachments"]);
    }

    [Fact]
    public async Task The_associations_own_mailbox_is_the_sender_when_it_has_one()
    {
        await SendAsync(Message with { From = "kansli@gavleborg.example.org" });
        Assert.Equal("kansli@gavleborg.example.org", (string?)Assert.Single(_server.Taken)["from"]!["email"]);
    }

    [Fact]
    public async Task It_is_marked_as_made_by_a_machine()
    {
        await SendAsync();
        var headers = Assert.Single(_server.Taken)["headers"]!;
        Assert.Equal("auto-generated", (string?)headers["Auto-Submitted"]);
        Assert.Equal("All", (string?)headers["X-Auto-Response-Suppress"]);
        Assert.Equal("sv", (string?)headers["Content-Language"]);
    }

    [Fact]
    public async Task No_link_is_rewritten_in_either_part_and_nobody_is_told_that_it_was_read()
    {
        await SendAsync();
        var tracking = Assert.Single(_server.Taken)["tracking_settings"]!;
        Assert.False((bool?)tracking["click_tracking"]!["enable"]);
        Assert.False((bool?)tracking["click_tracking"]!["enable_text"]);
        Assert.False((bool?)tracking["open_tracking"]!["enable"]);
        Assert.False((bool?)tracking["subscription_tracking"]!["enable"]);
    }

    [Fact]
    public async Task The_argument_that_comes_back_with_events_tells_the_mail_and_names_nobody()
    {
        await SendAsync();
        var mail = Assert.Single(_server.Taken);
        var argument = Assert.Single(mail["custom_args"]!.AsObject());
        Assert.Equal("finsam_mail", argument.Key);
        Assert.True(MailKey.TryParse((string?)argument.Value, out var key));
        Assert.Equal(Message.Key.Masked(), key);
        Assert.DoesNotContain("berg", argument.Value!.ToJsonString().Replace("gavleborg", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Null(mail["categories"]);
    }

    [Theory]
    [InlineData("personalizations.0.to.0.email", "mottagarens adress")]
    [InlineData("from.email", "avsändaradressen")]
    [InlineData("reply_to.email", "svar ska gå till")]
    [InlineData("content.0.value", "loggen")]
    [InlineData(null, "loggen")]
    public async Task A_refusal_says_in_Swedish_what_to_look_at(string? field, string word)
    {
        _server.Answer = SendGridServer.Says(400, "Does not contain a valid address: asa.berg@hofors.example.org", field);
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync());
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Does not contain a valid address", refused.InnerException!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("asa.berg", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _server.Requests);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(415)]
    [InlineData(307)]
    public async Task Another_no_is_a_refusal_and_a_redirect_is_not_followed(int status)
    {
        _server.Answer = SendGridServer.Says(status, "no", null, ("Location", _server.Address + "v3/mail/send"));
        await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync());
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task A_mail_larger_than_they_take_is_refused_for_its_size()
    {
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() =>
            SendAsync(Message with { Attachments = [new MailAttachment("stor.pdf", "application/pdf", [.. new byte[24 * 1024 * 1024]])] }));
        Assert.Contains("för stort", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_stops_all_mail()
    {
        var stopped = await Assert.ThrowsAsync<MailStoppedException>(() => SendAsync(apiKey: "SG.old-key"));
        Assert.StartsWith("SendGrid släpper inte in oss. Kontrollera nyckeln", stopped.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("old-key", stopped.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_that_is_not_verified_stops_all_mail()
    {
        _server.Answer = SendGridServer.Says(403, "The from address does not match a verified Sender Identity.", "from");
        var stopped = await Assert.ThrowsAsync<MailStoppedException>(() => SendAsync());
        Assert.Contains("avsändaradressen är godkänd", stopped.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retry-After", "90", 90)]
    [InlineData("Retry-After", "Mon, 08 Jan 2024 07:02:00 GMT", 120)]
    [InlineData("X-RateLimit-Reset", "1704697210", 10)]
    [InlineData("X-RateLimit-Reset", "1704697000", 0)]
    [InlineData("X-RateLimit-Reset", "1999999999", 86400)]
    public async Task Too_many_requests_is_a_delay_as_long_as_they_ask_for(string header, string value, int seconds)
    {
        _server.Answer = SendGridServer.Says(429, "too many requests", null, (header, value));
        var delayed = await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync());
        Assert.Equal(TimeSpan.FromSeconds(seconds), delayed.After);
    }

    [Fact]
    public async Task Too_many_requests_without_a_time_is_a_delay_of_our_own_choosing()
    {
        _server.Answer = SendGridServer.Says(429, "too many requests", null, ("X-RateLimit-Reset", "soon"));
        Assert.Null((await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync())).After);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_fault_of_theirs_is_a_delay_and_is_not_tried_again_at_once(int status)
    {
        _server.Answer = SendGridServer.SaysOnly(status, "<html>upstream</html>");
        await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync());
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task An_answer_that_says_neither_is_uncertain()
    {
        _server.Answer = SendGridServer.SaysOnly(200, "");
        IsUncertain(await Assert.ThrowsAnyAsync<Exception>(() => SendAsync()));
    }

    [Fact]
    public async Task No_answer_in_time_is_uncertain_and_is_not_tried_again()
    {
        _server.Answer = SendGridServer.NeverAnswerAsync;
        IsUncertain(await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(timeout: TimeSpan.FromMilliseconds(700))));
        Assert.Equal(1, _server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_hangs_up_when_the_mail_has_begun_to_go_leaves_it_uncertain(bool beforeReading)
    {
        _server.HangsUpBeforeReading = beforeReading;
        _server.Answer = SendGridServer.HangUpAsync;
        IsUncertain(await Assert.ThrowsAnyAsync<Exception>(() => SendAsync()));
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task A_server_that_hangs_up_after_one_mail_leaves_the_next_one_as_it_was()
    {
        using var sender = SenderTo(_server.Address);
        await sender.SendAsync(Message, Cancellation);
        _server.Answer = SendGridServer.HangUpAsync;
        IsUncertain(await Assert.ThrowsAnyAsync<Exception>(() => sender.SendAsync(Message, Cancellation)));
        Assert.Equal(2, _server.Requests);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_delay()
    {
        var address = _server.Address;
        await _server.DisposeAsync();
        await IsDelayedAsync(address);
    }

    [Fact]
    public Task A_name_that_nobody_knows_is_a_delay() => IsDelayedAsync(new Uri("https://sendgrid.invalid"));

    [Fact]
    public Task A_connection_that_cannot_be_encrypted_is_a_delay() => IsDelayedAsync(new UriBuilder(_server.Address) { Scheme = "https" }.Uri);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks_or_stands_still_while_it_is_made_is_a_delay(bool breaks)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = listener.AcceptTcpClientAsync(Cancellation).AsTask();
        var resetting = breaks ? accepting.ContinueWith(a => Reset(a.Result), Cancellation, TaskContinuationOptions.None, TaskScheduler.Default) : Task.CompletedTask;
        await IsDelayedAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        await resetting;
        (await accepting).Dispose();
    }

    [Fact]
    public async Task Whether_it_went_out_is_told_by_the_webhook_and_nobody_else()
    {
        using var sender = SenderTo(_server.Address);
        Assert.Null(await sender.WasSentAsync(Message.Key, null, Cancellation));
    }

    private static void Reset(TcpClient client)
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Dispose();
    }

    private static void IsUncertain(Exception e) => Assert.False(e is MailRefusedException or MailDelayedException or MailStoppedException, e.ToString());

    private static async Task IsDelayedAsync(Uri address)
    {
        using var sender = SenderTo(address, timeout: TimeSpan.FromSeconds(2));
        var delayed = await Assert.ThrowsAsync<MailDelayedException>(() => sender.SendAsync(Message, Cancellation));
        Assert.Null(delayed.After);
    }

    private async Task SendAsync(MailMessage? message = null, string apiKey = SendGridServer.ApiKey, TimeSpan? timeout = null)
    {
        using var sender = SenderTo(_server.Address, apiKey, timeout);
        await sender.SendAsync(message ?? Message, Cancellation);
    }

    private static SendGridSender SenderTo(Uri address, string apiKey = SendGridServer.ApiKey, TimeSpan? timeout = null) => new(
        Options.Create(new MailSettings
        {
            Sender = "sendgrid",
            From = "rapport@gavleborg.example.org",
            SendGrid = new SendGridSettings { Host = address, ApiKey = apiKey, Timeout = timeout ?? TimeSpan.FromMinutes(1) },
        }),
        new FakeTimeProvider(Now),
        NullLogger<SendGridSender>.Instance);
}

using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Finsam.Adapters.Mail;
using Finsam.Adapters.Mail.Graph;
using Finsam.App.Reminders;
using Finsam.Domain.Reports;
using Finsam.Testing;
using Finsam.Testing.Graph;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Finsam.Adapters.Tests.Mail.Graph;

/// <summary>What the Graph sender makes of Graph's answers: over real HTTP.</summary>
public sealed class GraphSenderTests : IAsyncLifetime
{
    private const string Mailbox = "rapport@gavleborg.example.org";

    private static readonly DateTimeOffset Now = new(2024, 1, 8, 7, 0, 0, TimeSpan.Zero);

    private static readonly MailMessage Message = new()
    {
        Key = new MailKey(new ReportKey("gavleborg", "2023-helar", "hofors"), "inbjudan", "ekonom"),
        ToName = "Ekonom Åsa",
        ToAddress = "ekonom@hofors.example.org",
        From = Mailbox,
        FromName = "Samordningsförbund Gävleborg",
        ReplyTo = "chef@example.org",
        Subject = "Ett hållbart arbetsliv – Hofors: rapport för helåret 2023",
        Text = "Hej på dig",
        Html = "<p>Hej på dig</p>",
        Date = Now,
    };

    private GraphServer _graph = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _graph = await GraphServer.StartAsync(Cancellation);
        _graph.Mailboxes[Mailbox] = new GraphMailbox();
    }

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task A_mail_that_is_taken_is_sent_whole_from_the_associations_mailbox()
    {
        await SendAsync(Message);
        var request = Assert.Single(_graph.Requests);
        Assert.Equal((Mailbox, GraphServer.TokenOf("app"), 202), (request.Mailbox, request.Token, request.Status));
        var mail = request.Message!;
        Assert.Equal(Message.Subject, mail.Subject);
        Assert.Equal(Mailbox, mail.From.Mailboxes.Single().Address);
        Assert.Equal("chef@example.org", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("Hej på dig", mail.TextBody!.Trim());
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.Equal(MimeMail.IdOf(Message.Key, Mailbox), mail.MessageId);
    }

    [Fact]
    public async Task Where_the_association_has_no_mailbox_the_installations_sends()
    {
        _graph.Mailboxes["finsam@example.org"] = new GraphMailbox();
        await SendAsync(Message with { From = null });
        Assert.Equal("finsam@example.org", Assert.Single(_graph.Requests).Mailbox);
    }

    [Fact]
    public async Task The_token_is_asked_for_the_cloud_that_is_sent_to()
    {
        var token = new OneToken();
        using var sender = Sender(token);
        await sender.SendAsync(Message, Cancellation);
        Assert.Equal([_graph.Address.GetLeftPart(UriPartial.Authority) + "/.default"], token.Scopes);
    }

    [Fact]
    public async Task A_mail_larger_than_Graph_takes_is_refused_for_good()
    {
        var large = Message with { Attachments = [new MailAttachment("frågor.pdf", "application/pdf", [.. new byte[3 * 1024 * 1024]])] };
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(large));
        Assert.Contains("för stort", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "ErrorInvalidRecipients", "mottagarens adress")]
    [InlineData(400, "ErrorMessageSizeExceeded", "för stort")]
    [InlineData(400, "BadRequest", "tog inte emot mejlet")]
    [InlineData(415, "RequestBodyRead", "tog inte emot mejlet")]
    public async Task What_Graph_refuses_is_refused_for_good_with_a_reason(int status, string code, string reason)
    {
        _graph.Instead = _ => GraphReply.Error(status, code, "Recipient 'ekonom@hofors.example.org' is not resolved.");
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(Message));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains(code, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("@", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "InvalidAuthenticationToken", "Mail.Send")]
    [InlineData(403, "ErrorAccessDenied", "Mail.Send")]
    [InlineData(403, "ErrorSendAsDenied", "Mail.Send")]
    [InlineData(404, "ErrorInvalidUser", "Brevlådan")]
    [InlineData(404, "MailboxNotEnabledForRESTAPI", "Brevlådan")]
    [InlineData(400, "ErrorMailboxNotFound", "Brevlådan")]
    public async Task Where_Graph_does_not_let_us_in_all_mail_stands_still(int status, string code, string reason)
    {
        _graph.Instead = _ => GraphReply.Error(status, code);
        var stopped = await Assert.ThrowsAsync<MailStoppedException>(() => SendAsync(Message));
        Assert.Contains(reason, stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_stops_all_mail() =>
        Assert.Contains("Brevlådan", (await Assert.ThrowsAsync<MailStoppedException>(() => SendAsync(Message with { From = "borta@example.org" }))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(429, "ApplicationThrottled", "37", 37)]
    [InlineData(503, "serviceNotAvailable", "120", 120)]
    [InlineData(429, "ApplicationThrottled", "Mon, 08 Jan 2024 07:02:00 GMT", 120)]
    [InlineData(429, "ApplicationThrottled", "Mon, 08 Jan 2024 06:00:00 GMT", 0)]
    [InlineData(429, "ApplicationThrottled", "99999999", 86400)]
    public async Task What_Graph_asks_us_to_wait_is_told(int status, string code, string retryAfter, int seconds)
    {
        _graph.Instead = _ => GraphReply.Error(status, code, retryAfter: retryAfter);
        var delayed = await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(Message));
        Assert.Equal(TimeSpan.FromSeconds(seconds), delayed.After);
        Assert.Single(_graph.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Graph_that_is_in_trouble_is_a_delay_and_is_asked_once(int status)
    {
        _graph.Instead = _ => GraphReply.Error(status, "ErrorInternalServerError");
        Assert.Null((await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(Message))).After);
        Assert.Single(_graph.Requests);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(200)]
    public async Task An_answer_that_does_not_tell_whether_Graph_has_the_mail_leaves_it_uncertain(int status)
    {
        _graph.Instead = _ => new GraphReply { Status = status, Html = "<p>Gateway</p>" };
        AssertUncertain(await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(Message)));
        Assert.Single(_graph.Requests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_mail_is_not_sent_elsewhere_when_the_address_is_somebody_elses(int status)
    {
        _graph.Instead = number => number == 1 ? new GraphReply { Status = status, Location = _graph.BaseUrl + $"/users/{Mailbox}/sendMail" } : null;
        await Assert.ThrowsAsync<MailStoppedException>(() => SendAsync(Message));
        Assert.Single(_graph.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task An_answer_that_is_not_Graphs_own_is_judged_by_its_status(int status)
    {
        _graph.Instead = _ => new GraphReply { Status = status, Html = "<html><title>Proxy</title></html>" };
        var told = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(Message));
        Assert.Equal(status switch { 400 => typeof(MailRefusedException), 403 => typeof(MailStoppedException), _ => typeof(MailDelayedException) }, told.GetType());
    }

    [Fact]
    public async Task Graph_that_hangs_up_when_it_has_the_mail_leaves_it_uncertain_and_is_asked_once()
    {
        _graph.Instead = _ => GraphReply.HangUp;
        AssertUncertain(await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(Message)));
        Assert.Single(_graph.Requests);
    }

    [Fact]
    public async Task Graph_that_never_answers_leaves_it_uncertain()
    {
        _graph.Instead = _ => GraphReply.Silence;
        AssertUncertain(await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(Message, s => s.Timeout = TimeSpan.FromSeconds(1))));
        Assert.Single(_graph.Requests);
    }

    [Fact]
    public async Task Graph_that_cannot_be_reached_is_a_delay()
    {
        using var nobody = new UnansweredPort();
        await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(Message, s => s.BaseUrl = nobody.Address("v1.0")));
    }

    [Fact]
    public async Task A_connection_that_is_reset_while_it_is_being_made_is_a_delay()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var resetting = ResetAsync(listener);
        await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(Message, s => s.BaseUrl = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1.0")));
        listener.Stop();
        await resetting;
    }

    [Fact]
    public async Task A_name_that_is_not_found_is_a_delay() =>
        await Assert.ThrowsAsync<MailDelayedException>(() => SendAsync(Message, s => s.BaseUrl = new Uri("https://graph.invalid/v1.0")));

    [Fact]
    public async Task An_identity_that_is_not_known_stops_all_mail_and_nothing_is_sent()
    {
        using var unknown = Sender(new OneToken(new CredentialUnavailableException("ManagedIdentityCredential authentication unavailable.")));
        await Assert.ThrowsAsync<MailStoppedException>(() => unknown.SendAsync(Message, Cancellation));
        using var refused = Sender(new OneToken(new AuthenticationFailedException("no", new RequestFailedException(400, "invalid_resource"))));
        await Assert.ThrowsAsync<MailStoppedException>(() => refused.SendAsync(Message, Cancellation));
        Assert.Empty(_graph.Requests);
    }

    [Fact]
    public async Task A_token_that_nobody_answers_for_is_a_delay()
    {
        Exception[] faults =
        [
            new AuthenticationFailedException("no", new HttpRequestException("no", new SocketException((int)SocketError.ConnectionRefused))),
            new AuthenticationFailedException("no", new AggregateException(new RequestFailedException(0, "no"), new RequestFailedException(0, "no"))),
            new AuthenticationFailedException("no", new RequestFailedException(503, "no")),
            new SocketException((int)SocketError.ConnectionReset),
        ];
        foreach (var fault in faults)
        {
            using var sender = Sender(new OneToken(fault));
            await Assert.ThrowsAsync<MailDelayedException>(() => sender.SendAsync(Message, Cancellation));
        }
    }

    [Fact]
    public async Task A_mail_in_Sent_Items_was_sent_and_one_that_is_not_there_is_uncertain()
    {
        using var sender = Sender(new OneToken(), s => s.ReadMailbox = true);
        Assert.Null(await sender.WasSentAsync(Message.Key, Mailbox, Cancellation));
        await sender.SendAsync(Message, Cancellation);
        Assert.True(await sender.WasSentAsync(Message.Key, Mailbox, Cancellation));
        Assert.Null(await sender.WasSentAsync(Message.Key with { Contact = "annan" }, Mailbox, Cancellation));
        Assert.All(_graph.OtherRequests, r => Assert.StartsWith("GET ", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_right_to_read_it_is_not_known_whether_a_mail_was_sent()
    {
        await SendAsync(Message);
        using var silent = Sender(new OneToken());
        Assert.Null(await silent.WasSentAsync(Message.Key, Mailbox, Cancellation));
        Assert.Empty(_graph.OtherRequests);

        _graph.MayRead = false;
        using var refused = Sender(new OneToken(), s => s.ReadMailbox = true);
        Assert.Null(await refused.WasSentAsync(Message.Key, Mailbox, Cancellation));
    }

    [Fact]
    public void Twenty_mails_go_a_minute_when_nothing_else_is_set()
    {
        using var sender = Sender(new OneToken());
        Assert.Equal(TimeSpan.FromSeconds(3), sender.Spacing);
    }

    private static void AssertUncertain(Exception told) => Assert.False(told is MailRefusedException or MailDelayedException or MailStoppedException, told.ToString());

    private static async Task ResetAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptSocketAsync();
                client.LingerState = new LingerOption(true, 0);
            }
        }
        catch (SocketException)
        {
            // Stopped.
        }
    }

    private async Task SendAsync(MailMessage message, Action<GraphSettings>? change = null)
    {
        using var sender = Sender(new OneToken(), change);
        await sender.SendAsync(message, Cancellation);
    }

    private GraphSender Sender(OneToken token, Action<GraphSettings>? change = null)
    {
        var graph = new GraphSettings { BaseUrl = _graph.BaseUrl };
        change?.Invoke(graph);
        return new GraphSender(Options.Create(new MailSettings { Sender = "graph", From = "finsam@example.org", Graph = graph }), token, new FakeTimeProvider(Now));
    }
}

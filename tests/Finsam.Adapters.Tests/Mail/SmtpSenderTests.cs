using System.Net;
using System.Net.Sockets;
using System.Text;
using Finsam.Adapters.Mail;
using Finsam.App.Reminders;
using Finsam.Domain.Reports;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Finsam.Adapters.Tests.Mail;

/// <summary>What the SMTP sender makes of a server's answers: over real sockets.</summary>
public sealed class SmtpSenderTests
{
    private static readonly MailMessage Message = new()
    {
        Key = new MailKey(new ReportKey("gavleborg", "2023-helar", "hofors"), "inbjudan", "ekonom"),
        ToName = "Ekonom Åsa",
        ToAddress = "ekonom@hofors.example.org",
        FromName = "Samordningsförbund Gävleborg",
        ReplyTo = "chef@example.org",
        Subject = "Ett hållbart arbetsliv – Hofors: rapport för helåret 2023",
        Text = "Hej",
        Html = "<p>Hej</p>",
        Date = new DateTimeOffset(2024, 1, 8, 7, 0, 0, TimeSpan.Zero),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_is_taken_is_sent_whole()
    {
        await using var server = new ScriptedSmtp();
        await SenderTo(server).SendAsync(Message, Cancellation);
        var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(server.Accepted))), Cancellation);
        Assert.Equal(Message.Subject, mail.Subject);
        Assert.Equal("chef@example.org", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.DoesNotContain("hofors", mail.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_mail_always_has_the_same_message_id()
    {
        await using var server = new ScriptedSmtp();
        await SenderTo(server).SendAsync(Message, Cancellation);
        await SenderTo(server).SendAsync(Message, Cancellation);
        Assert.Single(server.Accepted.Select(m => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(m)), Cancellation).MessageId).Distinct());
    }

    [Fact]
    public async Task An_address_the_server_refuses_is_refused_for_good()
    {
        await using var server = new ScriptedSmtp { AtRecipient = "550 no such user" };
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => SenderTo(server).SendAsync(Message, Cancellation));
        Assert.Contains("mottagarens adress", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_busy_is_a_delay()
    {
        await using var server = new ScriptedSmtp { AtRecipient = "451 try again" };
        await Assert.ThrowsAsync<MailDelayedException>(() => SenderTo(server).SendAsync(Message, Cancellation));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_delay()
    {
        var server = new ScriptedSmtp();
        await server.DisposeAsync();
        await Assert.ThrowsAsync<MailDelayedException>(() => SenderTo(server).SendAsync(Message, Cancellation));
    }

    [Fact]
    public async Task A_connection_that_breaks_when_the_mail_has_been_handed_over_is_neither_refused_nor_delayed()
    {
        await using var server = new ScriptedSmtp { BreaksAfterData = true };
        var broken = await Assert.ThrowsAnyAsync<Exception>(() => SenderTo(server).SendAsync(Message, Cancellation));
        Assert.False(broken is MailRefusedException or MailDelayedException, broken.ToString());
    }

    [Fact]
    public async Task Where_encryption_is_required_nothing_is_sent_without_it()
    {
        await using var server = new ScriptedSmtp();
        await Assert.ThrowsAsync<MailStoppedException>(() => SenderTo(server, requireTls: true).SendAsync(Message, Cancellation));
        Assert.Empty(server.Accepted);
    }

    private static SmtpSender SenderTo(ScriptedSmtp server, bool requireTls = false) => new(Options.Create(new MailSettings
    {
        Sender = "smtp",
        From = "rapport@gavleborg.example.org",
        Smtp = new SmtpSettings { Host = "127.0.0.1", Port = server.Port, RequireTls = requireTls },
    }));

    /// <summary>A mail server that answers as it is told.</summary>
    private sealed class ScriptedSmtp : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _serving;

        public ScriptedSmtp()
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _serving = ServeAsync();
        }

        public int Port { get; }

        public string AtRecipient { get; init; } = "250 ok";

        public bool BreaksAfterData { get; init; }

        public List<string> Accepted { get; } = [];

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    try
                    {
                        await TalkAsync(client);
                    }
                    catch (IOException)
                    {
                        // The client hung up.
                    }
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Stopped, waiting for a client or between two.
            }
        }

        private async Task TalkAsync(TcpClient client)
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync() is { } line)
            {
                var command = line.Split(' ')[0].ToUpperInvariant();
                if (command == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var data = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } part && part != ".")
                    {
                        data.Append(part).Append("\r\n");
                    }

                    if (BreaksAfterData)
                    {
                        return;
                    }

                    Accepted.Add(data.ToString());
                }

                await writer.WriteLineAsync(command switch { "RCPT" => AtRecipient, "QUIT" => "221 bye", _ => "250 ok" });
                if (command == "QUIT")
                {
                    return;
                }
            }
        }
    }
}

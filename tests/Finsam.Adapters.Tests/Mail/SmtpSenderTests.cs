using System.Collections.Concurrent;
using Finsam.Adapters.Mail;
using Finsam.App.Reminders;
using Finsam.Domain.Reports;
using Finsam.LocalWorker.LocalMail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Finsam.Adapters.Tests.Mail;

/// <summary>What the SMTP sender makes of a server's answers. The server is one that others have made, in a process of its own.</summary>
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
        await using var server = await Server.StartAsync();
        await server.Sender().SendAsync(Message with { Attachments = [new MailAttachment("å.txt", "text/calendar; charset=utf-8; method=PUBLISH", [.. "A\r\nå\r\n"u8])] }, Cancellation);
        var mail = Assert.Single(server.Taken);
        Assert.Equal(Message.Subject, mail.Subject);
        Assert.Equal("chef@example.org", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.DoesNotContain("hofors", mail.MessageId, StringComparison.Ordinal);
        var file = Assert.IsAssignableFrom<MimePart>(Assert.Single(mail.Attachments));
        Assert.Equal("text/calendar", file.ContentType.MimeType);
        Assert.Equal(("utf-8", "PUBLISH"), (file.ContentType.Parameters["charset"], file.ContentType.Parameters["method"]));
        using var content = new MemoryStream();
        await file.Content!.DecodeToAsync(content, Cancellation);
        Assert.Equal("A\r\nå\r\n"u8.ToArray(), content.ToArray());
    }

    [Fact]
    public async Task The_same_mail_always_has_the_same_message_id()
    {
        await using var server = await Server.StartAsync();
        await server.Sender().SendAsync(Message, Cancellation);
        await server.Sender().SendAsync(Message, Cancellation);
        Assert.Equal(2, server.Taken.Count);
        Assert.Single(server.Taken.Select(m => m.MessageId).Distinct());
    }

    [Theory]
    [InlineData(SmtpStepKind.Recipient, 550, "mottagarens adress")]
    [InlineData(SmtpStepKind.Recipient, 553, "mottagarens adress")]
    [InlineData(SmtpStepKind.Mail, 550, "avsändaradressen")]
    [InlineData(SmtpStepKind.Mail, 552, "för stort")]
    [InlineData(SmtpStepKind.Taken, 552, "för stort")]
    [InlineData(SmtpStepKind.Taken, 554, "tog inte emot mejlet")]
    public async Task What_the_server_refuses_for_good_fails_and_says_why(SmtpStepKind at, int code, string why)
    {
        await using var server = await Server.StartAsync(s => s.Kind == at ? SmtpAnswer.Refuse(code) : SmtpAnswer.Go);
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => server.Sender().SendAsync(Message, Cancellation));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_recipient_that_is_refused_does_not_keep_the_next_mail_back()
    {
        await using var server = await Server.StartAsync(s => s.Kind == SmtpStepKind.Recipient && s.To[0].StartsWith("ekonom", StringComparison.Ordinal) ? SmtpAnswer.Refuse(550) : SmtpAnswer.Go);
        await Assert.ThrowsAsync<MailRefusedException>(() => server.Sender().SendAsync(Message, Cancellation));
        await server.Sender().SendAsync(Message with { ToAddress = "chef@hofors.example.org" }, Cancellation);
        Assert.Equal("chef@hofors.example.org", Assert.Single(server.Taken).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_says_it_takes_is_refused_and_said_to_be_too_large()
    {
        await using var server = await Server.StartAsync(options: new SmtpServerOptions { MaxSize = 2000 });
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => server.Sender().SendAsync(Message with { Text = new string('a', 5000) }, Cancellation));
        Assert.Contains("för stort", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData(SmtpStepKind.Connect, 421)]
    [InlineData(SmtpStepKind.Connect, 554)]
    [InlineData(SmtpStepKind.Mail, 451)]
    [InlineData(SmtpStepKind.Recipient, 450)]
    [InlineData(SmtpStepKind.Recipient, 451)]
    [InlineData(SmtpStepKind.Recipient, 421)]
    [InlineData(SmtpStepKind.Taken, 421)]
    [InlineData(SmtpStepKind.Taken, 452)]
    public async Task A_server_that_is_busy_is_a_delay(SmtpStepKind at, int code)
    {
        await using var server = await Server.StartAsync(s => s.Kind == at ? SmtpAnswer.Refuse(code) : SmtpAnswer.Go);
        await Assert.ThrowsAsync<MailDelayedException>(() => server.Sender().SendAsync(Message, Cancellation));
    }

    [Theory]
    [InlineData(SmtpStepKind.Connect)]
    [InlineData(SmtpStepKind.Mail)]
    [InlineData(SmtpStepKind.Recipient)]
    public async Task A_connection_that_breaks_or_falls_silent_before_the_mail_has_begun_is_a_delay(SmtpStepKind at)
    {
        await using var cutting = await Server.StartAsync(s => s.Kind == at ? SmtpAnswer.Cut : SmtpAnswer.Go);
        await Assert.ThrowsAsync<MailDelayedException>(() => cutting.Sender().SendAsync(Message, Cancellation));
        await using var silent = await Server.StartAsync(s => s.Kind == at ? SmtpAnswer.Silence : SmtpAnswer.Go);
        await Assert.ThrowsAsync<MailDelayedException>(() => silent.Sender(s => s.Timeout = TimeSpan.FromSeconds(1)).SendAsync(Message, Cancellation));
    }

    [Theory]
    [InlineData(SmtpStepKind.Data)]
    [InlineData(SmtpStepKind.Taken)]
    public async Task A_connection_that_breaks_or_falls_silent_when_the_mail_has_begun_leaves_it_uncertain(SmtpStepKind at)
    {
        await using var cutting = await Server.StartAsync(s => s.Kind == at ? SmtpAnswer.Cut : SmtpAnswer.Go);
        AssertUncertain(await Record.ExceptionAsync(() => cutting.Sender().SendAsync(Message, Cancellation)));
        await using var silent = await Server.StartAsync(s => s.Kind == at ? SmtpAnswer.Silence : SmtpAnswer.Go);
        AssertUncertain(await Record.ExceptionAsync(() => silent.Sender(s => s.Timeout = TimeSpan.FromSeconds(1)).SendAsync(Message, Cancellation)));
    }

    [Fact]
    public async Task A_server_that_is_slow_but_within_the_time_takes_the_mail()
    {
        await using var server = await Server.StartAsync(SmtpAnswer.Go, TimeSpan.FromMilliseconds(300));
        await server.Sender().SendAsync(Message, Cancellation);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_delay()
    {
        var server = await Server.StartAsync();
        await server.DisposeAsync();
        await Assert.ThrowsAsync<MailDelayedException>(() => server.Sender().SendAsync(Message, Cancellation));
    }

    [Fact]
    public async Task The_right_password_is_let_in()
    {
        await using var server = await Server.StartAsync(PasswordIsRight, new SmtpServerOptions { RequireAuth = true });
        await server.Sender(s => (s.User, s.Password) = ("rapport", "rätt")).SendAsync(Message, Cancellation);
        Assert.Single(server.Taken);
    }

    [Theory]
    [InlineData("rapport", "fel")]
    [InlineData("", "")]
    public async Task Without_the_right_password_all_mail_stops(string user, string password)
    {
        await using var server = await Server.StartAsync(PasswordIsRight, new SmtpServerOptions { RequireAuth = true });
        var stopped = await Assert.ThrowsAsync<MailStoppedException>(() => server.Sender(s => (s.User, s.Password) = (user, password)).SendAsync(Message, Cancellation));
        Assert.Contains("lösenord", stopped.Message, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task A_server_that_cannot_check_a_password_just_now_is_a_delay()
    {
        await using var server = await Server.StartAsync(s => s.Kind == SmtpStepKind.Auth ? SmtpAnswer.Refuse(454) : SmtpAnswer.Go, new SmtpServerOptions { RequireAuth = true });
        await Assert.ThrowsAsync<MailDelayedException>(() => server.Sender(s => (s.User, s.Password) = ("rapport", "rätt")).SendAsync(Message, Cancellation));
    }

    [Fact]
    public async Task Where_encryption_is_required_nothing_is_sent_without_it()
    {
        await using var server = await Server.StartAsync();
        await Assert.ThrowsAsync<MailStoppedException>(() => server.Sender(s => s.RequireTls = true).SendAsync(Message, Cancellation));
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_that_the_server_has_made_itself_is_not_trusted_and_stops_all(bool requireTls)
    {
        await using var server = await Server.StartAsync(PasswordIsRight, new SmtpServerOptions { StartTls = true, RequireAuth = true });
        var stopped = await Assert.ThrowsAsync<MailStoppedException>(() =>
            server.Sender(s => (s.RequireTls, s.User, s.Password) = (requireTls, "rapport", "rätt")).SendAsync(Message, Cancellation));
        Assert.Contains("certifikat", stopped.Message, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
        Assert.DoesNotContain(SmtpStepKind.Auth, server.Steps);
    }

    private static SmtpAnswer PasswordIsRight(SmtpStep step) =>
        step.Kind == SmtpStepKind.Auth && (step.User, step.Password) != ("rapport", "rätt") ? SmtpAnswer.Refuse(535) : SmtpAnswer.Go;

    private static void AssertUncertain(Exception? broken)
    {
        Assert.NotNull(broken);
        Assert.False(broken is MailRefusedException or MailDelayedException or MailStoppedException, broken.ToString());
    }

    private sealed class Server : IAsyncDisposable
    {
        private SmtpServer? _process;
        private int _port;

        public ConcurrentQueue<MimeMessage> Taken { get; } = [];

        public ConcurrentQueue<SmtpStepKind> Steps { get; } = [];

        public static Task<Server> StartAsync(SmtpAnswer answer, TimeSpan after) => StartAsync(_ => answer, null, after);

        public static async Task<Server> StartAsync(Func<SmtpStep, SmtpAnswer>? answer = null, SmtpServerOptions? options = null, TimeSpan after = default)
        {
            var server = new Server();
            server._process = await SmtpServer.StartAsync(options ?? new SmtpServerOptions(), step => server.AnswerAsync(step, answer, after), cancellation: Cancellation);
            server._port = server._process.Ports[0];
            return server;
        }

        public SmtpSender Sender(Action<SmtpSettings>? settings = null)
        {
            var smtp = new SmtpSettings { Host = "127.0.0.1", Port = _port, RequireTls = false };
            settings?.Invoke(smtp);
            return new SmtpSender(Options.Create(new MailSettings { Sender = "smtp", From = "rapport@gavleborg.example.org", Smtp = smtp }));
        }

        public ValueTask DisposeAsync() => _process!.DisposeAsync();

        private async ValueTask<SmtpAnswer> AnswerAsync(SmtpStep step, Func<SmtpStep, SmtpAnswer>? answer, TimeSpan after)
        {
            Steps.Enqueue(step.Kind);
            await Task.Delay(after, Cancellation);
            var answered = answer?.Invoke(step) ?? SmtpAnswer.Go;
            if (step.Kind == SmtpStepKind.Taken && answered == SmtpAnswer.Go)
            {
                Taken.Enqueue(await MimeMessage.LoadAsync(new MemoryStream([.. step.Mail]), Cancellation));
            }

            return answered;
        }
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>A mail that the server has taken.</summary>
internal sealed record TakenMail(string MessageId, string To, MimeMessage Message);

/// <summary>A mail server with real sockets that takes every mail, and tells the watch of every step of the conversation:
/// "before" is when the command has come, "after" when it has been carried out, before the answer.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    /// <summary>The steps of a conversation in which a mail is handed over. The mail is taken in the one named <see cref="Taken"/>.</summary>
    public static readonly ImmutableArray<string> Conversation = ["smtp greeting", "smtp EHLO", "smtp MAIL", "smtp RCPT", "smtp DATA", Taken, "smtp QUIT"];

    /// <summary>The mail itself has come, and is taken.</summary>
    public const string Taken = "smtp mail taken";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<TakenMail> _mails = new();
    private readonly Task _listening;
    private volatile KillWatch? _watch;

    public MailServer()
    {
        _listener.Start();
        _listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>All mails taken.</summary>
    public ImmutableArray<TakenMail> Mails => [.. _mails];

    public void Watch(KillWatch? watch) => _watch = watch;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _listening;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => TalkAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await TalkAsync(reader, writer);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side was killed.
            }
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var watch = _watch;
        var to = "";

        // False when the process was killed.
        async Task<bool> StepAsync(string step, string answer, Action? effect = null)
        {
            var numbered = "";
            if (watch?.Before(step, out numbered) == true)
            {
                return false;
            }

            effect?.Invoke();
            if (watch?.After(numbered) == true)
            {
                return false;
            }

            await writer.WriteLineAsync(answer);
            return true;
        }

        var goesOn = await StepAsync("smtp greeting", "220 kill.example.org ESMTP");
        while (goesOn && await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO":
                    goesOn = await StepAsync("smtp EHLO", "250 kill.example.org");
                    break;
                case "MAIL":
                    goesOn = await StepAsync("smtp MAIL", "250 OK");
                    break;
                case "RCPT":
                    to = line.Split('<', '>')[1];
                    goesOn = await StepAsync("smtp RCPT", "250 OK");
                    break;
                case "DATA":
                    goesOn = await StepAsync("smtp DATA", "354 Go on")
                        && await ReadMailAsync(reader) is { } mail
                        && await StepAsync(Taken, "250 Taken", () => _mails.Enqueue(new TakenMail(mail.MessageId ?? "", to, mail)));
                    break;
                case "QUIT":
                    await StepAsync("smtp QUIT", "221 Bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 OK");
                    break;
            }
        }
    }

    private async Task<MimeMessage?> ReadMailAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
            {
                using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
                return await MimeMessage.LoadAsync(bytes, _stop.Token);
            }

            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return null;
    }
}

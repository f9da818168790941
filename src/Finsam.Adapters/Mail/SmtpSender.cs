using System.Net.Sockets;
using Finsam.App.Reminders;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Mail;

/// <summary>Sends by SMTP. Until the message itself is handed over a failure is a delay; the server's own refusal is a refusal;
/// a connection that breaks while the message is handed over leaves it uncertain.</summary>
public sealed class SmtpSender(IOptions<MailSettings> settings) : IMailSender
{
    /// <inheritdoc/>
    public TimeSpan Spacing => settings.Value.Spacing ?? TimeSpan.Zero;

    /// <inheritdoc/>
    public async Task SendAsync(MailMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient();
        await ConnectAsync(client, settings.Value.Smtp, cancellation);
        try
        {
            await client.SendAsync(MimeMail.Of(message, message.From ?? settings.Value.From), cancellation);
        }
        catch (SmtpCommandException e) when ((int)e.StatusCode is >= 400 and < 500)
        {
            throw new MailDelayedException(MailTexts.Delayed, e);
        }
        catch (SmtpCommandException e)
        {
            throw new MailRefusedException(e.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? MailTexts.RecipientRefused : MailTexts.Refused, e);
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception e) when (e is IOException or ProtocolException or SocketException)
        {
            // The server had taken the mail before it hung up.
        }
    }

    /// <inheritdoc/>
    public Task<bool?> WasSentAsync(MailKey key, string? mailbox, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    private static async Task ConnectAsync(SmtpClient client, SmtpSettings smtp, CancellationToken cancellation)
    {
        try
        {
            client.Timeout = 30_000;
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.RequireTls ? SecureSocketOptions.Auto : SecureSocketOptions.StartTlsWhenAvailable, cancellation);
            if (smtp.RequireTls && !client.IsSecure)
            {
                throw new MailStoppedException(MailTexts.NotSecure);
            }

            if (smtp.User.Length > 0)
            {
                await client.AuthenticateAsync(smtp.User, smtp.Password, cancellation);
            }
        }
        catch (AuthenticationException e)
        {
            throw new MailStoppedException(MailTexts.NotLetIn, e);
        }
        catch (Exception e) when (e is SocketException or IOException or SslHandshakeException or ProtocolException or SmtpCommandException or NotSupportedException)
        {
            throw new MailDelayedException(MailTexts.NoConnection, e);
        }
    }
}

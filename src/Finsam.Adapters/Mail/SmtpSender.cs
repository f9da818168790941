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
        var begun = new BegunTransfer();
        try
        {
            await client.SendAsync(MimeMail.Of(message, message.From ?? settings.Value.From), cancellation, begun);
        }
        catch (SmtpCommandException e) when ((int)e.StatusCode is >= 400 and < 500)
        {
            throw new MailDelayedException(MailTexts.Delayed, e);
        }
        catch (SmtpCommandException e)
        {
            throw new MailRefusedException(WhyRefused(e), e);
        }
        catch (ServiceNotAuthenticatedException e)
        {
            throw new MailStoppedException(MailTexts.NotLetIn, e);
        }
        catch (Exception e) when (!begun.IsBegun && e is IOException or ProtocolException or SocketException or TimeoutException)
        {
            throw new MailDelayedException(MailTexts.NoConnection, e);
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception e) when (e is IOException or ProtocolException or SocketException or TimeoutException)
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
            client.Timeout = (int)smtp.Timeout.TotalMilliseconds;
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
        catch (AuthenticationException e) when (e.InnerException is not SmtpCommandException { StatusCode: SmtpStatusCode.TemporaryAuthenticationFailure })
        {
            throw new MailStoppedException(MailTexts.NotLetIn, e);
        }
        catch (SslHandshakeException e) when (e.ServerCertificate is not null)
        {
            throw new MailStoppedException(MailTexts.BadCertificate, e);
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException or SslHandshakeException or ProtocolException
            or SmtpCommandException or NotSupportedException or TimeoutException)
        {
            throw new MailDelayedException(MailTexts.NoConnection, e);
        }
    }

    private static string WhyRefused(SmtpCommandException e) => e switch
    {
        { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => MailTexts.RecipientRefused,
        { StatusCode: SmtpStatusCode.ExceededStorageAllocation } => MailTexts.TooLarge,
        _ => MailTexts.Refused,
    };

    // Told of the message's bytes as they go: before the first the server has nothing that it could deliver.
    private sealed class BegunTransfer : ITransferProgress
    {
        public bool IsBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsBegun = true;

        public void Report(long bytesTransferred) => IsBegun = true;
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Finsam.App.Reminders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;

namespace Finsam.Adapters.Mail.SendGrid;

/// <summary>Sends by SendGrid's API. 202 means that it has been taken; what becomes of it then is told by the event webhook.</summary>
public sealed partial class SendGridSender : IMailSender, IDisposable
{
    private static readonly TimeSpan LongestToConnect = TimeSpan.FromSeconds(15);

    private readonly MailSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<SendGridSender> _log;
    private readonly HttpClient _http;
    private readonly SendGridClientOptions _options;

    /// <summary>A sender with one client for as long as the app runs.</summary>
    public SendGridSender(IOptions<MailSettings> settings, TimeProvider clock, ILogger<SendGridSender> log)
    {
        (_settings, _clock, _log) = (settings.Value, clock, log);

        // A client that is given its HttpClient tries nothing again, and a connection that is used once gives the handler no reason to either:
        // a second try after a time-out could be a second mail.
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = LongestToConnect,
            PooledConnectionLifetime = TimeSpan.Zero,
        })
        {
            Timeout = _settings.SendGrid.Timeout,
        };
        _options = new SendGridClientOptions { ApiKey = _settings.SendGrid.ApiKey, Host = _settings.SendGrid.Host.ToString() };
    }

    /// <inheritdoc/>
    public TimeSpan Spacing => _settings.Spacing ?? TimeSpan.Zero;

    /// <inheritdoc/>
    public async Task SendAsync(MailMessage message, CancellationToken cancellation)
    {
        var handOver = new HandOver(_http, _options);
        Response response;
        try
        {
            response = await handOver.SendEmailAsync(SendGridMail.Of(message, message.From ?? _settings.From), cancellation);
        }
        catch (Exception e) when (!handOver.HasBegun && e is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            throw new MailDelayedException(MailTexts.NoConnection, e);
        }

        using var body = response.Body;
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            await RefuseAsync(response, cancellation);
        }

        LogTaken(response.Headers.TryGetValues("X-Message-Id", out var ids) ? string.Join(',', ids) : "");
    }

    /// <inheritdoc/>
    public Task<bool?> WasSentAsync(MailKey key, string? mailbox, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task RefuseAsync(Response response, CancellationToken cancellation)
    {
        var refusal = new SendGridRefusal(response.StatusCode, Encoding.UTF8.GetString(await response.Body.ReadAsByteArrayAsync(cancellation)));
        LogRefused((int)response.StatusCode, refusal.Message);
        throw refusal.Meaning(response.Headers, _clock.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "SendGrid has taken a mail as {Id}")]
    private partial void LogTaken(string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "SendGrid answered {Status}: {Words}")]
    private partial void LogRefused(int status, string words);
}

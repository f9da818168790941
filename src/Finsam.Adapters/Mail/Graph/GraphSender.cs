using System.Net.Sockets;
using Azure.Core;
using Azure.Identity;
using Finsam.Adapters.Graph;
using Finsam.App.Reminders;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;

namespace Finsam.Adapters.Mail.Graph;

/// <summary>Sends from a mailbox in Microsoft 365, as MIME: a mail that Graph makes of JSON could carry neither our Message-ID nor the mark that a machine made it.
/// Until the mail begins to be written to Graph a failure is a delay; what Graph answers is told by <see cref="MailAnswer"/>; when the answer does not come,
/// it is uncertain.</summary>
public sealed class GraphSender(IOptions<MailSettings> settings, TokenCredential credential, TimeProvider clock) : IMailSender, IDisposable
{
    // 20 a minute. Exchange Online takes 30 from a mailbox, and people may send from it too.
    private static readonly TimeSpan UsualSpacing = TimeSpan.FromSeconds(3);

    private readonly GraphServiceClient _graph = GraphConnection.Open(settings.Value.Graph.BaseUrl, settings.Value.Graph.Timeout, credential);

    /// <inheritdoc/>
    public TimeSpan Spacing => settings.Value.Spacing ?? UsualSpacing;

    /// <inheritdoc/>
    public async Task SendAsync(MailMessage message, CancellationToken cancellation)
    {
        var mailbox = message.From ?? settings.Value.From;
        using var mime = MimeMail.Of(message, mailbox);
        await using var content = await MailContent.OfAsync(mime, cancellation);
        (await PostAsync(mailbox, content, cancellation)).ThrowUnlessTaken();
    }

    /// <inheritdoc/>
    /// <remarks>A mail that is not in Sent Items may still be on its way there, so it is never said not to have gone out.</remarks>
    public async Task<bool?> WasSentAsync(MailKey key, string? mailbox, CancellationToken cancellation)
    {
        if (!settings.Value.Graph.ReadMailbox)
        {
            return null;
        }

        var from = mailbox ?? settings.Value.From;
        try
        {
            var found = await _graph.Users[from].MailFolders["sentitems"].Messages.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = $"internetMessageId eq '<{MimeMail.IdOf(key, from)}>'";
                    request.QueryParameters.Select = ["id"];
                    request.QueryParameters.Top = 1;
                },
                cancellation);
            return found?.Value?.Count > 0 ? true : null;
        }
        catch (ApiException e) when (e.ResponseStatusCode is 408 or 429 or >= 500)
        {
            // Looked for again at the next tick.
            throw GraphAnswer.ToException(e.ResponseStatusCode, code: null);
        }
        catch (Exception e) when (e is ApiException or AuthenticationFailedException)
        {
            // Not ours to read, after all.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _graph.Dispose();

    private async Task<GraphAnswer> PostAsync(string mailbox, MailContent content, CancellationToken cancellation)
    {
        // The SDK's builder knows JSON only; of what it makes, the address is kept.
        var request = _graph.Users[mailbox].SendMail.ToPostRequestInformation(new());
        request.Headers.Clear();
        request.Headers.Add("Accept", "application/json");
        request.SetStreamContent(content, "text/plain");

        // The answer itself is needed: the SDK takes a redirect for a success.
        var answer = new NativeResponseHandler();
        request.AddRequestOptions([new ResponseHandlerOption { ResponseHandler = answer }]);
        try
        {
            await _graph.RequestAdapter.SendNoContentAsync(request, cancellationToken: cancellation);
        }
        catch (AuthenticationFailedException e)
        {
            throw MailAnswer.WithoutToken(e);
        }
        catch (Exception e) when (!content.HasBegun && e is HttpRequestException or SocketException or IOException or TimeoutException or OperationCanceledException)
        {
            throw new MailDelayedException(MailTexts.NoConnection, e);
        }

        using var response = (HttpResponseMessage)answer.Value!;
        return await GraphAnswer.ReadAsync(response, clock, cancellation);
    }
}

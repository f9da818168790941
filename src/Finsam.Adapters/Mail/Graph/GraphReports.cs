using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Core;
using Finsam.Adapters.Graph;
using Finsam.App.Reminders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using MimeKit;

namespace Finsam.Adapters.Mail.Graph;

/// <summary>Reads the reports in a mailbox's inbox. Of other messages only the time and the headers are asked for, which is what tells that they are others.</summary>
public sealed partial class GraphReports(IOptions<MailSettings> settings, TokenCredential credential, ILogger<GraphReports> log) : IDeliveryReports, IDisposable
{
    // PidTagMessageClass: Exchange makes "REPORT.IPM.Note.NDR" of a report, and then the message need not have the headers it came with.
    private const string MessageClass = "String 0x001A";

    private readonly GraphServiceClient _graph = GraphConnection.Open(settings.Value.Graph.BaseUrl, settings.Value.Graph.Timeout, credential);

    /// <inheritdoc/>
    public bool CanBeRead => true;

    /// <inheritdoc/>
    public async Task<ReadReports> SinceAsync(string? mailbox, DateTimeOffset since, CancellationToken cancellation)
    {
        var address = mailbox ?? settings.Value.From;
        try
        {
            var reports = ImmutableArray.CreateBuilder<DeliveryReport>();
            DateTimeOffset? readTo = null;
            await foreach (var message in InboxAsync(address, since, cancellation))
            {
                if (message is { Id: { } id, ReceivedDateTime: { } received })
                {
                    readTo = received;
                    reports.AddRange(CanBeReport(message) ? await ReadAsync(address, id, received, cancellation) : []);
                }
            }

            return new ReadReports(reports.ToImmutable(), readTo);
        }
        catch (ApiException e)
        {
            // The error's message can hold addresses, and this one is logged.
            throw GraphAnswer.ToException(e.ResponseStatusCode, (e as ODataError)?.Error?.Code);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _graph.Dispose();

    private static bool CanBeReport(Message message) =>
        message.SingleValueExtendedProperties?.Any(p => p.Value?.StartsWith("REPORT.", StringComparison.OrdinalIgnoreCase) is true) is true
        || message.InternetMessageHeaders?.Any(h => string.Equals(h.Name, "Content-Type", StringComparison.OrdinalIgnoreCase)
            && h.Value?.TrimStart().StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) is true) is true;

    private async IAsyncEnumerable<Message> InboxAsync(string address, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var inbox = _graph.Users[address].MailFolders["inbox"].Messages;
        var page = await inbox.GetAsync(
            request =>
            {
                request.QueryParameters.Filter = string.Create(CultureInfo.InvariantCulture, $"receivedDateTime ge {since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
                request.QueryParameters.Orderby = ["receivedDateTime"];
                request.QueryParameters.Select = ["id", "receivedDateTime", "internetMessageHeaders"];
                request.QueryParameters.Expand = [$"singleValueExtendedProperties($filter=id eq '{MessageClass}')"];
                request.QueryParameters.Top = 100;
            },
            cancellation);
        while (page is not null)
        {
            foreach (var message in page.Value ?? [])
            {
                yield return message;
            }

            page = page.OdataNextLink is { } next ? await inbox.WithUrl(next).GetAsync(cancellationToken: cancellation) : null;
        }
    }

    private async Task<ImmutableArray<DeliveryReport>> ReadAsync(string address, string id, DateTimeOffset received, CancellationToken cancellation)
    {
        await using var content = await _graph.Users[address].Messages[id].Content.GetAsync(cancellationToken: cancellation) ?? Stream.Null;
        try
        {
            using var message = await MimeMessage.LoadAsync(content, cancellation);
            return DeliveryReportMail.Read(message, received);
        }
        catch (FormatException)
        {
            // One that cannot be read must not be in the way of the rest, at every tick anew.
            LogNotUnderstood();
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A report in the mailbox could not be understood")]
    private partial void LogNotUnderstood();
}

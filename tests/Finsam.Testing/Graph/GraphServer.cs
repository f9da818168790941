using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Finsam.Testing.Graph;

/// <summary>Microsoft Graph as it documents itself, as much as concerns mail: sendMail with MIME, messages with $filter, $select and pages, $value; and files
/// (<see cref="GraphSites"/>). Over HTTP on this machine. It is also the endpoint at which an app in Azure fetches its identity's token.</summary>
public sealed partial class GraphServer : IAsyncDisposable
{
    /// <summary>The largest request that Graph takes.</summary>
    public const int LargestRequest = 4 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<GraphRequest> _requests = new();
    private readonly ConcurrentQueue<string> _other = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly long _begun = TimeProvider.System.GetTimestamp();
    private int _posts;

    private GraphServer(WebApplication app) => _app = app;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>What the setting BaseUrl is to be.</summary>
    public Uri BaseUrl => new(Address, "/v1.0");

    /// <summary>What IDENTITY_ENDPOINT is to be.</summary>
    public Uri Identity => new(Address, "/identity");

    /// <summary>The mailboxes there are, by address.</summary>
    public ConcurrentDictionary<string, GraphMailbox> Mailboxes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sites there are.</summary>
    public GraphSites Sites { get; } = new();

    /// <summary>What it does in place of taking a mail, by the number of the request from 1; null to take it.</summary>
    public Func<int, GraphReply?> Instead { get; set; } = _ => null;

    /// <summary>False when the app has no right to read the mailboxes.</summary>
    public bool MayRead { get; set; } = true;

    /// <summary>How many messages it gives at a time, however many are asked for.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>All requests to send a mail.</summary>
    public ImmutableArray<GraphRequest> Requests => [.. _requests];

    /// <summary>All other requests: method and path, with its query.</summary>
    public ImmutableArray<string> OtherRequests => [.. _other];

    /// <summary>How long it has been running.</summary>
    public TimeSpan Now => TimeProvider.System.GetElapsedTime(_begun);

    /// <summary>The token of an identity.</summary>
    public static string TokenOf(string identity) => "token-of-" + identity;

    /// <summary>Starts it on any free port.</summary>
    public static async Task<GraphServer> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var server = new GraphServer(app);
        app.MapGet("/identity", server.TokenAsync);
        app.MapPost("/v1.0/users/{mailbox}/sendMail", server.SendMailAsync);
        app.MapGet("/v1.0/users/{mailbox}/mailFolders/{folder}/messages", server.MessagesAsync);
        app.MapGet("/v1.0/users/{mailbox}/messages/{id}/$value", server.ValueAsync);
        app.Map("/v1.0/sites/{**rest}", server.FilesAsync);
        app.Map("/v1.0/drives/{**rest}", server.FilesAsync);
        app.Map(GraphSites.DownloadPath + "{ticket}", server.Sites.DownloadAsync);
        app.MapFallback(server.NothingAsync);
        await app.StartAsync(cancellation);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    // App Service's own endpoint: https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
    private Task TokenAsync(HttpContext context) => context.Request.Headers["X-IDENTITY-HEADER"].ToString() is { Length: > 0 } identity
        && context.Request.Query["resource"] == Address.GetLeftPart(UriPartial.Authority)
        ? WriteAsync(context, 200, new JsonObject
        {
            ["access_token"] = TokenOf(identity),
            ["expires_on"] = TimeProvider.System.GetUtcNow().AddHours(24).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = context.Request.Query["resource"].ToString(),
            ["token_type"] = "Bearer",
        })
        : WriteAsync(context, 400, new JsonObject { ["statusCode"] = 400, ["message"] = "No such identity or resource." });

    private async Task SendMailAsync(HttpContext context, string mailbox)
    {
        var (at, number) = (Now, Interlocked.Increment(ref _posts));
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var (message, reply) = Take(context, mailbox, body.ToArray());
        if (reply is null)
        {
            reply = Instead(number) ?? new GraphReply { Status = 202 };
        }

        _requests.Enqueue(new GraphRequest(at, mailbox, Token(context) ?? "", message, reply.Status));
        if (reply.Status == 202)
        {
            Mailboxes[mailbox].SentItems.Enqueue(new GraphMessage(TimeProvider.System.GetUtcNow(), Mime(message!)));
        }

        await ReplyAsync(context, reply);
    }

    private (MimeMessage? Message, GraphReply? Reply) Take(HttpContext context, string mailbox, byte[] body)
    {
        if (Refusal(context, mailbox) is { } refusal)
        {
            return (null, refusal);
        }

        if (body.Length > LargestRequest)
        {
            return (null, GraphReply.Error(413, "RequestEntityTooLarge", "The request is too large."));
        }

        if (context.Request.ContentType is not { } type || !type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            return (null, GraphReply.Error(415, "RequestBodyRead", "The content type is not one of MIME."));
        }

        try
        {
            var message = MimeMessage.Load(new MemoryStream(Convert.FromBase64String(Encoding.ASCII.GetString(body))));
            return message.To.Mailboxes.Any() ? (message, null) : (message, GraphReply.Error(400, "ErrorInvalidRecipients", "At least one recipient is not valid."));
        }
        catch (FormatException)
        {
            return (null, GraphReply.Error(400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content."));
        }
    }

    private async Task MessagesAsync(HttpContext context, string mailbox, string folder)
    {
        _other.Enqueue(Line(context));
        var query = context.Request.Query;
        var box = Mailboxes.GetValueOrDefault(mailbox);
        var messages = Filtered(folder == "inbox" ? box?.Inbox : folder == "sentitems" ? box?.SentItems : null, query["$filter"].ToString());
        if (ReadRefusal(context, mailbox) is { } refusal)
        {
            await ReplyAsync(context, refusal);
        }
        else if (messages is null)
        {
            await ReplyAsync(context, GraphReply.Error(400, "BadRequest", "Invalid filter clause."));
        }
        else
        {
            var select = query["$select"].ToString().Split(',');
            var skip = int.TryParse(query["$skip"], CultureInfo.InvariantCulture, out var given) ? given : 0;
            var page = messages.Skip(skip).Take(Math.Min(PageSize, int.Parse(query["$top"].ToString(), CultureInfo.InvariantCulture))).ToArray();
            var answer = new JsonObject { ["value"] = new JsonArray([.. page.Select(m => (JsonNode)Json(m, select, query["$expand"].ToString().Contains("0x001A", StringComparison.Ordinal)))]) };
            if (skip + page.Length < messages.Length)
            {
                var rest = query.Where(q => q.Key != "$skip").Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}");
                answer["@odata.nextLink"] = $"{Address.GetLeftPart(UriPartial.Authority)}{context.Request.Path}?{string.Join('&', rest)}&$skip={skip + page.Length}";
            }

            await WriteAsync(context, 200, answer);
        }
    }

    private async Task ValueAsync(HttpContext context, string mailbox, string id)
    {
        _other.Enqueue(Line(context));
        if (ReadRefusal(context, mailbox) is { } refusal)
        {
            await ReplyAsync(context, refusal);
        }
        else if (Mailboxes[mailbox] is var box && box.Inbox.Concat(box.SentItems).FirstOrDefault(m => m.Id == id) is { } message)
        {
            context.Response.ContentType = "text/plain";
            await context.Response.Body.WriteAsync(message.Mime, context.RequestAborted);
        }
        else
        {
            await ReplyAsync(context, GraphReply.Error(404, "ErrorItemNotFound", "The specified object was not found in the store."));
        }
    }

    private Task FilesAsync(HttpContext context) => Sites.AnswerAsync(context, IsKnown(context));

    private Task NothingAsync(HttpContext context)
    {
        _other.Enqueue(Line(context));
        return ReplyAsync(context, GraphReply.Error(400, "BadRequest", "Resource not found for the segment."));
    }

    private GraphReply? Refusal(HttpContext context, string mailbox) =>
        !IsKnown(context) ? GraphReply.Error(401, "InvalidAuthenticationToken", "Access token is empty.")
        : !Mailboxes.ContainsKey(mailbox) ? GraphReply.Error(404, "ErrorInvalidUser", $"The requested user '{mailbox}' is invalid.")
        : null;

    private GraphReply? ReadRefusal(HttpContext context, string mailbox) =>
        Refusal(context, mailbox) ?? (MayRead ? null : GraphReply.Error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."));

    private static bool IsKnown(HttpContext context) => Token(context)?.StartsWith(TokenOf(""), StringComparison.Ordinal) is true;

    private async Task ReplyAsync(HttpContext context, GraphReply reply)
    {
        if (ReferenceEquals(reply, GraphReply.HangUp))
        {
            context.Abort();
        }
        else if (ReferenceEquals(reply, GraphReply.Silence))
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stop.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, gone.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        else
        {
            await WriteAsync(context, reply);
        }
    }

    internal static async Task WriteAsync(HttpContext context, GraphReply reply)
    {
        context.Response.Headers.RetryAfter = reply.RetryAfter;
        context.Response.Headers.Location = reply.Location;
        context.Response.StatusCode = reply.Status;
        if (reply.Html is { } html)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(html, context.RequestAborted);
        }
        else if (reply.Code is { } code)
        {
            await WriteAsync(context, reply.Status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = reply.Message } });
        }
        else if (reply.Json is { } json)
        {
            await WriteAsync(context, reply.Status, json);
        }
    }

    private static GraphMessage[]? Filtered(IEnumerable<GraphMessage>? messages, string filter) =>
        Since().Match(filter) is { Success: true } since
            ? [.. (messages ?? []).Where(m => m.Received >= DateTimeOffset.Parse(since.Groups[1].Value, CultureInfo.InvariantCulture)).OrderBy(m => m.Received)]
        : WithId().Match(filter) is { Success: true } id ? [.. (messages ?? []).Where(m => m.Message.MessageId == id.Groups[1].Value)]
        : null;

    private static JsonObject Json(GraphMessage message, string[] select, bool withClass)
    {
        var json = new JsonObject { ["id"] = message.Id };
        if (select.Contains("receivedDateTime"))
        {
            json["receivedDateTime"] = message.Received.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }

        if (select.Contains("internetMessageHeaders") && message.HasHeaders)
        {
            var content = message.Message;
            json["internetMessageHeaders"] = new JsonArray(
                [.. content.Headers.Concat(content.Body!.Headers).Select(h => (JsonNode)new JsonObject { ["name"] = h.Field, ["value"] = h.Value })]);
        }

        if (withClass)
        {
            json["singleValueExtendedProperties"] = new JsonArray(new JsonObject { ["id"] = "String 0x1a", ["value"] = message.MessageClass });
        }

        return json;
    }

    private static byte[] Mime(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }

    private static string? Token(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;

    private static string Line(HttpContext context) => $"{context.Request.Method} {context.Request.Path}{Uri.UnescapeDataString(context.Request.QueryString.ToString())}";

    private static async Task WriteAsync(HttpContext context, int status, JsonObject json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json.ToJsonString(), context.RequestAborted);
    }

    [GeneratedRegex(@"^receivedDateTime ge (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$")]
    private static partial Regex Since();

    [GeneratedRegex(@"^internetMessageId eq '<([^'<>]+)>'$")]
    private static partial Regex WithId();
}

using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Finsam.Adapters.Tests.Mail.SendGrid;

/// <summary>A server that takes POST /v3/mail/send as SendGrid documents it: what breaks its rules gets its 400, the rest what the test has asked for.</summary>
internal sealed class SendGridServer : IAsyncDisposable
{
    public const string ApiKey = "SG.test-key";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonNode> _taken = new();
    private int _requests;

    private SendGridServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What it does with a mail that breaks no rule; as it comes, it takes it.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = AcceptAsync;

    /// <summary>True when it does not even read what is sent.</summary>
    public bool HangsUpBeforeReading { get; set; }

    /// <summary>All mails that broke no rule.</summary>
    public IReadOnlyCollection<JsonNode> Taken => _taken;

    /// <summary>How many times it was asked anything.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static async Task<SendGridServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var server = new SendGridServer(builder.Build());
        server._app.Run(server.TakeAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>An answer with SendGrid's own form of errors.</summary>
    public static Func<HttpContext, Task> Says(int status, string message, string? field = null, params (string Name, string Value)[] headers) => http =>
    {
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        return RefuseAsync(http, status, message, field);
    };

    /// <summary>An answer as it stands.</summary>
    public static Func<HttpContext, Task> SaysOnly(int status, string body) => http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    };

    public static Task HangUpAsync(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    public static Task NeverAnswerAsync(HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AcceptAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.Headers["X-Message-Id"] = "14c5d75ce93.dfd.64b469";
        return Task.CompletedTask;
    }

    private async Task TakeAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        if (HangsUpBeforeReading)
        {
            http.Abort();
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (SendGridRules.Broken(http.Request, body.ToArray()) is var (status, message, field))
        {
            await RefuseAsync(http, status, message, field);
            return;
        }

        _taken.Enqueue(JsonNode.Parse(body.ToArray())!);
        await Answer(http);
    }

    private static Task RefuseAsync(HttpContext http, int status, string message, string? field)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(new { errors = new[] { new { message, field, help = (string?)null } } }));
    }
}

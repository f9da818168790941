using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Finsam.LocalWorker.LocalStorage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>Stands between our process and the storage emulator: passes everything on as it is, and tells the watch of every write.</summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private static readonly ImmutableArray<string> NotPassedOn = ["Connection", "Keep-Alive", "Transfer-Encoding", "Expect", "Host"];

    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    private readonly Dictionary<int, (StorageService Service, int Port)> _behind = [];
    private volatile KillWatch? _watch;
    private volatile TaskCompletionSource _gate = Open();

    private StorageProxy(WebApplication app) => _app = app;

    /// <summary>The emulator's connection string with the proxy's ports.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<StorageProxy> StartAsync(Azurite azurite, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0", "http://127.0.0.1:0", "http://127.0.0.1:0");
        var app = builder.Build();
        var proxy = new StorageProxy(app);
        app.Run(proxy.PassOnAsync);
        await app.StartAsync(cancellation);

        var ports = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(a => new Uri(a).Port).ToArray();
        var connection = azurite.ConnectionString;
        foreach (var (index, (service, port)) in new[]
        {
            (StorageService.Blob, azurite.Ports.Blob), (StorageService.Queue, azurite.Ports.Queue), (StorageService.Table, azurite.Ports.Table),
        }.Index())
        {
            proxy._behind[ports[index]] = (service, port);
            connection = connection.Replace(
                string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}/"), string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{ports[index]}/"), StringComparison.Ordinal);
        }

        proxy.ConnectionString = connection;
        return proxy;
    }

    /// <summary>Tells this watch of the writes from here on; null for none.</summary>
    public void Watch(KillWatch? watch) => _watch = watch;

    /// <summary>Holds back all reading of queues until <see cref="OpenQueues"/>: then what a request does and what its messages lead to
    /// come one after the other, in the same order in every run.</summary>
    public void HoldQueues() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void OpenQueues() => _gate.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        OpenQueues();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task PassOnAsync(HttpContext context)
    {
        try
        {
            await PassOnAsync(context, context.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or SocketException or IOException or BadHttpRequestException)
        {
            // The process, or the emulator at the end of the test, has hung up.
            context.Abort();
        }
    }

    private async Task PassOnAsync(HttpContext context, CancellationToken cancellation)
    {
        var (service, port) = _behind[context.Connection.LocalPort];
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, cancellation);
        var body = buffer.ToArray();

        if (service == StorageService.Queue && HttpMethods.IsGet(context.Request.Method) && target.Split('?')[0].EndsWith("/messages", StringComparison.Ordinal))
        {
            await _gate.Task.WaitAsync(cancellation);
        }

        var watch = _watch;
        var step = watch is null ? null : WriteStep.Of(service, context.Request.Method, target, body);
        var numbered = "";
        if (step is not null && watch!.Before(step, out numbered))
        {
            context.Abort();
            return;
        }

        using var request = Request(context.Request, port, target, body);

        // Once it is passed on it is done, whether or not the one who asked is still there.
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, CancellationToken.None);
        var content = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
        if (step is not null && response.IsSuccessStatusCode && watch!.After(numbered))
        {
            context.Abort();
            return;
        }

        await AnswerAsync(context, response, content, cancellation);
    }

    private static HttpRequestMessage Request(HttpRequest from, int port, string target, byte[] body)
    {
        // The signature is over the path as it was written.
        var address = new Uri(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{target}"),
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(from.Method), address) { Version = HttpVersion.Version11 };
        if (body.Length > 0 || from.ContentLength is not null || from.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in from.Headers)
        {
            if (!NotPassedOn.Contains(name, StringComparer.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        request.Headers.Host = from.Host.Value;
        return request;
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage response, byte[] content, CancellationToken cancellation)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!NotPassedOn.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        if (content.Length > 0)
        {
            await context.Response.Body.WriteAsync(content, cancellation);
        }
    }
}

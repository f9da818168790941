using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Finsam.LocalWorker.Tests.Hosting;

/// <summary>An application with a few functions, on a port of its own.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private bool stopped;

    private TestApp(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<TestApp> StartAsync(Setup setup)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.Logging.ClearProviders().AddProvider(setup.Log);
        builder.Services.AddSingleton(setup.Journal);
        builder.Services.AddSingleton(setup.Clock);
        builder.Services.AddRazorComponents();
        JsonFile.Use(setup.HostJson, path =>
            builder.AddLocalWorker(setup.Functions, setup.HostId, path, options => options.LeaseRetry = TimeSpan.FromMilliseconds(300)));
        var app = builder.Build();
        app.MapFunctions();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestApp(app);
    }

    public async ValueTask DisposeAsync()
    {
        if (stopped)
        {
            return;
        }

        stopped = true;
        Client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    public sealed record Setup(params Type[] Functions)
    {
        public string HostJson { get; init; } = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""";

        public Dictionary<string, string?> Settings { get; init; } = [];

        public string HostId { get; init; } = Guid.NewGuid().ToString("n");

        public Journal Journal { get; init; } = new();

        public TimeProvider Clock { get; init; } = TimeProvider.System;

        public LogLines Log { get; init; } = new();
    }
}

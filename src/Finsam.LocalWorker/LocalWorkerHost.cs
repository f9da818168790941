using System.Reflection;
using Finsam.LocalWorker.Http;
using Finsam.LocalWorker.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Finsam.LocalWorker;

/// <summary>Runs functions in an ordinary web application.</summary>
public static class LocalWorkerHost
{
    /// <summary>The request size at which the Functions host says no.</summary>
    private const long MaxRequestBody = 100 * 1024 * 1024;

    /// <summary>Adds an assembly's functions: its timers and queues start with the application, its routes by <see cref="MapFunctions"/>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="functions">The assembly.</param>
    /// <param name="hostJsonPath">Where host.json is.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="FunctionTableException">A function cannot be run here.</exception>
    public static WebApplicationBuilder AddLocalWorker(
        this WebApplicationBuilder builder, Assembly functions, string hostJsonPath, Action<LocalWorkerOptions>? configure = null) =>
        builder.AddLocalWorker(functions.GetTypes(), functions.GetName().Name!, hostJsonPath, configure);

    /// <summary>Routes requests to the functions, and adds nothing else.</summary>
    /// <param name="app">The application.</param>
    public static WebApplication MapFunctions(this WebApplication app)
    {
        FunctionRoutes.Use(app);
        return app;
    }

    internal static WebApplicationBuilder AddLocalWorker(
        this WebApplicationBuilder builder, IEnumerable<Type> functions, string hostId, string hostJsonPath, Action<LocalWorkerOptions>? configure = null)
    {
        var host = HostJson.Read(hostJsonPath, builder.Configuration);
        var options = new LocalWorkerOptions();
        configure?.Invoke(options);
        options.HostId ??= hostId;

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxRequestBody);
        builder.Logging.AddConfiguration(new ConfigurationBuilder()
            .AddInMemoryCollection(host.LogLevels.Select(level => KeyValuePair.Create("LogLevel:" + level.Key, (string?)level.Value)))
            .Build());

        builder.Services.AddRouting();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(host);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(FunctionTable.Read(functions, host, builder.Configuration));
        builder.Services.AddSingleton<StorageClients>();
        builder.Services.AddSingleton<StorageOutage>();
        builder.Services.AddHostedService<TriggerService>();
        return builder;
    }
}

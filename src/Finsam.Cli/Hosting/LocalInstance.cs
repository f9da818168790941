using System.Globalization;
using Finsam.App.Access;
using Finsam.Functions;
using Finsam.LocalWorker.LocalStorage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Finsam.Cli.Hosting;

/// <summary>What a local instance is started with.</summary>
public sealed record LocalInstanceOptions
{
    /// <summary>Where the emulator's data and the mails are kept.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A connection string or an account's address (https://name.table.core.windows.net); then that account is used and no emulator is started.</summary>
    public string? Storage { get; init; }

    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Settings beside those of the environment, e.g. "Finsam:Mail:Sender".</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Logs to the console.</summary>
    public bool Verbose { get; init; }

    /// <summary>Adds to the logging, e.g. what a test listens with.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>Adds to the services, or takes the place of some, e.g. of the sign-in.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Told, in Swedish, what takes time.</summary>
    public Action<string>? Progress { get; init; }
}

/// <summary>The whole system on this machine: storage emulator, functions, sign-in. Everything stops when it is disposed.</summary>
public sealed class LocalInstance : IAsyncDisposable
{
    private const int MostTries = 5;

    private readonly Azurite? _azurite;
    private readonly WebApplication _app;

    private LocalInstance(Azurite? azurite, WebApplication app, LocalSignIn signIn, Uri address, string storage)
    {
        _azurite = azurite;
        _app = app;
        SignIn = signIn;
        Address = address;
        Storage = storage;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The storage account's connection string.</summary>
    public string Storage { get; }

    /// <summary>Where the folder sender writes mails.</summary>
    public string MailFolder => _app.Configuration["Finsam:Mail:Folder"]!;

    /// <summary>The local sign-in.</summary>
    public LocalSignIn SignIn { get; }

    /// <summary>The services, for tests.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The sign-in link; works once.</summary>
    public Uri SignInLink => new(Address, SignIn.LinkPath);

    /// <summary>Starts it.</summary>
    /// <exception cref="ToolMissingException">Node.js is missing; the message says what to install.</exception>
    /// <exception cref="UserException">The data folder or the port is used by another.</exception>
    public static async Task<LocalInstance> StartAsync(LocalInstanceOptions options, CancellationToken cancellation)
    {
        var data = Directory.CreateDirectory(options.DataFolder).FullName;
        Azurite? azurite = null;
        if (options.Storage is null)
        {
            options.Progress?.Invoke(CliTexts.StartingStorage);
            try
            {
                azurite = await Azurite.StartAsync(Path.Combine(data, "azurite"), options.Progress, cancellation: cancellation);
            }
            catch (InvalidOperationException e)
            {
                // Its message is for people: mostly that an instance runs with the folder already.
                throw new UserException(e.Message);
            }
        }

        try
        {
            options.Progress?.Invoke(CliTexts.StartingApp);
            var storage = options.Storage ?? azurite!.ConnectionString;
            for (var tries = 1; ; tries++)
            {
                var port = options.Port == 0 ? FreePort() : options.Port;
                var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
                var signIn = new LocalSignIn();
                var app = Build(options, data, storage, address, signIn);
                try
                {
                    await app.StartAsync(cancellation);
                    return new LocalInstance(azurite, app, signIn, address, storage);
                }
                catch (IOException e) when (e.InnerException is AddressInUseException)
                {
                    await app.DisposeAsync();

                    // Between finding a free port and taking it, another program may take it.
                    if (options.Port != 0 || tries == MostTries)
                    {
                        throw new UserException(string.Format(CultureInfo.InvariantCulture, CliTexts.PortInUse, port));
                    }
                }
            }
        }
        catch
        {
            if (azurite is not null)
            {
                await azurite.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>The setting by which the app finds a storage account, from its connection string or its address.</summary>
    public static KeyValuePair<string, string?> StorageSetting(string storage) => storage.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        ? new("AzureWebJobsStorage:accountName", new Uri(storage).Host.Split('.')[0])
        : new("AzureWebJobsStorage", storage);

    /// <summary>Waits until somebody stops it.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    private static WebApplication Build(LocalInstanceOptions options, string data, string storage, Uri address, LocalSignIn signIn)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [StorageSetting(storage).Key] = StorageSetting(storage).Value,
            ["Finsam:PublicUrl"] = address.ToString(),
            ["Finsam:Mail:Folder"] = Path.Combine(data, "mejl"),
        });
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(options.Settings);
        builder.Logging.ClearProviders();
        if (options.Verbose)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        options.Logging?.Invoke(builder.Logging);

        // This machine only: the local sign-in is no protection against a network.
        builder.WebHost.UseUrls(address.ToString().Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton<ISignIn>(signIn);
        options.Services?.Invoke(builder.Services);
        return LocalProgram.Build(builder, signIn.Use);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

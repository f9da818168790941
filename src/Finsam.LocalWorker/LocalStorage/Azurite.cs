using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Finsam.LocalWorker.NodePackages;

namespace Finsam.LocalWorker.LocalStorage;

/// <summary>Microsoft's storage emulator as a process of ours: it ends when this object or our process ends, and its data stay in the folder.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    /// <summary>The emulator's account; its key is public, the same in every emulator.</summary>
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(10);
    private static readonly AzuritePorts AnyPorts = new(0, 0, 0);

    private readonly Process process;
    private readonly FileStream folderLock;
    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentDictionary<string, int> ports = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool stopped;

    private Azurite(Process process, FileStream folderLock)
    {
        this.process = process;
        this.folderLock = folderLock;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => KeepError(line.Data);
    }

    /// <summary>The ports it listens on.</summary>
    public AzuritePorts Ports => new(ports["Blob"], ports["Queue"], ports["Table"]);

    /// <summary>The connection string for its blobs, queues and tables.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={Endpoint(Ports.Blob)};QueueEndpoint={Endpoint(Ports.Queue)};TableEndpoint={Endpoint(Ports.Table)};";

    /// <summary>Starts the emulator, and installs it the first time.</summary>
    /// <param name="dataFolder">Where its data are; made if need be.</param>
    /// <param name="progress">Told, in Swedish, what takes time.</param>
    /// <param name="ports">The ports; any free ones when not given.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="ToolMissingException">Node.js or npm is missing or too old, or Azurite cannot be fetched.</exception>
    /// <exception cref="InvalidOperationException">The folder or a port is in use, or the emulator did not start.</exception>
    public static Task<Azurite> StartAsync(
        string dataFolder, Action<string>? progress = null, AzuritePorts? ports = null, CancellationToken cancellation = default) =>
        StartAsync(dataFolder, NodePackage.DefaultToolsFolder, new NodeTools(Environment.GetEnvironmentVariable("PATH") ?? ""), progress, ports ?? AnyPorts, cancellation);

    internal static async Task<Azurite> StartAsync(
        string dataFolder, string toolsFolder, NodeTools tools, Action<string>? progress, AzuritePorts ports, CancellationToken cancellation)
    {
        var node = await tools.FindNodeAsync(cancellation);
        var program = await NodePackage.Azurite.FindOrMakeAsync(toolsFolder, tools, progress, cancellation);
        var data = Directory.CreateDirectory(dataFolder).FullName;
        var folderLock = FileLock.TryTake(Path.Combine(data, "azurite.lock"))
            ?? throw new InvalidOperationException(string.Format(CultureInfo.CurrentCulture, LocalStorageTexts.FolderInUse, data));
        var process = new Process
        {
            StartInfo = tools.StartInfo(node, Arguments(program, data, ports), data),
            EnableRaisingEvents = true,
        };
        var azurite = new Azurite(process, folderLock);
        try
        {
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var first = await Task.WhenAny(azurite.listening.Task, process.WaitForExitAsync(cancellation)).WaitAsync(TimeSpan.FromMinutes(1), cancellation);
            await first;
            return first == azurite.listening.Task ? azurite
                : throw new InvalidOperationException(string.Format(CultureInfo.CurrentCulture, LocalStorageTexts.StartFailed, string.Join(' ', azurite.errors)));
        }
        catch
        {
            await azurite.StopAsync();
            throw;
        }
    }

    /// <summary>Stops it so that it has written everything; a second call does nothing.</summary>
    public async Task StopAsync()
    {
        if (stopped)
        {
            return;
        }

        stopped = true;
        using (process)
        await using (folderLock)
        {
            try
            {
                process.StandardInput.Close();
                using var patience = new CancellationTokenSource(Hangs);
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException)
            {
                // It never started, or is gone already.
            }
        }
    }

    /// <inheritdoc cref="StopAsync"/>
    public async ValueTask DisposeAsync() => await StopAsync();

    private static string[] Arguments(string program, string data, AzuritePorts ports) =>
    [
        Path.Combine(program, "run.cjs"), "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", data,
        "--blobHost", "127.0.0.1", "--blobPort", Text(ports.Blob),
        "--queueHost", "127.0.0.1", "--queuePort", Text(ports.Queue),
        "--tableHost", "127.0.0.1", "--tablePort", Text(ports.Table),
    ];

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static string Endpoint(int port) => $"http://127.0.0.1:{Text(port)}/{Account}";

    private void Read(string? line)
    {
        if (Listening().Match(line ?? "") is not { Success: true } match)
        {
            return;
        }

        ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
        if (ports.Count == 3)
        {
            listening.TrySetResult();
        }
    }

    private void KeepError(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line) && errors.Count < 20)
        {
            errors.Enqueue(line.Trim());
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Finsam.Domain.Periods;

namespace Finsam.Cli.Hosting;

/// <summary>finsam serve as a process of its own: it can be killed as a power cut would, and share a storage with others.</summary>
public sealed class ServeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private HttpClient? _chef;
    private (string Answer, TaskCompletionSource Set)? _clockSet;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServeProcess(Process process, DirectoryInfo folder)
    {
        (_process, _folder) = (process, folder);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        AppDomain.CurrentDomain.ProcessExit += OnOurExit;
    }

    /// <summary>A signed-in client.</summary>
    public HttpClient Chef => _chef ?? throw new InvalidOperationException("It has not started.");

    /// <summary>True when it runs no more.</summary>
    public bool IsDead => _process.HasExited;

    /// <summary>What it last said.</summary>
    public string LastWords => string.Join('\n', _lines.TakeLast(12));

    /// <summary>Starts it.</summary>
    /// <param name="storage">The storage's connection string.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="now">What its clock shows.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ServeProcess> StartAsync(
        string storage, IEnumerable<KeyValuePair<string, string>> settings, DateTimeOffset now, CancellationToken cancellation)
    {
        // A folder of its own: what a killed process left there must not be taken for the new one's.
        var folder = Directory.CreateTempSubdirectory("finsam-serve-");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [typeof(Program).Assembly.Location, "serve", "--storage", storage, "--data", folder.FullName, "--port", "0", "--verbose",
                "--steered", "--now", Written(now)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment =
            {
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_TC_QuickJitForLoops"] = "1",
                ["DOTNET_ReadyToRun"] = "1",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        var serve = new ServeProcess(process, folder);
        try
        {
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var first = await Task.WhenAny(serve._serving.Task, process.WaitForExitAsync(cancellation)).WaitAsync(Patience, cancellation);
            if (first != serve._serving.Task)
            {
                throw new InvalidOperationException("finsam serve did not start: " + serve.LastWords);
            }

            var chef = await LocalSession.ClientAsync(folder.FullName, cancellation) ?? throw new InvalidOperationException("finsam serve has left no session.");
            chef.Timeout = TimeSpan.FromSeconds(30);
            serve._chef = chef;
            return serve;
        }
        catch
        {
            await serve.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sets its clock, and returns when it has been set. One that dies meanwhile has no clock to set.</summary>
    /// <param name="now">What it is to show.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public async Task SetClockAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _clockSet = (SteeredClock.Answer(Written(now)), set);
        try
        {
            await _process.StandardInput.WriteLineAsync(Written(now).AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
        }
        catch (IOException)
        {
            return;
        }

        await Task.WhenAny(set.Task, _process.WaitForExitAsync(cancellation)).WaitAsync(Patience, cancellation);
    }

    /// <summary>Kills it, as kill -9 does, and returns when it is dead.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnOurExit;
        KillTree();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            // It never started, or does not go: nothing more can be done.
        }

        _chef?.Dispose();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Written(DateTimeOffset now) => SwedishTime.Local(now).ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private void OnOurExit(object? sender, EventArgs e) => KillTree();

    private void KillTree()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It never started, or is gone.
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        while (_lines.Count > 100)
        {
            _lines.TryDequeue(out _);
        }

        if (_clockSet is { } asked && line == asked.Answer)
        {
            asked.Set.TrySetResult();
        }

        // The sign-in link is printed when the session has been written.
        if (line.Contains("/.auth/local/", StringComparison.Ordinal))
        {
            _serving.TrySetResult();
        }
    }
}

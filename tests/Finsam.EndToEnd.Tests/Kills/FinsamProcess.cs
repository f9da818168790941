using System.Globalization;
using System.Collections.Concurrent;
using System.Diagnostics;
using Finsam.Cli.Hosting;
using Finsam.Domain.Periods;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>finsam serve as a process of its own: it can be killed as a power cut would, and share a storage with others.</summary>
internal sealed class FinsamProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private HttpClient? _chef;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FinsamProcess(Process process, DirectoryInfo folder)
    {
        (_process, _folder) = (process, folder);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        AppDomain.CurrentDomain.ProcessExit += OnOurExit;
    }

    /// <summary>A signed-in client.</summary>
    public HttpClient Chef => _chef ?? throw new InvalidOperationException("It has not started.");

    public bool IsDead => _process.HasExited;

    /// <summary>What it last said.</summary>
    public string LastWords => string.Join('\n', _lines.TakeLast(12));

    /// <summary>Starts it.</summary>
    /// <param name="storage">The storage's connection string.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<FinsamProcess> StartAsync(string storage, IEnumerable<KeyValuePair<string, string>> settings, CancellationToken cancellation)
    {
        // A folder of its own: what a killed process left there must not be taken for the new one's.
        var folder = Directory.CreateTempSubdirectory("finsam-kill-");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [typeof(Cli.Program).Assembly.Location, "serve", "--storage", storage, "--data", folder.FullName, "--port", "0", "--verbose",
                "--now", SwedishTime.Local(KillClock.Now).ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture)])
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
        var finsam = new FinsamProcess(process, folder);
        try
        {
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var first = await Task.WhenAny(finsam._serving.Task, process.WaitForExitAsync(cancellation)).WaitAsync(Patience, cancellation);
            if (first != finsam._serving.Task)
            {
                throw new InvalidOperationException("finsam serve did not start: " + finsam.LastWords);
            }

            var chef = await LocalSession.ClientAsync(folder.FullName, cancellation) ?? throw new InvalidOperationException("finsam serve has left no session.");
            chef.Timeout = TimeSpan.FromSeconds(30);
            finsam._chef = chef;
            return finsam;
        }
        catch
        {
            await finsam.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills it, as kill -9 does, and returns when it is dead.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
    }

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

        // The sign-in link is printed when the session has been written.
        if (line.Contains("/.auth/local/", StringComparison.Ordinal))
        {
            _serving.TrySetResult();
        }
    }
}

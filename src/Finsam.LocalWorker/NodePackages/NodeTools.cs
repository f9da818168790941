using System.Diagnostics;
using System.Globalization;
using System.Text;
using Finsam.LocalWorker.LocalStorage;

namespace Finsam.LocalWorker.NodePackages;

/// <summary>Node.js and npm as found in a search path.</summary>
/// <param name="SearchPath">The search path, as in PATH.</param>
internal sealed record NodeTools(string SearchPath)
{
    private const int OldestMajor = 18;

    /// <summary>node, tried for its version.</summary>
    /// <exception cref="ToolMissingException">It is missing or too old.</exception>
    public async Task<string> FindNodeAsync(CancellationToken cancellation)
    {
        var node = Find("node");
        var (code, output) = await RunAsync(node, ["--version"], Path.GetTempPath(), cancellation);
        var version = output.Trim().TrimStart('v');
        return code == 0 && int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= OldestMajor
            ? node
            : throw new ToolMissingException(string.Format(CultureInfo.CurrentCulture, LocalStorageTexts.NodeTooOld, version));
    }

    /// <summary>npm.</summary>
    /// <exception cref="ToolMissingException">It is missing.</exception>
    public string FindNpm() => Find("npm");

    /// <summary>Runs a program to its end and gives its exit code and all it wrote.</summary>
    public async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments, folder) };
        var output = new StringBuilder();
        void Add(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Add;
        process.ErrorDataReceived += Add;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, output.ToString());
    }

    /// <summary>How to start a program that finds its own helpers in the same search path.</summary>
    public ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, string folder) => new(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
        CreateNoWindow = true,
        Environment = { ["PATH"] = SearchPath },
    };

    private string Find(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(_ => endings, (folder, ending) => Path.Combine(folder, name + ending))
            .FirstOrDefault(File.Exists)
            ?? throw new ToolMissingException(string.Format(CultureInfo.CurrentCulture, LocalStorageTexts.NodeMissing, name));
    }
}

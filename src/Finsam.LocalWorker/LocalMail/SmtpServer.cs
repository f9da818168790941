using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Finsam.LocalWorker.LocalStorage;
using Finsam.LocalWorker.NodePackages;

namespace Finsam.LocalWorker.LocalMail;

/// <summary>A mail server as a process of ours, on this machine only: it asks us at each step of a conversation what to answer. It ends when this object or
/// our process ends.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    private readonly Process _process;
    private readonly Func<SmtpStep, ValueTask<SmtpAnswer>> _answer;
    private readonly int _wanted;
    private readonly Lock _writing = new();
    private readonly List<int> _ports = [];
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SmtpServer(Process process, int ports, Func<SmtpStep, ValueTask<SmtpAnswer>> answer)
    {
        (_process, _wanted, _answer) = (process, ports, answer);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
    }

    /// <summary>The ports it listens on.</summary>
    public ImmutableArray<int> Ports => [.. _ports];

    /// <summary>Starts it, and installs it the first time.</summary>
    /// <param name="options">What it is started with.</param>
    /// <param name="answer">Says what it answers. Asked for several conversations at a time; a slow answer is a slow server.</param>
    /// <param name="progress">Told, in Swedish, what takes time.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="ToolMissingException">Node.js or npm is missing or too old, or the server cannot be fetched.</exception>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<SmtpServer> StartAsync(
        SmtpServerOptions options, Func<SmtpStep, ValueTask<SmtpAnswer>> answer, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        var tools = new NodeTools(Environment.GetEnvironmentVariable("PATH") ?? "");
        var node = await tools.FindNodeAsync(cancellation);
        var program = await NodePackage.SmtpServer.FindOrMakeAsync(NodePackage.DefaultToolsFolder, tools, progress, cancellation);
        var settings = JsonSerializer.Serialize(
            new { Ports = new int[options.Ports], options.RequireAuth, options.StartTls, options.MaxSize }, Json);
        var process = new Process { StartInfo = tools.StartInfo(node, [Path.Combine(program, "run.cjs"), settings], Path.GetTempPath()), EnableRaisingEvents = true };
        var server = new SmtpServer(process, options.Ports, answer);
        try
        {
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var first = await Task.WhenAny(server._listening.Task, process.WaitForExitAsync(cancellation)).WaitAsync(Patience, cancellation);
            return first == server._listening.Task
                ? server
                : throw new InvalidOperationException(string.Format(CultureInfo.CurrentCulture, LocalMailTexts.StartFailed, string.Join(' ', server._errors)));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            // It never started, or is gone.
        }

        _process.Dispose();
    }

    private void Read(string? text)
    {
        if (text is null || JsonSerializer.Deserialize<Line>(text, Json) is not { } line)
        {
            return;
        }

        if (line.Step == "listening")
        {
            _ports.Add(line.Port);
            if (_ports.Count == _wanted)
            {
                _listening.TrySetResult();
            }
        }
        else
        {
            _ = AnswerAsync(line);
        }
    }

    private async Task AnswerAsync(Line line)
    {
        var step = new SmtpStep(
            Enum.Parse<SmtpStepKind>(line.Step, ignoreCase: true), line.Connection ?? "", line.Port, line.To.IsDefault ? [] : line.To, line.User, line.Password,
            line.Mail is null ? [] : [.. Convert.FromBase64String(line.Mail)]);
        var answer = await _answer(step);
        if (step.Kind == SmtpStepKind.Closed)
        {
            return;
        }

        Write(answer switch
        {
            SmtpAnswer.Refused(var code) => new Reply(line.Id, "refuse") { Code = code, Text = "Refused" },
            SmtpAnswer.CutOff => new Reply(line.Id, "cut"),
            SmtpAnswer.Silent => new Reply(line.Id, "nothing"),
            _ => new Reply(line.Id, "go"),
        });
    }

    private void Write(Reply reply)
    {
        lock (_writing)
        {
            try
            {
                _process.StandardInput.WriteLine(JsonSerializer.Serialize(reply, Json));
                _process.StandardInput.Flush();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // It has been stopped in the middle of a conversation.
            }
        }
    }

    private sealed record Line(int Id, string Step, string? Connection, int Port, ImmutableArray<string> To, string? User, string? Password, string? Mail);

    private sealed record Reply(int Id, string Do)
    {
        public int Code { get; init; }

        public string Text { get; init; } = "";
    }
}

using System.Collections.Immutable;
using Finsam.LocalWorker.LocalMail;
using MimeKit;

namespace Finsam.Cli.Rehearsals;

/// <summary>The mail server of a rehearsal: keeps what it takes, has its faults, and is where processes are killed in the middle of a conversation.</summary>
internal sealed class PostOffice(int seed, Func<int, bool> killByPort) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly List<SenderKill> _armed = [];
    private readonly List<Arrival> _arrivals = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MailFault?> _faults = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private SmtpServer? _server;
    private int? _spared;
    private bool _isFaultless;

    public ImmutableArray<int> Ports => _server!.Ports;

    /// <summary>How many faults there have been.</summary>
    public int Faults { get; private set; }

    /// <summary>How many mails whoever sent them cannot know about, for a connection that was cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>How many processes have been killed here.</summary>
    public int Kills { get; private set; }

    public ImmutableArray<Arrival> Arrivals
    {
        get
        {
            lock (_lock)
            {
                return [.. _arrivals];
            }
        }
    }

    /// <summary>True when nobody is talking.</summary>
    public bool IsQuiet
    {
        get
        {
            lock (_lock)
            {
                return _open.Count == 0;
            }
        }
    }

    public async Task StartAsync(int ports, Action<string> progress, CancellationToken cancellation) =>
        _server = await SmtpServer.StartAsync(new SmtpServerOptions { Ports = ports }, step => ValueTask.FromResult(Answer(step)), progress, cancellation);

    /// <summary>Kills at these from now on.</summary>
    public void Arm(IEnumerable<SenderKill> kills)
    {
        lock (_lock)
        {
            _armed.AddRange(kills);
        }
    }

    /// <summary>Those that have not come to pass; they will not.</summary>
    public ImmutableArray<SenderKill> Disarm()
    {
        lock (_lock)
        {
            ImmutableArray<SenderKill> left = [.. _armed];
            _armed.Clear();
            return left;
        }
    }

    /// <summary>Kills nothing that sends by this port.</summary>
    public void Spare(int? port)
    {
        lock (_lock)
        {
            _spared = port;
        }
    }

    /// <summary>Has no more faults.</summary>
    public void Mend()
    {
        lock (_lock)
        {
            _isFaultless = true;
        }
    }

    /// <summary>True when a mail to the address has been refused for good.</summary>
    public bool HasRefused(string address)
    {
        lock (_lock)
        {
            return _refused.Contains(address);
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private SmtpAnswer Answer(SmtpStep step)
    {
        lock (_lock)
        {
            if (step.Kind == SmtpStepKind.Closed)
            {
                _open.Remove(step.Connection);
                _faults.Remove(step.Connection);
                return SmtpAnswer.Go;
            }

            if (step.Kind == SmtpStepKind.Connect)
            {
                _open.Add(step.Connection);
                _faults[step.Connection] = _isFaultless ? null : MailFault.Next(_random);
            }

            if (step.Port != _spared && _armed.Find(k => k.At == step.Kind) is { } kill)
            {
                if (kill.IsAfter)
                {
                    Take(step);
                }

                // Somebody who has been killed already may have said this before.
                if (killByPort(step.Port))
                {
                    _armed.Remove(kill);
                    Kills++;
                }

                return SmtpAnswer.Cut;
            }

            if (_faults.GetValueOrDefault(step.Connection) is { } fault && fault.At == step.Kind)
            {
                Faults++;
                Cuts += fault.LeavesUncertain ? 1 : 0;
                if (fault.IsTaken)
                {
                    Take(step);
                }

                if (fault.Refuses)
                {
                    _refused.UnionWith(step.To);
                }

                return fault.Answer;
            }

            if (step.Kind == SmtpStepKind.Taken)
            {
                Take(step);
            }

            return SmtpAnswer.Go;
        }
    }

    private void Take(SmtpStep step)
    {
        using var bytes = new MemoryStream([.. step.Mail]);
        _arrivals.Add(new Arrival(step.To[0], MimeMessage.Load(bytes)));
    }
}

/// <summary>A mail that the server has taken.</summary>
/// <param name="To">Whom it was handed over to.</param>
/// <param name="Mail">The mail.</param>
internal sealed record Arrival(string To, MimeMessage Mail);

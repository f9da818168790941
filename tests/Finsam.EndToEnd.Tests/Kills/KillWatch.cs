using System.Collections.Immutable;

namespace Finsam.EndToEnd.Tests.Kills;

/// <summary>Follows the steps of our process from outside, and kills it at one of them. Without a point it only notes them.</summary>
internal sealed class KillWatch(KillPoint? point, Action kill)
{
    private readonly Lock _lock = new();
    private readonly List<string> _steps = [];
    private readonly HashSet<string> _inCall = new(StringComparer.Ordinal);
    private bool _isOver;

    /// <summary>The steps so far.</summary>
    public ImmutableArray<string> Steps
    {
        get
        {
            lock (_lock)
            {
                return [.. _steps];
            }
        }
    }

    /// <summary>True when the process was killed.</summary>
    public bool Killed { get; private set; }

    /// <summary>The contacts whose mail was inside the provider's call when the process was killed: "sending" was written, "sent" was not.</summary>
    public ImmutableArray<string> InCall { get; private set; } = [];

    /// <summary>Kills nothing any more: what still lingers of the run must not kill the process that the next one uses.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isOver = true;
        }
    }

    /// <summary>The same, after a kill that is just under way.</summary>
    public bool WasKilled()
    {
        lock (_lock)
        {
            return Killed;
        }
    }

    /// <summary>A step is about to be done. True when the process has just been killed instead.</summary>
    public bool Before(string step, out string numbered)
    {
        lock (_lock)
        {
            numbered = $"{step} #{_steps.Count(s => s.StartsWith(step + " #", StringComparison.Ordinal)) + 1}";
            _steps.Add(numbered);
            return KillAt(numbered, KillMoment.Before);
        }
    }

    /// <summary>A step has been done. True when the process has just been killed.</summary>
    public bool After(string numbered)
    {
        lock (_lock)
        {
            if (numbered.StartsWith("outbox ", StringComparison.Ordinal) && !Killed)
            {
                var words = numbered.Split(' ');
                var contact = words[1].TrimEnd(':');
                _ = words[2] == "sending" ? _inCall.Add(contact) : _inCall.Remove(contact);
            }

            return KillAt(numbered, KillMoment.After);
        }
    }

    private bool KillAt(string step, KillMoment moment)
    {
        if (Killed || _isOver || point is null || point.Moment != moment || point.Step != step)
        {
            return false;
        }

        kill();
        Killed = true;
        InCall = [.. _inCall];
        return true;
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Finsam.App.Overview;
using Finsam.App.Reminders;
using Finsam.Cli.Hosting;
using Finsam.Domain.Periods;
using Finsam.LocalWorker.LocalStorage;

namespace Finsam.Cli.Rehearsals;

/// <summary>Lives through a tertial, moment by moment, with processes that are killed and a mail server that has its faults.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    // Longer than a message stays with a process that was killed, and than a process that has just taken one needs to begin talking.
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(2);

    // Past what the product waits before it tries a mail again or takes it up, and past an hour's knock.
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(65);
    private const int MostRounds = 20;

    private readonly RehearsalOptions _options;
    private readonly RehearsalWorld _world;
    private readonly AdjustableClock _clock;
    private readonly DirectoryInfo _folder;
    private readonly Azurite _azurite;
    private readonly SenderProcesses _processes;
    private readonly PostOffice _post;
    private readonly Action<string> _tell;
    private int _planningKills;

    private Rehearsal(RehearsalOptions options, RehearsalWorld world, DateTimeOffset start, DirectoryInfo folder, Azurite azurite, Action<string> tell)
    {
        (_options, _world, _folder, _azurite, _tell) = (options, world, folder, azurite, tell);
        _clock = new AdjustableClock(start);
        _processes = new SenderProcesses(azurite.ConnectionString, _clock);
        _post = new PostOffice(options.Seed, _processes.Kill);
    }

    /// <summary>How many processes have been killed.</summary>
    public int Kills => _planningKills + _post.Kills;

    /// <summary>How many faults the mail server has had.</summary>
    public int Faults => _post.Faults;

    /// <summary>Starts what it needs.</summary>
    public static async Task<Rehearsal> StartAsync(RehearsalOptions options, Action<string> tell, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-rehearsal-");
        var world = RehearsalWorld.Of(options);
        var start = SwedishTime.At(world.Associations.Min(a => a.Period.Opens).AddDays(-2), new TimeOnly(12, 0));
        var rehearsal = new Rehearsal(options, world, start, folder, await Azurite.StartAsync(folder.FullName, tell, cancellation: cancellation), tell);
        try
        {
            await rehearsal._post.StartAsync(SenderProcesses.Count, tell, cancellation);
            await rehearsal._processes.StartAsync(rehearsal._post.Ports);
            var (process, _) = await rehearsal._processes.AliveAsync(cancellation);
            foreach (var (period, reports) in world.Associations)
            {
                await RehearsalPackage.ImportAsync(process.Chef, period, reports, cancellation);
            }

            return rehearsal;
        }
        catch
        {
            await rehearsal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lives through it.</summary>
    public async Task<RehearsalResult> RunAsync(CancellationToken cancellation)
    {
        var moments = RehearsalWorld.MomentsOf(_options);
        var kills = SenderKill.Of(_options.Kills, new Random(_options.Seed));
        var (mails, all, used) = (0, moments.Sum(m => m.Mails), 0);
        foreach (var moment in moments)
        {
            // Spread as the mails are.
            mails += moment.Mails;
            var until = (int)((long)kills.Length * mails / all);
            await LiveAsync(moment, kills[used..until], cancellation);
            used = until;
        }

        return RehearsalResult.Of(
            _world.Expected.Mails,
            await StatesAsync(cancellation),
            _post.Arrivals.Select(a => (a.To, a.Mail.MessageId ?? "")),
            _post.HasRefused,
            Kills + _post.Cuts);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _processes.DisposeAsync();
        await _post.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task LiveAsync(RehearsalMoment moment, ImmutableArray<SenderKill> kills, CancellationToken cancellation)
    {
        // What was tried again may have taken us past the moment.
        var now = moment.Time > _clock.GetUtcNow() ? moment.Time : _clock.GetUtcNow();
        await _processes.SetClockAsync(now, cancellation);
        _tell(string.Format(CultureInfo.InvariantCulture, RehearsalTexts.Moment, SwedishTime.Local(now).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), moment.Mails, kills.Length));
        if (moment.HasActions)
        {
            // People meet one process; the other may be killed meanwhile.
            var (process, port) = await _processes.AliveAsync(cancellation);
            _post.Spare(port);
            _post.Arm(kills.Where(k => k.At is not null));
            foreach (var (report, action) in _world.ActionsOf(SwedishTime.DateAt(moment.Time)).Where(a => RehearsalWorld.IsPossible(a.Report, a.Action)).ToArray())
            {
                await ActAsync(process, report, action, cancellation);
            }

            _post.Spare(null);
        }
        else
        {
            _post.Arm(kills.Where(k => k.At is not null));
        }

        await RestAsync(new Queue<SenderKill>(kills.Where(k => k.At is null)), cancellation);
    }

    private async Task ActAsync(ServeProcess process, ReportStory report, StoryAction action, CancellationToken cancellation)
    {
        switch (action)
        {
            case StoryAction.Answer:
                // Whose mails have all been lost on the way cannot answer; the story goes on without.
                var addresses = report.Contacts.Select(c => c.Address).ToHashSet(StringComparer.Ordinal);
                if (_post.Arrivals.LastOrDefault(a => addresses.Contains(a.To) && RehearsalOwner.HasLink(a.Mail.TextBody)) is not { } mail)
                {
                    return;
                }

                await RehearsalOwner.AnswerAsync(process.Chef.BaseAddress!, mail.Mail.TextBody!, report.Key, cancellation);
                break;
            case StoryAction.Replace:
                report.Replace();
                var (period, reports) = _world.Associations.First(a => a.Reports.Contains(report));
                await RehearsalPackage.ImportAsync(process.Chef, period, reports, cancellation);
                return;
            default:
                await RehearsalOwner.ActAsync(process.Chef, report, action, _clock.GetUtcNow(), cancellation);
                break;
        }

        RehearsalWorld.Apply(report, action, _clock.GetUtcNow());
    }

    // Ticks, as the timer does, and lets the clock go on, until everything that ought to go out has come to an end; and every kill has come to pass.
    private async Task RestAsync(Queue<SenderKill> planning, CancellationToken cancellation)
    {
        var isLater = false;
        for (var round = 0; round < MostRounds; round++)
        {
            if (isLater)
            {
                await _processes.SetClockAsync(_clock.GetUtcNow() + Later, cancellation);
            }

            _world.Look(_clock.GetUtcNow());
            var isTicked = await TickAsync(planning.TryDequeue(out var kill) ? kill : null, cancellation);
            var isAtRest = await IsAtRestAsync(cancellation);
            if (isAtRest)
            {
                foreach (var left in _post.Disarm())
                {
                    planning.Enqueue(left.WhilePlanning());
                }

                if (planning.Count == 0)
                {
                    return;
                }
            }

            isLater = isTicked && !isAtRest;
        }

        var states = await StatesAsync(cancellation);
        _tell((await _processes.AliveAsync(cancellation)).Process.LastWords);
        throw new UserException(string.Format(
            CultureInfo.InvariantCulture, RehearsalTexts.NoRest, _clock.GetUtcNow(),
            string.Join(", ", _world.Expected.Mails.Keys.Select(k => (Key: k, State: states.TryGetValue(k, out var state) ? state : (MailState?)null))
                .Where(m => m.State is null || !MailStates.IsFinal(m.State.Value)).Select(m => $"{m.Key} {m.State}"))));
    }

    // True when every mail has come to an end; false when nothing more happens by itself.
    private async Task<bool> IsAtRestAsync(CancellationToken cancellation)
    {
        var (seen, since) = (ImmutableDictionary<MailKey, MailState>.Empty, Stopwatch.GetTimestamp());
        while (true)
        {
            var states = await StatesAsync(cancellation);
            if (_post.IsQuiet && states.Values.All(MailStates.IsFinal) && _world.Expected.Mails.Keys.All(states.ContainsKey))
            {
                return true;
            }

            if (!_post.IsQuiet || states.Count != seen.Count || states.Any(s => seen.GetValueOrDefault(s.Key) != s.Value))
            {
                (seen, since) = (states, Stopwatch.GetTimestamp());
            }

            if (Stopwatch.GetElapsedTime(since) > Still)
            {
                return false;
            }

            await Task.Delay(100, cancellation);
        }
    }

    // False when the process was killed in the middle of it.
    private async Task<bool> TickAsync(SenderKill? kill, CancellationToken cancellation)
    {
        var (process, port) = await _processes.AliveAsync(cancellation);
        try
        {
            var tick = process.Chef.PostAsync(new Uri("/" + OverviewRoutes.ApiTick, UriKind.Relative), null, cancellation);
            if (kill is not null)
            {
                await Task.Delay(kill.Delay, cancellation);
                _planningKills += _processes.Kill(port) ? 1 : 0;
            }

            (await tick).EnsureSuccessStatusCode();
            return kill is null;
        }
        catch (Exception e) when (IsNoAnswer(e, cancellation))
        {
            return false;
        }
    }

    private async Task<ImmutableDictionary<MailKey, MailState>> StatesAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (process, _) = await _processes.AliveAsync(cancellation);
            try
            {
                var states = ImmutableDictionary.CreateBuilder<MailKey, MailState>();
                foreach (var (period, reports) in _world.Associations)
                {
                    states.AddRange(await MailStates.ReadAsync(process.Chef, reports[0].Key.PeriodKey, cancellation));
                }

                return states.ToImmutable();
            }
            catch (Exception e) when (attempt < MostRounds && IsNoAnswer(e, cancellation))
            {
                // It was killed; another one answers.
                await Task.Delay(100, cancellation);
            }
        }
    }

    private static bool IsNoAnswer(Exception e, CancellationToken cancellation) =>
        e is HttpRequestException or SocketException or IOException || (e is TaskCanceledException && !cancellation.IsCancellationRequested);
}

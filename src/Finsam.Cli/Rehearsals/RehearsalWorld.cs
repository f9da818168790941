using System.Collections.Immutable;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.Cli.Rehearsals;

/// <summary>The associations of a rehearsal with their reports, as they ought to be.</summary>
internal sealed class RehearsalWorld
{
    private static readonly TimeOnly Morning = new(8, 10);
    private static readonly TimeOnly Noon = new(13, 0);

    private RehearsalWorld(ImmutableArray<(ReportingPeriod, ImmutableArray<ReportStory>)> associations) =>
        (Associations, Expected) = (associations, new ExpectedMail(RehearsalPackage.Calendar));

    /// <summary>Each association's period and reports.</summary>
    public ImmutableArray<(ReportingPeriod Period, ImmutableArray<ReportStory> Reports)> Associations { get; }

    /// <summary>The mails that ought to go out.</summary>
    public ExpectedMail Expected { get; }

    /// <summary>The world before anything has happened; the same for the same options.</summary>
    public static RehearsalWorld Of(RehearsalOptions options)
    {
        var random = new Random(options.Seed);
        return new RehearsalWorld(
        [
            .. Enumerable.Range(1, options.Associations).Select(number =>
            {
                var period = RehearsalPackage.PeriodOf(number);
                var key = new PeriodKey($"forbund-{number}", period.Id);
                return (period, Enumerable.Range(0, options.Initiatives).Select(i => ReportStory.Of(key.Report($"insats-{i + 1}"), period, i, random)).ToImmutableArray());
            }),
        ]);
    }

    /// <summary>Looks at every report, as a tick does.</summary>
    public void Look(DateTimeOffset now)
    {
        foreach (var (period, reports) in Associations)
        {
            foreach (var report in reports)
            {
                Expected.Look(report, period, now);
            }
        }
    }

    /// <summary>What people do on a day.</summary>
    public IEnumerable<(ReportStory Report, StoryAction Action)> ActionsOf(DateOnly day) =>
        Associations.SelectMany(a => a.Reports).Where(r => r.Actions.ContainsKey(day)).Select(r => (r, r.Actions[day]));

    /// <summary>What something that was done makes of a report.</summary>
    public static void Apply(ReportStory story, StoryAction action, DateTimeOffset now)
    {
        var due = ReportStory.NewDue(SwedishTime.DateAt(now));
        switch (action)
        {
            case StoryAction.Answer:
                story.Report = story.Report.WithSubmission(now, new string('0', 64));
                break;
            case StoryAction.Return:
                story.Report = story.Report.Returned("Fyll i resten.", due, now);
                break;
            case StoryAction.Extend:
                story.Report = story.Report.WithDue(due, now);
                break;
            case StoryAction.Remind:
                story.Report = story.Report with { RemindedByHand = story.Report.RemindedByHand + 1, RemindedByHandAt = now };
                break;
            case StoryAction.Replace:
                story.Replace();
                break;
        }
    }

    /// <summary>True for what can be done with the report where it stands.</summary>
    public static bool IsPossible(ReportStory story, StoryAction action) => action switch
    {
        StoryAction.Return => story.Report.State == ReportState.Submitted,
        _ => !story.Report.IsSent,
    };

    /// <summary>The moments that the clock goes to: those at which mail goes out or people do something, and beside them a quiet one a week, at which
    /// nothing may. Found by living through the whole tertial without any process.</summary>
    public static ImmutableArray<RehearsalMoment> MomentsOf(RehearsalOptions options)
    {
        var world = Of(options);
        var moments = ImmutableArray.CreateBuilder<RehearsalMoment>();
        var (first, last) = (world.Associations.Min(a => a.Period.Opens).AddDays(-1), world.Associations.Max(a => a.Period.Closes).AddDays(1));
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            foreach (var time in new[] { Morning, Noon })
            {
                var (now, before) = (SwedishTime.At(day, time), world.Expected.Mails.Count);
                ImmutableArray<(ReportStory, StoryAction)> actions = time == Noon ? [.. world.ActionsOf(day).Where(a => IsPossible(a.Report, a.Action))] : [];
                foreach (var (report, action) in actions)
                {
                    Apply(report, action, now);
                }

                world.Look(now);
                var mails = world.Expected.Mails.Count - before;
                if (mails > 0 || actions.Length > 0 || (time == Morning && (day == first || day == last || day.DayOfWeek == DayOfWeek.Sunday)))
                {
                    moments.Add(new RehearsalMoment(now, mails, actions.Length > 0));
                }
            }
        }

        return moments.ToImmutable();
    }
}

/// <summary>A moment that the clock goes to.</summary>
/// <param name="Time">When.</param>
/// <param name="Mails">How many mails are to go out.</param>
/// <param name="HasActions">True when people do something first.</param>
internal sealed record RehearsalMoment(DateTimeOffset Time, int Mails, bool HasActions);

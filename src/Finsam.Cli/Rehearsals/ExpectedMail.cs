using System.Globalization;
using Finsam.App.Reminders;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.Cli.Rehearsals;

/// <summary>The mails that ought to go out: what the domain's planner says of the steps, and beside it the rules for what people ask for, told once more
/// here. Knows no storage, no queue and no process.</summary>
internal sealed class ExpectedMail(SendingCalendar calendar)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Dictionary<MailKey, StoryContact> _mails = [];

    /// <summary>The mails so far, each with who gets it.</summary>
    public IReadOnlyDictionary<MailKey, StoryContact> Mails => _mails;

    /// <summary>Looks at a report, as every tick does.</summary>
    public void Look(ReportStory story, ReportingPeriod period, DateTimeOffset now)
    {
        var report = story.Report;
        if (SwedishTime.DateAt(now) < period.Opens)
        {
            return;
        }

        if (report.IsSent)
        {
            Add(now - report.SubmittedAt < Day, MailSteps.Receipt, report.Round, story);
            return;
        }

        if (!report.IsOpenAt(now))
        {
            return;
        }

        Add(report.State == ReportState.Returned, MailSteps.Returned, report.Round, story);
        Add(now - report.RemindedByHandAt < Day, MailSteps.ByHand, report.RemindedByHand, story);
        if (!calendar.IsSendingTime(now))
        {
            return;
        }

        var people = story.Contacts.Add(story.Escalation).ToDictionary(c => c.Id);
        var schedule = ReminderSchedule.Of(period, report, calendar);
        foreach (var step in ReminderPlan.Current(schedule, story.Contacts.Select(c => (c.Id, (DateTimeOffset?)null)), [story.Escalation.Id], now))
        {
            _mails.TryAdd(new MailKey(report.Key, step.Step, step.Contact), people[step.Contact]);
        }
    }

    private void Add(bool isAsked, string kind, int number, ReportStory story)
    {
        foreach (var contact in isAsked ? story.Contacts : [])
        {
            _mails.TryAdd(new MailKey(story.Key, $"{kind}~{number.ToString(CultureInfo.InvariantCulture)}", contact.Id), contact);
        }
    }
}

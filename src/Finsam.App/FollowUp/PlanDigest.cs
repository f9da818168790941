using System.Globalization;
using Finsam.App.Drafts;
using Finsam.App.Reminders;
using Finsam.Domain.Formats;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;

namespace Finsam.App.FollowUp;

/// <summary>Decides what the chef is told of a period: where it stands, and once that all is in and the draft is there.</summary>
public sealed class PlanDigest(IDraftStore drafts, TakeUpMail takeUp, PlanMail plan, TimeProvider clock)
{
    /// <summary>The contact of the key: the office.</summary>
    public const string Office = "kansliet";

    private const string AllIn = "alla-inne-";

    /// <summary>Plans what is due.</summary>
    /// <param name="key">The period.</param>
    /// <param name="record">The association's record.</param>
    /// <param name="period">The period's dates.</param>
    /// <param name="isAllIn">True when every report has been sent in.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The next date to look at the period for this; null when nothing more will be sent.</returns>
    public async Task<DateOnly?> HandleAsync(PeriodKey key, AssociationRecord record, ReportingPeriod period, bool isAllIn, CancellationToken cancellation)
    {
        if (!record.Association.Settings.Mail.Digest)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var schedule = DigestSchedule.Of(period, record.Association.Settings.Mail.Calendar);
        var (mails, settled) = await takeUp.HandleAsync(key.Report(MailSteps.AllInitiatives), cancellation);
        var due = isAllIn
            ? (await drafts.ListAsync(key, cancellation)).Select(d => d.Value)
                .Where(d => d.State == DraftState.Ready && d.Request.StartsWith(RequestDraft.AllInPrefix, StringComparison.Ordinal))
                .MaxBy(d => d.Key.Version) is { } draft ? AllIn + draft.Key.Version.ToString(CultureInfo.InvariantCulture) : null
            : schedule.DueAt(now) is { } day ? SwedishFormat.Date(day) : null;
        if (due is not null && new MailKey(key.Report(MailSteps.AllInitiatives), $"{MailSteps.Digest}~{due}", Office) is var mail && !mails.ContainsKey(mail))
        {
            settled &= !await plan.HandleAsync(mail, cancellation);
        }

        return !settled ? SwedishTime.DateAt(now) : isAllIn ? null : schedule.NextAfter(now);
    }

    /// <summary>True for the mail that says that all is in.</summary>
    internal static bool IsAllIn(MailKey key) => key.Step.StartsWith($"{MailSteps.Digest}~{AllIn}", StringComparison.Ordinal);
}

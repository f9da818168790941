using Finsam.App.Access;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.App.FollowUp;

/// <summary>What the chef does by hand with a report: each is written in its history, and mails what it leads to at once, at any hour.</summary>
public sealed class FollowUpReport(IRecordStore records, IReportStore reports, IDueIndex due, PlanReminders remind, TimeProvider clock)
{
    /// <summary>How far ahead a last day may be put, in days.</summary>
    public const int LongestDue = 180;

    /// <summary>How long a comment may be, in characters.</summary>
    public const int LongestComment = 2000;

    private const int Tries = 5;

    /// <summary>Reminds those who are waited for.</summary>
    /// <param name="key">The report.</param>
    /// <param name="seen">How many times it had been reminded of when the page was shown: a button pressed twice reminds once.</param>
    /// <param name="caller">The chef.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when there is no such report, or it is not waited for.</returns>
    public Task<bool> RemindAsync(ReportKey key, int seen, Caller caller, CancellationToken cancellation) => ChangeAsync(
        key,
        ReportEventKind.Reminded,
        report => report.IsSent || !report.IsOpenAt(clock.GetUtcNow()) ? null : report.RemindedByHand > seen ? report : report with
        {
            RemindedByHand = report.RemindedByHand + 1,
            RemindedByHandAt = clock.GetUtcNow(),
        },
        caller,
        cancellation);

    /// <summary>Stops the reminders of a report, or lets them go out again.</summary>
    /// <returns>False when there is no such report.</returns>
    public Task<bool> QuietAsync(ReportKey key, bool isQuiet, Caller caller, CancellationToken cancellation) => ChangeAsync(
        key, isQuiet ? ReportEventKind.Quieted : ReportEventKind.Unquieted, report => report with { IsQuiet = isQuiet }, caller, cancellation);

    /// <summary>Gives a report a last day of its own.</summary>
    /// <returns>False when there is no such report, it has been sent in, or the day is not one of the next <see cref="LongestDue"/>.</returns>
    public Task<bool> ExtendAsync(ReportKey key, DateOnly day, Caller caller, CancellationToken cancellation) => ChangeAsync(
        key,
        ReportEventKind.Extended,
        report => report.IsSent || !IsPossible(day) ? null : report.Due == day ? report : report.WithDue(day, clock.GetUtcNow()),
        caller,
        cancellation);

    /// <summary>Sends a report back to be completed; its contacts are written to.</summary>
    /// <returns>False when there is no such report, it cannot be sent back, or the comment or the day will not do.</returns>
    public Task<bool> ReturnAsync(ReportKey key, string comment, DateOnly day, Caller caller, CancellationToken cancellation) => ChangeAsync(
        key,
        ReportEventKind.Returned,
        report => report.State is not (ReportState.Submitted or ReportState.Approved) || !IsPossible(day) || comment.Trim().Length is 0 or > LongestComment
            ? null
            : report.Returned(comment.Trim(), day, clock.GetUtcNow()),
        caller,
        cancellation);

    /// <summary>Approves a report that has been sent in.</summary>
    /// <returns>False when there is no such report, or it has not been sent in.</returns>
    public Task<bool> ApproveAsync(ReportKey key, Caller caller, CancellationToken cancellation) => ChangeAsync(
        key,
        ReportEventKind.Approved,
        report => report.State switch
        {
            ReportState.Submitted => report with { State = ReportState.Approved },
            ReportState.Approved => report,
            _ => null,
        },
        caller,
        cancellation);

    /// <summary>True for a last day that can be given now: today or one of the next <see cref="LongestDue"/>.</summary>
    public bool IsPossible(DateOnly day) => SwedishTime.DateAt(clock.GetUtcNow()) is var today && day >= today && day <= today.AddDays(LongestDue);

    private async Task<bool> ChangeAsync(ReportKey key, ReportEventKind what, Func<Report, Report?> change, Caller caller, CancellationToken cancellation)
    {
        if ((await records.FindAsync(key.Association, cancellation))?.Record.FindPeriod(key.Period) is not { } period)
        {
            return false;
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await reports.FindAsync(key, cancellation) is not { } head || change(head.Value) is not { } changed)
            {
                return false;
            }

            if (changed == head.Value)
            {
                return true;
            }

            // The entry first: stopped after the change, the hour finds what it is to lead to.
            await due.AddAsync(new DueEntry(SwedishTime.DateAt(clock.GetUtcNow()), key.PeriodKey, key.Initiative), cancellation);
            if (await reports.UpdateAsync(head, changed, new ReportEvent(clock.GetUtcNow(), caller.Id, what), cancellation))
            {
                // And once more: a tick that came between the two has seen the report as it was.
                await due.AddAsync(new DueEntry(SwedishTime.DateAt(clock.GetUtcNow()), key.PeriodKey, key.Initiative), cancellation);
                await remind.HandleAsync(key, period, cancellation);
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using Finsam.App.Drafts;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.App.Telemetry;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Microsoft.Extensions.Logging;

namespace Finsam.App.Forms;

/// <summary>Sends a report: checks it, keeps an immutable snapshot, then changes the head where the answers were read. A save that
/// comes between changes the head too, so sending then looks again: no save lands after it.</summary>
public sealed partial class SubmitReport(
    LoadForm load, SavePart save, IReportStore reports, IDueIndex due, PlanReminders mails, RequestDraft drafts, TimeProvider clock, ILogger<SubmitReport> log)
{
    private const int Tries = 5;

    /// <summary>Sends the report.</summary>
    /// <param name="key">The report.</param>
    /// <param name="entry">The explanations of the warnings, as they were written on the review page.</param>
    /// <param name="who">The contact whose link was used.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SubmitOutcome> HandleAsync(ReportKey key, PartEntry entry, string who, CancellationToken cancellation)
    {
        // First what was written, so that it is there also when something stops the sending.
        var explained = await save.ChangesAsync(key, FormView.ReviewPart, entry, who, cancellation) as AutoSaveOutcome.Saved;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await load.HandleAsync(key, who, cancellation) is not { Reader.IsOwner: true } form)
            {
                return new SubmitOutcome.Unknown();
            }

            // An explanation that could not be saved is not sent as it was before, either.
            var now = clock.GetUtcNow();
            if (!form.Report.IsSent && form.Report.IsOpenAt(now) && explained is { Errors.IsEmpty: false })
            {
                return new SubmitOutcome.Stopped(form) { Refused = explained.Errors, Asked = explained.Asked };
            }

            switch (form.Report.Submit(form.Findings, form.Unexplained, now))
            {
                case Submission.AlreadySent:
                    return new SubmitOutcome.Sent();
                case Submission.Closed:
                    return new SubmitOutcome.Closed();
                case Submission.Stopped:
                    return new SubmitOutcome.Stopped(form);
            }

            // The tick sees that everything is in, and that a receipt is to be sent, even if we are stopped right after the head is written.
            await due.AddAsync(new DueEntry(SwedishTime.DateAt(now), key.PeriodKey, null), cancellation);
            await due.AddAsync(new DueEntry(SwedishTime.DateAt(now), key.PeriodKey, key.Initiative), cancellation);
            if (await SendAsync(form, who, now, cancellation))
            {
                // Once more: a tick that came between may have found the report still out, and put its entry off to the next reminder.
                await due.AddAsync(new DueEntry(SwedishTime.DateAt(now), key.PeriodKey, key.Initiative), cancellation);
                Measures.ReportSubmitted(key.Association);
                LogSubmitted(key.Association, key.Period, key.Initiative);
                await mails.HandleAsync(key, form.Period, cancellation);
                await DraftWhenAllAreInAsync(key.PeriodKey, cancellation);
                return new SubmitOutcome.Sent();
            }
        }

        return new SubmitOutcome.Busy();
    }

    private async Task<bool> SendAsync(FormView form, string who, DateTimeOffset now, CancellationToken cancellation)
    {
        // With the sums over parties; not what was answered in a section that is no longer asked.
        var asked = form.Template.FieldsFor(form.Initiative)
            .Concat(form.Template.SectionsFor(form.Initiative).SelectMany(s => s.Blocks).SelectMany(b => b.OwnFields(form.Initiative)))
            .Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var snapshot = new ReportSnapshot
        {
            Key = form.Report.Key,
            SubmittedAt = now,
            SubmittedBy = who,
            TemplateHash = form.Report.TemplateHash,
            Initiative = form.Initiative,
            Answers = Domain.Answers.AnswerSheet.Of(form.Answers.Entries.Where(a => asked.Contains(a.Key))),
            ExplainedWarnings =
            [
                .. form.Findings.Where(f => f.Severity == Severity.Warning)
                    .Select(f => new ExplainedWarning(f.Message, form.Saved.Answers.Text(FormView.ExplanationKey(f)) ?? "")),
            ],
        };
        var hash = await reports.KeepSnapshotAsync(snapshot, cancellation);
        return await reports.UpdateAsync(
            form.Saved.Head, form.Report.WithSubmission(now, hash), new ReportEvent(now, who, ReportEventKind.Submitted), cancellation);
    }

    private async Task DraftWhenAllAreInAsync(PeriodKey period, CancellationToken cancellation)
    {
        var heads = await reports.ListAsync(period, cancellation);
        if (heads.All(h => h.Value.IsSent))
        {
            await drafts.HandleAsync(period, RequestDraft.AllInRequest(heads.Select(h => h.Value)), cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Report {Association} {Period} {Initiative} submitted")]
    private partial void LogSubmitted(string association, string period, string initiative);
}

/// <summary>What sending came to.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>It is sent, now or before.</summary>
    public sealed record Sent : SubmitOutcome;

    /// <summary>Something has to be put right or explained first.</summary>
    public sealed record Stopped(FormView Form) : SubmitOutcome
    {
        /// <summary>The explanations that were not saved, and why.</summary>
        public ImmutableArray<Finding> Refused { get; init; } = [];

        /// <summary>Those of them that look as if they told of a person.</summary>
        public ImmutableArray<string> Asked { get; init; } = [];
    }

    /// <summary>The period is closed.</summary>
    public sealed record Closed : SubmitOutcome;

    /// <summary>There is no such report.</summary>
    public sealed record Unknown : SubmitOutcome;

    /// <summary>It did not get through because others were saving; nothing was sent.</summary>
    public sealed record Busy : SubmitOutcome;
}

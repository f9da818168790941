using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;

namespace Finsam.App.Forms.Sharing;

/// <summary>Passes parts of a report on to somebody else: "skicka ekonomidelen till ekonomen". They get a link of their own to only those parts; the
/// owner sees when they are filled in, and sends the whole.</summary>
public sealed class PassOn(LoadForm load, IReportStore reports, ILinkStore links, IDueIndex due, PlanMail mail, TimeProvider clock)
{
    /// <summary>The most persons one report's parts may be passed on to.</summary>
    public const int Most = 20;

    private const int Tries = 5;

    /// <summary>Passes the parts on.</summary>
    /// <param name="key">The report.</param>
    /// <param name="asked">Who, what and which parts.</param>
    /// <param name="who">The contact whose link was used.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<SharingOutcome> HandleAsync(ReportKey key, PersonAsked asked, string who, CancellationToken cancellation) =>
        ChangeAsync(key, who, asked, form => asked.Errors(form), (report, now) =>
        {
            var id = Enumerable.Range(1, Most).Select(n => string.Create(CultureInfo.InvariantCulture, $"vidare-{n}")).First(i => report.PassedOn.All(p => p.Id != i));
            var person = new PassedOn(id, asked.Name, asked.Email, asked.Parts, who, now) { Message = asked.Message };
            return (report with { PassedOn = report.PassedOn.Add(person) }, id, new MailKey(key, MailSteps.PassedOn, id));
        }, cancellation);

    /// <summary>Takes back what was passed on: the link no longer opens.</summary>
    public async Task<SharingOutcome> TakeBackAsync(ReportKey key, string id, string who, CancellationToken cancellation)
    {
        var outcome = await ChangeAsync(key, who, null, _ => [], (report, _) =>
            (report with { PassedOn = [.. report.PassedOn.Select(p => p.Id == id ? p with { IsTakenBack = true } : p)] }, id, null), cancellation);

        // What is written in the report closes it; revoked, the link also says that it is gone.
        if (outcome is SharingOutcome.Done && (await reports.FindAsync(key, cancellation))?.Value.PassedOn.Any(p => p.Id == id) == true)
        {
            await links.RevokeAsync(key, id, cancellation);
        }

        return outcome;
    }

    private async Task<SharingOutcome> ChangeAsync(
        ReportKey key, string who, PersonAsked? asked, Func<FormView, ImmutableArray<SharingError>> check, Func<Report, DateTimeOffset, (Report Changed, string Person, MailKey? Mail)> change,
        CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await load.HandleAsync(key, who, cancellation) is not { Reader.IsOwner: true, Report.IsSent: false } form)
            {
                return new SharingOutcome.Unknown();
            }

            if (check(form) is { IsEmpty: false } errors)
            {
                return new SharingOutcome.Refused(form, asked!, errors);
            }

            var now = clock.GetUtcNow();
            var (changed, person, planned) = change(form.Report, now);

            // The tick takes up a mail that we were stopped before planning or queueing only when it looks at the report.
            await due.AddAsync(new DueEntry(SwedishTime.DateAt(now), key.PeriodKey, key.Initiative), cancellation);
            if (await reports.UpdateAsync(form.Saved.Head, changed, new ReportEvent(now, who, ReportEventKind.PassedOn), cancellation))
            {
                if (planned is not null)
                {
                    // And once more: a tick that came between the two has seen the report as it was, and may have taken the entry away.
                    await due.AddAsync(new DueEntry(SwedishTime.DateAt(now), key.PeriodKey, key.Initiative), cancellation);
                    await mail.HandleAsync(planned, cancellation);
                }

                return new SharingOutcome.Done(person);
            }
        }

        return new SharingOutcome.Busy();
    }
}

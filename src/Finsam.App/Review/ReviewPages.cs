using Finsam.App.Access;
using Finsam.App.FollowUp;
using Finsam.App.Forms;
using Finsam.App.Pages;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.Domain;
using Finsam.Domain.Answers;
using Finsam.Domain.Associations;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Review;

/// <summary>A report as the association sees it, and the forms before anybody is asked.</summary>
public sealed class ReviewPages(
    PageRunner pages, Render render, IRecordStore records, IReportStore reports, LoadForm load, IOutbox outbox, SettleContact settle, TimeProvider clock)
{
    /// <summary>The form field that names a proposal.</summary>
    public const string ProposalField = "forslag";

    /// <summary>The form field that says yes or no.</summary>
    public const string AnswerField = "svar";

    /// <summary>Yes.</summary>
    public const string Yes = "ja";

    /// <summary>A report: where it stands, what has been answered, who has done what.</summary>
    public Task<IResult> ReportAsync(HttpRequest request, ReportKey key) => ForAsync(request, key, Role.Reader, caller => ShowAsync(request, key, caller, trouble: null));

    /// <summary>A report's page after something asked for on it could not be done.</summary>
    public Task<IResult> RefusedAsync(HttpRequest request, ReportKey key, Caller caller, FollowUpTrouble trouble) => ShowAsync(request, key, caller, trouble);

    /// <summary>One of its attached files.</summary>
    public Task<IResult> FileAsync(HttpRequest request, ReportKey key, string field) => ForAsync(request, key, Role.Reader, async _ =>
        await load.HandleAsync(key, reader: null, request.HttpContext.RequestAborted) is { } form && form.Answers[field] is Answer.File file
            ? Results.File(await reports.FileAsync(key.Association, file.Hash, request.HttpContext.RequestAborted), file.MediaType, file.Name)
            : await render.ProblemAsync(request, ProblemKind.NotFound));

    /// <summary>Says yes or no to a contact, and goes back to the report.</summary>
    public Task<IResult> ContactAsync(HttpRequest request, ReportKey key) => ForAsync(request, key, Role.Developer, async caller =>
    {
        if (!request.HasFormContentType)
        {
            return await render.ProblemAsync(request, ProblemKind.WrongContentType);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        await settle.HandleAsync(key, form[ProposalField].ToString(), form[AnswerField] == Yes, caller, request.HttpContext.RequestAborted);
        return Render.SeeOther(ReviewRoutes.Address(key) + "#kontakter");
    });

    /// <summary>The form as the insatsägare will meet it.</summary>
    public Task<IResult> PreviewAsync(HttpRequest request, ReportKey key) => ForAsync(request, key, Role.Reader, async _ =>
        await load.BlankAsync(key, reader: null, request.HttpContext.RequestAborted) is { } form
            ? await render.PageAsync<PreviewPage>(nameof(PreviewPage.Form), form)
            : await render.ProblemAsync(request, ProblemKind.NotFound));

    /// <summary>A template before any period uses it, as an initiative would meet it.</summary>
    public Task<IResult> TemplateAsync(HttpRequest request, string association, string template) =>
        pages.RunAsync(request, new AccessRule.Member(association, Role.Reader), async _ =>
        {
            var record = (await records.FindAsync(association, request.HttpContext.RequestAborted))?.Record;
            var asked = request.Query[ReviewRoutes.InitiativeQuery].ToString();
            return record?.Templates.FirstOrDefault(t => t.Id == template) is { } found
                && (record.Initiatives.Initiatives.FirstOrDefault(i => i.Id == asked) ?? record.Initiatives.Initiatives.FirstOrDefault(i => found.SectionsFor(i).Any())) is { } initiative
                    ? await render.PageAsync<PreviewPage>(nameof(PreviewPage.Form), FormView.Blank(record, PeriodFor(record, found.Id, initiative), initiative, found, FormReader.Office))
                    : await render.ProblemAsync(request, ProblemKind.NotFound);
        });

    private async Task<IResult> ShowAsync(HttpRequest request, ReportKey key, Caller caller, FollowUpTrouble? trouble)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await load.HandleAsync(key, reader: null, cancellation) is not { } form)
        {
            return await render.ProblemAsync(request, ProblemKind.NotFound);
        }

        var record = (await records.FindAsync(key.Association, cancellation))?.Record;
        var mails = await outbox.ListAsync(key, cancellation);
        var model = new ReportPageModel(form, await reports.HistoryAsync(key, cancellation))
        {
            Sent = form.Report is { IsSent: true, SnapshotHash: { } hash } ? await reports.SnapshotAsync(key.Association, hash, cancellation) : null,
            Mails = [.. mails.Select(m => m.Value).OrderBy(m => m.Since)],
            Schedule = record?.FindPeriod(key.Period) is { } period ? ReminderSchedule.Of(period, form.Report, record.Association.Settings.Mail.Calendar) : null,
            Now = clock.GetUtcNow(),
            Viewer = caller.Role ?? Role.Reader,
            Trouble = trouble,
        };
        return await render.PageAsync<ReportPage>(nameof(ReportPage.Model), model, trouble is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // The next period that uses the template, else the year as it would be asked about.
    private ReportingPeriod PeriodFor(AssociationRecord record, string template, Initiative initiative)
    {
        var today = SwedishTime.DateAt(clock.GetUtcNow());
        var using_ = record.Periods.Periods.Concat(FinalReports.PeriodsOf(record)).Where(p => p.Template == template).OrderBy(p => p.LastDay).ToArray();
        return using_.FirstOrDefault(p => p.LastDay >= today && initiative.Overlaps(p.Start, p.End)) ?? using_.LastOrDefault() ?? new ReportingPeriod
        {
            Id = "forhandsgranskning",
            Name = $"{today.Year}",
            Kind = PeriodKind.FullYear,
            Start = new DateOnly(today.Year, 1, 1),
            End = new DateOnly(today.Year, 12, 31),
            Opens = today,
            Due = today,
            Closes = today,
            Template = template,
            Outline = "",
            Reminders = [],
        };
    }

    private Task<IResult> ForAsync(HttpRequest request, ReportKey key, Role role, Func<Caller, Task<IResult>> useCase) =>
        pages.RunAsync(request, new AccessRule.Member(key.Association, role), async caller => Identifier.IsValid(key.Period) && Identifier.IsValid(key.Initiative)
            ? await useCase(caller)
            : await render.ProblemAsync(request, ProblemKind.NotFound));
}

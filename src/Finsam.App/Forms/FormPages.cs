using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Finsam.App.Forms;

/// <summary>The form as the insatsägare meets it: from the link in the mail to the receipt.</summary>
public sealed class FormPages(
    PageRunner pages, Render render, FindLink links, LoadForm load, SavePart save, SubmitReport submit, IReportStore reports, IOptions<Settings> settings)
{
    /// <summary>Opens a form link. Changes nothing in store, so a mail scanner that fetches it does no harm.</summary>
    public Task<IResult> OpenLinkAsync(HttpRequest request, string token) =>
        pages.RunAsync(request, new AccessRule.Anyone(), async _ =>
        {
            var found = await links.HandleAsync(token, request.HttpContext.RequestAborted);
            if (found is not { Opens: true, Link.Report: var report })
            {
                return await render.ProblemAsync(request, found is null ? ProblemKind.LinkUnknown : ProblemKind.LinkGone);
            }

            ReportCookie.Set(request.HttpContext.Response, report, token, settings.Value.IsHttps);

            // Only a page that we name ourselves: what stands in the query leads nowhere else.
            return Render.SeeOther(FormRoutes.Address(report) + (request.Query[FormRoutes.PageQuery] == FormRoutes.RecipientPage ? "/" + FormRoutes.RecipientPage : ""));
        });

    /// <summary>The report's first page: what is known, what is left, or what was sent; before the period opens, what will be asked.</summary>
    public Task<IResult> HomeAsync(HttpRequest request, ReportKey key) => ShowAsync(request, key, form => form.Report.IsSent
        ? render.PageAsync<SentPage>(nameof(SentPage.Form), form)
        : render.PageAsync<HomePage>(nameof(HomePage.Form), form), orBlank: true);

    /// <summary>What is asked, before anything is answered: "det här frågar vi om".</summary>
    public Task<IResult> QuestionsAsync(HttpRequest request, ReportKey key) => pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
        (await load.HandleAsync(key, caller.Id, request.HttpContext.RequestAborted) ?? await load.BlankAsync(key, caller.Id, request.HttpContext.RequestAborted)) is { } form
            ? await render.PageAsync<QuestionsPage>(nameof(QuestionsPage.Form), form)
            : await render.ProblemAsync(request, ProblemKind.NotFound));

    /// <summary>A part to fill in.</summary>
    public Task<IResult> PartAsync(HttpRequest request, ReportKey key, string part) => ShowAsync(request, key, async form =>
        form.Report.IsSent
            ? Render.SeeOther(form.Address())
            : form.Parts.FirstOrDefault(p => p.Id == part) is { } found
                ? await render.PageAsync<PartPage>(nameof(PartPage.Model), new PartPageModel
                {
                    Form = form,
                    Part = found,
                    Revision = form.Saved.Parts.GetValueOrDefault(part)?.Revision ?? 0,
                })
                : await render.ProblemAsync(request, ProblemKind.NotFound));

    /// <summary>Saves a part.</summary>
    public Task<IResult> SaveAsync(HttpRequest request, ReportKey key, string part) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
        {
            if (await FormBody.ReadAsync(request) is not { } entry)
            {
                return await render.ProblemAsync(request, ProblemKind.WrongContentType);
            }

            return await save.HandleAsync(key, part, entry, caller.Id, request.HttpContext.RequestAborted) switch
            {
                SaveOutcome.Saved(var form) => Render.SeeOther(Next(form, part, entry)),
                SaveOutcome.Refused(var page) => await render.PageAsync<PartPage>(nameof(PartPage.Model), page, StatusCodes.Status422UnprocessableEntity),
                SaveOutcome.Conflict(var page) => await render.PageAsync<PartPage>(nameof(PartPage.Model), page, StatusCodes.Status409Conflict),
                SaveOutcome.AlreadySent(var form) => await render.PageAsync<TooLatePage>(nameof(TooLatePage.Model), new TooLateModel(form, part, entry.Written), StatusCodes.Status409Conflict),
                SaveOutcome.Busy => await render.ProblemAsync(request, ProblemKind.StorageDown),
                _ => await render.ProblemAsync(request, ProblemKind.NotFound),
            };
        });

    /// <summary>Saves the changed fields of a part, for the script that saves while one writes.</summary>
    public Task<IResult> AutoSaveAsync(HttpRequest request, ReportKey key, string part) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
            await FormBody.ReadAsync(request) is not { } entry
                ? await render.ProblemAsync(request, ProblemKind.WrongContentType)
                : await save.ChangesAsync(key, part, entry, caller.Id, request.HttpContext.RequestAborted) switch
                {
                    AutoSaveOutcome.Saved saved => Render.Json(AutoSaved.Of(saved, part)),
                    AutoSaveOutcome.AlreadySent => Results.StatusCode(StatusCodes.Status409Conflict),
                    AutoSaveOutcome.Busy => await render.ProblemAsync(request, ProblemKind.StorageDown),
                    _ => await render.ProblemAsync(request, ProblemKind.NotFound),
                });

    /// <summary>All answers before they are sent.</summary>
    public Task<IResult> ReviewAsync(HttpRequest request, ReportKey key) => ShowAsync(request, key, async form =>
        form.Report.IsSent || !form.Reader.IsOwner
            ? Render.SeeOther(form.Address())
            : await render.PageAsync<ReviewPage>(nameof(ReviewPage.Model), new ReviewModel(form, false)));

    /// <summary>Sends the report.</summary>
    public Task<IResult> SubmitAsync(HttpRequest request, ReportKey key) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
        {
            if (await FormBody.ReadAsync(request) is not { } entry)
            {
                return await render.ProblemAsync(request, ProblemKind.WrongContentType);
            }

            return await submit.HandleAsync(key, entry, caller.Id, request.HttpContext.RequestAborted) switch
            {
                SubmitOutcome.Sent => Render.SeeOther(FormRoutes.Address(key)),
                SubmitOutcome.Stopped stopped => await render.PageAsync<ReviewPage>(
                    nameof(ReviewPage.Model),
                    new ReviewModel(stopped.Form, true) { Written = entry.Written, Refused = stopped.Refused, Asked = stopped.Asked },
                    StatusCodes.Status422UnprocessableEntity),
                SubmitOutcome.Closed => await render.ProblemAsync(request, ProblemKind.LinkGone),
                SubmitOutcome.Busy => await render.ProblemAsync(request, ProblemKind.StorageDown),
                _ => await render.ProblemAsync(request, ProblemKind.NotFound),
            };
        });

    /// <summary>The answers, for printing.</summary>
    public Task<IResult> PrintAsync(HttpRequest request, ReportKey key) =>
        ShowAsync(request, key, form => render.PageAsync<PrintPage>(nameof(PrintPage.Form), form));

    /// <summary>An attached file. It is served as a download, whatever it is.</summary>
    public Task<IResult> FileAsync(HttpRequest request, ReportKey key, string field) => ShowAsync(request, key, async form =>
        form.Parts.Any(p => p.FieldsFor(form.Initiative).Any(f => f.Key == field)) && form.Answers[field] is Answer.File file
            ? Results.File(await reports.FileAsync(key.Association, file.Hash, request.HttpContext.RequestAborted), file.MediaType, file.Name)
            : await render.ProblemAsync(request, ProblemKind.NotFound));

    private Task<IResult> ShowAsync(HttpRequest request, ReportKey key, Func<FormView, Task<IResult>> page, bool orBlank = false) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
            await load.HandleAsync(key, caller.Id, request.HttpContext.RequestAborted) is { } form ? await page(form)
                : orBlank && await load.BlankAsync(key, caller.Id, request.HttpContext.RequestAborted) is { } blank
                    ? await render.PageAsync<QuestionsPage>(nameof(QuestionsPage.Form), blank)

                    // The link is good, but what it led to is not this person's any more.
                    : await render.ProblemAsync(request, ProblemKind.LinkGone));

    private static string Next(FormView form, string part, PartEntry entry)
    {
        var (action, block) = entry.Action;
        return action == PartAction.Overview ? form.Address()
            : action is PartAction.Stay or PartAction.Zero or PartAction.Unknown or PartAction.None ? form.Address("del/" + part) + (form.Template.Blocks.Any(b => b.Id == block) ? "#b-" + block : "")
            : form.AddressAfter(part);
    }
}

using Finsam.App.Access;
using Finsam.App.Pages;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Forms.Sharing;

/// <summary>The pages by which a report gets more people who answer it.</summary>
public sealed class SharingPages(PageRunner pages, Render render, LoadForm load, PassOn passOn, ProposeContact propose)
{
    /// <summary>The form field that takes back what was passed on.</summary>
    public const string TakeBackField = "ta-tillbaka";

    /// <summary>The query that says to whom a part has just been passed on, or from whom it has been taken back.</summary>
    public const string DoneQuery = "klart";

    /// <summary>Whom parts have been passed on to, and a form to pass on more.</summary>
    public Task<IResult> PassOnAsync(HttpRequest request, ReportKey key) => ShowAsync(request, key, form =>
        form.Reader.IsOwner && !form.Report.IsSent
            ? render.PageAsync<PassOnPage>(nameof(PassOnPage.Model), new SharingModel(form, null, []) { Done = request.Query[DoneQuery] })
            : Task.FromResult(Render.SeeOther(form.Address())));

    /// <summary>Passes on, or takes back.</summary>
    public Task<IResult> SendPassOnAsync(HttpRequest request, ReportKey key) => PostAsync(request, key, async (entry, who) =>
        Answer(
            request,
            entry.Written.GetValueOrDefault(TakeBackField) is { Length: > 0 } id
                ? await passOn.TakeBackAsync(key, id, who, request.HttpContext.RequestAborted)
                : await passOn.HandleAsync(key, PersonAsked.From(entry), who, request.HttpContext.RequestAborted),
            done => $"{FormRoutes.Address(key)}/skicka-vidare?{DoneQuery}={Uri.EscapeDataString(done.Person)}",
            refused => render.PageAsync<PassOnPage>(nameof(PassOnPage.Model), refused, StatusCodes.Status422UnprocessableEntity)));

    /// <summary>"Fel mottagare" and new contacts.</summary>
    public Task<IResult> RecipientAsync(HttpRequest request, ReportKey key) => ShowAsync(request, key, form =>
        render.PageAsync<RecipientPage>(nameof(RecipientPage.Model), new SharingModel(form, null, [])));

    /// <summary>Asks the chef for another contact.</summary>
    public Task<IResult> SendRecipientAsync(HttpRequest request, ReportKey key) => PostAsync(request, key, async (entry, who) =>
        Answer(
            request,
            await propose.HandleAsync(key, PersonAsked.From(entry), who, request.HttpContext.RequestAborted),
            _ => FormRoutes.Address(key) + "/mottagare",
            refused => render.PageAsync<RecipientPage>(nameof(RecipientPage.Model), refused, StatusCodes.Status422UnprocessableEntity)));

    private Task<IResult> ShowAsync(HttpRequest request, ReportKey key, Func<FormView, Task<IResult>> page) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller =>
            await load.HandleAsync(key, caller.Id, request.HttpContext.RequestAborted) is { } form
                ? await page(form)
                : await render.ProblemAsync(request, ProblemKind.NotFound));

    private Task<IResult> PostAsync(HttpRequest request, ReportKey key, Func<PartEntry, string, Task<Task<IResult>>> useCase) =>
        pages.RunAsync(request, new AccessRule.LinkHolder(key), async caller => await FormBody.ReadAsync(request) is { } entry
            ? await await useCase(entry, caller.Id)
            : await render.ProblemAsync(request, ProblemKind.WrongContentType));

    private Task<IResult> Answer(HttpRequest request, SharingOutcome outcome, Func<SharingOutcome.Done, string> after, Func<SharingModel, Task<IResult>> refused) => outcome switch
    {
        SharingOutcome.Done done => Task.FromResult(Render.SeeOther(after(done))),
        SharingOutcome.Refused(var form, var asked, var errors) => refused(new SharingModel(form, asked, errors)),
        SharingOutcome.Busy => render.ProblemAsync(request, ProblemKind.StorageDown),
        _ => render.ProblemAsync(request, ProblemKind.NotFound),
    };
}

using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Access;
using Finsam.App.Drafts;
using Finsam.App.Drafts.Compared;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Operations;
using Finsam.App.Pages;
using Finsam.App.Reminders;
using Finsam.Domain.Associations;
using Finsam.Domain.Goals;
using Finsam.Domain.Periods;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Finsam.App.Overview;

/// <summary>The chef's pages: who has answered, what has been sent, the drafts.</summary>
public sealed class OverviewPages(
    PageRunner pages, Render render, IDraftStore drafts, DraftFiles files, LoadStatus status, LoadAssociation load, OpenPeriod open, RequestDraft request,
    CompareVersions compare, SaveInSharePoint save, IDueIndex due, TimeProvider clock)
{
    /// <summary>The form field that makes a click twice one request.</summary>
    public const string RequestField = "_begaran";

    /// <summary>From the installation's front door to the overview.</summary>
    public Task<IResult> RootAsync(HttpRequest http) =>
        pages.RunAsync(http, new AccessRule.SignedIn(), _ => Task.FromResult(Render.SeeOther("/" + OverviewRoutes.Home)));

    /// <summary>The associations the person may see, with their periods.</summary>
    public Task<IResult> HomeAsync(HttpRequest http) => pages.RunAsync(http, new AccessRule.SignedIn(), async caller =>
    {
        var shown = await pages.AssociationsOfAsync(caller.Person!, http.HttpContext.RequestAborted);
        var service = new ServiceStatus(await due.LastTickAsync(http.HttpContext.RequestAborted), clock.GetUtcNow());
        return await render.PageAsync<OverviewPage>(nameof(OverviewPage.Model), new OverviewModel(shown, caller.Person!, service));
    });

    /// <summary>An association's page: årshjul, money, goals.</summary>
    public Task<IResult> AssociationAsync(HttpRequest http, string association) => ForAssociationAsync(http, association, async found =>
        await render.PageAsync<AssociationPage>(nameof(AssociationPage.Status), found));

    /// <summary>Where an association stands, for programs.</summary>
    public Task<IResult> ApiAssociationAsync(HttpRequest http, string association) =>
        ForAssociationAsync(http, association, found => Task.FromResult(Render.Json(ApiAssociationStatus.Of(found))));

    /// <summary>An association's årshjul, for programs.</summary>
    public Task<IResult> ApiYearCycleAsync(HttpRequest http, string association, string year) =>
        pages.RunAsync(http, new AccessRule.Member(association, Role.Reader), async _ =>
            Number(year) is { } number && IsYear(number) && await load.HandleAsync(association, number, http.HttpContext.RequestAborted) is { } found
                ? Render.Json(found.Cycle)
                : await render.ProblemAsync(http, ProblemKind.NotFound));

    /// <summary>A period's page.</summary>
    public Task<IResult> PeriodAsync(HttpRequest http, PeriodKey key) => ForAsync(http, key, Role.Reader, async caller =>
        await status.HandleAsync(key, http.HttpContext.RequestAborted) is { } found
            ? await render.PageAsync<PeriodPage>(nameof(PeriodPage.Status), found with { Viewer = caller.Role ?? Role.Reader })
            : await render.ProblemAsync(http, ProblemKind.NotFound));

    /// <summary>Opens a period and goes back to its page.</summary>
    public Task<IResult> OpenAsync(HttpRequest http, PeriodKey key) => ForAsync(http, key, Role.Developer, async caller =>
        await open.HandleAsync(key, caller.Id, http.HttpContext.RequestAborted) is null
            ? await render.ProblemAsync(http, ProblemKind.NotFound)
            : Render.SeeOther(OverviewRoutes.Address(key)));

    /// <summary>Asks for a draft and goes back to the period's page.</summary>
    public Task<IResult> DraftAsync(HttpRequest http, PeriodKey key) => ForAsync(http, key, Role.Developer, async _ =>
    {
        if (!http.HasFormContentType)
        {
            return await render.ProblemAsync(http, ProblemKind.WrongContentType);
        }

        // Two tabs, or somebody who has waited and asks again: the one that is being made is the one they want.
        if (await status.HandleAsync(key, http.HttpContext.RequestAborted) is { IsDraftUnderway: true })
        {
            return Render.SeeOther(OverviewRoutes.Address(key) + "#utkast");
        }

        var id = (await http.ReadFormAsync(http.HttpContext.RequestAborted))[RequestField].ToString();
        return await request.HandleAsync(key, RequestId(id), http.HttpContext.RequestAborted) is null
            ? await render.ProblemAsync(http, ProblemKind.NotFound)
            : Render.SeeOther(OverviewRoutes.Address(key) + "#utkast");
    });

    /// <summary>One of a draft's files.</summary>
    public Task<IResult> FileAsync(HttpRequest http, PeriodKey key, string kind, string version, string file) => ForAsync(http, key, Role.Reader, async caller =>
    {
        if (Number(version) is not { } number
            || await drafts.FindAsync(new DraftKey(key, kind, number), http.HttpContext.RequestAborted) is not { Value: { State: DraftState.Ready } draft })
        {
            return await render.ProblemAsync(http, ProblemKind.NotFound);
        }

        try
        {
            return file == DraftFiles.Preview ? await PreviewAsync(http, draft, caller)
                : file == DraftFiles.Changes ? await ChangesAsync(http, draft)
                : await files.FindAsync(draft, file, http.HttpContext.RequestAborted) is { } found ? Results.Bytes(found.Content, found.MediaType, found.Name)
                : await render.ProblemAsync(http, DraftFiles.IsName(draft, file) ? ProblemKind.OlderDraft : ProblemKind.NotFound);
        }
        catch (PdfFailedException e)
        {
            return await PreviewAsync(http, draft, caller, e.Message);
        }
    });

    /// <summary>Asks for a draft to be saved in SharePoint and goes back to its page.</summary>
    public Task<IResult> SaveAsync(HttpRequest http, PeriodKey key, string kind, string version) => ForAsync(http, key, Role.Developer, async _ =>
        Number(version) is { } number && new DraftKey(key, kind, number) is var draft && await save.RequestAsync(draft, http.HttpContext.RequestAborted)
            ? Render.SeeOther(OverviewRoutes.Address(draft, DraftFiles.Preview) + "#sharepoint")
            : await render.ProblemAsync(http, ProblemKind.NotFound));

    /// <summary>A period, for programs.</summary>
    public Task<IResult> ApiPeriodAsync(HttpRequest http, PeriodKey key) => ForAsync(http, key, Role.Reader, async _ =>
        await status.HandleAsync(key, http.HttpContext.RequestAborted) is { } found
            ? Render.Json(ApiStatus.Of(found))
            : await render.ProblemAsync(http, ProblemKind.NotFound));

    /// <summary>Opens a period, for programs.</summary>
    public Task<IResult> ApiOpenAsync(HttpRequest http, PeriodKey key) => ForAsync(http, key, Role.Developer, async caller =>
        await open.HandleAsync(key, caller.Id, http.HttpContext.RequestAborted) is { } count
            ? Render.Json(new { reports = count })
            : await render.ProblemAsync(http, ProblemKind.NotFound));

    /// <summary>Asks for a draft, for programs. The same Idempotency-Key gives the same draft.</summary>
    public Task<IResult> ApiDraftAsync(HttpRequest http, PeriodKey key) => ForAsync(http, key, Role.Developer, async _ =>
        await request.HandleAsync(key, RequestId(http.Headers["Idempotency-Key"].ToString()), http.HttpContext.RequestAborted) is { } draft
            ? Render.Json(new { kind = draft.Kind, version = draft.Version }, StatusCodes.Status202Accepted)
            : await render.ProblemAsync(http, ProblemKind.NotFound));

    private async Task<IResult> PreviewAsync(HttpRequest http, Draft draft, Caller caller, string? failure = null) =>
        await status.HandleAsync(draft.Key.Period, http.HttpContext.RequestAborted) is not { } period
            ? await render.ProblemAsync(http, ProblemKind.NotFound)
            : await files.PreviewAsync(draft, http.HttpContext.RequestAborted) is { } content
            ? await render.PageAsync<DraftPage>(nameof(DraftPage.Shown), new DraftPage.Preview(period, draft, content)
            {
                MaySave = caller.Role >= Role.Developer && period.Association.Settings.SharePoint is not null,
                Failure = failure,
            }, failure is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable)
            : await render.ProblemAsync(http, failure is null ? ProblemKind.OlderDraft : ProblemKind.NoPdf);

    private async Task<IResult> ChangesAsync(HttpRequest http, Draft draft) =>
        Number(http.Query[OverviewRoutes.SinceQuery].ToString()) is { } since
        && await status.HandleAsync(draft.Key.Period, http.HttpContext.RequestAborted) is { } period
        && await compare.HandleAsync(draft, since, period.Drafts, http.HttpContext.RequestAborted) is { } compared
            ? await render.PageAsync<ChangedPage>(nameof(ChangedPage.Model), new ChangedModel(period, compared))
            : await render.ProblemAsync(http, ProblemKind.NotFound);

    private Task<IResult> ForAssociationAsync(HttpRequest http, string association, Func<AssociationStatus, Task<IResult>> show) =>
        pages.RunAsync(http, new AccessRule.Member(association, Role.Reader), async caller =>
        {
            var asked = http.Query[OverviewRoutes.YearQuery].ToString();
            var year = Number(asked) is { } number && IsYear(number) ? number : (int?)null;
            return (asked.Length == 0 || year is not null) && await load.HandleAsync(association, year, http.HttpContext.RequestAborted) is { } found
                ? await show(found with { Viewer = caller.Role ?? Role.Reader })
                : await render.ProblemAsync(http, ProblemKind.NotFound);
        });

    // Read by ourselves: the worker reads a number in a route as JSON and fails on "007", which the route's own int constraint lets through.
    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text[0] != '0' ? number : null;

    // The law is from 2003, and nobody plans the next century.
    private static bool IsYear(int year) => year is >= 2004 and <= 2099;

    private Task<IResult> ForAsync(HttpRequest http, PeriodKey key, Role role, Func<Caller, Task<IResult>> useCase) =>
        pages.RunAsync(http, new AccessRule.Member(key.Association, role), async caller => Domain.Identifier.IsValid(key.Period)
            ? await useCase(caller)
            : await render.ProblemAsync(http, ProblemKind.NotFound));

    // A request without a key of its own is its own request.
    private static string RequestId(string given) => Domain.Identifier.IsValid(given) ? "chef-" + given : "chef-" + Guid.NewGuid().ToString("N");

    /// <summary>A period as programs see it. No addresses: they are personal data.</summary>
    private sealed record ApiStatus(string Association, string Period, DateOnly Due, int Sent, ImmutableArray<ApiReport> Reports, ImmutableArray<ApiDraftState> Drafts)
    {
        public static ApiStatus Of(PeriodStatus status) => new(
            status.Association.Id,
            status.Period.Id,
            status.Period.LastDay,
            status.Sent,
            [
                .. status.Reports.Select(r => new ApiReport(
                    r.Initiative.Id, r.Initiative.Name, r.Report.State, status.IsLate(r.Report), r.Report.Reference, r.Report.SubmittedAt,
                    [.. r.Mails.Select(m => new ApiMail(m.Key.Step, m.Key.Contact, m.State, m.Since, m.Reason, m.Delivery))])),
            ],
            [
                .. status.Drafts.Select(d => new ApiDraftState(
                    d.Key.Kind, d.Key.Version, d.Request, d.State, d.Reports, d.Missing, d.Sha256, d.File is null ? null : OverviewRoutes.Address(d, d.File),
                    d.File is null ? null : OverviewRoutes.Address(d, DraftFiles.Excel(d.File)),
                    d.File is null ? null : OverviewRoutes.Address(d, DraftFiles.Manifest))),
            ]);
    }

    /// <summary>An association as programs see it.</summary>
    private sealed record ApiAssociationStatus(string Association, int Year, YearMoney Money, ImmutableArray<ApiGoal> Goals, GoalCount? Initiatives, ImmutableArray<YearCycleEntry> Cycle)
    {
        public static ApiAssociationStatus Of(AssociationStatus status) => new(
            status.Association.Id, status.Year, status.Money,
            [.. status.Goals.Select(g => new ApiGoal(g.Goal.Id, g.Goal.Text, g.Assessment?.Proposed, g.Assessment?.Settled))], status.Initiatives, status.Cycle);
    }

    private sealed record ApiGoal(string Goal, string Text, GoalAssessment? Proposed, GoalAssessment? Settled);

    private sealed record ApiReport(
        string Initiative, string Name, ReportState State, bool Late, string? Reference, DateTimeOffset? SubmittedAt, ImmutableArray<ApiMail> Mails);

    private sealed record ApiMail(string Step, string Contact, MailState State, DateTimeOffset Since, string? Reason, Delivery? Delivery);

    private sealed record ApiDraftState(
        string Kind, int Version, string Request, DraftState State, int Reports, int Missing, string? Sha256, string? Word, string? Excel, string? Manifest);
}

using Finsam.App.FollowUp;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Overview;

/// <summary>What the chef does by hand.</summary>
public sealed class FollowUpFunctions(FollowUpPages pages)
{
    [Function("RemindLate")]
    public Task<IResult> RemindLate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FollowUpRoutes.RemindLate)] HttpRequest request, string association, string period) =>
        pages.RemindLateAsync(request, new PeriodKey(association, period));

    [Function("RemindReport")]
    public Task<IResult> Remind(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FollowUpRoutes.Remind)] HttpRequest request, string association, string period, string initiative) =>
        pages.RemindAsync(request, new ReportKey(association, period, initiative));

    [Function("QuietReport")]
    public Task<IResult> Quiet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FollowUpRoutes.Quiet)] HttpRequest request, string association, string period, string initiative) =>
        pages.QuietAsync(request, new ReportKey(association, period, initiative));

    [Function("ExtendReport")]
    public Task<IResult> Extend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FollowUpRoutes.Extend)] HttpRequest request, string association, string period, string initiative) =>
        pages.ExtendAsync(request, new ReportKey(association, period, initiative));

    [Function("ReturnReport")]
    public Task<IResult> Return(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FollowUpRoutes.Return)] HttpRequest request, string association, string period, string initiative) =>
        pages.ReturnAsync(request, new ReportKey(association, period, initiative));

    [Function("ApproveReport")]
    public Task<IResult> Approve(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FollowUpRoutes.Approve)] HttpRequest request, string association, string period, string initiative) =>
        pages.ApproveAsync(request, new ReportKey(association, period, initiative));
}

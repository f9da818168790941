using Finsam.App.Overview;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Overview;

/// <summary>The chef's pages.</summary>
public sealed class OverviewFunctions(OverviewPages pages)
{
    [Function("Root")]
    public Task<IResult> Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.Root)] HttpRequest request) =>
        pages.RootAsync(request);

    [Function("Overview")]
    public Task<IResult> Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.Home)] HttpRequest request) =>
        pages.HomeAsync(request);

    [Function("Association")]
    public Task<IResult> Association(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.Association)] HttpRequest request, string association) =>
        pages.AssociationAsync(request, association);

    [Function("Period")]
    public Task<IResult> Period(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.Period)] HttpRequest request, string association, string period) =>
        pages.PeriodAsync(request, new PeriodKey(association, period));

    [Function("OpenPeriod")]
    public Task<IResult> Open(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewRoutes.Open)] HttpRequest request, string association, string period) =>
        pages.OpenAsync(request, new PeriodKey(association, period));

    [Function("RequestDraft")]
    public Task<IResult> Draft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewRoutes.Draft)] HttpRequest request, string association, string period) =>
        pages.DraftAsync(request, new PeriodKey(association, period));

    [Function("DraftFile")]
    public Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.DraftFile)] HttpRequest request,
        string association, string period, string kind, string version, string file) =>
        pages.FileAsync(request, new PeriodKey(association, period), kind, version, file);
}

using Finsam.App.Overview;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Overview;

/// <summary>The chef's pages, for programs.</summary>
public sealed class ApiFunctions(OverviewPages pages)
{
    [Function("ApiAssociation")]
    public Task<IResult> Association(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiAssociation)] HttpRequest request, string association) =>
        pages.ApiAssociationAsync(request, association);

    [Function("ApiYearCycle")]
    public Task<IResult> YearCycle(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiYearCycle)] HttpRequest request, string association, string year) =>
        pages.ApiYearCycleAsync(request, association, year);

    [Function("ApiPeriod")]
    public Task<IResult> Period(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiPeriod)] HttpRequest request, string association, string period) =>
        pages.ApiPeriodAsync(request, new PeriodKey(association, period));

    [Function("ApiOpenPeriod")]
    public Task<IResult> Open(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewRoutes.ApiOpen)] HttpRequest request, string association, string period) =>
        pages.ApiOpenAsync(request, new PeriodKey(association, period));

    [Function("ApiRequestDraft")]
    public Task<IResult> Draft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewRoutes.ApiDraft)] HttpRequest request, string association, string period) =>
        pages.ApiDraftAsync(request, new PeriodKey(association, period));
}

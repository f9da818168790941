using Finsam.App.Lists;
using Finsam.App.Overview;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Lists;

/// <summary>The record's lists: out to Excel and in from it.</summary>
public sealed class ListFunctions(ListPages pages)
{
    [Function("ApiAssociations")]
    public Task<IResult> Associations([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiAssociations)] HttpRequest request) =>
        pages.AssociationsAsync(request);

    [Function("ApiLists")]
    public Task<IResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiLists)] HttpRequest request, string association) =>
        pages.ExportAsync(request, association);

    [Function("ApiList")]
    public Task<IResult> ExportOne(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.ApiList)] HttpRequest request, string association, string list) =>
        pages.ExportAsync(request, association, list);

    [Function("ApiImportList")]
    public Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewRoutes.ApiLists)] HttpRequest request, string association) =>
        pages.ImportAsync(request, association);
}

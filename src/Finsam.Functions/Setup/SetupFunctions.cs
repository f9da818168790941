using Finsam.App.Overview;
using Finsam.App.Setup;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Setup;

/// <summary>Schemas, assets, and the hour's work by hand.</summary>
public sealed class SetupFunctions(SetupPages pages)
{
    [Function("ApiTick")]
    public Task<IResult> Tick([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewRoutes.ApiTick)] HttpRequest request) =>
        pages.TickAsync(request);

    [Function("Schema")]
    public Task<IResult> Schema([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.Schema)] HttpRequest request, string name) =>
        pages.SchemaAsync(request, name);

    [Function("Asset")]
    public Task<IResult> Asset([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OverviewRoutes.Asset)] HttpRequest request, string file) =>
        pages.AssetAsync(request, file);
}

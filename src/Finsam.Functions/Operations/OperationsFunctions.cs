using Finsam.App.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Operations;

/// <summary>The service itself: does it work, which version is it.</summary>
public sealed class OperationsFunctions(OperationsPages pages)
{
    [Function("Health")]
    public Task<IResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OperationsRoutes.Health)] HttpRequest request) =>
        pages.HealthAsync(request);

    [Function("About")]
    public Task<IResult> About([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OperationsRoutes.About)] HttpRequest request) =>
        pages.AboutAsync(request);
}

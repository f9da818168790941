using Finsam.App.Exports;
using Finsam.App.Operations;
using Finsam.App.Watch;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Operations;

/// <summary>The service itself: does it work, which version is it, what keeps the data and tells of faults. Times are UTC.</summary>
public sealed class OperationsFunctions(ExportTables export, FindFaults faults, OperationsPages pages)
{
    // Four times a night: a finished export is left alone, and one that was stopped is gone on with.
    [Function("NightlyExport")]
    public Task NightlyExport([TimerTrigger("0 30 1-4 * * *")] TimerInfo timer, CancellationToken cancellation) => export.HandleAsync(cancellation);

    [Function("FindFaults")]
    public Task FindFaults([TimerTrigger("0 50 * * * *")] TimerInfo timer, CancellationToken cancellation) => faults.HandleAsync(cancellation);

    [Function("Health")]
    public Task<IResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OperationsRoutes.Health)] HttpRequest request) =>
        pages.HealthAsync(request);

    [Function("About")]
    public Task<IResult> About([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OperationsRoutes.About)] HttpRequest request) =>
        pages.AboutAsync(request);
}

using Finsam.App.Exports;
using Finsam.App.Watch;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Operations;

/// <summary>What keeps the data and tells of faults. Times are UTC.</summary>
public sealed class OperationsFunctions(ExportTables export, FindFaults faults)
{
    // Four times a night: a finished export is left alone, and one that was stopped is gone on with.
    [Function("NightlyExport")]
    public Task NightlyExport([TimerTrigger("0 30 1-4 * * *")] TimerInfo timer, CancellationToken cancellation) => export.HandleAsync(cancellation);

    [Function("FindFaults")]
    public Task FindFaults([TimerTrigger("0 50 * * * *")] TimerInfo timer, CancellationToken cancellation) => faults.HandleAsync(cancellation);
}

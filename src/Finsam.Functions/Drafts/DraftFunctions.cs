using Finsam.App.Drafts;
using Finsam.App.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Drafts;

/// <summary>The drafts that were asked for.</summary>
public sealed class DraftFunctions(CompileDraft compile)
{
    [Function("CompileDraft")]
    public Task Compile([QueueTrigger(Queues.Drafts)] QueuedDraft message, CancellationToken cancellation) => compile.HandleAsync(message, cancellation);
}

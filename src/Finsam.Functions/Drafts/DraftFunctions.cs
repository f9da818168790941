using Finsam.App.Drafts;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Overview;
using Finsam.App.Storage;
using Finsam.Domain.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Finsam.Functions.Drafts;

/// <summary>The drafts that were asked for.</summary>
public sealed class DraftFunctions(CompileDraft compile, SaveInSharePoint save, OverviewPages pages)
{
    [Function("CompileDraft")]
    public Task Compile([QueueTrigger(Queues.Drafts)] QueuedDraft message, CancellationToken cancellation) => compile.HandleAsync(message, cancellation);

    [Function("SaveDraft")]
    public Task<IResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OverviewRoutes.SaveDraft)] HttpRequest request,
        string association, string period, string kind, string version) =>
        pages.SaveAsync(request, new PeriodKey(association, period), kind, version);

    [Function("SaveInSharePoint")]
    public Task SaveInSharePoint([QueueTrigger(Queues.SharePoint)] SaveDraftMessage message, CancellationToken cancellation) => save.HandleAsync(message, cancellation);
}

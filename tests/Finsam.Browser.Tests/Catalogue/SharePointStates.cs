using Finsam.App.Drafts;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Overview;
using Finsam.Testing;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>A draft's page where the association keeps its drafts in SharePoint.</summary>
public static class SharePointStates
{
    private static readonly Uri File = new("https://gavleborg.sharepoint.com/_layouts/15/Doc.aspx?sourcedoc=%7B01ABCDEF%7D&file=arsredovisning-2023-helar-v1.docx&action=default");

    /// <summary>The states.</summary>
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("utkast, att spara i SharePoint", scene => OpenAsync(scene, "att-spara", saving: null)),
        new("utkast, sparas i SharePoint", scene => OpenAsync(scene, "sparas", Saving(DraftSavingState.Requested))),
        new("utkast, väntar på Microsoft 365", scene => OpenAsync(scene, "vantar", Saving(DraftSavingState.Requested) with { Reason = "Microsoft 365 har för mycket att göra just nu." })),
        new("utkast, sparat i SharePoint", scene => OpenAsync(scene, "sparat", Saving(DraftSavingState.Saved) with { Address = File })),
        new("utkast, fanns redan i SharePoint", scene => OpenAsync(scene, "fanns", Saving(DraftSavingState.WasThere) with { Address = File })),
        new("utkast, inte sparat i SharePoint", scene => OpenAsync(scene, "nekat", Saving(DraftSavingState.Refused) with
        {
            Reason = "Tjänsten får inte skriva på https://gavleborg.sharepoint.com/sites/kansliet. Be IT köra infra/microsoft-365/ge-ratt-till-webbplats.ps1 för den webbplatsen. Försök igen när det är gjort; rätten kan dröja några minuter.",
        })),
        new("utkast, ännu inte sparat i SharePoint", scene => OpenAsync(scene, "stannat", Saving(DraftSavingState.Requested) with { Since = DateTimeOffset.UnixEpoch })),
        new("utkast, PDF som inte blev gjord", scene => OpenAsync(scene, "pdf", saving: null, draft => DraftFiles.Pdf(draft.File!))),
        new("perioden, med utkast i SharePoint", async scene =>
        {
            await OpenAsync(scene, "sparat", Saving(DraftSavingState.Saved) with { Address = File });
            await scene.ChefOpensAsync(await scene.Sites.SharePoint, OverviewRoutes.Address(TestInstance.PeriodKey));
        }),
    ];

    private static DraftSaving Saving(DraftSavingState state) => new() { Round = 1, State = state, Since = DateTimeOffset.MaxValue };

    // A draft of its own, so that the states do not disturb each other; what became of saving it is written down as the queue would have done.
    private static async Task OpenAsync(Scene scene, string request, DraftSaving? saving, Func<Draft, string>? file = null)
    {
        var site = await scene.Sites.SharePoint;
        var key = (await site.Instance.Service<RequestDraft>().HandleAsync(site.PeriodKey, request, CancellationToken.None))!;
        var drafts = site.Instance.Service<IDraftStore>();
        await TestInstance.WaitAsync(async () => await drafts.FindAsync(key, CancellationToken.None) is { Value.State: DraftState.Ready }, CancellationToken.None);
        var draft = (await drafts.FindAsync(key, CancellationToken.None))!;
        if (saving is not null && draft.Value.Saving is null)
        {
            var since = saving.Since == DateTimeOffset.MaxValue ? site.Instance.Clock.GetUtcNow() : saving.Since;
            await drafts.UpdateAsync(draft, draft.Value with { Saving = saving with { Since = since } }, CancellationToken.None);
        }

        await scene.ChefOpensAsync(site, OverviewRoutes.Address(draft.Value, file?.Invoke(draft.Value) ?? DraftFiles.Preview));
    }
}

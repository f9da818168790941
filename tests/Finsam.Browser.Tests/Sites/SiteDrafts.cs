using Finsam.App.Drafts;
using Finsam.App.Drafts.WordTemplates;
using Finsam.App.Overview;
using Finsam.Documents.Html;
using Finsam.Domain.Drafts;
using Finsam.Testing;

namespace Finsam.Browser.Tests.Sites;

/// <summary>The drafts of a site's period, without going through a page.</summary>
public static class SiteDrafts
{
    /// <summary>Asks for a draft and waits until it is made.</summary>
    /// <returns>Its version.</returns>
    public static async Task<int> MakeDraftAsync(this Site site)
    {
        var key = await site.Instance.Service<RequestDraft>().HandleAsync(site.PeriodKey, "prov-" + Guid.NewGuid().ToString("N"), CancellationToken.None);
        await site.ReadyAsync(key!.Version);
        return key.Version;
    }

    /// <summary>Waits until a version is made.</summary>
    public static Task ReadyAsync(this Site site, int version) => TestInstance.WaitAsync(
        async () => await site.Store().FindAsync(site.Draft(version), CancellationToken.None) is { Value.State: DraftState.Ready },
        CancellationToken.None);

    /// <summary>A draft that is asked for, and that nobody has taken up yet.</summary>
    /// <param name="site">The site.</param>
    /// <param name="ago">How long ago it was asked for.</param>
    public static async Task BeginDraftAsync(this Site site, TimeSpan ago)
    {
        var version = (await site.Store().ListAsync(site.PeriodKey, CancellationToken.None)).Length + 1;
        await site.Store().AddAsync(
            new Draft { Key = site.Draft(version), Request = $"prov-{version}", RequestedAt = site.Instance.Clock.GetUtcNow() - ago, State = DraftState.Requested }, CancellationToken.None);
    }

    /// <summary>Puts a draft there whose preview is of some content.</summary>
    public static async Task PutDraftAsync(this Site site, DraftDocument content, int reports)
    {
        var draft = new Draft
        {
            Key = site.Draft(1),
            Request = "prov",
            RequestedAt = site.Instance.Clock.GetUtcNow(),
            State = DraftState.Ready,
            File = "arsredovisning.docx",
            Reports = reports,
        };
        await site.Store().WriteAsync(draft, DraftFiles.PreviewBlob, "text/html", System.Text.Encoding.UTF8.GetBytes(HtmlWriter.Write(content)), CancellationToken.None);
        await site.Store().AddAsync(draft, CancellationToken.None);
    }

    /// <summary>Uploads the association's own template.</summary>
    public static async Task ChooseTemplateAsync(this Site site, string name, byte[] template)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(template), WordTemplatePages.FileField, name } };
        using var answer = await site.Instance.Chef.PostAsync(new Uri(WordTemplatePages.Address(site.PeriodKey.Association), UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The key of a version of the period's draft.</summary>
    public static DraftKey Draft(this Site site, int version) => new(site.PeriodKey, site.Period.Outline, version);

    /// <summary>The full address of the period's page.</summary>
    public static string PeriodAddress(this Site site) => new Uri(site.Instance.Address, OverviewRoutes.Address(site.PeriodKey)).ToString();

    /// <summary>The address of a page of a version.</summary>
    public static string DraftAddress(this Site site, int version, string page) =>
        OverviewRoutes.Address(site.PeriodKey, FormattableString.Invariant($"utkast/{site.Period.Outline}/{version}/{page}"));

    private static IDraftStore Store(this Site site) => site.Instance.Service<IDraftStore>();
}

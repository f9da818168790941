using Finsam.Browser.Tests.Browsers;
using Finsam.Browser.Tests.Hands;
using Finsam.Browser.Tests.Sites;
using Finsam.Domain.Templates;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Catalogue;

/// <summary>What a page's state is reached with: a visit, the sites, and what one can do there.</summary>
public sealed class Scene(Visit visit, Chromium chromium, AllSites sites) : IAsyncDisposable
{
    private Visit? _other;

    /// <summary>The visit whose page is looked at.</summary>
    public Visit Visit { get; } = visit;

    /// <summary>Its page.</summary>
    public IPage Page => Visit.Page;

    /// <summary>The sites.</summary>
    public AllSites Sites { get; } = sites;

    /// <summary>A browser of somebody else's.</summary>
    public async Task<Visit> OtherAsync() => _other ??= await chromium.VisitAsync();

    /// <summary>The owner opens a page of the form by the link in the mail.</summary>
    public async Task OwnerOpensAsync(Site site, string initiative, string page = "")
    {
        await site.OpenFormAsync(Visit, initiative);
        if (page.Length > 0)
        {
            await Page.GotoAsync(site.FormAddress(initiative, page));
        }
    }

    /// <summary>The chef opens a page.</summary>
    public async Task ChefOpensAsync(Site site, string path)
    {
        await site.SignInAsync(Visit);
        await Page.GotoAsync(new Uri(site.Instance.Address, path).ToString());
    }

    /// <summary>Writes in the page's fields and saves.</summary>
    public static async Task SaveAsync(Visit visit, IReadOnlyDictionary<string, string> written)
    {
        await new PointingHand(visit).WriteAsync(written);
        await new PointingHand(visit).PressAsync(FormWords.Save);
    }

    /// <summary>Writes something in every field of a section that its kind does not take.</summary>
    public static IReadOnlyDictionary<string, string> Mistakes(IEnumerable<Field> fields)
    {
        var all = fields.ToArray();
        var unreadable = all.Where(f => f.Kind is FieldKind.Count or FieldKind.Kronor or FieldKind.Date).ToDictionary(f => f.Key, _ => "tio eller så");
        return unreadable.Count > 0 ? unreadable
            : all.Where(f => f.Kind is FieldKind.Text or FieldKind.Line).TakeLast(1).ToDictionary(f => f.Key, f => new string('a', f.MaxLength) + " för långt");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_other is not null)
        {
            await _other.DisposeAsync();
        }
    }
}

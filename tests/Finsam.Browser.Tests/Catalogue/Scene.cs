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
    public async Task OwnerOpensAsync(Site site, string initiative, string page = "", string? contact = null)
    {
        await site.OpenFormAsync(Visit, initiative, contact);
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

    /// <summary>Somebody answers a part, by a browser without scripts: no page is looked at on the way.</summary>
    /// <param name="site">The site.</param>
    /// <param name="initiative">The initiative.</param>
    /// <param name="part">The part.</param>
    /// <param name="answers">What is answered, of the fields that the part shows.</param>
    /// <param name="contact">By whose link; the first contact's when none is said.</param>
    public static async Task AnswerAsync(Site site, string initiative, string part, Func<string[], IReadOnlyDictionary<string, string>> answers, string? contact = null)
    {
        using var browser = new Cli.Demo.Browser(site.Instance.Address);
        await browser.GetAsync(await site.LinkAsync(initiative, contact), CancellationToken.None);
        var page = await browser.GetAsync(site.FormAddress(initiative, $"del/{part}"), CancellationToken.None);
        await browser.PostAsync(page, answers([.. Cli.Demo.Browser.NamesOn(page)]), CancellationToken.None);
    }

    /// <summary>Half of what the sample answers in a part is saved, and the part opened.</summary>
    public async Task OpenHalfAnsweredAsync(Site site, string initiative, string part)
    {
        var sample = site.Sample.Answers[initiative];
        await AnswerAsync(site, initiative, part, names =>
        {
            var answered = names.Where(sample.ContainsKey).ToArray();
            return answered[..((answered.Length + 1) / 2)].ToDictionary(n => n, n => sample[n]);
        });
        await OwnerOpensAsync(site, initiative, $"del/{part}");
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

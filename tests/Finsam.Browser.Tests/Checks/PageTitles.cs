using System.Collections.Concurrent;
using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Checks;

/// <summary>The titles seen so far: two pages never have the same (WCAG 2.4.2), however many states each is seen in.</summary>
public sealed class PageTitles
{
    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>No other page has this page's title.</summary>
    public async Task AreUniqueAsync(Visit visit, string page)
    {
        var title = await visit.Page.TitleAsync();
        var other = _pages.GetOrAdd(title, page);
        Findings.None(visit, "titeln", other == page ? [] : [$"\"{title}\" is the title of {page} and of {other}"]);
    }
}

using Finsam.Browser.Tests.Browsers;
using Finsam.Browser.Tests.Catalogue;
using Finsam.Browser.Tests.Checks;
using Finsam.Browser.Tests.Sites;

namespace Finsam.Browser.Tests;

/// <summary>Every page in every state of the catalogue, in a wide window and a narrow.</summary>
public sealed class PageStateTests(Chromium chromium, AllSites sites, PageTitles titles, KnownViolations known, ContactSheet pictures)
{
    [Theory(Timeout = Patience.Test)]
    [MemberData(nameof(PageStates.Names), MemberType = typeof(PageStates))]
    public async Task A_page_can_be_used_by_everybody(string name)
    {
        var state = PageStates.Find(name);
        await using var visit = await chromium.VisitAsync();
        await using var scene = new Scene(visit, chromium, sites);
        await state.ReachAsync(scene);
        Func<Task>[] read = [visit.IsASwedishDocumentAsync, () => titles.AreUniqueAsync(visit, state.Page), visit.HasNoAxeViolationsAsync];
        Func<Task>[] used =
        [
            visit.FitsTheWindowAsync, visit.KeepsItsTextWhenSpacedAsync, visit.HasTargetsLargeEnoughAsync, visit.CanBeWalkedWithTabAsync,
        ];
        Func<Task>[] narrow = [() => visit.ResizeAsync(Screen.Narrow), () => pictures.TakeAsync(visit, state), .. state.Alike ? [] : new[] { visit.HasNoAxeViolationsAsync }, .. used];

        await pictures.TakeAsync(visit, state);
        await Assert.MultipleAsync([.. read, .. state.Printed || state.Alike ? [] : used, .. state.Printed ? [] : narrow, visit.HasAQuietConsoleAsync]);
        known.Tried(name, PageStates.All.Count);
    }
}

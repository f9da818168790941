using Finsam.Browser.Tests.Browsers;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Hands;

/// <summary>A whole report from the form's first page to the receipt, by any hand.</summary>
public static class Reporting
{
    private const int MostPages = 40;

    /// <summary>Fills in every section with the answers, confirms and sends.</summary>
    /// <returns>The names of the fields written in.</returns>
    public static async Task<IReadOnlyCollection<string>> SendAsync(this IHand hand, Visit visit, IReadOnlyDictionary<string, string> answers)
    {
        var written = new SortedSet<string>(StringComparer.Ordinal);
        await hand.FollowAsync(FormWords.Begin);
        for (var page = 0; page < MostPages; page++)
        {
            if (await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = FormWords.Send }).CountAsync() > 0)
            {
                await hand.WriteAsync(await ExplanationsAsync(visit));
                await hand.PressAsync(FormWords.Send);
                return written;
            }

            written.UnionWith(await hand.WriteAsync(answers));
            await hand.PressAsync(FormWords.Save);
            Assert.False((await visit.Page.TitleAsync()).StartsWith("Fel: ", StringComparison.Ordinal), await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync());
        }

        throw new InvalidOperationException($"After {MostPages} pages the report could not be sent: {await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync()}");
    }

    // Every warning is explained.
    private static async Task<IReadOnlyDictionary<string, string>> ExplanationsAsync(Visit visit) =>
        (await visit.AskAsync<string[]>("() => [...document.querySelectorAll('textarea[name^=\"_forklaring.\"]')].map(e => e.name)"))
            .ToDictionary(name => name, _ => "Uppgiften är kontrollerad.");
}

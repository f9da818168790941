using System.Text.RegularExpressions;
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
            if (await HasAsync(visit, FormWords.Send))
            {
                await hand.WriteAsync(await ExplanationsAsync(visit));
                await hand.PressAsync(FormWords.Send);
                return written;
            }

            // The parties' shares are reached from their section's page, and lead back to it.
            foreach (var party in await visit.AskAsync<string[]>("() => [...document.querySelectorAll('.parties a')].map(a => a.innerText)"))
            {
                await hand.FollowAsync(new Regex($"^{Regex.Escape(party)}$"));
                await FillInAsync(hand, visit, answers, written);
            }

            await FillInAsync(hand, visit, answers, written);
        }

        throw new InvalidOperationException($"After {MostPages} pages the report could not be sent: {await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync()}");
    }

    // Long lists show a few rows at a time.
    private static async Task FillInAsync(IHand hand, Visit visit, IReadOnlyDictionary<string, string> answers, SortedSet<string> written)
    {
        while (true)
        {
            var before = written.Count;
            written.UnionWith(await hand.WriteAsync(answers.Where(a => !written.Contains(a.Key)).ToDictionary()));
            if (written.Count == before || !await HasAsync(visit, FormWords.More))
            {
                break;
            }

            await hand.PressAsync(FormWords.More);
            await SavedAsync(visit);
        }

        if (await HasAsync(visit, FormWords.Save))
        {
            await hand.PressAsync(FormWords.Save);
            await SavedAsync(visit);
        }
        else
        {
            await hand.FollowAsync(FormWords.Begin);
        }
    }

    private static async Task SavedAsync(Visit visit) =>
        Assert.False((await visit.Page.TitleAsync()).StartsWith("Fel: ", StringComparison.Ordinal), await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync());

    private static async Task<bool> HasAsync(Visit visit, Regex button) => await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = button }).CountAsync() > 0;

    // Every warning is explained.
    private static async Task<IReadOnlyDictionary<string, string>> ExplanationsAsync(Visit visit) =>
        (await visit.AskAsync<string[]>("() => [...document.querySelectorAll('textarea[name^=\"_forklaring.\"]')].map(e => e.name)"))
            .ToDictionary(name => name, _ => "Uppgiften är kontrollerad.");
}

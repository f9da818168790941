using System.Text.RegularExpressions;
using Finsam.Browser.Tests.Browsers;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Hands;

/// <summary>A mouse, or a finger that taps.</summary>
public sealed class PointingHand(Visit visit, bool finger = false) : IHand
{
    private const string Fields = """
        () => [...document.querySelectorAll('input[name]:not([type=hidden]), textarea[name], select[name]')]
          .filter(e => e.type !== 'radio' || e === document.getElementsByName(e.name)[0])
          .map(e => ({ name: e.name, type: e.type }))
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> WriteAsync(IReadOnlyDictionary<string, string> answers)
    {
        // The list is made once: what can be unfolded is unfolded from the top.
        foreach (var folded in await visit.Page.Locator("details:not([open]) > summary").AllAsync())
        {
            await HitAsync(folded);
        }

        var written = new List<string>();
        foreach (var field in (await visit.AskAsync<FieldOnPage[]>(Fields)).Where(f => answers.ContainsKey(f.Name)))
        {
            var (name, value) = (field.Name, answers[field.Name]);
            switch (field.Type)
            {
                case "radio":
                    await HitAsync(visit.Page.Locator($"input[name='{name}'][value='{value}']"));
                    break;
                case "checkbox":
                    var box = visit.Page.Locator($"input[name='{name}']");
                    if (!await box.IsCheckedAsync())
                    {
                        await HitAsync(box);
                    }

                    break;
                case "select-one":
                    await visit.Page.Locator($"select[name='{name}']").SelectOptionAsync(value);
                    break;
                default:
                    var line = visit.Page.Locator($"[name='{name}']");
                    await HitAsync(line);
                    await line.FillAsync(value);
                    break;
            }

            written.Add(name);
        }

        return written;
    }

    /// <inheritdoc/>
    public Task FollowAsync(Regex link) => visit.GoAsync(() => HitAsync(visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = link }).First));

    /// <inheritdoc/>
    public Task PressAsync(Regex button) => visit.GoAsync(() => HitAsync(visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = button }).First));

    private Task HitAsync(ILocator target) => finger ? target.TapAsync() : target.ClickAsync();

    private sealed record FieldOnPage(string Name, string Type);
}

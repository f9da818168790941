using System.Text.RegularExpressions;
using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Hands;

/// <summary>Tab, Space, the arrows, Enter and typing: all that somebody has who uses no mouse. It knows only what has focus, and looks for nothing else.</summary>
public sealed class Keyboard(Visit visit) : IHand
{
    private const int Most = 1000;
    private const int Typed = 20;

    // A stop that comes again tells that the page has been walked through.
    private const string Focused = """
        () => {
          const e = document.activeElement;
          window.keyboardStops ??= new Map();
          if (!e || e === document.body || e === document.documentElement) return null;
          if (!window.keyboardStops.has(e)) window.keyboardStops.set(e, window.keyboardStops.size);
          const folded = e.tagName === 'SUMMARY' && !e.parentElement.open;
          return {
            stop: window.keyboardStops.get(e), tag: e.tagName, type: e.type ?? '', name: e.name ?? '', value: e.value ?? '', checked: e.checked ?? false, folded,
            words: (e.innerText || e.getAttribute('aria-label') || '').trim(),
          };
        }
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyCollection<string>> WriteAsync(IReadOnlyDictionary<string, string> answers)
    {
        var written = new List<string>();
        await WalkAsync(async at =>
        {
            if (at.Folded)
            {
                await visit.Page.Keyboard.PressAsync("Enter");
            }
            else if (answers.TryGetValue(at.Name, out var answer) && !written.Contains(at.Name))
            {
                await AnswerAsync(at, answer);
                written.Add(at.Name);
            }

            return false;
        });
        return written;
    }

    /// <inheritdoc/>
    public Task FollowAsync(Regex link) => EnterAsync("A", link);

    /// <inheritdoc/>
    public Task PressAsync(Regex button) => EnterAsync("BUTTON", button);

    /// <summary>Goes to something that can be used, and does nothing there yet.</summary>
    /// <param name="tag">Its tag, as A or INPUT.</param>
    /// <param name="words">Its words; those of a field without words are empty.</param>
    public async Task ReachAsync(string tag, Regex words) =>
        Assert.True(await WalkAsync(at => Task.FromResult(at.Tag == tag && words.IsMatch(at.Words))), $"Tab never came to {words} on {visit.Page.Url}");

    private async Task EnterAsync(string tag, Regex words)
    {
        await ReachAsync(tag, words);
        await visit.GoAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
    }

    // From where the focus is, once around the page or until the visitor has what it wants.
    private async Task<bool> WalkAsync(Func<Stop, Task<bool>> visitor)
    {
        var seen = new HashSet<int>();
        for (var presses = 0; presses < Most; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.AskAsync<Stop?>(Focused) is not { } at)
            {
                // Between the last stop and the first lies the browser itself.
                if (seen.Count > 0 && !seen.Add(-1))
                {
                    return false;
                }

                continue;
            }

            if (!seen.Add(at.Number))
            {
                return false;
            }

            if (await visitor(at))
            {
                return true;
            }
        }

        throw new InvalidOperationException($"Tab never comes to the end of {visit.Page.Url}");
    }

    private async Task AnswerAsync(Stop at, string answer)
    {
        switch (at.Type)
        {
            case "radio" or "select-one":
                await ChooseAsync(at, answer);
                break;
            case "checkbox":
                if (!at.Checked)
                {
                    await visit.Page.Keyboard.PressAsync("Space");
                }

                break;
            default:
                if (at.Value.Length > 0)
                {
                    await visit.Page.Keyboard.PressAsync("ControlOrMeta+A");
                }

                // The end of a long text comes at once, as when it is dictated: key by key it takes a minute a report.
                await visit.Page.Keyboard.TypeAsync(answer[..Math.Min(answer.Length, Typed)]);
                await visit.Page.Keyboard.InsertTextAsync(answer[Math.Min(answer.Length, Typed)..]);
                break;
        }
    }

    private async Task ChooseAsync(Stop at, string answer)
    {
        if (at.Type == "radio" && !at.Checked)
        {
            await visit.Page.Keyboard.PressAsync("Space");
        }

        for (var tries = 0; tries < 100; tries++)
        {
            if (await visit.AskAsync<Stop?>(Focused) is { } now && now.Name == at.Name && now.Value == answer)
            {
                return;
            }

            await visit.Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"The arrows never came to {answer} in {at.Name}");
    }

    private sealed record Stop(
        [property: System.Text.Json.Serialization.JsonPropertyName("stop")] int Number, string Tag, string Type, string Name, string Value, bool Checked, bool Folded, string Words);
}

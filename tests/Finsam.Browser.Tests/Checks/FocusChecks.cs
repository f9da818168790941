using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Checks;

/// <summary>That the keyboard reaches everything, in order, and that one sees where one is.</summary>
public static class FocusChecks
{
    private const int Most = 1000;

    // Notes what can be reached and how it looks without focus, and sets out from the top of the page.
    private const string SetOut = """
        () => {
          const look = e => { const s = getComputedStyle(e); return [s.outline, s.outlineOffset, s.boxShadow, s.border, s.backgroundColor, s.color, s.textDecoration].join('|'); };
          const name = e => e.tagName.toLowerCase() + ' "' + (e.name || e.innerText || e.getAttribute('aria-label') || e.className || '').trim().replace(/\s+/g, ' ').slice(0, 50) + '"';
          document.activeElement?.blur();
          const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')]
            .filter(e => e.tabIndex >= 0 && !e.matches(':disabled') && e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true }));
          const group = e => e.type === 'radio' ? 'radio:' + (e.form ? [...document.forms].indexOf(e.form) : '') + ':' + e.name : e;
          window.focusWalk = { look, name, group, wanted: new Set(all.map(group)), looks: new Map([...document.body.querySelectorAll('*')].map(e => [e, look(e)])), reached: [], seen: new Set() };
          document.body.tabIndex = -1;
          document.body.focus();
          document.body.removeAttribute('tabindex');
          window.scrollTo(0, 0);
          return all.filter(e => e.tabIndex > 0).map(e => `${name(e)} has a tabindex of its own`);
        }
        """;

    // One stop. Null when the walk is over.
    private const string Stop = """
        () => {
          const walk = window.focusWalk, e = document.activeElement;
          if (!e || e === document.body || e === document.documentElement || walk.seen.has(e)) return null;
          walk.seen.add(e);
          const found = [], style = getComputedStyle(e);
          const marked = style.outlineStyle === 'auto' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
          if (!marked || walk.look(e) === walk.looks.get(e)) found.push(`${walk.name(e)} does not show that it has focus`);
          const last = walk.reached.at(-1);
          if (last && !(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) found.push(`${walk.name(e)} is reached after ${walk.name(last)} and stands before it`);
          walk.reached.push(e);
          walk.wanted.delete(walk.group(e));
          const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
          let seen = 0, hidden = 0;
          for (const [x, y] of [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]) {
            const at = [box.left + box.width * x, box.top + box.height * y];
            if (at[0] < 0 || at[1] < 0 || at[0] >= innerWidth || at[1] >= innerHeight) continue;
            const top = document.elementFromPoint(...at);
            if (top && (e === top || e.contains(top) || top.contains(e) && !['fixed', 'sticky'].includes(getComputedStyle(top).position))) seen++; else hidden++;
          }
          if (hidden > 0) found.push(`${walk.name(e)} is covered while it has focus`);
          else if (seen === 0) found.push(`${walk.name(e)} is out of sight while it has focus`);
          return found;
        }
        """;

    private const string Missed = "() => [...window.focusWalk.wanted].map(e => `${typeof e === 'string' ? e : window.focusWalk.name(e)} is not reached with Tab`)";

    /// <summary>Tab reaches everything that can be used, in the document's order (2.1.1, 2.4.3); each stop shows that it has focus (2.4.7) and
    /// nothing lies over it (2.4.11).</summary>
    public static async Task CanBeWalkedWithTabAsync(this Visit visit)
    {
        var found = new List<string>(await visit.AskAsync<string[]>(SetOut));
        for (var stop = 0; ; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.AskAsync<string[]?>(Stop) is not { } here)
            {
                break;
            }

            found.AddRange(here);
            Assert.True(stop < Most, "Tab never comes to the end of the page");
        }

        found.AddRange(await visit.AskAsync<string[]>(Missed));
        Findings.None(visit, "tangentbordet", found);
    }
}

using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Checks;

/// <summary>That the keyboard reaches everything, in order, and that one sees where one is.</summary>
public static class FocusChecks
{
    // Notes what can be reached and how it looks without focus, and sets out from the top of the page. A stop is looked at as Tab is pressed to leave it:
    // then the page has scrolled to it, and nobody has to be asked at each.
    private const string SetOut = """
        () => {
          const look = e => { const s = getComputedStyle(e); return [s.outline, s.outlineOffset, s.boxShadow, s.border, s.backgroundColor, s.color, s.textDecoration].join('|'); };
          const name = e => e.tagName.toLowerCase() + ' "' + (e.name || e.innerText || e.getAttribute('aria-label') || e.className || '').trim().replace(/\s+/g, ' ').slice(0, 50) + '"';
          document.activeElement?.blur();
          const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')]
            .filter(e => e.tabIndex >= 0 && !e.matches(':disabled') && e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true }));
          const group = e => e.type === 'radio' ? 'radio:' + (e.form ? [...document.forms].indexOf(e.form) : '') + ':' + e.name : e;
          const wanted = new Set(all.map(group));
          const found = all.filter(e => e.tabIndex > 0).map(e => `${name(e)} has a tabindex of its own`);
          window.focusWalk?.off.abort();
          window.focusWalk = { wanted, found, name, off: new AbortController() };
          const looks = new Map([...document.body.querySelectorAll('*')].map(e => [e, look(e)]));
          const seen = new Set();
          let last = null;
          const stop = () => {
            const e = document.activeElement;
            if (!e || e === document.body || e === document.documentElement || seen.has(e)) {
              if (seen.size > 0) window.focusWalk.off.abort();
              return;
            }
            seen.add(e);
            const style = getComputedStyle(e);
            const marked = style.outlineStyle === 'auto' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
            if (!marked || look(e) === looks.get(e)) found.push(`${name(e)} does not show that it has focus`);
            if (last && !(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) found.push(`${name(e)} is reached after ${name(last)} and stands before it`);
            last = e;
            wanted.delete(group(e));
            let box = e.getClientRects()[0] ?? e.getBoundingClientRect();
            // Of what is taller than the window, the part that the window shows.
            if (box.height > innerHeight) {
              const top = Math.max(box.top, 0);
              box = new DOMRect(box.left, top, box.width, Math.min(box.bottom, innerHeight) - top);
            }
            let open = 0, hidden = 0;
            for (const [x, y] of [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]) {
              const at = [box.left + box.width * x, box.top + box.height * y];
              if (at[0] < 0 || at[1] < 0 || at[0] >= innerWidth || at[1] >= innerHeight) continue;
              const top = document.elementFromPoint(...at);
              if (top && (e === top || e.contains(top) || top.contains(e) && !['fixed', 'sticky'].includes(getComputedStyle(top).position))) open++; else hidden++;
            }
            if (hidden > 0) found.push(`${name(e)} is covered while it has focus`);
            else if (open === 0) found.push(`${name(e)} is out of sight while it has focus`);
          };
          document.addEventListener('keydown', e => { if (e.key === 'Tab') stop(); }, { capture: true, signal: window.focusWalk.off.signal });
          document.body.tabIndex = -1;
          document.body.focus();
          document.body.removeAttribute('tabindex');
          window.scrollTo(0, 0);
          return all.length + 2;
        }
        """;

    private const string Seen = """
        () => {
          document.activeElement?.blur();
          return [...window.focusWalk.found, ...[...window.focusWalk.wanted].map(e => `${typeof e === 'string' ? e : window.focusWalk.name(e)} is not reached with Tab`)];
        }
        """;

    /// <summary>Tab reaches everything that can be used, in the document's order (2.1.1, 2.4.3); each stop shows that it has focus (2.4.7) and
    /// nothing lies over it (2.4.11).</summary>
    public static async Task CanBeWalkedWithTabAsync(this Visit visit)
    {
        var most = await visit.AskAsync<int>(SetOut);
        for (var presses = 0; presses < most; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Findings.None(visit, "tangentbordet", await visit.AskAsync<string[]>(Seen));
    }
}

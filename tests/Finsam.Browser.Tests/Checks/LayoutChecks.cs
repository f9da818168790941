using System.Globalization;
using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Checks;

/// <summary>That everything can be read: on a narrow screen, and with the reader's own spacing.</summary>
public static class LayoutChecks
{
    private const string Wider = """
        () => {
          const width = window.innerWidth, page = document.scrollingElement.scrollWidth;
          if (page <= width) return [];
          const within = e => { for (let p = e; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const text = node.nodeType === Node.TEXT_NODE, element = text ? node.parentElement : node;
            if (!text && node.childNodes.length > 0 || within(element)) continue;
            const range = document.createRange();
            range.selectNode(node);
            const right = Math.round(range.getBoundingClientRect().right);
            if (right > width) found.push(`${element.tagName.toLowerCase()} "${(text ? node.data : element.name ?? '').trim().slice(0, 60)}" ends at ${right}`);
          }
          return found.length ? found : [`the page is ${page} wide and the window ${width}`];
        }
        """;

    // The content security policy stops a style element. A constructed sheet it lets through, so that the page is tried as it is served.
    private const string Spread = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
          window.spacing = sheet;
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          return getComputedStyle(document.querySelector('h1') ?? document.body).letterSpacing;
        }
        """;

    private const string Gather = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s !== window.spacing); return true; }";

    private const string Lost = """
        () => {
          const found = [];
          const words = t => '"' + t.trim().replace(/\s+/g, ' ').slice(0, 40) + '"';
          // What is for screen readers only lies in a box of one pixel, and cannot be seen to lie over anything.
          const unseen = e => { for (let p = e; p; p = p.parentElement) if (p.offsetWidth <= 1 && p.offsetHeight <= 1 && getComputedStyle(p).overflowX === 'hidden') return true; return false; };
          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || unseen(parent)) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1 && box.right > 0) texts.push({ node, parent, box });
          }
          for (const { node, parent, box } of texts) {
            for (let e = parent; e && e !== document.body; e = e.parentElement) {
              const style = getComputedStyle(e), hides = v => v === 'hidden' || v === 'clip', frame = e.getBoundingClientRect();
              if (hides(style.overflowX) && box.right > frame.right + 1 || hides(style.overflowY) && box.bottom > frame.bottom + 1) {
                found.push(`${words(node.data)} is cut off by ${e.tagName.toLowerCase()}`);
              }
            }
            const control = parent.closest('button, [role=button]');
            const frame = control?.getBoundingClientRect();
            if (frame && (box.right > frame.right + 1 || box.bottom > frame.bottom + 1 || box.left < frame.left - 1 || box.top < frame.top - 1)) {
              found.push(`${words(node.data)} sticks out of its button`);
            }
          }
          // What stays put while the page scrolls lies over something by design; the focus must not end up there, which is tried with Tab.
          const floats = e => { for (let p = e; p; p = p.parentElement) if (['fixed', 'sticky'].includes(getComputedStyle(p).position)) return true; return false; };
          const still = texts.filter(t => !floats(t.parent)).sort((a, b) => a.box.top - b.box.top);
          for (let i = 0; i < still.length; i++) {
            for (let j = i + 1; j < still.length; j++) {
              const a = still[i], b = still[j];
              if (b.box.top > a.box.bottom - 4) break;
              if (a.node === b.node || a.parent.contains(b.parent) && a.parent !== b.parent || b.parent.contains(a.parent) && a.parent !== b.parent) continue;
              const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left), y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
              if (x > 2 && y > 4) found.push(`${words(a.node.data)} lies over ${words(b.node.data)}`);
            }
          }
          return [...new Set(found)];
        }
        """;

    /// <summary>Nobody has to scroll sideways (1.4.10): the page is not wider than the window. A table may scroll within itself.</summary>
    public static async Task FitsTheWindowAsync(this Visit visit) => Findings.None(visit, "bredden", await visit.AskAsync<string[]>(Wider));

    /// <summary>No text is lost or overlaps when the reader spreads lines, letters and words (1.4.12).</summary>
    public static async Task KeepsItsTextWhenSpacedAsync(this Visit visit)
    {
        var spacing = await visit.AskAsync<string>(Spread);
        try
        {
            Assert.True(double.Parse(spacing.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) > 1, "the spacing did not take");
            Findings.None(visit, "textavståndet", [.. await visit.AskAsync<string[]>(Lost), .. await visit.AskAsync<string[]>(Wider)]);
        }
        finally
        {
            await visit.AskAsync<bool>(Gather);
        }
    }
}

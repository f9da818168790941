using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Checks;

/// <summary>That everything can be hit with a finger.</summary>
public static class TargetChecks
{
    private const string Small = """
        () => {
          const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=checkbox], [role=radio], [role=tab]';
          const inSentence = e => {
            if (e.tagName !== 'A' || getComputedStyle(e).display !== 'inline') return false;
            let block = e.parentElement;
            while (getComputedStyle(block).display === 'inline') block = block.parentElement;
            const rest = block.cloneNode(true);
            rest.querySelectorAll('a').forEach(a => a.remove());
            return /\p{L}/u.test(rest.textContent);
          };
          const found = [];
          for (const e of document.querySelectorAll(targets)) {
            const boxes = [...e.getClientRects()];
            const box = e.getBoundingClientRect();
            if (!boxes.length || box.right <= 0 || box.bottom <= 0 && getComputedStyle(e).position === 'absolute' || !e.checkVisibility({ visibilityProperty: true }) || e.ariaHidden === 'true') continue;
            if ((box.width < 24 || box.height < 24) && !inSentence(e)) {
              const size = v => Math.round(v * 10) / 10;
              found.push(`${e.tagName.toLowerCase()} "${(e.innerText || e.getAttribute('aria-label') || e.name || '').trim()}" is ${size(box.width)} × ${size(box.height)}`);
            }
          }
          return found;
        }
        """;

    /// <summary>Everything to press or tap is at least 24 × 24 CSS pixels (2.5.8), but for a link within a sentence.</summary>
    public static async Task HasTargetsLargeEnoughAsync(this Visit visit) => Findings.None(visit, "målytorna", await visit.AskAsync<string[]>(Small));
}

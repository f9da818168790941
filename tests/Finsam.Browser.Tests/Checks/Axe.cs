using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests.Checks;

/// <summary>axe-core: every rule of WCAG 2.2 A and AA that a program can judge, and its advice on landmarks and headings.</summary>
public static class Axe
{
    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly string[] Advice =
    [
        "empty-heading", "heading-order", "landmark-banner-is-top-level", "landmark-contentinfo-is-top-level", "landmark-main-is-top-level",
        "landmark-no-duplicate-banner", "landmark-no-duplicate-contentinfo", "landmark-no-duplicate-main", "landmark-one-main", "landmark-unique",
        "page-has-heading-one", "region", "skip-link",
    ];

    // What axe cannot judge by itself, and why it need not be judged. Anything else that is incomplete fails.
    private static readonly Dictionary<(string Rule, string Target), string> Judged = new()
    {
        [("color-contrast", ".savestate")] = "It stays at the window's foot over what scrolls beneath, on a background of its own that is not transparent.",
    };

    private static AxeRunOptions OnWide { get; } = Options(contrast: true);

    // The colours are the same in a narrow window and have been judged in the wide. In the narrow a table's far columns lie outside the frame
    // they scroll in, and axe takes that for something that lies over them.
    private static AxeRunOptions OnNarrow { get; } = Options(contrast: false);

    /// <summary>axe finds nothing wrong, and nothing that it cannot judge.</summary>
    public static async Task HasNoAxeViolationsAsync(this Visit visit)
    {
        // The whole page as one element: our pages have no frames, and what looks through frames takes twice as long.
        var wide = visit.Page.ViewportSize?.Width >= Screen.Wide.Width;
        var result = await visit.Page.Locator("html").RunAxe(wide ? OnWide : OnNarrow);
        Findings.None(visit, "axe", [
            .. result.Violations.SelectMany(rule => Lines(rule, "", rule.Nodes)),
            .. result.Incomplete.SelectMany(rule => Lines(rule, "kan inte bedömas: ", rule.Nodes.Where(n => !Judged.ContainsKey((rule.Id, $"{n.Target}"))))),
        ]);
    }

    private static AxeRunOptions Options(bool contrast) => new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Standards] },
        Rules = new[] { "target-size" }.Concat(Advice).ToDictionary(id => id, _ => new RuleOptions { Enabled = true })
            .Append(new("color-contrast", new RuleOptions { Enabled = contrast })).ToDictionary(),
        ResultTypes = [ResultType.Violations, ResultType.Incomplete],
    };

    private static IEnumerable<string> Lines(AxeResultItem rule, string kind, IEnumerable<AxeResultNode> nodes) => nodes.Select(node =>
        $"{kind}{rule.Id}, {node.Target}: {rule.Help}. {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(c => c.Message))} {node.Html}");
}

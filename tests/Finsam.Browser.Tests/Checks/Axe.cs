using Deque.AxeCore.Commons;
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

    // Run by ourselves: the library's own way sends the program and all it finds to be in order back and forth twice a page, and lets axe read the style
    // sheets for a rule that we do not use. That took most of these tests' time.
    private const string Run = """
        async options => {
          const found = await axe.run(document, options);
          const rules = (rules, uncertain) => rules.flatMap(rule => rule.nodes.map(node => ({
            uncertain, rule: rule.id, help: rule.help, target: node.target.join(' '), html: node.html,
            said: [...node.any, ...node.all, ...node.none].map(check => check.message).join(' '),
          })));
          return [...rules(found.violations, false), ...rules(found.incomplete, true)];
        }
        """;

    private static readonly string Program = new BundledAxeScriptProvider().GetScript();

    // The colours are the same in a narrow window and have been judged in the wide. In the narrow a table's far columns lie outside the frame
    // they scroll in, and axe takes that for something that lies over them.
    private static object Options(bool wide) => new
    {
        runOnly = new { type = "tag", values = Standards },
        rules = Advice.Append("target-size").ToDictionary(id => id, _ => new { enabled = true }).Append(new("color-contrast", new { enabled = wide })).ToDictionary(),
        resultTypes = new[] { "violations", "incomplete" },
        preload = false,
        iframes = false,
    };

    /// <summary>axe finds nothing wrong, and nothing that it cannot judge.</summary>
    public static async Task HasNoAxeViolationsAsync(this Visit visit)
    {
        if (!await visit.AskAsync<bool>("() => 'axe' in window"))
        {
            await visit.Page.EvaluateAsync(Program);
        }

        var found = await visit.AskAsync<Finding[]>(Run, Options(visit.Page.ViewportSize?.Width >= Screen.Wide.Width));
        Findings.None(visit, "axe", found.Where(f => !f.Uncertain || !IsJudged(f)).Select(f => $"{(f.Uncertain ? "kan inte bedömas: " : "")}{f.Rule}, {f.Target}: {f.Help}. {f.Said} {f.Html}"));
    }

    // A chart's words stand on its white ground, beside what is drawn and never in it. axe takes all that is drawn for a picture that may lie behind them.
    private static bool IsJudged(Finding found) =>
        Judged.ContainsKey((found.Rule, found.Target)) || (found.Rule == "color-contrast" && found.Html.StartsWith("<text ", StringComparison.Ordinal));

    private sealed record Finding(bool Uncertain, string Rule, string Help, string Target, string Html, string Said);
}

using Finsam.Browser.Tests.Browsers;
using Finsam.Browser.Tests.Checks;
using Xunit.Sdk;

namespace Finsam.Browser.Tests;

/// <summary>The checks see what they are there to see: each is shown a page that is wrong in one way.</summary>
public sealed class CheckTests(Chromium chromium)
{
    private static readonly Dictionary<string, Func<Visit, Task>> Checks = new(StringComparer.Ordinal)
    {
        ["axe"] = visit => visit.HasNoAxeViolationsAsync(),
        ["document"] = visit => visit.IsASwedishDocumentAsync(),
        ["window"] = visit => visit.FitsTheWindowAsync(),
        ["spacing"] = visit => visit.KeepsItsTextWhenSpacedAsync(),
        ["targets"] = visit => visit.HasTargetsLargeEnoughAsync(),
        ["tab"] = visit => visit.CanBeWalkedWithTabAsync(),
    };

    public static TheoryData<string, string, string> Faults => new()
    {
        { "axe", "<input name='a'>", "label" },
        { "axe", "<p style='color: #999'>Svag text</p>", "color-contrast" },
        { "axe", "<h4>Ett hopp</h4>", "heading-order" },
        { "axe", "<a href='#a' style='color: #00c; text-decoration: none; background: linear-gradient(#fff, #000)'>Länk</a>", "kan inte bedömas" },
        { "document", "<h1>En till</h1>", "2 h1" },
        { "window", "<div style='width: 400px'>Bred</div>", "408 wide" },
        { "window", "<p>enveldiglångadresssomintegårattbryta.till.en.rad.till.och.en.till</p>", "ends at" },
        { "spacing", "<div style='height: 20px; overflow: hidden; font-size: 16px'>En rad som blir två när bokstäverna glesas ut</div>", "is cut off by div" },
        { "spacing", "<button style='width: 100px; height: 24px; padding: 0; font-size: 13px; white-space: nowrap'>Spara och gå nu</button>", "sticks out of its button" },
        { "tab", "<div style='height: 900px'></div><button>Ett</button><div style='height: 900px'></div><div style='position: sticky; bottom: 0; height: 700px; background: #fff'>Rad</div>", "is covered" },
        { "spacing", "<div style='position: absolute; top: 60px'>Den ena av dem</div><div style='position: absolute; top: 58px'>Den andra av dem</div>", "lies over" },
        { "targets", "<button style='width: 20px; height: 20px; padding: 0'>x</button>", "20 × 20" },
        { "targets", "<p><a href='#a'>En</a> · <a href='#b'>Två</a></p>", "a \"En\"" },
        { "tab", "<button style='outline: none'>Dold fokus</button>", "does not show" },
        { "tab", "<button style='margin-top: 100px'>Under</button><div style='position: fixed; top: 0; left: 0; right: 0; height: 400px; background: #fff'></div>", "is covered" },
        { "tab", "<button tabindex='2'>Två</button><button tabindex='1'>Ett</button>", "tabindex of its own" },
        { "tab", "<button>Ett</button><div onfocusin='document.getElementById(\"fälla\").focus()'><input aria-label='a'><input aria-label='b' name='utom'></div><button id='fälla'>Fälla</button>", "is not reached" },
    };

    [Theory(Timeout = Patience.Test)]
    [MemberData(nameof(Faults))]
    public async Task A_check_sees_the_fault(string check, string fault, string said)
    {
        await using var visit = await OpenAsync(fault);
        await visit.ResizeAsync(check == "axe" ? Screen.Wide : Screen.Narrow);
        var failure = await Assert.ThrowsAsync<FailException>(() => Checks[check](visit));
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task No_check_finds_fault_with_a_good_page()
    {
        await using var visit = await OpenAsync("""
            <p>Läs mer <a href='#a'>här</a> om det.</p>
            <label for='a'>Namn</label> <input id='a' name='a' style='height: 30px'>
            <fieldset><legend>Svar</legend>
              <input type='radio' name='b' id='ja' style='width: 24px; height: 24px; margin: 0'><label for='ja'>Ja</label>
              <input type='radio' name='b' id='nej' style='width: 24px; height: 24px; margin: 0'><label for='nej'>Nej</label>
            </fieldset>
            <button style='padding: 10px'>Spara</button>
            """);
        foreach (var check in Checks.Values)
        {
            await check(visit);
        }

        await visit.HasAQuietConsoleAsync();
    }

    [Fact(Timeout = Patience.Test)]
    public async Task The_console_tells_of_a_script_that_fails_and_of_what_the_policy_stops()
    {
        await using var visit = await OpenAsync("<script>setTimeout(() => { throw new Error('sönder'); })</script>");
        await visit.Page.RouteAsync("**/*", route => route.FulfillAsync(new()
        {
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'none'", ["Content-Type"] = "text/html" },
            Body = "<p style='color: red'>Röd</p>",
        }));
        await visit.Page.GotoAsync("http://localhost/");
        var failure = await Assert.ThrowsAsync<FailException>(visit.HasAQuietConsoleAsync);
        Assert.Contains("sönder", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Content Security Policy", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Two_pages_with_one_title_are_told_apart_but_not_two_states_of_one_page()
    {
        await using var visit = await OpenAsync("");
        var titles = new PageTitles();
        await titles.AreUniqueAsync(visit, "ekonomi");
        await titles.AreUniqueAsync(visit, "ekonomi");
        await Assert.ThrowsAsync<FailException>(() => titles.AreUniqueAsync(visit, "granska"));
    }

    private async Task<Visit> OpenAsync(string content)
    {
        var visit = await chromium.VisitAsync(new VisitOptions { Screen = Screen.Narrow });
        await visit.Page.SetContentAsync($"""
            <!DOCTYPE html>
            <html lang="sv">
            <head><title>En sida</title><meta name="viewport" content="width=device-width"></head>
            <body><main><h1>En sida</h1>{content}</main></body>
            </html>
            """);
        return visit;
    }
}

using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Browsers;

/// <summary>The one browser process of all tests. On a machine without a browser every test that asks for a visit is skipped.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string NoBrowser = "skipped: no browser";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)?>> _started = new(StartAsync);

    /// <summary>A visit with cookies of its own, as from Sweden.</summary>
    public async Task<Visit> VisitAsync(VisitOptions? options = null)
    {
        if (await _started.Value is not { Browser: var browser })
        {
            Assert.Skip(NoBrowser);
            throw new InvalidOperationException(NoBrowser);
        }

        var wanted = options ?? VisitOptions.Desktop;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ViewportSize = new ViewportSize { Width = wanted.Screen.Width, Height = wanted.Screen.Height },
            HasTouch = wanted.Touch,
            JavaScriptEnabled = wanted.Scripts,
            Offline = wanted.Offline,
        });
        return new Visit(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && await _started.Value is { } started)
        {
            await started.Browser.DisposeAsync();
            started.Driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)?> StartAsync()
    {
        if (InstalledBrowser.Find() is not { } program)
        {
            return null;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments }));
    }
}

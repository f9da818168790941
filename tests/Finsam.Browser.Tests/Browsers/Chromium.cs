using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Browsers;

/// <summary>The one browser process of all tests; another is started when it dies. On a machine without a browser every test that asks for a visit is skipped.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string NoBrowser = "skipped: no browser";
    private const int Tries = 3;

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _one = new(1, 1);
    private (IPlaywright Driver, IBrowser Browser)? _running;

    /// <summary>A visit with cookies of its own, as from Sweden.</summary>
    public async Task<Visit> VisitAsync(VisitOptions? options = null)
    {
        if (InstalledBrowser.Find() is not { } program)
        {
            Assert.Skip(NoBrowser);
            throw new InvalidOperationException(NoBrowser);
        }

        for (var tries = 1; ; tries++)
        {
            var browser = await RunningAsync(program);
            try
            {
                return await VisitAsync(browser, options ?? VisitOptions.Desktop).WaitAsync(Patience.Browser);
            }
            catch (Exception e) when (tries < Tries && e is TimeoutException or PlaywrightException)
            {
                // A browser that dies while it opens a page never answers. The next visit gets another.
                await EndAsync(browser);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_running is { Browser: var browser })
        {
            await EndAsync(browser);
        }

        _one.Dispose();
    }

    private static async Task<Visit> VisitAsync(IBrowser browser, VisitOptions wanted)
    {
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

    private async Task<IBrowser> RunningAsync(string program)
    {
        await _one.WaitAsync();
        try
        {
            if (_running is not { Browser.IsConnected: true })
            {
                Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
                var driver = await Playwright.CreateAsync().WaitAsync(Patience.Browser);
                _running = (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments }));
            }

            return _running.Value.Browser;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task EndAsync(IBrowser browser)
    {
        await _one.WaitAsync();
        try
        {
            if (_running is not { } running || running.Browser != browser)
            {
                return;
            }

            _running = null;
            try
            {
                await browser.DisposeAsync().AsTask().WaitAsync(Patience.Browser);
            }
            catch (Exception e) when (e is TimeoutException or PlaywrightException)
            {
                // It does not even close. It ends with its driver.
            }

            running.Driver.Dispose();
        }
        finally
        {
            _one.Release();
        }
    }
}

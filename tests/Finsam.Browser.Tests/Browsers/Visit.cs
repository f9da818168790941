using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Finsam.Browser.Tests.Browsers;

/// <summary>One person's browser: its cookies, its page, and what the page has complained about in the console.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly CancellationTokenRegistration _atTimeout;
    private bool _wasOffline;

    internal Visit(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        page.Console += (_, message) => Hear(message);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        _atTimeout = TestContext.Current.CancellationToken.Register(() => _ = context.CloseAsync());
    }

    /// <summary>The browser context.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What the console has said is wrong, such as a script that failed or something the content security policy stopped.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Does something that leads to another page, or to the same again, and waits until that has loaded.</summary>
    public async Task GoAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            Page.Load -= Loaded;
        }
    }

    /// <summary>What a JavaScript function says of the page.</summary>
    public async Task<T> AskAsync<T>(string function, object? argument = null) =>
        JsonSerializer.Deserialize<T>(await Page.EvaluateAsync<string>($"async argument => JSON.stringify(await ({function})(argument))", argument), JsonSerializerOptions.Web)!;

    /// <summary>Another window's size.</summary>
    public Task ResizeAsync(Screen screen) => Page.SetViewportSizeAsync(screen.Width, screen.Height);

    /// <summary>Loses the network, or gets it back.</summary>
    public Task OfflineAsync(bool offline = true)
    {
        _wasOffline |= offline;
        return Context.SetOfflineAsync(offline);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _atTimeout.DisposeAsync();
        await Context.DisposeAsync().AsTask().WaitAsync(Patience.Browser);
    }

    private void Hear(IConsoleMessage message)
    {
        // A page that says no (404, 409, 422 …) is told as a resource that failed to load; its status is what the page is about.
        var thePageItself = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            && message.Location.StartsWith(Page.Url.Split('#')[0], StringComparison.Ordinal);
        var withoutNetwork = _wasOffline && message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal);
        if (message.Type == "error" && !thePageItself && !withoutNetwork)
        {
            _complaints.Enqueue(message.Text);
        }
    }
}

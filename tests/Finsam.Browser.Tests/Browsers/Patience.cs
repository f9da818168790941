namespace Finsam.Browser.Tests.Browsers;

/// <summary>How long we wait for what may never come: most of Playwright's calls have a limit of their own, but a browser that dies or hangs at the wrong
/// moment leaves some of them waiting for ever.</summary>
internal static class Patience
{
    /// <summary>For a whole test, in milliseconds. The slowest take a tenth of it on a quiet machine.</summary>
    public const int Test = 300_000;

    /// <summary>For the browser to start, to end, or to open a page.</summary>
    public static readonly TimeSpan Browser = TimeSpan.FromSeconds(60);
}

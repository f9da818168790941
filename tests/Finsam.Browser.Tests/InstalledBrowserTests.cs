using Finsam.Browser.Tests.Browsers;

namespace Finsam.Browser.Tests;

public sealed class InstalledBrowserTests
{
    [Fact]
    public void The_browser_that_is_said_is_used_before_any_other() =>
        Assert.Equal("/opt/chrome", InstalledBrowser.Find(Variables(("FINSAM_BROWSER", "/opt/chrome"), ("PATH", "/usr/bin")), _ => true));

    [Fact]
    public void A_browser_that_is_said_and_is_not_there_is_a_mistake() =>
        Assert.Contains(
            "/opt/chrome",
            Assert.Throws<FileNotFoundException>(() => InstalledBrowser.Find(Variables(("FINSAM_BROWSER", "/opt/chrome")), _ => false)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_browser_in_the_path_is_found()
    {
        var program = Path.Combine("folder", OperatingSystem.IsWindows() ? "google-chrome.exe" : "google-chrome");
        Assert.Equal(program, InstalledBrowser.Find(Variables(("PATH", "other" + Path.PathSeparator + "folder")), path => path == program));
    }

    [Fact]
    public void Without_a_browser_there_is_none() => Assert.Null(InstalledBrowser.Find(Variables(("PATH", "folder")), _ => false));

    private static Func<string, string?> Variables(params (string Name, string Value)[] variables) =>
        name => variables.Where(v => v.Name == name).Select(v => v.Value).FirstOrDefault();
}

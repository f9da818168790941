namespace Finsam.Browser.Tests.Browsers;

/// <summary>The Chromium that this machine has. None is ever fetched.</summary>
public static class InstalledBrowser
{
    /// <summary>The environment variable that says which program to use.</summary>
    public const string Variable = "FINSAM_BROWSER";

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge", "chrome"];

    private static readonly string[] OnWindows =
        [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"];

    private static readonly string[] OnMac = ["Google Chrome", "Chromium", "Microsoft Edge"];

    /// <summary>Its path; null when there is none.</summary>
    /// <exception cref="FileNotFoundException">The variable names a program that is not there: a mistake, and no reason to skip.</exception>
    public static string? Find() => Find(Environment.GetEnvironmentVariable, File.Exists);

    internal static string? Find(Func<string, string?> variable, Func<string, bool> exists)
    {
        if (variable(Variable) is { Length: > 0 } said)
        {
            return exists(said) ? said : throw new FileNotFoundException($"{Variable} is {said}, and there is no such file.", said);
        }

        return InPath(variable).Concat(Installed(variable)).FirstOrDefault(exists);
    }

    private static IEnumerable<string> InPath(Func<string, string?> variable) =>
        from program in Programs
        from folder in (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        select Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    private static IEnumerable<string> Installed(Func<string, string?> variable) =>
        OperatingSystem.IsWindows()
            ? from root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
              where variable(root) is { Length: > 0 }
              from program in OnWindows
              select Path.Combine(variable(root)!, program)
            : OperatingSystem.IsMacOS() ? OnMac.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}") : [];
}

namespace Finsam.Adapters.Pdf;

/// <summary>What LibreOffice is told of the machine. It reads a file that somebody has uploaded parts of, and the app's own surroundings hold the ways to
/// storage and mail.</summary>
internal static class LibreOfficeSurroundings
{
    // Where programs, a home, temporary files and fonts are, and which language is spoken; and what nothing starts without on Windows.
    private static readonly string[] Kept =
    [
        "PATH", "HOME", "TMPDIR", "TMP", "TEMP", "LANG", "LANGUAGE", "TZ",
        "SystemRoot", "SystemDrive", "windir", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramData", "ProgramFiles", "ProgramFiles(x86)",
    ];

    /// <summary>Takes away all the rest.</summary>
    public static void Limit(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => !Kept.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith("LC_", StringComparison.Ordinal)).ToList())
        {
            environment.Remove(name);
        }
    }
}

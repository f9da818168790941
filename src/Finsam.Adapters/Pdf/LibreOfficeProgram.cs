namespace Finsam.Adapters.Pdf;

/// <summary>Where LibreOffice is.</summary>
internal static class LibreOfficeProgram
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/lib/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        @"C:\Program Files\LibreOffice\program\soffice.exe",
        @"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    ];

    /// <summary>The program; null when there is none on this machine, or it is not to be used.</summary>
    public static string? Find(PdfSettings settings) => settings.LibreOffice switch
    {
        PdfSettings.None => null,
        "" => OnPath().Concat(UsualPlaces).FirstOrDefault(File.Exists),
        var given => given,
    };

    private static IEnumerable<string> OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice"));
}

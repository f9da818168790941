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

    /// <summary>The program, or why there is none to use, in Swedish.</summary>
    public static (string? Program, string? Lack) Find(PdfSettings settings) => settings.LibreOffice switch
    {
        PdfSettings.None => (null, PdfTexts.TurnedOff),
        "" => OnPath().Concat(UsualPlaces).FirstOrDefault(File.Exists) is { } found ? (found, null) : (null, PdfTexts.NoLibreOffice),
        var given => File.Exists(given) ? (given, null) : (null, PdfTexts.NotWhereSaid),
    };

    private static IEnumerable<string> OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice"));
}
